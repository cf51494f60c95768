// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/display/windowdisplay.h"

#include "app/core/announcement.h"
#include "app/desk/queuedesk.h"
#include "widgets/display/secondscreen.h"

#include <QGuiApplication>
#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

WindowDisplay::WindowDisplay(desk::WorkDay& day, desk::QueueDesk& queue)
    : m_day(day), m_queue(queue), m_window(new QLabel(this)), m_words(new QLabel(this))
{
    setWindowFlags(Qt::Window | Qt::FramelessWindowHint | Qt::WindowDoesNotAcceptFocus);
    setAttribute(Qt::WA_ShowWithoutActivating); // the keys stay with the clerk
    setAttribute(Qt::WA_QuitOnClose, false);
    setWindowTitle(tr("Window display"));
    setStyleSheet(u"widgets--WindowDisplay { background: #0b1b33; } QLabel { color: #ffffff; background: transparent; }"_s);
    setAutoFillBackground(true);
    QPalette dark = palette();
    dark.setColor(QPalette::Window, QColor(0x0b, 0x1b, 0x33));
    setPalette(dark);
    for (QLabel* label : {m_window, m_words}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(40, 40, 40, 40);
    column->addWidget(m_window, 1);
    column->addWidget(m_words, 3);
    connect(&queue, &desk::QueueDesk::changed, this, &WindowDisplay::follow);
    connect(&day, &desk::WorkDay::signedIn, this, &WindowDisplay::follow);
    connect(&day, &desk::WorkDay::signedOut, this, &WindowDisplay::follow);
    connect(qApp, &QGuiApplication::screenAdded, this, [this] { place(); });
    connect(qApp, &QGuiApplication::screenRemoved, this, [this] { place(); });
    follow();
}

void WindowDisplay::showOnSecondScreen()
{
    place();
}

void WindowDisplay::place()
{
    QScreen* screen = secondScreen();
    if (!screen)
        return hide();
    const int height = screen->geometry().height();
    const int letter = std::min(height / 8, screen->geometry().width() / 15); // a call in one line
    m_window->setStyleSheet(u"font-size: %1px;"_s.arg(height / 14));
    m_words->setStyleSheet(u"font-size: %1px; font-weight: bold;"_s.arg(letter));
    fillScreen(*this, *screen);
}

void WindowDisplay::follow()
{
    if (!m_day.isSignedIn()) {
        m_window->clear();
        m_words->setText(u"暂停服务"_s);
        return;
    }
    const QString window = m_day.workplace().window.name;
    m_window->setText(window);
    const auto& ticket = m_queue.ticket();
    if (ticket && ticket->state == core::TicketState::Called)
        m_words->setText(core::calledText(ticket->number, window));
    else if (ticket)
        m_words->setText(u"%1号 正在办理"_s.arg(ticket->number));
    else
        m_words->setText(m_queue.isPaused() ? u"暂停服务"_s : u"请等候叫号"_s);
}

QString WindowDisplay::text() const
{
    return m_words->text();
}

} // namespace widgets
