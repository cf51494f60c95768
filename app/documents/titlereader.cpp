// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/titlereader.h"

#include <QBuffer>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace documents {

namespace {
constexpr int DeadlineMs = 15'000;
constexpr int Width = 1240;       // A4 at 150 dpi
constexpr double HeadShare = 0.3; // titles stand in the upper part
constexpr qsizetype LongestTitle = 200;
} // namespace

TitleReader::TitleReader() : m_program(QStandardPaths::findExecutable(u"tesseract"_s)) {}

QString TitleReader::titleOf(const QImage& page) const
{
    if (m_program.isEmpty() || page.isNull())
        return {};
    const QImage head = page.copy(0, 0, page.width(), qRound(page.height() * HeadShare)).scaledToWidth(Width, Qt::SmoothTransformation);
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    head.convertToFormat(QImage::Format_Grayscale8).save(&buffer, "PNG");
    QProcess process;
    process.setProcessEnvironment([] {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"OMP_THREAD_LIMIT"_s, u"1"_s); // pages side by side do better than threads in one
        return environment;
    }());
    process.start(m_program, {u"-"_s, u"-"_s, u"-l"_s, u"chi_sim"_s, u"--psm"_s, u"6"_s});
    if (!process.waitForStarted())
        return {};
    process.write(png);
    process.closeWriteChannel();
    if (!process.waitForFinished(DeadlineMs)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return QString::fromUtf8(process.readAllStandardOutput()).simplified().left(LongestTitle);
}

} // namespace documents
