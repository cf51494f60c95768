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
void noteState(const Context& context, const QString& code, const WindowState& next, bool deserted = false);
/// Nobody is at that window of the caller's hall.
bool isClosed(const Context& context, const QString& code);
/// It closes, where it is not closed already, and the hall hears of it.
/// `deserted`: its work ended with its last press, not now.
void closeWindow(const Context& context, const QString& code, bool deserted = false);
/// Nobody is at that window any more who could call those that were sent to it: any window of their class may.
void freeThoseSentTo(const Context& context, const QString& code);
/// Windows of all halls that stand open although nobody has been signed in there for an hour: a machine that went dark.
void closeDeserted(const Context& context);

} // namespace backoffice
