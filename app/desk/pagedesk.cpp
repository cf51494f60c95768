// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/pagedesk.h"

#include "app/documents/pageedits.h"
#include "app/documents/pagework.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

PageDesk::Picture pictureOf(const QString& sha256, const QImage& page)
{
    if (page.isNull())
        return {sha256, {}, {}, {}};
    const QImage whole = page.convertToFormat(QImage::Format_RGB32); // what a screen takes as it is
    const QRectF content = documents::contentOf(whole);
    return {
        sha256,
        whole,
        whole.scaledToWidth(std::max(1, whole.width() / 2), Qt::SmoothTransformation),
        {content.x() / whole.width(), content.y() / whole.height(), content.width() / whole.width(), content.height() / whole.height()}};
}

} // namespace

PageDesk::PageDesk(Services& services, IntakeDesk& intake, CaptureDesk& capture)
    : m_services(services), m_intake(intake), m_capture(capture), m_wanted(std::make_shared<std::atomic_int>(0))
{
    m_pool.setMaxThreadCount(1);
    m_reading.setMaxThreadCount(1);
    connect(&intake, &IntakeDesk::changed, this, &PageDesk::follow);
    connect(&intake, &IntakeDesk::visitBegun, this, &PageDesk::close);
    connect(&capture, &CaptureDesk::ended, this, &PageDesk::changed);
}

PageDesk::~PageDesk()
{
    m_pool.waitForDone();
    m_reading.waitForDone();
}

QList<core::PageRef> PageDesk::pages() const
{
    return m_intake.draft().materials.value(m_material).pages;
}

std::optional<core::PageRef> PageDesk::page() const
{
    const auto all = pages();
    return m_current < all.size() ? std::optional(all[m_current]) : std::nullopt;
}

bool PageDesk::isChanged() const
{
    return page() && !core::editsOf(m_intake.draft(), *page()).steps.isEmpty();
}

void PageDesk::open(const QString& materialCode)
{
    if (m_intake.draft().materials.value(materialCode).pages.isEmpty())
        return;
    m_material = materialCode;
    m_current = 0;
    follow();
}

void PageDesk::close()
{
    if (!isOpen())
        return;
    m_material.clear();
    m_picture = {};
    m_loading.clear();
    Q_EMIT closed();
}

void PageDesk::setCurrent(int index)
{
    const int last = int(pages().size()) - 1;
    if (last < 0 || std::clamp(index, 0, last) == m_current)
        return;
    m_current = std::clamp(index, 0, last);
    follow();
}

void PageDesk::follow()
{
    if (!isOpen())
        return;
    const auto all = pages();
    if (all.isEmpty())
        return close();
    m_current = std::clamp(m_current, 0, int(all.size()) - 1);
    load();
    Q_EMIT changed();
}

void PageDesk::load()
{
    const QString sha = pages()[m_current].sha256;
    if (m_picture.sha256 == sha || m_loading == sha)
        return;
    m_picture = {};
    m_loading = sha;
    const int number = ++*m_wanted;
    m_intake.shelf()
        .bytes(m_intake.draft().caseId, sha)
        .then(&m_reading,
              [sha, number, wanted = m_wanted](const core::Result<QByteArray>& read) {
                  if (number != *wanted) // paged past
                      return Picture{sha, {}, {}, {}};
                  return pictureOf(sha, read ? documents::wholePage(*read) : QImage());
              })
        .then(this, [this, sha, number](const Picture& picture) {
            if (number != *m_wanted || m_loading != sha)
                return; // another page is on screen by now, or this one is read anew
            m_loading.clear();
            m_picture = picture;
            if (picture.whole.isNull())
                Q_EMIT adviceGiven(adviceFor({core::ErrorKind::Corrupt, u"page.damaged"_s, {QString::number(1)}}));
            Q_EMIT changed();
        });
}

void PageDesk::turn(int quarters)
{
    add({core::PageStep::Kind::Turn, quarters, {}, {}});
}

void PageDesk::straighten()
{
    add({core::PageStep::Kind::Straighten, 0, {}, {}});
}

void PageDesk::crop(const QRectF& area)
{
    const QRectF inside = area & QRectF(0, 0, 1, 1);
    if (!inside.isEmpty())
        add({core::PageStep::Kind::Crop, 0, inside, {}});
}

/// Several pages in one, bound when they were taken in: a change would leave only the first.
bool PageDesk::isDocument()
{
    const int count = page() ? page()->pages : 1;
    if (count > 1)
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"page.bound"_s, {QString::number(count)}}));
    return count > 1;
}

void PageDesk::add(const core::PageStep& step)
{
    if (!page() || m_intake.record() || isRetaking() || isDocument()) // what is being replaced needs no change
        return;
    m_wishes.append({m_material, page()->sha256, step});
    work();
}

void PageDesk::work()
{
    while (!m_working && !m_wishes.isEmpty()) {
        const Wish first = m_wishes.constFirst();
        QList<core::PageStep> steps;
        m_wishes.removeIf([&](const Wish& wish) {
            const bool same = wish.material == first.material && wish.sha256 == first.sha256;
            if (same)
                steps.append(wish.step);
            return same;
        });
        const auto all = m_intake.draft().materials.value(core::materialOf(m_intake.draft(), first.sha256, first.material)).pages;
        const auto before = std::find_if(all.begin(), all.end(), [&](const auto& page) { return page.sha256 == first.sha256; });
        if (before == all.end())
            continue; // taken out meanwhile
        core::EditedPage how = core::editsOf(m_intake.draft(), *before);
        how.steps = core::simplified(how.steps + steps);
        change(first.material, *before, how);
    }
}

