// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/scanner/automaticsource.h"

#include "devices/scanner/esclsource.h"
#include "devices/scanner/workersource.h"

using namespace Qt::StringLiterals;

namespace devices {

namespace {
constexpr std::size_t MostCandidates = 32; // anybody on the network may announce some
}

AutomaticSource::AutomaticSource(Plan plan) : m_plan(std::move(plan))
{
    m_finder.setParent(this); // goes along to another thread
    connect(&m_finder, &ScannerFinder::found, this, [this](const FoundScanner& scanner) { addEscl(scanner.name, {scanner.url, {}}); });
    connect(&m_finder, &ScannerFinder::lost, this, &AutomaticSource::forget);
    for (const ScannerAddress& address : m_plan.addresses) {
        if (address.url.isValid() && addEscl({}, address))
            m_candidates.back().standing.remembered = true;
    }
    if (!m_plan.worker.isEmpty())
        add({}, std::make_unique<WorkerSource>(m_plan.worker, QString()));
    if (!m_plan.addresses.isEmpty() && !m_candidates.empty()) // what was used last
        m_wanted = m_plan.addresses.constFirst().url.isValid() ? 0 : m_plan.worker.isEmpty() ? -1 : int(m_candidates.size()) - 1;
}

AutomaticSource::~AutomaticSource()
{
    m_finder.setParent(nullptr); // a member
    for (const Candidate& candidate : m_candidates)
        candidate.source->setParent(nullptr); // owned by its pointer
}

QStringList AutomaticSource::names() const
{
    QStringList names;
    for (const Candidate& candidate : m_candidates)
        names.append(candidate.name);
    return names;
}

AutomaticSource::Candidate& AutomaticSource::add(const QString& name, std::unique_ptr<ScanSource> source)
{
    ScanSource* added = source.get();
    added->setParent(this);
    connect(added, &ScanSource::availability, this, [this, added](bool available, bool paper) { availabilityOf(added, available, paper); });
    connect(added, &ScanSource::pageArrived, this, &AutomaticSource::pageArrived);
    connect(added, &ScanSource::ended, this, [this](ScanEnd end, int pages) {
        m_running = false;
        Q_EMIT ended(end, pages);
    });
    return m_candidates.emplace_back(Candidate{name, {}, std::move(source)});
}

/// What a scanner that is not known yet stands for; nothing where it is known. A scanner that speaks TLS is never asked without.
std::optional<AutomaticSource::Standing> AutomaticSource::joining(const QString& name, const QUrl& url)
{
    if (m_candidates.size() >= MostCandidates)
        return std::nullopt;
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        const Candidate& known = m_candidates[i];
        const bool sameName = !name.isEmpty() && known.name == name;
        if (known.address.url == url || (sameName && known.address.url.scheme() == url.scheme()))
            return std::nullopt; // remembered and announced, or announced on two interfaces
        const bool same = known.address.url.isValid() && (sameName || known.address.url.host() == url.host());
        if (!same || known.address.url.scheme() == url.scheme())
            continue;
        if (url.scheme() == u"http" || m_running)
            return std::nullopt;
        const Standing standing = known.standing;
        known.source->setParent(nullptr);
        m_candidates.erase(m_candidates.begin() + qsizetype(i)); // its secure address takes its place
        m_current = m_wanted = -1;
        return standing;
    }
    return Standing{};
}

bool AutomaticSource::addEscl(const QString& name, const ScannerAddress& address)
{
    const auto standing = joining(name, address.url);
    if (!standing)
        return false;
    auto source = std::make_unique<EsclSource>(address.url, address.pin);
    EsclSource* added = source.get();
    Candidate& candidate = add(name.isEmpty() ? address.url.host() : name, std::move(source));
    candidate.address = address;
    candidate.standing = *standing;
    if (candidate.standing.home)
        m_wanted = indexOf(added);
    connect(added, &EsclSource::certificateSeen, this, [this, added](const QByteArray& pin) {
        const int index = indexOf(added);
        if (index < 0)
            return;
        m_candidates[std::size_t(index)].address.pin = pin;
        if (std::any_of(m_plan.addresses.begin(), m_plan.addresses.end(), [&](const ScannerAddress& known) { return known.pin == pin; }))
            m_candidates[std::size_t(index)].standing.remembered = true; // at another address now
        if (index == m_current)
            Q_EMIT used(m_candidates[std::size_t(index)].address);
    });
    connect(added, &EsclSource::otherDeviceMet, this, [this, added] {
        if (const int index = indexOf(added); index >= 0)
            m_candidates[std::size_t(index)].other = true;
        Q_EMIT scannersChanged(names(), m_current);
    });
    Q_EMIT scannersChanged(names(), m_current);
    if (m_begun)
        added->probe();
    return true;
}

