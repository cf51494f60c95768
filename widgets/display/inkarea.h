// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>
#include <QPolygonF>
#include <QWidget>

namespace widgets {

/// Something to write a signature on with mouse, pen or finger.
class InkArea : public QWidget
{
    Q_OBJECT

public:
    explicit InkArea(QWidget* parent);

    void clear();
    /// Enough was written to be a name.
    [[nodiscard]] bool isWritten() const;
    /// What was written, cut to its size, black on white.
    [[nodiscard]] QImage image() const;

Q_SIGNALS:
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void paintInk(QPainter& painter, const QColor& colour) const;

    QList<QPolygonF> m_strokes;
};

} // namespace widgets
