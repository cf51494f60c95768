// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

namespace widgets {

/// A bar an hour, with its figure on it; what is expected is paler.
class HourBars : public QWidget
{
    Q_OBJECT

public:
    struct Bar
    {
        QString label;
        int value = 0;
        bool expected = false;

        friend bool operator==(const Bar&, const Bar&) = default;
    };

    HourBars(const QString& name, QWidget* parent);

    void show(const QList<Bar>& bars);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<Bar> m_bars;
};

} // namespace widgets
