// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/stackdesk.h"

#include "app/documents/pageimage.h"
#include "app/documents/separatorsheet.h"
#include "app/store/cache.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr QSize ClueSize(1240, 1754); // A4 at 150 dpi is enough for barcodes and titles

QString orderText(const QList<core::StackRun>& runs)
{
    QJsonArray array;
    for (const core::StackRun& run : runs)
        array.append(QJsonArray{run.materialCode, run.pages});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<core::StackRun> orderFrom(const QString& text)
{
    QList<core::StackRun> runs;
    for (const auto& entry : QJsonDocument::fromJson(text.toUtf8()).array())
        runs.append({entry.toArray().at(0).toString(), entry.toArray().at(1).toInt()});
    return runs;
}

} // namespace

StackDesk::StackDesk(Services& services, IntakeDesk& intake, CaptureDesk& capture, documents::TitleReader titles)
    : m_services(services), m_intake(intake), m_capture(capture), m_titles(std::move(titles))
{
    m_pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1)); // the scan goes on meanwhile
    connect(&capture, &CaptureDesk::pageTaken, this, [this](const QString& material, const store::Page& page) {
        if (material == core::UnsortedMaterial)
            take(page);
    });
    connect(&capture, &CaptureDesk::ended, this, [this](int pages, bool whole) {
        if (std::exchange(m_scanning, false) && (whole || pages > 0)) // an empty feeder breaks nothing off
            m_brokeOff = !whole;
        settle();
    });
    connect(&intake, &IntakeDesk::visitBegun, this, &StackDesk::begin);
    connect(&intake, &IntakeDesk::changed, this, &StackDesk::follow);
    begin();
}

StackDesk::~StackDesk()
{
    *m_ended = true;
    m_pool.waitForDone();
}

void StackDesk::begin()
{
    if (m_ended)
        *m_ended = true;
    m_ended = std::make_shared<std::atomic_bool>(false);
    m_looking = 0; // whatever is still looked at belongs to another visit
    m_order.clear();
    m_caseId = m_intake.draft().caseId;
    m_pages.clear();
    m_waiting.clear();
    m_placed.clear();
    m_titlesRead = false;
    m_brokeOff = false;
    m_tail = {};
    lookAgain();
    Q_EMIT changed();
}

/// Pages that an earlier run left unsorted.
void StackDesk::lookAgain()
{
    const auto left = m_intake.unsorted();
    for (const core::PageRef& ref : left) {
        m_pages.append({ref, {}, false});
        ++m_looking;
        m_intake.shelf().bytes(m_caseId, ref.sha256).then(this, [this, ref, caseId = m_caseId](const core::Result<QByteArray>& bytes) {
            if (caseId != m_caseId)
                return;
            --m_looking;
            look(ref, bytes.value_or(QByteArray()));
        });
    }
}

void StackDesk::scan()
{
    if (m_scanning || !m_intake.item() || m_intake.materials().isEmpty()) {
        if (!m_scanning)
            Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"page.no-material"_s, {}}));
        return;
    }
    m_scanning = true;
    m_capture.scanTo(core::UnsortedMaterial);
    m_scanning = m_capture.isScanning();
}

void StackDesk::take(const store::Page& page)
{
    const bool known = std::any_of(m_pages.cbegin(), m_pages.cend(), [&](const Page& kept) { return kept.ref == page.ref; });
    if (known || page.caseId != m_caseId)
        return;
    m_pages.append({page.ref, {}, false});
    m_order.append(page.ref.sha256);
    look(page.ref, page.bytes);
}

void StackDesk::look(const core::PageRef& ref, const QByteArray& bytes)
{
    ++m_looking;
    QtConcurrent::run(&m_pool, [bytes, item = m_intake.draft().itemCode] {
        const QImage page = documents::pageImage(bytes, ClueSize);
        return page.isNull() ? core::PageClue{} : documents::clueOf(page, item); // what cannot be looked at waits for the clerk
    }).then(this, [this, caseId = m_caseId, sha256 = ref.sha256](const core::PageClue& clue) { looked(caseId, sha256, clue); });
}

void StackDesk::looked(const QString& caseId, const QString& sha256, const core::PageClue& clue)
{
    if (caseId != m_caseId)
        return;
    --m_looking;
    for (Page& page : m_pages) {
        if (page.ref.sha256 != sha256)
            continue;
        page.clue = clue;
        page.looked = true;
    }
    settle();
}

/// Once every page has come and been looked at.
void StackDesk::settle()
{
    if (m_scanning || m_looking > 0 || m_pages.isEmpty())
        return;
    const bool separated =
        m_tail.separated || std::any_of(m_pages.cbegin(), m_pages.cend(), [](const Page& page) { return page.clue.separator; });
    if (!separated && m_titles.isPresent() && !m_titlesRead)
        return readTitles();
    m_services.store->read([name = orderName()](store::Session& session) { return store::setting(session, name, {}); })
        .then(this, [this, caseId = m_caseId](const core::Result<QString>& kept) {
            if (caseId == m_caseId)
                sort(orderFrom(kept.value_or(QString())));
        });
}

void StackDesk::readTitles()
{
    m_titlesRead = true;
    for (const Page& page : std::as_const(m_pages)) {
        if (page.clue.blank || !page.clue.title.isEmpty())
            continue;
        ++m_looking;
        m_intake.shelf()
            .bytes(m_caseId, page.ref.sha256)
            .then(QtFuture::Launch::Async,
                  [titles = m_titles, ended = m_ended](const core::Result<QByteArray>& bytes) {
                      return bytes && !*ended ? titles.titleOf(documents::pageImage(*bytes, ClueSize)) : QString();
                  })
            .then(this, [this, caseId = m_caseId, ref = page.ref, clue = page.clue](const QString& title) {
                core::PageClue more = clue;
                more.title = title;
                looked(caseId, ref.sha256, more);
            });
    }
    Q_EMIT changed();
    if (m_looking == 0)
        settle();
}

