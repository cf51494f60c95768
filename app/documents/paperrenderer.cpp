// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/paperrenderer.h"

#include "app/core/casepapers.h"
#include "app/core/guidecode.h"
#include "app/core/texttemplate.h"
#include "app/documents/paperdata.h"
#include "app/documents/qrcode.h"
#include "app/documents/searchablepdf.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>
#include <QTextFrame>

#include <cmath>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

constexpr int Resolution = 300;
constexpr int QrSide = 240;
constexpr QSize SignatureSize(180, 60); // on paper, at 96 dots an inch
constexpr qreal SlipWidthMm = 80;
constexpr qreal SlipMarginMm = 4;
constexpr qreal SheetMarginMm = 18;
constexpr qreal LongestSlipMm = 600;
constexpr qreal FooterMm = 7; // of sheets with more than one page

QPageLayout layoutFor(bool slip, qreal slipHeightMm)
{
    if (!slip)
        return {QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(SheetMarginMm, SheetMarginMm, SheetMarginMm, SheetMarginMm),
                QPageLayout::Millimeter};
    const QPageSize roll(QSizeF(SlipWidthMm, slipHeightMm), QPageSize::Millimeter, u"80 mm"_s, QPageSize::ExactMatch);
    return {roll, QPageLayout::Portrait, QMarginsF(SlipMarginMm, SlipMarginMm, SlipMarginMm, SlipMarginMm), QPageLayout::Millimeter};
}

void layOut(QTextDocument& document, QPdfWriter& writer, qreal footerMm = 0)
{
    document.documentLayout()->setPaintDevice(&writer);
    document.setDocumentMargin(0);
    QSizeF page = writer.pageLayout().paintRectPixels(Resolution).size();
    page.rheight() -= footerMm / 25.4 * Resolution;
    document.setPageSize(page);
}

/// The last table of a sheet, with the code and who signs, moves to the next page whole.
void keepLastTableWhole(QTextDocument& document)
{
    const QList<QTextFrame*> tables = document.rootFrame()->childFrames();
    if (tables.isEmpty())
        return;
    const QRectF box = document.documentLayout()->frameBoundingRect(tables.constLast());
    const qreal page = document.pageSize().height();
    if (std::floor(box.top() / page) == std::floor((box.bottom() - 1) / page))
        return;
    QTextFrameFormat format = tables.constLast()->frameFormat();
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    tables.constLast()->setFrameFormat(format);
}

/// Sheets that can come apart say which they are.
void drawFooter(QPainter& painter, const QSizeF& page, int number, int count)
{
    QFont font(u"Noto Sans CJK SC"_s);
    font.setPointSizeF(9);
    painter.setFont(font);
    const qreal height = FooterMm / 25.4 * Resolution;
    painter.drawText(QRectF(0, page.height(), page.width(), height), Qt::AlignHCenter | Qt::AlignBottom,
                     u"第%1页 共%2页"_s.arg(number).arg(count));
}

void paintPages(QTextDocument& document, QPdfWriter& writer)
{
    QPainter painter(&writer);
    const QSizeF page = document.pageSize();
    const int pages = document.pageCount();
    for (int i = 0; i < pages; ++i) {
        if (i > 0)
            writer.newPage();
        painter.save();
        painter.translate(0, -i * page.height());
        document.drawContents(&painter, QRectF(0, i * page.height(), page.width(), page.height()));
        painter.restore();
        if (pages > 1)
            drawFooter(painter, page, i + 1, pages);
    }
}

struct Pictures
{
    QImage qr;
    QImage signature;
};

QByteArray pdfOf(const QString& html, const QString& css, const Pictures& pictures, bool slip, const QString& title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(Resolution);
    writer.setTitle(title);
    writer.setCreator(u"一窗"_s);
    writer.setPageLayout(layoutFor(slip, LongestSlipMm));
    QTextDocument document;
    document.addResource(QTextDocument::ImageResource, QUrl(u"qr"_s), pictures.qr);
    document.addResource(QTextDocument::ImageResource, QUrl(u"signature"_s), pictures.signature);
    document.setDefaultStyleSheet(css);
    document.setHtml(html);
    layOut(document, writer);
    if (slip) { // a roll is cut where the text ends
        const qreal height = document.documentLayout()->documentSize().height() / Resolution * 25.4;
        writer.setPageLayout(layoutFor(true, std::min(LongestSlipMm, height + 2 * SlipMarginMm + 4)));
        layOut(document, writer);
    } else {
        if (document.pageCount() > 1)
            layOut(document, writer, FooterMm);
        keepLastTableWhole(document);
    }
    paintPages(document, writer);
    buffer.close();
    return withSearchableText(bytes, document.toPlainText());
}

/// Which file it is belongs to what is wrong with it.
core::Result<QString> filled(const QString& name, const QString& text, const QJsonObject& data)
{
    return core::fillTemplate(text, data).map_error([&](core::Error error) {
        error.facts.prepend(name);
        return error;
    });
}

} // namespace

