// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QWidget>

namespace training {

/// A clerk's hands on the keyboard: key events to a window, as the system would send them. UI thread.
class Hands
{
public:
    explicit Hands(QWidget& window) : m_window(window) {}

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    /// Letters and digits as keys; anything else as an input method commits it.
    void type(const QString& text) const;
    /// The class of the widget that has the focus, without its namespace.
    [[nodiscard]] QString focus() const;

private:
    QWidget& m_window;
};

} // namespace training
