// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/pageorder.h"

#include "app/core/stacksorter.h"

#include <algorithm>

namespace core {

namespace {

qsizetype placeOf(const QList<PageRef>& pages, const QString& sha256)
{
    const auto found = std::find_if(pages.begin(), pages.end(), [&](const PageRef& page) { return page.sha256 == sha256; });
    return found == pages.end() ? -1 : found - pages.begin();
}

} // namespace

void addPage(DraftMaterial& material, const PageRef& page)
{
    if (!material.source.isEmpty())
        material = {};
    if (!material.pages.contains(page))
        material.pages.append(page);
    material.status = MaterialStatus::Present;
    material.verified.reset();
}

bool removePages(IntakeDraft& draft, const QString& materialCode, const QStringList& sha256)
{
    const auto material = draft.materials.find(materialCode);
    if (material == draft.materials.end())
        return false;
    const auto removed = material->pages.removeIf([&](const PageRef& page) { return sha256.contains(page.sha256); });
    if (removed > 0 && material->pages.isEmpty()) {
        material->status = MaterialStatus::Missing;
        material->source.clear();
        draft.commitmentAgreed = false; // it was given for fewer materials
    }
    return removed > 0;
}

bool movePage(IntakeDraft& draft, const QString& materialCode, const QString& sha256, qsizetype place)
{
    const auto material = draft.materials.find(materialCode);
    const qsizetype from = material == draft.materials.end() ? -1 : placeOf(material->pages, sha256);
    if (from < 0 || place < 0 || place >= material->pages.size() || place == from)
        return false;
    material->pages.move(from, place);
    return true;
}

bool handOver(IntakeDraft& draft, const QString& fromMaterial, const QString& sha256, const QString& toMaterial)
{
    const qsizetype from = placeOf(draft.materials.value(fromMaterial).pages, sha256);
    if (from < 0 || fromMaterial == toMaterial)
        return false;
    const PageRef page = draft.materials.value(fromMaterial).pages[from];
    addPage(draft.materials[toMaterial], page);
    return removePages(draft, fromMaterial, {sha256});
}

bool replacePage(IntakeDraft& draft, const QString& materialCode, const QString& sha256, const PageRef& page)
{
    const auto material = draft.materials.find(materialCode);
    if (material == draft.materials.end() || sha256 == page.sha256 || placeOf(material->pages, sha256) < 0)
        return false;
    material->pages.removeAll(page);
    material->pages[placeOf(material->pages, sha256)] = page;
    return true;
}

bool placePages(IntakeDraft& draft, const QList<PagePlace>& places)
{
    DraftMaterial waiting = draft.materials.take(UnsortedMaterial);
    bool changed = false;
    for (const PagePlace& place : places) {
        const qsizetype at = placeOf(waiting.pages, place.sha256);
        if (at < 0)
            continue;
        const PageRef page = waiting.pages.takeAt(at);
        changed = true;
        if (!place.materialCode.isEmpty())
            addPage(draft.materials[place.materialCode], page);
    }
    if (!waiting.pages.isEmpty())
        draft.materials.insert(UnsortedMaterial, waiting);
    return changed;
}

bool interleave(IntakeDraft& draft, const QString& materialCode)
{
    const auto material = draft.materials.find(materialCode);
    if (material == draft.materials.end() || material->pages.size() < 2 || material->pages.size() % 2 != 0)
        return false;
    QList<PageRef> sheets;
    const qsizetype last = material->pages.size() - 1;
    for (qsizetype front = 0; front <= last / 2; ++front)
        sheets << material->pages[front] << material->pages[last - front];
    const bool changed = material->pages != sheets; // two pages are a sheet already
    material->pages = sheets;
    return changed;
}

QString materialOf(const IntakeDraft& draft, const QString& sha256, const QString& expected)
{
    if (placeOf(draft.materials.value(expected).pages, sha256) >= 0)
        return expected;
    for (auto material = draft.materials.cbegin(); material != draft.materials.cend(); ++material) {
        if (placeOf(material->pages, sha256) >= 0)
            return material.key();
    }
    return {};
}

EditedPage editsOf(const IntakeDraft& draft, const PageRef& page)
{
    return draft.edited.value(page.sha256, {page, {}});
}

} // namespace core