void AutomaticSource::trust(int index)
{
    if (index < 0 || index >= int(m_candidates.size()))
        return;
    m_candidates[std::size_t(index)].address.pin.clear();
    m_candidates[std::size_t(index)].other = false;
    m_candidates[std::size_t(index)].source->trust(0);
    m_candidates[std::size_t(index)].source->probe();
}

/// One that says goodbye stays known while it answers.
void AutomaticSource::forget(const QString& name)
{
    for (const Candidate& candidate : m_candidates) {
        if (candidate.name == name)
            candidate.source->probe();
    }
}

void AutomaticSource::use(int index)
{
    if (m_running || index < 0 || index >= int(m_candidates.size()))
        return;
    m_wanted = index;
    settleOn(index);
    if (index == m_current)
        Q_EMIT used(m_candidates[std::size_t(index)].address);
    choose();
}

void AutomaticSource::probe()
{
    if (!std::exchange(m_begun, true) && m_plan.discover)
        m_finder.start(); // on the scanner's thread
    if (m_running)
        return;
    if (m_candidates.empty())
        Q_EMIT availability(false, false);
    for (const Candidate& candidate : m_candidates)
        candidate.source->probe();
}

void AutomaticSource::availabilityOf(const ScanSource* source, bool available, bool paper)
{
    const int index = indexOf(source);
    if (index < 0)
        return;
    m_candidates[std::size_t(index)].available = available;
    m_candidates[std::size_t(index)].answered = true;
    if (!m_running)
        choose();
    if (index == m_current || m_current < 0)
        Q_EMIT availability(m_current >= 0, paper);
}

/// Another scanner of the hall stands at another window, beside other people's papers: once this window has one, nobody but
/// the clerk changes to another on the network.
bool AutomaticSource::mayStandIn(const Candidate& candidate) const
{
    if (!candidate.address.url.isValid())
        return true; // it hangs on this machine
    if (isSettled())
        return candidate.standing.home;
    return candidate.standing.remembered || m_plan.addresses.isEmpty();
}

bool AutomaticSource::isSettled() const
{
    return std::any_of(m_candidates.begin(), m_candidates.end(), [](const Candidate& one) { return one.standing.home; });
}

void AutomaticSource::settleOn(int index)
{
    for (std::size_t i = 0; i < m_candidates.size(); ++i)
        m_candidates[i].standing.home = int(i) == index;
}

/// The one wanted, or the one in use, or the first that is there and may stand in.
void AutomaticSource::choose()
{
    const auto there = [this](int index) { return index >= 0 && m_candidates[std::size_t(index)].available; };
    const auto standsIn = [&](int index) { return there(index) && mayStandIn(m_candidates[std::size_t(index)]); };
    const bool waits = m_wanted >= 0 && !m_candidates[std::size_t(m_wanted)].answered;
    int chosen = there(m_wanted) ? m_wanted : standsIn(m_current) ? m_current : -1;
    for (int i = 0; chosen < 0 && !waits && i < int(m_candidates.size()); ++i)
        chosen = standsIn(i) ? i : -1;
    if (chosen == m_current)
        return;
    m_current = chosen;
    if (m_current >= 0 && (!isSettled() || m_current == m_wanted))
        settleOn(m_current);
    Q_EMIT scannersChanged(names(), m_current);
    if (m_current >= 0 && m_candidates[std::size_t(m_current)].standing.home) // not what only stands in
        Q_EMIT used(m_candidates[std::size_t(m_current)].address);
    Q_EMIT availability(m_current >= 0, false);
}

void AutomaticSource::start(const ScanOptions& options)
{
    if (m_running)
        return;
    ScanSource* source = currentSource();
    if (!source) {
        const bool other =
            std::any_of(m_candidates.begin(), m_candidates.end(), [](const Candidate& candidate) { return candidate.other; });
        Q_EMIT ended(other ? ScanEnd::OtherDevice : ScanEnd::NotFound, 0);
        return;
    }
    m_running = true;
    source->start(options);
}

void AutomaticSource::cancel()
{
    if (m_running)
        currentSource()->cancel();
}

int AutomaticSource::indexOf(const ScanSource* source) const
{
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        if (m_candidates[i].source.get() == source)
            return int(i);
    }
    return -1;
}

ScanSource* AutomaticSource::currentSource() const
{
    return m_current < 0 ? nullptr : m_candidates[std::size_t(m_current)].source.get();
}

} // namespace devices
