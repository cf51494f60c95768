// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/reminderdesk.h"
#include "widgets/common/fresh.h"

#include <QFrame>

class QLabel;
class QListWidget;

namespace widgets {

class KeyButton;

/// Whom to call: the phone, and what to say.
class ReminderPane : public QFrame
{
    Q_OBJECT

public:
    ReminderPane(desk::ReminderDesk& reminders, QWidget* parent);

    void open();
    void focusWork();
    /// F12: the one in focus was told.
    void primaryAct();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    [[nodiscard]] QString current() const;
    void settle(core::ReminderState outcome);

    desk::ReminderDesk& m_reminders;
    QListWidget* m_list;
    QLabel* m_empty;
    KeyButton* m_primary;
    Fresh m_fresh; ///< another one is in focus than a moment ago
};

} // namespace widgets
