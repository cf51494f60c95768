// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/hallboard.h"

#include <QWidget>

namespace widgets {

/// Every window of the hall as a tile: state as colour, word and time. Two hundred fit: the more there are, the less each says.
class WindowGrid : public QWidget
{
    Q_OBJECT

public:
    explicit WindowGrid(QWidget* parent);

    void show(const QList<core::WindowFigures>& windows, const QDateTime& at);
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// What a tile says, for a screen reader and the tests.
    [[nodiscard]] QString wordsOf(const core::WindowFigures& window) const;
    /// The window that the arrows have chosen; empty while there is none.
    [[nodiscard]] const QString& current() const { return m_current; }

Q_SIGNALS:
    void opened(const QString& code);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Size
    {
        qreal width;
        qreal height;
        qreal gap;
        bool full; ///< says who and how long; otherwise number and colour only
    };
    struct Tiles
    {
        Size size;
        int columns;
        int rows;
    };

    [[nodiscard]] Tiles fit(const Size& size) const;
    [[nodiscard]] Tiles tiles() const;
    [[nodiscard]] static QRectF tileAt(const Tiles& tiles, qsizetype index);
    [[nodiscard]] qsizetype indexAt(const QPointF& point) const;
    [[nodiscard]] qsizetype currentIndex() const;
    void choose(qsizetype index);
    void paintTile(class QPainter& painter, const QRectF& tile, const core::WindowFigures& window, bool full) const;

    QList<core::WindowFigures> m_windows;
    QDateTime m_at;
    QString m_current;
};

} // namespace widgets
