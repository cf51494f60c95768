// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/advice.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace widgets {

class KeyButton;

/// Who works at which window. A failed sign-in keeps what was typed.
class SignInPage : public QWidget
{
    Q_OBJECT

public:
    explicit SignInPage(QWidget* parent);

    void setWindowCode(const QString& code);
    void setClerk(const QString& clerk);
    /// What signing in leads to.
    void setAction(const QString& words);
    void setHint(const QString& hint);
    /// A new version, or what is wrong with it; Alt+1 installs it where it can be.
    void setUpdate(const QString& words, bool installable);
    void showAdvice(const desk::Advice& advice);
    /// What was typed is submitted once more by Enter, to take over; `stepBack` or another word typed takes the question back.
    void askTakeOver(const desk::Advice& advice);
    void stepBack();
    void setBusy(bool busy);
    void focusWork();
    void submit();

Q_SIGNALS:
    void submitted(const QString& clerk, const QString& password, const QString& window, bool takeOver);
    void updateAccepted();

private:
    void enterLeadsTo(QLineEdit* from, QLineEdit* to);

    QLineEdit* m_clerk;
    QLineEdit* m_password;
    QLineEdit* m_window;
    QLabel* m_fault;
    QLabel* m_hint;
    QString m_action;
    KeyButton* m_submit;
    bool m_asked = false; ///< whether to take over
    QLabel* m_update;
    KeyButton* m_install;
};

} // namespace widgets
