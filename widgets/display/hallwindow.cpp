// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/display/hallwindow.h"

#include <QScreen>
#include <QShortcut>

namespace widgets {

HallWindow::HallWindow(QWidget* hall, QWidget* page) : m_hall(hall), m_page(page)
{
    setWindowTitle(tr("Hall display"));
    addWidget(hall);
    addWidget(page);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this, [this] {
        if (isFullScreen())
            leaveScreen();
    });
    connect(new QShortcut(QKeySequence(Qt::Key_F11), this), &QShortcut::activated, this,
            [this] { isFullScreen() ? leaveScreen() : fillScreen(); });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q), this), &QShortcut::activated, this, &QWidget::close);
}

void HallWindow::fillScreen()
{
    m_before = geometry();
    setGeometry(screen()->geometry());
    showFullScreen();
}

void HallWindow::leaveScreen()
{
    showNormal();
    setGeometry(m_before);
}

void HallWindow::showHall()
{
    setCurrentWidget(m_hall);
}

void HallWindow::showPage()
{
    setCurrentWidget(m_page);
}

} // namespace widgets
