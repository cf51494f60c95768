// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStackedWidget>

namespace widgets {

/// The window of `yichuang --display`: the hall, or the page to sign in once. Esc leaves the full screen, F11 enters it, Ctrl+Q ends.
class HallWindow : public QStackedWidget
{
    Q_OBJECT

public:
    /// It takes both.
    HallWindow(QWidget* hall, QWidget* page);

    void showHall();
    void showPage();
    /// Also where no window manager makes a window full.
    void fillScreen();

private:
    void leaveScreen();

    QRect m_before; ///< it filled the screen
    QWidget* m_hall;
    QWidget* m_page;
};

} // namespace widgets
