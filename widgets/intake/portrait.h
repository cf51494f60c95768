// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>
#include <QWidget>

namespace widgets {

/// The photo from a card, to be compared with the person; where it cannot be decoded, a neutral figure and the words for
/// it.
class Portrait : public QWidget
{
    Q_OBJECT

public:
    explicit Portrait(QWidget* parent);

    /// Null where there is no decoder.
    void show(const QImage& photo);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_photo;
};

} // namespace widgets
