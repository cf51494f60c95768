// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/pageedits.h"

#include "app/documents/pageimage.h"
#include "app/documents/pagework.h"

#include <QBuffer>
#include <QPolygonF>

#include <algorithm>

namespace documents {

namespace {

constexpr QSize A3At300(3508, 4961);
constexpr qint64 SmallestTarget = 256LL * 1024;
constexpr double Inflation = 1.15;
constexpr int GoodQuality = 88;

QImage cropped(const QImage& page, const QRectF& area)
{
    const QRectF inPixels(area.x() * page.width(), area.y() * page.height(), area.width() * page.width(), area.height() * page.height());
    const QRect kept = inPixels.toAlignedRect() & page.rect();
    return kept.isEmpty() ? page : page.copy(kept);
}

QImage flattened(const QImage& photo, const QList<QPointF>& corners)
{
    QPolygonF inPixels;
    for (const QPointF& corner : corners)
        inPixels.append(QPointF(corner.x() * photo.width(), corner.y() * photo.height()));
    return straightened(photo, inPixels);
}

} // namespace

QImage wholePage(const QByteArray& bytes)
{
    if (bytes.startsWith("%PDF-"))
        return pageImage(bytes, A3At300);
    return wholeImage(bytes);
}

QImage afterSteps(const QImage& original, const QList<core::PageStep>& steps)
{
    QImage page = original;
    for (const core::PageStep& step : steps) {
        switch (step.kind) {
        case core::PageStep::Kind::Turn: page = turned(page, step.quarters); break;
        case core::PageStep::Kind::Straighten: page = deskewed(page); break;
        case core::PageStep::Kind::Crop: page = cropped(page, step.area); break;
        case core::PageStep::Kind::Flatten: page = flattened(page, step.corners); break;
        }
    }
    return page;
}

QByteArray changedPage(const QImage& page, const QByteArray& original)
{
    const qint64 target = std::max(SmallestTarget, qint64(double(original.size()) * Inflation));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const bool fits = page.save(&buffer, "JPEG", GoodQuality) && bytes.size() <= target;
    return fits ? bytes : jpegWithin(page, target);
}

} // namespace documents
