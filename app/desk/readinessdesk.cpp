// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/readinessdesk.h"

#include "app/desk/capturedesk.h"
#include "app/desk/paperdesk.h"
#include "app/desk/readerdesk.h"
#include "app/store/cache.h"

#include <QCoreApplication>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto ReadinessInterval = std::chrono::minutes(10);

struct StoreState
{
    bool sound = false;
    qint64 freeBytes = 0;
    std::optional<qint64> catalogueFetchedMs;
};

core::Result<StoreState> lookInto(store::Session& session, const QString& folder)
{
    StoreState state;
    const auto sound = store::isSound(session);
    if (!sound)
        return tl::unexpected(sound.error());
    state.sound = *sound;
    state.freeBytes = QStorageInfo(folder).bytesAvailable();
    const auto kept = store::cached(session, u"catalogue"_s);
    if (kept && *kept)
        state.catalogueFetchedMs = (*kept)->fetchedAtMs;
    return state;
}

} // namespace

ReadinessDesk::ReadinessDesk(Services& services, WorkDay& day, const Watched& watched)
    : m_services(services), m_day(day), m_watched(watched), m_again(this)
{
    connect(&watched.reader, &ReaderDesk::stateChanged, this, &ReadinessDesk::gather);
    connect(&watched.status, &StatusDesk::changed, this, &ReadinessDesk::gather);
    connect(&day, &WorkDay::referenceChanged, this, &ReadinessDesk::gather);
    connect(&watched.papers, &PaperDesk::templatesChecked, this, [this](const QStringList& faults) {
        m_facts.papers = faults;
        gather();
    });
    connect(&m_again, &QTimer::timeout, this, &ReadinessDesk::check);
    m_again.start(ReadinessInterval);
}

void ReadinessDesk::check()
{
    if (m_open > 0)
        return;
    m_open = 2;
    lookAtStore();
    askBackOffice();
    gather();
}

void ReadinessDesk::expect(core::ReadinessSubject subject)
{
    m_expected.insert(subject);
}

void ReadinessDesk::tell(core::ReadinessSubject subject, bool good)
{
    if (!m_expected.contains(subject))
        return;
    switch (subject) {
    case core::ReadinessSubject::Camera: m_facts.camera = good; break;
    case core::ReadinessSubject::Display: m_facts.display = good; break;
    case core::ReadinessSubject::Voice: m_facts.voice = good; break;
    case core::ReadinessSubject::Titles: m_facts.titles = good; break;
    default: return; // what every window has is looked at here
    }
    gather();
}

bool ReadinessDesk::isComplete() const
{
    return m_lines.size() == qsizetype(core::ReadinessSubject::BackOffice) + 1 + m_expected.size();
}

void ReadinessDesk::lookAtStore()
{
    m_services.store->read([folder = m_services.store->pageFolder()](store::Session& session) { return lookInto(session, folder); })
        .then(this, [this](const core::Result<StoreState>& state) {
            m_facts.storeSound = state && state->sound;
            if (state) {
                m_facts.freeBytes = state->freeBytes;
                if (state->catalogueFetchedMs)
                    m_facts.catalogueAgeMs = m_services.clock->now().time.toMSecsSinceEpoch() - *state->catalogueFetchedMs;
            }
            answered();
        });
}

void ReadinessDesk::askBackOffice()
{
    m_services.api.call({"GET", u"health"_s}).then(this, [this](const syncing::ApiResult& reply) {
        m_facts.backOffice = reply && reply->status == 200;
        answered();
    });
}

void ReadinessDesk::answered()
{
    --m_open;
    gather();
    if (m_open == 0)
        Q_EMIT checked();
}

void ReadinessDesk::gather()
{
    const bool absent = m_watched.reader.state() == devices::ReaderState::Absent;
    const bool trouble = m_watched.reader.state() == devices::ReaderState::Trouble;
    m_facts.readerFault = absent || trouble ? m_watched.reader.faultCode() : QString();
    m_facts.scanner = m_watched.capture.isAvailable();
    m_facts.printer = m_watched.papers.isPrinterReady();
    m_facts.today = m_day.today();
    m_facts.calendarYears.clear();
    for (const int year : {m_facts.today.year(), m_facts.today.year() + 1}) {
        if (m_day.calendar().covers(year))
            m_facts.calendarYears.append(year);
    }
    m_facts.hasCatalogue = m_day.catalogue() != nullptr;
    m_facts.toSend = m_watched.status.waiting();
    if (m_facts.backOffice)
        m_facts.backOffice = m_watched.status.isOnline();
    if (m_facts.backOffice.value_or(false))
        m_facts.clockOffsetMs = m_services.clock->offsetMs();
    const QDateTime now = m_services.clock->now().time;
    QList<Line> lines;
    for (const core::ReadinessLine& line : core::readinessOf(m_facts)) {
        QDateTime since = now;
        for (const Line& before : std::as_const(m_lines)) {
            if (before.is.subject == line.subject && before.is.health == line.health)
                since = before.since;
        }
        lines.append({line, since});
    }
    m_lines = lines;
    Q_EMIT changed();
}

QString subjectWords(core::ReadinessSubject subject)
{
    using S = core::ReadinessSubject;
    switch (subject) {
    case S::Reader: return QCoreApplication::translate("desk", "Card reader");
    case S::Scanner: return QCoreApplication::translate("desk", "Scanner");
    case S::Printer: return QCoreApplication::translate("desk", "Printer");
    case S::Store: return QCoreApplication::translate("desk", "Store on this machine");
    case S::Space: return QCoreApplication::translate("desk", "Free space");
    case S::Clock: return QCoreApplication::translate("desk", "Clock");
    case S::Calendar: return QCoreApplication::translate("desk", "Working-day calendar");
    case S::Catalogue: return QCoreApplication::translate("desk", "Catalogue of items");
    case S::BackOffice: return QCoreApplication::translate("desk", "Back office");
    case S::Camera: return QCoreApplication::translate("desk", "Document camera");
    case S::Display: return QCoreApplication::translate("desk", "Window display");
    case S::Voice: return QCoreApplication::translate("desk", "Voice");
    case S::Titles: return QCoreApplication::translate("desk", "Reading of titles");
    case S::Papers: return QCoreApplication::translate("desk", "Paper templates");
    }
    return {};
}

QString healthWords(core::Health health)
{
    switch (health) {
    case core::Health::Ok: return QCoreApplication::translate("desk", "ok");
    case core::Health::Degraded: return QCoreApplication::translate("desk", "degraded");
    case core::Health::Broken: return QCoreApplication::translate("desk", "broken");
    }
    return {};
}

} // namespace desk
