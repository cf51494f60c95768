// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/service.h"

namespace backoffice {

struct WindowState
{
    QString state;  ///< open, paused, closed
    QString reason; ///< of a pause
    QString clerk;  ///< by name

    friend bool operator==(const WindowState&, const WindowState&) = default;
};

/// A window of the caller's hall changes its state; what it did until now is kept for the hall's figures.
void noteState(const Context& context, const QString& code, const WindowState& next);
/// It closes, where it is not closed already, and the hall hears of it.
void closeWindow(const Context& context, const QString& code);

} // namespace backoffice
