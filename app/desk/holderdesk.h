// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/intakedesk.h"

namespace desk {

/// Asks the back office what it knows of the applicant, once the certificate is whole, and tells the intake. Lives on the UI thread.
class HolderDesk : public QObject
{
    Q_OBJECT

public:
    HolderDesk(Services& services, WorkDay& day, IntakeDesk& intake);

    /// Takes over what the applicant submitted online.
    void takePrefilingOver();

Q_SIGNALS:
    void tookOver(const QString& number);
    void adviceGiven(const desk::Advice& advice);
    /// So many materials need not be brought; more than before.
    void found(int materials);

private:
    void follow();
    void ask(const core::Certificate& holder);

    Services& m_services;
    WorkDay& m_day;
    IntakeDesk& m_intake;
    core::Certificate m_asked; ///< of the applicant in hand
    int m_told = 0;
};

} // namespace desk
