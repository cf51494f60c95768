// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "widgets/common/theme.h"

#include <QWidget>

namespace widgets {

/// A dot and a word: a state by colour, shape and text.
class StatePill : public QWidget
{
    Q_OBJECT

public:
    explicit StatePill(QWidget* parent);

    /// Troubled states have a hollow dot as well.
    void set(ColourRole role, bool troubled, const QString& text);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ColourRole m_role = ColourRole::Muted;
    bool m_troubled = false;
    QString m_text;
};

} // namespace widgets