/// Every change starts from the page as it was captured: nothing is encoded twice.
void PageDesk::change(const QString& materialCode, const core::PageRef& before, const core::EditedPage& how)
{
    if (how.steps.isEmpty()) {
        m_intake.arrange([&](core::IntakeDraft& draft) {
            return core::replacePage(draft, core::materialOf(draft, before.sha256, materialCode), before.sha256, how.original);
        });
        return;
    }
    setWorking(true);
    const QString caseId = m_intake.draft().caseId;
    m_intake.shelf()
        .bytes(caseId, how.original.sha256)
        .then(&m_pool,
              [store = m_services.store, caseId, how](const core::Result<QByteArray>& read) -> core::Result<Made> {
                  if (!read)
                      return tl::unexpected(read.error());
                  const QImage page = documents::afterSteps(documents::wholePage(*read), how.steps);
                  const QByteArray bytes = page.isNull() ? QByteArray() : documents::changedPage(page, *read);
                  if (bytes.isEmpty())
                      return core::fail(core::ErrorKind::Corrupt, u"page.unchanged"_s);
                  return sealPage(*store, caseId, core::DerivedMaterial, bytes, u"image/jpeg"_s).map([&](const SealedPage& sealedPage) {
                      return Made{sealedPage, pictureOf(sealedPage.page.ref.sha256, page)};
                  });
              })
        .then(this, [this, materialCode, before, how, job = m_job](const core::Result<Made>& result) {
            if (job == m_job) // not called off
                made(materialCode, before, how, result);
        });
}

void PageDesk::made(const QString& materialCode, const core::PageRef& before, const core::EditedPage& how, const core::Result<Made>& result)
{
    m_working = false;
    if (!result) {
        Q_EMIT adviceGiven(adviceFor(result.error()));
    } else {
        if (page() && page()->sha256 == before.sha256)
            m_picture = result->picture;
        m_intake.takeChanged(result->page, materialCode, before.sha256, how);
        for (Wish& wish : m_wishes) { // they were meant for what is now this page
            if (wish.sha256 == before.sha256)
                wish.sha256 = result->page.page.ref.sha256;
        }
    }
    work();
    Q_EMIT changed();
}

void PageDesk::restore()
{
    if (!page() || !isChanged())
        return;
    m_intake.arrange([&](core::IntakeDraft& draft) {
        return core::replacePage(draft, m_material, page()->sha256, core::editsOf(draft, *page()).original);
    });
}

void PageDesk::remove()
{
    if (page())
        m_intake.arrange([&](core::IntakeDraft& draft) { return core::removePages(draft, m_material, {page()->sha256}); });
}

void PageDesk::move(int from, int to)
{
    const auto all = pages();
    if (from < 0 || from >= all.size())
        return;
    const QString sha = all[from].sha256;
    m_intake.arrange([&](core::IntakeDraft& draft) {
        if (!core::movePage(draft, m_material, sha, to))
            return false;
        m_current = to; // the eye stays on the page
        return true;
    });
}

void PageDesk::handOver(const QString& materialCode)
{
    if (page())
        m_intake.arrange([&](core::IntakeDraft& draft) { return core::handOver(draft, m_material, page()->sha256, materialCode); });
}

void PageDesk::interleave()
{
    if (pages().size() % 2 != 0)
        return Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"page.odd"_s, {QString::number(pages().size())}}));
    m_intake.arrange([&](core::IntakeDraft& draft) { return core::interleave(draft, m_material); });
    Q_EMIT interleaved();
}

void PageDesk::removeBlank()
{
    if (!isOpen() || m_working || m_intake.record())
        return;
    QStringList shas;
    for (const core::PageRef& page : pages()) {
        if (page.pages == 1) // of a document only the first would be looked at
            shas.append(page.sha256);
    }
    if (shas.isEmpty() && isDocument())
        return;
    setWorking(true);
    const QString caseId = m_intake.draft().caseId;
    QList<QFuture<core::Result<QByteArray>>> reads;
    for (const QString& sha : std::as_const(shas))
        reads.append(m_intake.shelf().bytes(caseId, sha));
    QtFuture::whenAll(reads.begin(), reads.end())
        .then(&m_pool,
              [shas](const QList<QFuture<core::Result<QByteArray>>>& all) {
                  QStringList blank;
                  for (qsizetype i = 0; i < all.size(); ++i) {
                      const auto& read = all[i].result();
                      if (const QImage page = read ? documents::wholePage(*read) : QImage(); !page.isNull() && documents::isBlank(page))
                          blank.append(shas[i]);
                  }
                  return blank;
              })
        .then(this, [this, caseId, material = m_material, job = m_job](const QStringList& blank) {
            if (job != m_job)
                return; // called off
            m_working = false;
            const auto count = [&] { return m_intake.draft().materials.value(material).pages.size(); };
            const auto before = count();
            if (m_intake.draft().caseId == caseId)
                m_intake.arrange([&](core::IntakeDraft& draft) { return core::removePages(draft, material, blank); });
            Q_EMIT blankRemoved(int(before - count()));
            work(); // what was asked for meanwhile
            Q_EMIT changed();
        });
}

void PageDesk::retake()
{
    if (!page() || m_working || m_intake.record() || isDocument())
        return;
    m_capture.scanAgain(m_material, page()->sha256);
    Q_EMIT changed();
}

bool PageDesk::isRetaking() const
{
    return page() && m_capture.isReplacing(page()->sha256);
}

void PageDesk::callOff()
{
    ++m_job;
    m_wishes.clear();
    m_working = false;
    Q_EMIT changed();
}

void PageDesk::setWorking(bool working)
{
    m_working = working;
    Q_EMIT changed();
}

} // namespace desk
