// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/pagesteps.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int FullTurn = 4;

QJsonArray pointToJson(const QPointF& point)
{
    return {point.x(), point.y()};
}

QPointF pointFromJson(const QJsonValue& json)
{
    return {std::clamp(json[0].toDouble(), 0.0, 1.0), std::clamp(json[1].toDouble(), 0.0, 1.0)};
}

QJsonObject stepToJson(const PageStep& step)
{
    switch (step.kind) {
    case PageStep::Kind::Turn: return {{u"turn"_s, step.quarters}};
    case PageStep::Kind::Straighten: return {{u"straighten"_s, true}};
    case PageStep::Kind::Crop: return {{u"crop"_s, QJsonArray{pointToJson(step.area.topLeft()), pointToJson(step.area.bottomRight())}}};
    case PageStep::Kind::Flatten: {
        QJsonArray corners;
        for (const QPointF& corner : step.corners)
            corners.append(pointToJson(corner));
        return {{u"flatten"_s, corners}};
    }
    }
    return {};
}

std::optional<PageStep> stepFromJson(const QJsonObject& json)
{
    if (json.contains(u"turn"_s))
        return PageStep{PageStep::Kind::Turn, json[u"turn"_s].toInt(), {}, {}};
    if (json.contains(u"straighten"_s))
        return PageStep{PageStep::Kind::Straighten, 0, {}, {}};
    if (json.contains(u"crop"_s))
        return PageStep{PageStep::Kind::Crop, 0, QRectF(pointFromJson(json[u"crop"_s][0]), pointFromJson(json[u"crop"_s][1])), {}};
    if (!json.contains(u"flatten"_s))
        return std::nullopt;
    PageStep step{PageStep::Kind::Flatten, 0, {}, {}};
    const QJsonArray corners = json[u"flatten"_s].toArray();
    for (const QJsonValue& corner : corners)
        step.corners.append(pointFromJson(corner));
    return step;
}

} // namespace

QList<PageStep> simplified(const QList<PageStep>& steps)
{
    QList<PageStep> result;
    for (const PageStep& step : steps) {
        PageStep* last = result.isEmpty() ? nullptr : &result.last();
        if (last && step.kind == PageStep::Kind::Turn && last->kind == PageStep::Kind::Turn)
            last->quarters += step.quarters;
        else if (!last || step.kind != PageStep::Kind::Straighten || last->kind != PageStep::Kind::Straighten)
            result.append(step);
        if (result.constLast().kind != PageStep::Kind::Turn)
            continue;
        result.last().quarters = (result.constLast().quarters % FullTurn + FullTurn) % FullTurn;
        if (result.constLast().quarters == 0)
            result.removeLast();
    }
    return result;
}

QJsonObject editedPageToJson(const EditedPage& page)
{
    QJsonArray steps;
    for (const PageStep& step : page.steps)
        steps.append(stepToJson(step));
    return {{u"original"_s, pagesToJson({page.original})[0]}, {u"steps"_s, steps}};
}

std::optional<EditedPage> editedPageFromJson(const QJsonObject& json)
{
    EditedPage page{pagesFromJson({json[u"original"_s]}).constFirst(), {}};
    const QJsonArray steps = json[u"steps"_s].toArray();
    constexpr qsizetype MostSteps = 200;
    if (steps.size() > MostSteps)
        return std::nullopt;
    for (const QJsonValue& entry : steps) {
        const auto step = stepFromJson(entry.toObject());
        if (!step)
            return std::nullopt;
        page.steps.append(*step);
    }
    return page.original.sha256.isEmpty() ? std::nullopt : std::optional(page);
}

} // namespace core
