// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/sheetwatch.h"

#include "app/documents/pagework.h"

#include <cstdlib>

namespace documents {

namespace {

constexpr QSize Small(96, 72);
constexpr QSize Sheet(24, 34); // lines of writing become grey: a sheet put straight looks the same
constexpr int MissingLooks = 3;
constexpr qint64 StillMs = 700;
constexpr int Changed = 26;           // of 255: more than a sensor's noise
constexpr double MovingShare = 0.006; // of the picture
constexpr double OtherShare = 0.02;   // a sheet with other writing

/// Share of the picture that looks different.
double difference(const QImage& a, const QImage& b)
{
    if (a.size() != b.size())
        return 1.0;
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        const uchar* one = a.constScanLine(y);
        const uchar* two = b.constScanLine(y);
        for (int x = 0; x < a.width(); ++x)
            count += std::abs(int(one[x]) - int(two[x])) > Changed ? 1 : 0;
    }
    return double(count) / (a.width() * a.height());
}

} // namespace

SheetWatch::Look SheetWatch::look(const QImage& frame, qint64 ms, double smallestShare)
{
    const QImage small = frame.scaled(Small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
    const bool moved = m_before.isNull() || difference(small, m_before) > MovingShare;
    m_before = small;
    if (moved) {
        m_stillSince = ms;
        m_told = false;
    }
    Look look;
    const QPolygonF corners = sheetIn(frame, smallestShare);
    for (const QPointF& corner : corners)
        look.corners.append(QPointF(corner.x() / frame.width(), corner.y() / frame.height()));
    look.still = !moved && ms - m_stillSince >= StillMs;
    m_sheet = corners.isEmpty() ? QImage()
                                : straightened(frame, corners)
                                      .scaled(Sheet, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                      .convertToFormat(QImage::Format_Grayscale8);
    m_missing = corners.isEmpty() ? m_missing + 1 : 0;
    look.gone = m_missing >= MissingLooks;
    if (look.gone)
        m_captured = {}; // it was taken away: the next may look the same
    if (look.still && !corners.isEmpty() && !m_told) {
        m_told = true;
        look.fresh = m_captured.isNull() || difference(m_sheet, m_captured) > OtherShare;
        if (look.fresh)
            m_captured = m_sheet;
    }
    return look;
}

void SheetWatch::captured()
{
    m_captured = m_sheet;
    m_told = true;
}

void SheetWatch::reset()
{
    *this = {};
}

} // namespace documents
