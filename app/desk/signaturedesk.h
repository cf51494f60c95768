// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/intakedesk.h"

namespace desk {

/// The applicant's signature under the commitment letter, drawn on the second screen. Where there is none the letter is
/// signed on paper. Lives on the UI thread; the picture is sealed elsewhere.
class SignatureDesk : public QObject
{
    Q_OBJECT

public:
    SignatureDesk(Services& services, WorkDay& day, IntakeDesk& intake);

    /// There is a screen to sign on.
    void setPadPresent(bool present);
    /// The commitment is agreed and nobody has signed it yet.
    [[nodiscard]] bool isWanted() const { return m_wanted; }
    /// What is committed to, for the applicant to read.
    [[nodiscard]] QString itemName() const;
    [[nodiscard]] QStringList missingMaterials() const;
    [[nodiscard]] QDate deadline() const;
    /// What was drawn, on white.
    void submit(const QImage& drawing);

Q_SIGNALS:
    /// A signature is asked for, or not any more, or for another letter.
    void wantedChanged(bool wanted);
    void received();
    void adviceGiven(const desk::Advice& advice);

private:
    void follow();

    Services& m_services;
    WorkDay& m_day;
    IntakeDesk& m_intake;
    QString m_letter; ///< that the screen shows
    bool m_padPresent = false;
    bool m_wanted = false;
};

} // namespace desk
