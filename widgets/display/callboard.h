// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/hallscreen.h"

#include <QWidget>

namespace widgets {

/// The numbers that were called last: the newest on top as a sentence, before them as many as there is room for. What has just been
/// called stands out for some seconds.
class CallBoard : public QWidget
{
    Q_OBJECT

public:
    explicit CallBoard(QWidget* parent);

    /// `now` tells what has just been called.
    void show(const QList<core::HallCall>& calls, const QDateTime& now);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintWelcome(QPainter& painter) const;
    void paintNewest(QPainter& painter, const QRectF& place) const;
    void paintEarlier(QPainter& painter, const QRectF& place, const core::HallCall& call) const;
    [[nodiscard]] bool isFresh(const core::HallCall& call) const;

    QList<core::HallCall> m_calls;
    QDateTime m_now;
};

} // namespace widgets
