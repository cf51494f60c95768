// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/paperdesk.h"

#include "app/store/cases.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace desk {

PaperDesk::PaperDesk(Services& services, WorkDay& day) : m_services(services), m_day(day) {}

QFuture<core::Result<QList<documents::Paper>>> PaperDesk::render(const core::CaseRecord& record, bool reprint)
{
    return QtConcurrent::run([=, renderer = m_services.renderer, catalogue = m_day.catalogue(), hall = m_day.hall()] {
        return renderer->renderAll(record, hall, catalogue ? catalogue->item(record.item.code) : nullptr, reprint);
    });
}

void PaperDesk::preview(const core::CaseRecord& record)
{
    core::CaseRecord shown = record;
    if (shown.number.isEmpty()) {
        shown.number = tr("(given on acceptance)");
        for (core::PaperRecord& paper : shown.papers)
            paper.number = shown.number;
    }
    render(shown, false).then(this, [this](const core::Result<QList<documents::Paper>>& papers) {
        if (papers)
            Q_EMIT previewReady(*papers);
        else
            Q_EMIT adviceGiven(adviceFor(papers.error()));
    });
}

void PaperDesk::print(const core::CaseRecord& record)
{
    if (m_printing) {
        m_waiting.append(record);
        return;
    }
    setPrinting(true);
    const core::PaperKind first = record.papers.isEmpty() ? core::PaperKind::ReceiptSlip : record.papers.constFirst().kind;
    m_services.store->read([=](store::Session& session) { return store::printCount(session, record.id, first); })
        .then(this, [this, record](const core::Result<int>& count) { return render(record, count.value_or(0) > 0); })
        .unwrap()
        .then(this, [this, record](const core::Result<QList<documents::Paper>>& papers) {
            if (papers)
                return putOut(record, *papers);
            setPrinting(false);
            Q_EMIT adviceGiven(adviceFor(papers.error()));
        });
}

void PaperDesk::putOut(const core::CaseRecord& record, const QList<documents::Paper>& papers)
{
    print::putAll(m_services.output, papers)
        .then(this,
              [=, this](const core::Result<void>& done) {
                  if (!done)
                      return QtFuture::makeReadyFuture(done);
                  const qint64 nowMs = m_services.clock->now().time.toMSecsSinceEpoch();
                  return m_services.store->write([=](store::Session& session) -> core::Result<void> {
                      for (const documents::Paper& paper : papers) {
                          if (auto noted = store::addPrint(session, record.id, paper.kind, paper.copies, nowMs); !noted)
                              return noted;
                      }
                      return {};
                  });
              })
        .unwrap()
        .then(this, [=, this](const core::Result<void>& done) {
            setPrinting(false);
            if (done)
                Q_EMIT printed(record, papers);
            else
                Q_EMIT adviceGiven(adviceFor(done.error()));
        });
}

void PaperDesk::setPrinting(bool printing)
{
    m_printing = printing;
    Q_EMIT printingChanged(printing);
    if (!printing && !m_waiting.isEmpty())
        QMetaObject::invokeMethod(this, [this] { print(m_waiting.takeFirst()); }, Qt::QueuedConnection);
}

} // namespace desk
