// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QScreen;
class QWidget;

namespace widgets {

/// The screen that is turned to the applicant: the first that is not the clerk's. Null where there is one screen only.
QScreen* secondScreen();
/// Fills a screen with a window without taking the keyboard.
void fillScreen(QWidget& window, QScreen& screen);

} // namespace widgets
