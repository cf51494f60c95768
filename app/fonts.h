// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

/// Makes fonts known that came with the program and that the system does not know of: those in `fonts` beside it (Windows),
/// and the font of rare characters (yichuang-rare.ttf) there or beside the AppImage.
void addOwnFonts();