void StackDesk::sort(const QList<core::StackRun>& remembered)
{
    if (m_pages.isEmpty() || m_scanning || m_looking > 0)
        return; // sorted already, or another stack has begun
    QList<core::PageClue> clues;
    for (const Page& page : std::as_const(m_pages))
        clues.append(page.clue);
    const auto places = core::sortStack(clues, m_intake.materials(), remembered, m_tail);
    if (!m_brokeOff)
        m_tail = {}; // the next stack begins anew
    QList<core::PagePlace> certain;
    const auto unsorted = m_intake.unsorted(); // of an earlier stack, still to be confirmed
    m_waiting.removeIf([&](const Waiting& waiting) {
        return !unsorted.contains(waiting.page) ||
               std::any_of(m_pages.cbegin(), m_pages.cend(), [&](const Page& page) { return page.ref == waiting.page; });
    });
    for (qsizetype i = 0; i < places.size(); ++i) {
        if (places[i].certainty == core::PlaceCertainty::Certain)
            certain.append({m_pages[i].ref.sha256, places[i].materialCode});
        else
            m_waiting.append({m_pages[i].ref, int(i) + 1, places[i]});
    }
    const auto placed =
        std::count_if(certain.cbegin(), certain.cend(), [](const core::PagePlace& page) { return !page.materialCode.isEmpty(); });
    m_pages.clear();
    m_titlesRead = false;
    place(certain);
    follow();
    Q_EMIT changed();
    Q_EMIT sorted(int(placed), int(m_waiting.size()));
}

/// What was undone, or placed in another way, no longer waits, or waits again.
void StackDesk::follow()
{
    const auto unsorted = m_intake.unsorted();
    const qsizetype before = m_waiting.size();
    m_waiting.removeIf([&](const Waiting& waiting) { return !unsorted.contains(waiting.page); });
    if (isReading() || m_scanning || !m_pages.isEmpty())
        return;
    for (const core::PageRef& ref : unsorted) {
        const bool waits = std::any_of(m_waiting.cbegin(), m_waiting.cend(), [&](const Waiting& waiting) { return waiting.page == ref; });
        if (!waits)
            m_waiting.append({ref, 0, {m_placed.value(ref.sha256), core::PlaceCertainty::Likely, core::PlaceReason::None}});
    }
    const auto materials = m_intake.materials();
    for (Waiting& waiting : m_waiting) { // another scenario asks for other papers
        const bool asked = std::any_of(materials.begin(), materials.end(),
                                       [&](const auto& requirement) { return requirement.code == waiting.place.materialCode; });
        if (!asked && !waiting.place.isDropped())
            waiting.place = {};
    }
    if (m_waiting.size() != before)
        Q_EMIT changed();
}

void StackDesk::place(const QList<core::PagePlace>& places)
{
    for (const core::PagePlace& page : places)
        m_placed.insert(page.sha256, page.materialCode);
    m_intake.placePages(places);
    if (m_waiting.isEmpty())
        remember();
}

void StackDesk::choose(const QString& sha256, const QString& materialCode)
{
    place({{sha256, materialCode}});
}

void StackDesk::confirm(const QString& sha256)
{
    for (const Waiting& waiting : std::as_const(m_waiting)) {
        if (waiting.page.sha256 == sha256 && (waiting.place.isDropped() || !waiting.place.materialCode.isEmpty()))
            return place({{sha256, waiting.place.materialCode}});
    }
}

void StackDesk::confirmAll()
{
    QList<core::PagePlace> places;
    for (const Waiting& waiting : std::as_const(m_waiting)) {
        if (waiting.place.isDropped() || !waiting.place.materialCode.isEmpty())
            places.append({waiting.page.sha256, waiting.place.materialCode});
    }
    place(places);
}

void StackDesk::drop(const QString& sha256)
{
    place({{sha256, {}}});
}

/// The order of this stack is proposed for the next one that comes without separators.
void StackDesk::remember()
{
    QStringList codes;
    for (const QString& sha256 : std::as_const(m_order)) {
        if (const QString code = m_placed.value(sha256); !code.isEmpty())
            codes.append(code);
    }
    if (!codes.isEmpty())
        m_services.store->write([name = orderName(), text = orderText(core::runsOf(codes))](store::Session& session) {
            return store::setSetting(session, name, text);
        });
}

QString StackDesk::orderName() const
{
    return u"stack-order %1 %2"_s.arg(m_intake.draft().itemCode, m_intake.draft().scenarioCode);
}

void StackDesk::printSeparators()
{
    const core::ServiceItem* item = m_intake.item();
    if (!item || m_intake.materials().isEmpty()) {
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"page.no-material"_s, {}}));
        return;
    }
    QtConcurrent::run(&m_pool, [item = *item, materials = m_intake.materials(), output = m_services.output] {
        documents::Paper sheets;
        sheets.number = item.code;
        sheets.label = u"separators"_s;
        sheets.pdf = documents::separatorSheets(item, materials);
        return output->put(sheets);
    }).then(this, [this](const core::Result<void>& printed) {
        if (printed)
            Q_EMIT separatorsPrinted();
        else
            Q_EMIT adviceGiven(adviceFor({printed.error().kind, u"stack.separators"_s, {}}));
    });
}

} // namespace desk
