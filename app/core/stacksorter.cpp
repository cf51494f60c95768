// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/stacksorter.h"

#include <algorithm>

namespace core {

namespace {

constexpr double LikeEnough = 0.7;

QString wordLetters(const QString& text)
{
    QString letters;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            letters += c;
    }
    return letters;
}

/// The material whose name stands at the head of a page; empty when none does, or two do equally well.
QString titled(const QString& title, const QList<MaterialRequirement>& checklist)
{
    QString best;
    double most = LikeEnough;
    bool twice = false;
    for (const MaterialRequirement& requirement : checklist) {
        const double like = likeness(requirement.name, title);
        if (like < most)
            continue;
        twice = !best.isEmpty() && like == most;
        most = like;
        best = requirement.code;
    }
    return twice ? QString() : best;
}

bool onChecklist(const QString& code, const QList<MaterialRequirement>& checklist)
{
    return std::any_of(checklist.begin(), checklist.end(), [&](const auto& requirement) { return requirement.code == code; });
}

/// Materials one after another as in the stack before, page by page.
QStringList orderOf(const QList<StackRun>& remembered, const QList<MaterialRequirement>& checklist)
{
    QStringList order;
    for (const StackRun& run : remembered) {
        if (onChecklist(run.materialCode, checklist))
            order.append(QStringList(std::clamp(run.pages, 0, 500), run.materialCode));
    }
    return order;
}

} // namespace

double likeness(const QString& name, const QString& text)
{
    const QString wanted = wordLetters(name);
    const QString found = wordLetters(text);
    if (wanted.isEmpty())
        return 0;
    if (wanted.size() == 1)
        return found.contains(wanted) ? 1 : 0;
    int hits = 0;
    for (qsizetype i = 0; i + 1 < wanted.size(); ++i)
        hits += found.contains(QStringView(wanted).mid(i, 2)) ? 1 : 0;
    return double(hits) / double(wanted.size() - 1);
}

QList<StackPlace> sortStack(const QList<PageClue>& pages, const QList<MaterialRequirement>& checklist, const QList<StackRun>& remembered,
                            StackTail& tail)
{
    const QStringList order = orderOf(remembered, checklist);
    QList<StackPlace> places;
    auto& [current, reason, separated, counted] = tail;
    for (const PageClue& page : pages) {
        if (page.separator) {
            separated = true;
            current = onChecklist(page.separatesMaterial, checklist) ? page.separatesMaterial : QString();
            places.append({{}, PlaceCertainty::Certain, PlaceReason::SeparatorSheet});
            continue;
        }
        if (page.blank) {
            places.append({{}, PlaceCertainty::Likely, PlaceReason::Blank});
            continue;
        }
        const qsizetype position = counted++;
        if (separated) {
            places.append(current.isEmpty() ? StackPlace{} : StackPlace{current, PlaceCertainty::Certain, PlaceReason::Separator});
            continue;
        }
        if (const QString material = titled(page.title, checklist); !material.isEmpty()) {
            current = material;
            reason = PlaceReason::Title;
        } else if (!current.isEmpty()) {
            reason = PlaceReason::FollowsTitle;
        }
        if (!current.isEmpty())
            places.append({current, PlaceCertainty::Likely, reason});
        else if (position < order.size())
            places.append({order[position], PlaceCertainty::Likely, PlaceReason::Order});
        else
            places.append(StackPlace{});
    }
    return places;
}

QList<StackRun> runsOf(const QStringList& materialCodes)
{
    QList<StackRun> runs;
    for (const QString& code : materialCodes) {
        if (!runs.isEmpty() && runs.constLast().materialCode == code)
            ++runs.last().pages;
        else
            runs.append({code, 1});
    }
    return runs;
}

} // namespace core
