// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

namespace backoffice {

/// Who asks, once their token is known to be good.
struct Caller
{
    QString number;
    QString name;
    QString role;
    QString hall;
    QString window;
    QString department = {}; ///< of a department's account

    [[nodiscard]] bool serves() const { return role == u"clerk" || role == u"supervisor"; }
    /// May see cases and their pages.
    [[nodiscard]] bool readsCases() const { return serves() || isDepartment(); }
    /// A screen in the hall: sees the board and nothing else.
    [[nodiscard]] bool isDisplay() const { return role == u"display"; }
    [[nodiscard]] bool isDepartment() const { return role == u"department"; }
    /// May give out tickets: by hand, or as a machine.
    [[nodiscard]] bool givesTickets() const { return serves() || role == u"kiosk"; }
    /// May book for applicants.
    [[nodiscard]] bool books() const { return givesTickets() || role == u"gateway"; }
    /// May see a case of this hall and department: a department sees its own only.
    [[nodiscard]] bool sees(const QString& caseHall, const QString& caseDepartment) const
    {
        return readsCases() && caseHall == hall && (!isDepartment() || caseDepartment == department);
    }
};

/// The caller's own window.
struct OwnWindow
{
    QString state;
    QStringList classes;
};

} // namespace backoffice
