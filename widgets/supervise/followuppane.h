// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/statisticsdesk.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;
class QVBoxLayout;

namespace widgets {

class KeyButton;

/// Beside the figures: bad evaluations that nobody has heard yet, and a line for what was done about the one in hand.
class FollowUpPane : public QFrame
{
    Q_OBJECT

public:
    FollowUpPane(desk::StatisticsDesk& desk, QWidget* parent);

    /// Where the page puts what else it can do.
    [[nodiscard]] QVBoxLayout* foot() const { return m_foot; }
    void focusLine();
    /// Notes what was done about the one in hand.
    void record();

protected:
    /// Up and down in the line choose another one.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    void forget(const QString& id);
    void showDraft();
    [[nodiscard]] QString currentId() const;

    desk::StatisticsDesk& m_desk;
    QLabel* m_title;
    QLabel* m_empty;
    QListWidget* m_list;
    QLineEdit* m_line;
    QLabel* m_fault;
    KeyButton* m_record;
    QVBoxLayout* m_foot;
    QList<desk::StatisticsDesk::BadEvaluation> m_shown;
    QHash<QString, QString> m_drafts; ///< by evaluation
};

} // namespace widgets
