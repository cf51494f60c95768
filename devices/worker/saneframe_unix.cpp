// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/worker/saneframe.h"

#include <algorithm>
#include <cstring>

namespace devices {

namespace {

constexpr qint64 MostPixels = 120'000'000;
constexpr qint64 MostBytes = MostPixels * 6; // colour in sixteen bits
constexpr qint64 Padding = 4096;             // of a line

int samplesOf(SANE_Frame format)
{
    return format == SANE_FRAME_RGB ? 3 : 1;
}

/// The high byte of each 16-bit sample (in this machine's order).
QByteArray toEightBits(const QByteArray& bytes)
{
    QByteArray result(bytes.size() / 2, Qt::Uninitialized);
    for (qsizetype i = 0; i < result.size(); ++i) {
        quint16 sample = 0;
        memcpy(&sample, bytes.constData() + i * 2, sizeof sample);
        result[i] = char(sample >> 8);
    }
    return result;
}

} // namespace

bool SaneFrame::begin(const SANE_Parameters& parameters)
{
    const bool pass = parameters.format == SANE_FRAME_RED || parameters.format == SANE_FRAME_GREEN || parameters.format == SANE_FRAME_BLUE;
    const bool goesOn = m_threePass && pass;
    if (goesOn && (parameters.pixels_per_line != m_parameters.pixels_per_line || parameters.depth != m_parameters.depth))
        return false;
    const qint64 samples = qint64(parameters.pixels_per_line) * samplesOf(parameters.format);
    const qint64 needed = parameters.depth == 1 ? (samples + 7) / 8 : samples * parameters.depth / 8;
    const bool fits = parameters.pixels_per_line > 0 && (parameters.depth == 1 || parameters.depth == 8 || parameters.depth == 16) &&
                      parameters.bytes_per_line >= needed && parameters.bytes_per_line <= needed + Padding &&
                      !(parameters.depth == 1 && parameters.format != SANE_FRAME_GRAY) &&
                      qint64(parameters.pixels_per_line) * std::max(1, parameters.lines) <= MostPixels;
    if (!fits)
        return false;
    m_parameters = parameters;
    m_threePass = pass;
    m_bytes.clear();
    if (parameters.lines > 0)
        m_bytes.reserve(qsizetype(parameters.lines) * parameters.bytes_per_line);
    return true;
}

bool SaneFrame::add(const SANE_Byte* bytes, int count)
{
    const qint64 lines = (m_bytes.size() + count) / std::max(1, m_parameters.bytes_per_line);
    if (m_bytes.size() + count > MostBytes || lines * m_parameters.pixels_per_line > MostPixels)
        return false;
    m_bytes.append(reinterpret_cast<const char*>(bytes), count);
    if (m_threePass)
        m_passes[m_parameters.format - SANE_FRAME_RED].append(reinterpret_cast<const char*>(bytes), count);
    return true;
}

int SaneFrame::percent() const
{
    const qint64 all = qint64(m_parameters.lines) * m_parameters.bytes_per_line;
    return all <= 0 ? -1 : int(std::min<qint64>(100, m_bytes.size() * 100 / all));
}

int SaneFrame::linesIn(const QByteArray& bytes) const
{
    const int whole = m_parameters.bytes_per_line > 0 ? int(bytes.size() / m_parameters.bytes_per_line) : 0;
    return m_parameters.lines > 0 ? std::min(whole, m_parameters.lines) : whole;
}

QImage SaneFrame::image(int dpi) const
{
    const int lines = m_threePass ? std::min({linesIn(m_passes[0]), linesIn(m_passes[1]), linesIn(m_passes[2])}) : linesIn(m_bytes);
    if (lines < 1)
        return {};
    QImage image = m_threePass                             ? threePassImage(lines)
                   : m_parameters.format == SANE_FRAME_RGB ? colourImage(lines)
                                                           : greyImage(m_bytes, lines);
    image.setDotsPerMeterX(qRound(dpi / 0.0254));
    image.setDotsPerMeterY(qRound(dpi / 0.0254));
    return image;
}

QImage SaneFrame::greyImage(const QByteArray& bytes, int lines) const
{
    const bool line = m_parameters.depth == 1;
    QImage image(m_parameters.pixels_per_line, lines, line ? QImage::Format_Mono : QImage::Format_Grayscale8);
    if (line)
        image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)}); // a set bit is black
    const QByteArray eight = m_parameters.depth == 16 ? toEightBits(bytes) : bytes;
    const qsizetype stride = m_parameters.depth == 16 ? m_parameters.bytes_per_line / 2 : m_parameters.bytes_per_line;
    const auto used = std::size_t(line ? (m_parameters.pixels_per_line + 7) / 8 : m_parameters.pixels_per_line);
    for (int y = 0; y < lines; ++y)
        memcpy(image.scanLine(y), eight.constData() + y * stride, used);
    return image;
}

QImage SaneFrame::colourImage(int lines) const
{
    const QByteArray eight = m_parameters.depth == 16 ? toEightBits(m_bytes) : m_bytes;
    const qsizetype stride = m_parameters.depth == 16 ? m_parameters.bytes_per_line / 2 : m_parameters.bytes_per_line;
    QImage image(m_parameters.pixels_per_line, lines, QImage::Format_RGB888);
    for (int y = 0; y < lines; ++y)
        memcpy(image.scanLine(y), eight.constData() + y * stride, std::size_t(m_parameters.pixels_per_line) * 3);
    return image;
}

QImage SaneFrame::threePassImage(int lines) const
{
    const QImage red = greyImage(m_passes[0], lines);
    const QImage green = greyImage(m_passes[1], lines);
    const QImage blue = greyImage(m_passes[2], lines);
    QImage image(m_parameters.pixels_per_line, lines, QImage::Format_RGB888);
    for (int y = 0; y < lines; ++y) {
        uchar* to = image.scanLine(y);
        for (int x = 0; x < image.width(); ++x) {
            *to++ = red.constScanLine(y)[x];
            *to++ = green.constScanLine(y)[x];
            *to++ = blue.constScanLine(y)[x];
        }
    }
    return image;
}

} // namespace devices
