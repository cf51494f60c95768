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

core::Result<documents::Paper> sheetsOf(const Pages& read, const QString& mark, const QString& number)
{
    QList<QImage> images;
    for (const auto& page : read) {
        const core::Result<QByteArray> bytes = page.result();
        if (!bytes)
            return tl::unexpected(bytes.error());
        const QImage image = documents::wholeImage(*bytes);
        if (image.isNull())
            return core::fail(core::ErrorKind::BadAnswer, u"page.unreadable"_s);
        images.append(image);
    }
    documents::Paper sheets;
    sheets.number = number;
    sheets.label = u"copy"_s;
    sheets.pdf = documents::copySheets(images, mark, number);
    return sheets;
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
        return sheetsOf(read, mark, number).and_then([&](const documents::Paper& sheets) { return output->put(sheets); });
    }).then(this, [this, count = int(read.size())](const core::Result<void>& printed) {
        if (printed)
            Q_EMIT copied(count);
        else
            Q_EMIT adviceGiven(adviceFor(printed.error()));
    });
}

} // namespace desk
