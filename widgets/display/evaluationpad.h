// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace desk {
class EvaluationDesk;
}

namespace widgets {

/// On the second screen when something was taken in: five levels to touch, or none. In Chinese like everything that applicants read.
class EvaluationPad : public QWidget
{
    Q_OBJECT

public:
    explicit EvaluationPad(desk::EvaluationDesk& evaluation);

    /// Follows the screens; hidden where there is no second one.
    void watchScreens();

private:
    void follow();
    void place();

    desk::EvaluationDesk& m_evaluation;
    QLabel* m_words;
    QList<QPushButton*> m_levels;
    QPushButton* m_decline;
};

} // namespace widgets
