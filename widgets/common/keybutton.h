// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractButton>

namespace widgets {

/// A button with its word on the left and its key on the right. It never takes the focus: the key is the way.
class KeyButton : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Weight { Plain, Primary };

    KeyButton(const QString& text, const QString& key, QWidget* parent, Weight weight = Weight::Plain);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString m_key;
    Weight m_weight;
    bool m_hovered = false;
};

} // namespace widgets
