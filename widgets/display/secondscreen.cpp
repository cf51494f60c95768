// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/display/secondscreen.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

namespace widgets {

QScreen* secondScreen()
{
    const auto screens = QGuiApplication::screens();
    for (QScreen* screen : screens) {
        if (screen != QGuiApplication::primaryScreen())
            return screen;
    }
    return nullptr;
}

void fillScreen(QWidget& window, QScreen& screen)
{
    window.setScreen(&screen);
    window.setGeometry(screen.geometry());
    window.setWindowState(Qt::WindowFullScreen);
    window.show(); // showFullScreen would take the keyboard as well
}

} // namespace widgets