core::Result<QString> PaperRenderer::file(const QString& name) const
{
    QFile source(m_folder + u'/' + name);
    if (!source.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorKind::NotFound, u"paper.missing-template"_s, {name});
    return QString::fromUtf8(source.readAll());
}

core::Result<Paper> PaperRenderer::render(const core::PaperRecord& paper, const core::CaseRecord& record, const core::HallInfo& hall,
                                          const core::ServiceItem* item, bool reprint, const QImage& signature) const
{
    const QString name = core::toWire(paper.kind);
    const auto text = file(name + u".html"_s);
    const auto css = file(u"papers.css"_s);
    if (!text || !css)
        return tl::unexpected(text ? css.error() : text.error());
    QJsonObject data = paperData(record, hall, item);
    data[u"reprint"_s] = reprint;
    data[u"corrected"_s] = core::isReplacement(record, paper.kind);
    data[u"paperNumber"_s] = paper.number;
    const QSize shown = signature.size().scaled(SignatureSize, Qt::KeepAspectRatio);
    data[u"signed"_s] = !signature.isNull();
    data[u"signatureWidth"_s] = shown.width();
    data[u"signatureHeight"_s] = shown.height();
    const QImage qr = qrCode(queryText(record, hall), QrSide);
    if (qr.isNull())
        return core::fail(core::ErrorKind::InvalidInput, u"paper.qr"_s);
    return filled(name + u".html"_s, *text, data).map([&](const QString& html) {
        const bool slip = paper.kind == core::PaperKind::ReceiptSlip || paper.kind == core::PaperKind::SupplementSlip ||
                          paper.kind == core::PaperKind::DeferredReceiptSlip;
        return Paper{paper.kind, record.number, paper.copies, slip, reprint, pdfOf(html, *css, {qr, signature}, slip, record.number)};
    });
}

core::Result<QList<Paper>> PaperRenderer::renderAll(const core::CaseRecord& record, const core::HallInfo& hall,
                                                    const core::ServiceItem* item, const QList<core::PaperKind>& printedBefore,
                                                    const QImage& signature) const
{
    QList<Paper> papers;
    for (const core::PaperRecord& paper : record.papers) {
        const auto rendered = render(paper, record, hall, item, printedBefore.contains(paper.kind), paper.signature ? signature : QImage());
        if (!rendered)
            return tl::unexpected(rendered.error());
        papers.append(*rendered);
    }
    return papers;
}

core::Result<Paper> PaperRenderer::renderLabelled(const QString& label, const QString& number, const QString& code, const QJsonObject& data,
                                                  bool slip) const
{
    const QString name = label + u".html"_s;
    const auto text = file(name);
    const auto css = file(u"papers.css"_s);
    if (!text || !css)
        return tl::unexpected(text ? css.error() : text.error());
    const QImage qr = qrCode(code, QrSide);
    if (qr.isNull())
        return core::fail(core::ErrorKind::InvalidInput, u"paper.qr"_s);
    return filled(name, *text, data).map([&](const QString& html) {
        Paper paper;
        paper.number = number;
        paper.label = label;
        paper.slip = slip;
        paper.pdf = pdfOf(html, *css, {qr, {}}, slip, number);
        return paper;
    });
}

core::Result<Paper> PaperRenderer::renderTransfer(const core::Transfer& transfer, const core::HallInfo& hall, bool reprint) const
{
    QJsonObject data = transferData(transfer, hall);
    data[u"reprint"_s] = reprint;
    return renderLabelled(u"hand-over-list"_s, transfer.number, transfer.number, data).map([&](Paper paper) {
        paper.copies = 2;
        paper.reprint = reprint;
        return paper;
    });
}

core::Result<Paper> PaperRenderer::renderProgress(const core::CaseRecord& record, const core::HallInfo& hall, const QDateTime& now) const
{
    return renderLabelled(u"progress-answer"_s, record.number, queryText(record, hall), progressData(record, hall, now), true);
}

core::Result<Paper> PaperRenderer::renderTicket(const core::GivenTicket& given, const QString& className, const core::HallInfo& hall,
                                                bool reprint) const
{
    QJsonObject data = ticketData(given, className, hall);
    data[u"reprint"_s] = reprint;
    return renderLabelled(u"ticket-slip"_s, given.ticket.number, queryText(given, hall), data, true).map([&](Paper paper) {
        paper.reprint = reprint;
        return paper;
    });
}

core::Result<Paper> PaperRenderer::renderChecklist(const core::ServiceItem& item, const core::Scenario& scenario,
                                                   const core::HallInfo& hall, const QDate& today) const
{
    return renderLabelled(u"checklist"_s, item.code + u'-' + scenario.code, core::guideCode(item, scenario),
                          checklistData(item, scenario, hall, today));
}

} // namespace documents
