// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/paperdesk.h"

#include "app/documents/pageimage.h"
#include "app/documents/papersample.h"
#include "app/store/prints.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto PrinterInterval = std::chrono::seconds(15);

/// Each paper is noted the moment it is out: when the next one fails, this one is not an original again.
core::Result<void> putAll(print::PaperOutput& output, store::Store& store, const QString& caseId, const QList<documents::Paper>& papers,
                          qint64 nowMs, const QString& clerk)
{
    for (const documents::Paper& paper : papers) {
        if (auto done = output.put(paper); !done)
            return done;
        const auto noted =
            store.write([&](store::Session& session) { return store::addPrint(session, caseId, {paper.kind, paper.copies, nowMs, clerk}); })
                .result();
        if (!noted)
            return noted;
    }
    return {};
}

} // namespace

PaperDesk::PaperDesk(Services& services, WorkDay& day, PageShelf& shelf) : m_services(services), m_day(day), m_shelf(shelf), m_look(this)
{
    connect(&m_look, &QTimer::timeout, this, &PaperDesk::lookForPrinter);
    m_look.start(PrinterInterval);
    lookForPrinter();
}

QFuture<PaperDesk::Rendered> PaperDesk::render(const core::CaseRecord& record, const QList<core::PaperKind>& printedBefore)
{
    const auto put = [=, renderer = m_services.renderer, catalogue = m_day.catalogue(), hall = m_day.hall()](const QImage& signature) {
        return renderer->renderAll(record, hall, catalogue ? catalogue->item(record.item.code) : nullptr, printedBefore, signature);
    };
    const auto signedPaper = std::find_if(record.papers.begin(), record.papers.end(),
                                          [](const core::PaperRecord& paper) { return paper.signature.has_value(); });
    if (signedPaper == record.papers.end())
        return QtConcurrent::run([put] { return put({}); });
    return m_shelf.bytes(record.id, signedPaper->signature->sha256)
        .then(QtFuture::Launch::Async, [put](const core::Result<QByteArray>& image) -> Rendered {
            if (!image)
                return tl::unexpected(image.error());
            return put(documents::wholeImage(*image));
        });
}

void PaperDesk::show(QFuture<Rendered> preview)
{
    preview.then(this, [this, wanted = ++m_previews](const Rendered& papers) {
        if (wanted != m_previews)
            return; // the clerk has gone on
        if (papers)
            Q_EMIT previewReady(*papers);
        else
            Q_EMIT adviceGiven(adviceFor(papers.error()));
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
    show(render(shown, {}));
}

void PaperDesk::previewSamples()
{
    show(QtConcurrent::run([renderer = m_services.renderer, hall = m_day.hall()] { return documents::samplePapers(*renderer, hall); }));
}

void PaperDesk::printProgress(const core::CaseRecord& record)
{
    QtConcurrent::run([renderer = m_services.renderer, output = m_services.output, record, hall = m_day.hall(), now = m_day.now()] {
        return renderer->renderProgress(record, hall, now).and_then([&](const documents::Paper& paper) { return output->put(paper); });
    }).then(this, [this, number = record.number](const core::Result<void>& done) {
        if (done)
            Q_EMIT progressPrinted(number);
        else
            Q_EMIT adviceGiven(adviceFor(done.error()));
    });
}

void PaperDesk::checkTemplates()
{
    QtConcurrent::run([renderer = m_services.renderer] {
        return documents::checkTemplates(*renderer);
    }).then(this, [this](const core::Result<void>& usable) {
        Q_EMIT templatesChecked(usable ? QStringList() : QStringList{usable.error().facts.join(u' ')});
    });
}

void PaperDesk::print(const core::CaseRecord& record)
{
    const Job job{record, m_day.isSignedIn() ? m_day.workplace().clerk.name : record.clerk.name}; // locked before it came so far
    if (m_printing)
        m_waiting.append(job);
    else
        begin(job);
}

/// In the name of whoever asked for it, also when the window is locked meanwhile.
void PaperDesk::begin(const Job& job)
{
    setPrinting(true);
    const core::CaseRecord& record = job.record;
    m_services.store->read([=](store::Session& session) { return store::printedKinds(session, record); })
        .then(this, [this, job](const core::Result<QList<core::PaperKind>>& before) {
            render(job.record, before.value_or(QList<core::PaperKind>{})).then(this, [this, job](const Rendered& papers) {
                if (papers)
                    return putOut(job, *papers);
                setPrinting(false);
                Q_EMIT adviceGiven(adviceFor(papers.error()));
            });
        });
}

void PaperDesk::putOut(const Job& job, const QList<documents::Paper>& papers)
{
    const qint64 nowMs = m_services.clock->now().time.toMSecsSinceEpoch();
    QtConcurrent::run([=, output = m_services.output, store = m_services.store, caseId = job.record.id, clerk = job.clerk] {
        return putAll(*output, *store, caseId, papers, nowMs, clerk);
    }).then(this, [=, this](const core::Result<void>& done) {
        setPrinting(false);
        if (done)
            Q_EMIT printed(job.record, papers);
        else
            Q_EMIT adviceGiven(adviceFor(done.error()));
        lookForPrinter();
    });
}

void PaperDesk::setPrinting(bool printing)
{
    m_printing = printing;
    Q_EMIT printingChanged(printing);
    if (!printing && !m_waiting.isEmpty())
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!m_printing && !m_waiting.isEmpty())
                    begin(m_waiting.takeFirst());
            },
            Qt::QueuedConnection);
}

void PaperDesk::lookForPrinter()
{
    QtConcurrent::run([output = m_services.output] { return output->isReady(); }).then(this, [this](bool ready) {
        m_printerReady = ready;
        Q_EMIT printerChanged();
    });
}

} // namespace desk
