// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/enquiry.h"
#include "app/core/questionpath.h"
#include "app/desk/intakedesk.h"

namespace desk {

/// What there is to know of the chosen item: answers that lead to its scenario, the checklist for the applicant, and the end of a
/// visit that was only an enquiry. Lives on the UI thread; setting and printing happen in the pool.
class GuideDesk : public QObject
{
    Q_OBJECT

public:
    GuideDesk(Services& services, WorkDay& day, IntakeDesk& intake);

    [[nodiscard]] const core::ServiceItem* item() const { return m_intake.item(); }
    [[nodiscard]] core::HallInfo hall() const { return m_day.hall(); }
    /// Whether the scenario is still open to questions.
    [[nodiscard]] bool mayChoose() const;
    [[nodiscard]] core::QuestionPath path() const;
    /// The one that answers lead to; without answers, the intake's. Empty: not decided.
    [[nodiscard]] QString scenario() const;
    /// What that scenario asks for, or those that are still possible.
    [[nodiscard]] QList<core::GuideMaterial> materials() const;
    [[nodiscard]] const QString& remark() const { return m_remark; }

    /// Answers the open question, by the place of the answer from 0.
    void answer(int place);
    void takeAnswerBack();
    void setRemark(const QString& remark);
    /// The scenario becomes the intake's. False, with advice, while it is not decided.
    bool takeScenario();
    /// Prints the checklist of the scenario.
    void print();
    /// The applicant has an answer and applies for nothing: the visit is noted as an enquiry and the intake is empty.
    void endAsEnquiry();
    /// The clerk went on with the application: what was warned of is warned of again.
    void goOn() { m_warned = false; }

Q_SIGNALS:
    void changed();
    void printed();
    void ended();
    void adviceGiven(const desk::Advice& advice);

private:
    void follow();
    [[nodiscard]] bool holdsPapers() const;
    [[nodiscard]] core::Enquiry enquiry() const;
    void leave(const QString& caseId);

    Services& m_services;
    WorkDay& m_day;
    IntakeDesk& m_intake;
    QString m_itemCode; ///< which the answers are about
    QList<int> m_answers;
    QString m_remark;
    bool m_printed = false;
    bool m_warned = false; ///< that papers would be thrown away
    bool m_busy = false;
};

} // namespace desk
