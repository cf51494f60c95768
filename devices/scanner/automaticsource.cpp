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
    for (const ScannerAddress& address : m_plan.addresses)
        addEscl({}, address);
    if (!m_plan.worker.isEmpty())
        add({}, std::make_unique<WorkerSource>(m_plan.worker, QString()));
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
    return m_candidates.emplace_back(Candidate{name, {}, std::move(source), false, false});
}

/// Whether this is a scanner that is not known yet. A scanner that speaks TLS is never asked without.
bool AutomaticSource::mayJoin(const QString& name, const QUrl& url)
{
    if (m_candidates.size() >= MostCandidates)
        return false;
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        const Candidate& known = m_candidates[i];
        const bool sameName = !name.isEmpty() && known.name == name;
        if (known.address.url == url || (sameName && known.address.url.scheme() == url.scheme()))
            return false; // remembered and announced, or announced on two interfaces
        const bool same = known.address.url.isValid() && (sameName || known.address.url.host() == url.host());
        if (!same || known.address.url.scheme() == url.scheme())
            continue;
        if (url.scheme() == u"http" || m_running)
            return false;
        known.source->setParent(nullptr);
        m_candidates.erase(m_candidates.begin() + qsizetype(i)); // its secure address takes its place
        m_current = m_wanted = -1;
        return true;
    }
    return true;
}

bool AutomaticSource::addEscl(const QString& name, const ScannerAddress& address)
{
    if (!mayJoin(name, address.url))
        return false;
    auto source = std::make_unique<EsclSource>(address.url, address.pin);
    EsclSource* added = source.get();
    Candidate& candidate = add(name.isEmpty() ? address.url.host() : name, std::move(source));
    candidate.address = address;
    connect(added, &EsclSource::certificateSeen, this, [this, added](const QByteArray& pin) {
        const int index = indexOf(added);
        if (index < 0)
            return;
        m_candidates[std::size_t(index)].address.pin = pin;
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
    if (!m_running)
        choose();
    if (index == m_current || m_current < 0)
        Q_EMIT availability(m_current >= 0, paper);
}

/// The one wanted, or the one in use, or the first that is there.
void AutomaticSource::choose()
{
    const auto there = [this](int index) { return index >= 0 && m_candidates[std::size_t(index)].available; };
    int chosen = there(m_wanted) ? m_wanted : there(m_current) ? m_current : -1;
    for (int i = 0; chosen < 0 && i < int(m_candidates.size()); ++i)
        chosen = there(i) ? i : -1;
    if (chosen == m_current)
        return;
    m_current = chosen;
    Q_EMIT scannersChanged(names(), m_current);
    if (m_current >= 0 && m_candidates[std::size_t(m_current)].address.url.isValid())
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
