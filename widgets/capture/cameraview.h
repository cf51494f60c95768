// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>
#include <QWidget>

namespace widgets {

/// The live picture of a document camera with a frame around the page; the frame's corners can be dragged.
class CameraView : public QWidget
{
    Q_OBJECT

public:
    explicit CameraView(QWidget* parent);

    /// Corners are shares of the picture; `held` is the one that keys move, -1 for none.
    void show(const QImage& picture, const QList<QPointF>& corners, int held);
    void setHint(const QString& text);

Q_SIGNALS:
    void cornerMoved(int corner, const QPointF& to);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QRectF place() const; ///< of the picture in the widget
    [[nodiscard]] QPointF at(const QPointF& share) const;

    QImage m_picture;
    QList<QPointF> m_corners;
    QString m_hint;
    int m_held = -1;
    int m_dragged = -1;
};

} // namespace widgets
