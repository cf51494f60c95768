#pragma once

#include "app/core/caserecord.h"

namespace widgets {

/// A paper's name on screen.
QString paperName(core::PaperKind kind);
/// "notice ×2 · letter · slip".
QString paperNames(const QList<core::PaperRecord>& papers);

} // namespace widgets
