// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caseact.h"
#include "app/desk/intakedesk.h"

namespace desk {

/// What was written wrong about a case, put right: by an act, or in the case itself while the back office has refused it. Lives on
/// the UI thread.
class CorrectionDesk : public QObject
{
    Q_OBJECT

public:
    CorrectionDesk(Services& services, WorkDay& day);

    void begin(const core::CaseRecord& record);
    /// The same for a case that the back office has not taken. `pointer`: the field it found wrong, or empty.
    void beginUnsent(const core::CaseRecord& record, const QString& pointer);
    void leave();
    [[nodiscard]] const std::optional<core::CaseRecord>& record() const { return m_record; }
    [[nodiscard]] const core::Correction& correction() const { return m_correction; }
    void set(const core::Correction& correction);
    [[nodiscard]] QList<FieldFault> faults() const;
    /// The field that the back office found wrong, if it can be put right here.
    [[nodiscard]] std::optional<std::pair<PartyRole, QString>> refusedField() const;
    /// The number is another case's over there: it is sent with a provisional one.
    [[nodiscard]] bool needsOtherNumber() const { return m_unsent && m_pointer == QStringLiteral("/number"); }
    /// Whose case it is may be put right, not only how they are reached.
    [[nodiscard]] bool mayChangeIdentity() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// `reason` is needed where the back office has the case.
    void submit(const QString& reason);
    [[nodiscard]] bool needsReason() const { return !m_unsent; }

Q_SIGNALS:
    void changed();
    /// `papers` are to be printed instead of earlier ones.
    void corrected(const core::CaseRecord& record, const QList<core::PaperRecord>& papers);
    void adviceGiven(const desk::Advice& advice);

private:
    void open(const core::CaseRecord& record, const QString& pointer, bool unsent);
    [[nodiscard]] core::Result<core::ActRecord> act(const QString& reason) const;
    void mend();
    void settle(const core::Result<core::CaseRecord>& written, const QList<core::PaperRecord>& papers);

    Services& m_services;
    WorkDay& m_day;
    std::optional<core::CaseRecord> m_record;
    core::Correction m_correction;
    QString m_clerk; ///< who began it
    QString m_pointer;
    bool m_unsent = false;
    bool m_busy = false;
};

} // namespace desk
