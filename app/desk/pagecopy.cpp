// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/pagedesk.h"
#include "app/documents/copysheet.h"
#include "app/documents/pageimage.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace desk {

// A paper copy of a material, printed from its scans.

namespace {

using Pages = QList<QFuture<core::Result<QByteArray>>>;

/// A document of several pages is as many sheets.
core::Result<QList<QImage>> imagesOf(const QByteArray& bytes)
{
    constexpr QSize A4At300(2480, 3508);
    const bool pdf = bytes.startsWith("%PDF-");
    QList<QImage> images;
    for (int number = 0; number < std::max(1, documents::pageCount(bytes)); ++number) {
        images.append(pdf ? documents::pageImage(bytes, A4At300, number) : documents::wholeImage(bytes));
        if (images.constLast().isNull())
            return core::fail(core::ErrorKind::BadAnswer, u"page.unreadable"_s);
    }
    return images;
}

core::Result<QList<QImage>> imagesOf(const Pages& read)
{
    QList<QImage> images;
    for (const auto& page : read) {
        const auto more = page.result().and_then([](const QByteArray& bytes) { return imagesOf(bytes); });
        if (!more)
            return tl::unexpected(more.error());
        images += *more;
    }
    return images;
}

/// Prints them; how many sheets.
core::Result<int> printed(print::PaperOutput& output, const QList<QImage>& images, const QString& mark, const QString& number)
{
    documents::Paper sheets;
    sheets.number = number;
    sheets.label = u"copy"_s;
    sheets.pdf = documents::copySheets(images, mark, number);
    return output.put(sheets).map([&] { return int(images.size()); });
}

} // namespace

void PageDesk::printCopy()
{
    if (!isOpen() || m_working)
        return;
    Pages read;
    const auto all = pages();
    for (const core::PageRef& page : all)
        read.append(m_intake.shelf().bytes(m_intake.draft().caseId, page.sha256));
    const QString number = m_intake.draft().itemCode + u'-' + m_material;
    QtFuture::whenAll(read.begin(), read.end())
        .then(this, [this, mark = documents::copyMark(m_intake.verification(m_material)), number](const Pages& done) {
            putOut(done, mark, number);
        });
}

void PageDesk::putOut(const QList<QFuture<core::Result<QByteArray>>>& read, const QString& mark, const QString& number)
{
    QtConcurrent::run(&m_reading, [read, mark, number, output = m_services.output] {
        return imagesOf(read).and_then([&](const QList<QImage>& images) { return printed(*output, images, mark, number); });
    }).then(this, [this](const core::Result<int>& sheets) {
        if (sheets)
            Q_EMIT copied(*sheets);
        else
            Q_EMIT adviceGiven(adviceFor(sheets.error()));
    });
}

} // namespace desk
