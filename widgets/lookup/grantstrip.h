// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;

namespace desk {
class GrantDesk;
}

namespace widgets {

/// The first exception that waits for this supervisor, with the keys that answer it; hidden while none does.
class GrantStrip : public QFrame
{
    Q_OBJECT

public:
    GrantStrip(desk::GrantDesk& grants, QWidget* parent);

    /// A denial without a reason goes to the line.
    void answer(bool granted);

private:
    void follow();

    desk::GrantDesk& m_grants;
    QLabel* m_what;
    QLabel* m_why;
    QLineEdit* m_reason;
    QString m_shown; ///< id of the request on screen
};

} // namespace widgets
