// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

#include <functional>

class QPainter;

namespace widgets {

/// A chart on the screen: whoever shows one says how it is painted, and what it says in words.
class ChartView : public QWidget
{
    Q_OBJECT

public:
    using Paint = std::function<void(QPainter&, const QRectF&)>;

    ChartView(const QString& name, const QSize& least, QWidget* parent);

    void show(const Paint& paint, const QString& words);
    [[nodiscard]] QSize minimumSizeHint() const override { return m_least; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QSize m_least;
    Paint m_paint;
};

} // namespace widgets
