// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/training/hands.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QTest>
#include <QWindow>

namespace training {

void Hands::press(int key, Qt::KeyboardModifiers modifiers) const
{
    QTest::keyClick(m_window.windowHandle(), Qt::Key(key), modifiers);
}

void Hands::type(const QString& text) const
{
    const QList<uint> points = text.toUcs4();
    for (const uint point : points) {
        if (point < 0x80) {
            QTest::keyClick(m_window.windowHandle(), char(point));
        } else if (QWidget* focus = QApplication::focusWidget()) {
            QInputMethodEvent event;
            event.setCommitString(QString::fromUcs4(reinterpret_cast<const char32_t*>(&point), 1));
            QApplication::sendEvent(focus, &event);
        }
    }
}

QString Hands::focus() const
{
    const QWidget* focus = m_window.focusWidget();
    return focus ? QString::fromLatin1(focus->metaObject()->className()).section(QStringLiteral("::"), -1) : QString();
}

} // namespace training
