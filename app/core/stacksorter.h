// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/serviceitem.h"

namespace core {

/// Pages of a draft that belong to no material yet wait under this code; no catalogue has it.
inline const QString UnsortedMaterial = QStringLiteral("~unsorted");

/// What a page of a stack tells about where it belongs.
struct PageClue
{
    bool separator = false;    ///< a sheet that stands before a material's pages
    QString separatesMaterial; ///< the material it names; empty: of another item
    bool blank = false;
    QString title; ///< text at its head, where it could be read

    friend bool operator==(const PageClue&, const PageClue&) = default;
};

/// How many pages of which material came one after another in a stack.
struct StackRun
{
    QString materialCode;
    int pages = 0;

    friend bool operator==(const StackRun&, const StackRun&) = default;
};

enum class PlaceCertainty { Certain, Likely, Unknown };
enum class PlaceReason { Separator, Title, FollowsTitle, Order, None, SeparatorSheet, Blank };

/// Where one page goes. Separator sheets and blank pages go nowhere.
struct StackPlace
{
    QString materialCode; ///< empty: nowhere, or not known
    PlaceCertainty certainty = PlaceCertainty::Unknown;
    PlaceReason reason = PlaceReason::None;

    friend bool operator==(const StackPlace&, const StackPlace&) = default;
    [[nodiscard]] bool isDropped() const { return reason == PlaceReason::SeparatorSheet || reason == PlaceReason::Blank; }
};

/// Where a stack ended: what comes next goes on from there when the scan broke off.
struct StackTail
{
    QString materialCode; ///< of the last page, or the separator after it
    PlaceReason reason = PlaceReason::None;
    bool separated = false; ///< a separator came: what follows is certain, or certainly not known
    qsizetype counted = 0;  ///< pages that were neither separators nor blank
};

/// A place for every page: separators are certain, blank pages are for the clerk to take out, titles and the order of the stack before are
/// likely. Goes on from `tail`, and leaves there where this stack ended.
QList<StackPlace> sortStack(const QList<PageClue>& pages, const QList<MaterialRequirement>& checklist, const QList<StackRun>& remembered,
                            StackTail& tail);

/// How alike a name and the text at the head of a page are: the share of the name's pairs of characters found there, 0 to 1.
double likeness(const QString& name, const QString& text);

/// The order to remember from where pages ended up.
QList<StackRun> runsOf(const QStringList& materialCodes);

} // namespace core
