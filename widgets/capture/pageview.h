// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractScrollArea>
#include <QImage>

namespace widgets {

/// One page, as large as it fits or closer. A frame for cropping is drawn with the mouse, or each of its edges is moved
/// with the arrows; it stays in its place while the view comes closer.
class PageView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    static constexpr double ZoomStep = 1.25;

    explicit PageView(QWidget* parent);

    /// `half` is the same picture at half its size, for the view from further away; a null picture leaves `sketch`, which
    /// may be small, in its place.
    void setPicture(const QImage& whole, const QImage& half);
    void setSketch(const QImage& sketch);
    void fit();
    void zoom(double factor);
    void scroll(int steps);
    /// Shares of the picture.
    void beginCrop(const QRectF& area);
    void endCrop();
    [[nodiscard]] bool isCropping() const { return !m_crop.isNull(); }
    [[nodiscard]] QRectF crop() const { return m_crop; }
    void nextEdge();
    /// Moves the edge that is held by shares of the picture.
    void moveEdge(double dx, double dy);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    enum class Edge { Top, Right, Bottom, Left };

    [[nodiscard]] double scale() const;
    [[nodiscard]] QRectF place() const; ///< of the picture in the viewport
    [[nodiscard]] QPointF shareAt(const QPointF& position) const;
    void arrangeBars();
    void paintCrop(QPainter& painter, const QRectF& page) const;

    QImage m_whole;
    QImage m_half;
    QSize m_size;        ///< of the picture, known or guessed
    double m_zoom = 1.0; ///< 1: fits
    QRectF m_crop;
    Edge m_edge = Edge::Top;
    QPointF m_pressed;
};

} // namespace widgets
