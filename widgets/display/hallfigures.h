// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/hallscreen.h"

#include <QWidget>

namespace widgets {

/// How many wait for what, and how many windows are open.
class HallFigures : public QWidget
{
    Q_OBJECT

public:
    explicit HallFigures(QWidget* parent);

    void show(const core::HallScreen& screen);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintClasses(QPainter& painter, const QRectF& place) const;
    void paintClass(QPainter& painter, const QRectF& place, const core::ClassCount& one) const;
    void paintWindows(QPainter& painter, const QRectF& place) const;
    void paintPaused(QPainter& painter, const QRectF& place) const;

    core::HallScreen m_screen;
};

} // namespace widgets
