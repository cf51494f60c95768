// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "widgets/common/fresh.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace desk {
class GrantDesk;
}

namespace widgets {

/// An exception that waits for this supervisor, the oldest first, with the keys that answer it; hidden while none does.
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
    Fresh m_fresh;   ///< another one than a moment ago
};

} // namespace widgets
