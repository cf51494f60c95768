// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"

#include <QList>
#include <QPointF>
#include <QRectF>

namespace core {

/// One thing that was done to a page. Places are shares of the picture the step is done to (0 to 1).
struct PageStep
{
    enum class Kind { Turn, Straighten, Crop, Flatten };
    Kind kind = Kind::Turn;
    int quarters = 0;       ///< Turn: clockwise
    QRectF area;            ///< Crop: what stays
    QList<QPointF> corners; ///< Flatten: the sheet in a photo; top left, top right, bottom right, bottom left

    friend bool operator==(const PageStep&, const PageStep&) = default;
};

/// How a page came to be from the one that was captured, which is kept.
struct EditedPage
{
    PageRef original;
    QList<PageStep> steps;

    friend bool operator==(const EditedPage&, const EditedPage&) = default;
};

/// The same page by fewer steps: turns in a row become one, those that cancel each other vanish.
QList<PageStep> simplified(const QList<PageStep>& steps);

QJsonObject editedPageToJson(const EditedPage& page);
/// Steps this program does not know are an empty answer: the page stays as it is and its original is out of reach.
std::optional<EditedPage> editedPageFromJson(const QJsonObject& json);

} // namespace core
