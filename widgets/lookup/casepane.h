// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/casedesk.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace widgets {

class KeyButton;

/// One case as it stands: whose, what it has and lacks, what was done to it, and what can be done now.
class CasePane : public QFrame
{
    Q_OBJECT

public:
    CasePane(desk::CaseDesk& cases, desk::WorkDay& day, QWidget* parent);

    /// What F12 does: hands the result out, or goes on with the case.
    void primaryAct();
    /// What Enter does: goes on with the case. A result is handed out by F12 only, as a scanner's code ends with Enter.
    void goOn();
    void otherAct(int number);
    /// A card that was read says who takes the result.
    void fillRecipient(const QString& name, const QString& certificateNumber);

Q_SIGNALS:
    void goOnRequested(const core::CaseRecord& record);
    void correctionRequested(const core::CaseRecord& record);
    void progressRequested(const core::CaseRecord& record);

private:
    void follow();
    void showMaterials(const core::CaseRecord& record);
    void showHistory(const core::CaseRecord& record);
    void showPrints();
    void act(core::CaseAct act);
    void addOther(core::CaseAct act, const QString& text);
    [[nodiscard]] bool offers(core::CaseAct act) const;
    void add(QWidget* line);
    void addLine(const QString& mark, const char* tone, const QString& text);

    desk::CaseDesk& m_cases;
    desk::WorkDay& m_day;
    QLabel* m_empty;
    QWidget* m_body;
    QLabel* m_state;
    QLabel* m_number;
    QLabel* m_item;
    QLabel* m_party;
    QLabel* m_due;
    QVBoxLayout* m_lines;
    QLineEdit* m_words;
    KeyButton* m_primary;
    QLabel* m_progress; ///< what to tell the applicant
    KeyButton* m_tell;
    struct Other
    {
        core::CaseAct act;
        KeyButton* button;
    };
    QList<Other> m_others; ///< Alt+1, Alt+2, …
    QString m_shown;       ///< the case whose words stand in the line
    bool m_posts = false;  ///< the result of the case on screen goes by post
};

} // namespace widgets
