// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What an intake does with captured pages.

#include "app/desk/intakedesk.h"
#include "app/desk/sealedpage.h"

namespace desk {

/// Pages of materials that are not asked for any more wait to be sorted anew: none is lost by another choice. What is held
/// stays what it is, in case its scenario is chosen again.
void IntakeDesk::gatherStrays()
{
    const auto asked = item() ? item()->materialsOf(m_draft.scenarioCode) : QList<core::MaterialRequirement>{};
    const auto isAsked = [&](const QString& code) {
        return std::any_of(asked.begin(), asked.end(), [&](const auto& requirement) { return requirement.code == code; });
    };
    core::DraftMaterial waiting = m_draft.materials.take(core::UnsortedMaterial);
    const QStringList codes = m_draft.materials.keys();
    for (const QString& code : codes) {
        const bool held = !m_draft.materials[code].source.isEmpty();
        if (!isAsked(code) && !held)
            waiting.pages += m_draft.materials.take(code).pages;
    }
    if (!waiting.pages.isEmpty())
        m_draft.materials.insert(core::UnsortedMaterial, waiting);
}

void IntakeDesk::removeLastPage(const QString& materialCode)
{
    const auto pages = m_draft.materials.value(materialCode).pages;
    if (!pages.isEmpty())
        arrange([&](core::IntakeDraft& draft) { return core::removePages(draft, materialCode, {pages.constLast().sha256}); });
}

bool IntakeDesk::attachPage(const store::Page& page, const QString& file, const QImage& thumbnail, const QString& replaced)
{
    if (isLocked() || page.caseId != m_draft.caseId)
        return false;
    keepPage(page, file, thumbnail);
    core::IntakeDraft replacing = m_draft;
    if (!replaced.isEmpty() && core::replacePage(replacing, page.materialCode, replaced, page.ref)) {
        core::DraftMaterial& material = replacing.materials[page.materialCode];
        if (material.source.isEmpty())
            material.verified.reset(); // the page that was seen is another one
        else
            core::addPage(material, page.ref); // brought after all
        touch();
        m_draft = replacing;
        edited();
        return true;
    }
    begun();
    core::addPage(m_draft.materials[page.materialCode], page.ref);
    for (core::IntakeDraft& earlier : m_undo) // its arrival is nothing that was done here: no undo takes it away
        core::addPage(earlier.materials[page.materialCode], page.ref);
    gatherStrays(); // the item may have changed while it was on its way
    edited();
    return true;
}

bool IntakeDesk::attachChanged(const SealedPage& original, const SealedPage& page, const core::EditedPage& how, const QString& replaced)
{
    if (isLocked() || page.page.caseId != m_draft.caseId)
        return false;
    keepPage(original.page, original.file, original.thumbnail);
    if (page.page.ref != original.page.ref) {
        m_draft.edited.insert(page.page.ref.sha256, how);
        for (core::IntakeDraft& earlier : m_undo)
            earlier.edited.insert(page.page.ref.sha256, how);
    }
    store::Page attached = page.page;
    attached.materialCode = original.page.materialCode;
    return attachPage(attached, page.file, page.thumbnail, replaced);
}

bool IntakeDesk::sign(const SealedPage& image, const QString& letter)
{
    const bool holds = m_draft.commitmentAgreed && letter == core::letterOf(m_draft, m_verdict);
    if (isLocked() || image.page.caseId != m_draft.caseId || !holds)
        return false;
    keepPage(image.page, image.file, image.thumbnail);
    m_draft.signature = {image.page.ref, letter};
    edited();
    return true;
}

void IntakeDesk::placePages(const QList<core::PagePlace>& places)
{
    arrange([&](core::IntakeDraft& draft) { return core::placePages(draft, places); });
}

void IntakeDesk::arrange(const std::function<bool(core::IntakeDraft&)>& how)
{
    core::IntakeDraft after = m_draft;
    if (isLocked() || !how(after))
        return;
    touch();
    m_draft = after;
    gatherStrays();
    edited();
}

bool IntakeDesk::takeChanged(const SealedPage& made, const QString& materialCode, const QString& before, const core::EditedPage& how)
{
    const store::Page& page = made.page;
    if (isLocked() || page.caseId != m_draft.caseId)
        return false;
    keepPage(page, made.file, made.thumbnail);
    arrange([&](core::IntakeDraft& draft) {
        draft.edited.insert(page.ref.sha256, how);
        return core::replacePage(draft, core::materialOf(draft, before, materialCode), before, page.ref);
    });
    return true;
}

/// Its row goes to the store with the draft.
void IntakeDesk::keepPage(const store::Page& page, const QString& file, const QImage& thumbnail)
{
    m_shelf.put(page.ref.sha256, thumbnail, file);
    store::Page row = page;
    row.bytes.clear();
    m_keeper.addPage({row, file});
}

} // namespace desk
