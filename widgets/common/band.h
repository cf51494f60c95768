// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace widgets {

/// One of the numbered parts of a page: a card with number, title, something on the right, and a body.
class Band : public QFrame
{
    Q_OBJECT

public:
    /// `action` is what `key` does.
    Band(int number, const QString& title, const QString& action, const QString& key, QWidget* parent);

    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// Left of the key: tags and counts.
    [[nodiscard]] QHBoxLayout* head() const { return m_head; }
    void setTitle(const QString& title);

private:
    QHBoxLayout* m_head;
    QVBoxLayout* m_body;
    QLabel* m_title;
};

} // namespace widgets
