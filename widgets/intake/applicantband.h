// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "widgets/common/band.h"

#include "app/desk/intakedesk.h"

class QLineEdit;

namespace widgets {

class KeyButton;
class PartyForm;
class Portrait;

/// Band 2: the applicant, and the agent where there is one.
class ApplicantBand : public Band
{
    Q_OBJECT

public:
    ApplicantBand(desk::IntakeDesk& intake, QWidget* parent);

    void focusFirstGap();
    /// Marks what is missing or wrong and goes there; false when there is nothing.
    bool showGaps();
    /// Where a card that is read now belongs.
    [[nodiscard]] desk::PartyRole cardTarget() const;
    void toggleAgent();
    void toggleAuthorised();
    void toggleKind();
    void togglePost();
    void showCardRead(const QImage& portrait);

private:
    void follow();
    void forgetCard();

    desk::IntakeDesk& m_intake;
    PartyForm* m_applicant;
    PartyForm* m_agent;
    QLabel* m_cardTag;
    Portrait* m_portrait;
    KeyButton* m_hasAgent;
    KeyButton* m_authorised;
    KeyButton* m_kind;
    KeyButton* m_post;
    QLineEdit* m_postTo; ///< where the result is posted to
    bool m_posting = false;
};

} // namespace widgets
