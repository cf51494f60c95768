// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/documents/paperrenderer.h"

namespace documents {

/// A made-up case that a paper of this kind could be of, with everything that such a paper may say.
core::CaseRecord sampleOf(core::PaperKind kind);
/// Every paper as the templates set it, for whoever changes them. Takes a second: off the UI thread. Fails as `render` does.
core::Result<QList<Paper>> samplePapers(const PaperRenderer& renderer, const core::HallInfo& hall);
/// The same looked at only: what is wrong with the first template that cannot be used. A hall's own templates are checked
/// by it when the window starts, not when an applicant waits for the paper.
core::Result<void> checkTemplates(const PaperRenderer& renderer);

} // namespace documents
