// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/shell/signinpage.h"

#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int CardWidth = 380;

QLineEdit* addLine(QVBoxLayout* column, QWidget* parent, const QString& label)
{
    auto* edit = new QLineEdit(parent);
    edit->setAccessibleName(label);
    column->addWidget(newLabel("muted", parent, label));
    column->addWidget(edit);
    return edit;
}
} // namespace

SignInPage::SignInPage(QWidget* parent) : QWidget(parent), m_action(tr("Sign in and open the window"))
{
    setObjectName(u"signInPage"_s);
    auto* card = new QFrame(this);
    card->setObjectName(u"card"_s);
    card->setFixedWidth(CardWidth);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(28, 24, 28, 24);
    column->setSpacing(8);
    column->addWidget(newLabel("figure", card, tr("Yichuang")));
    column->addWidget(newLabel("muted", card, tr("One window for all services")));
    column->addSpacing(8);
    m_clerk = addLine(column, card, tr("Clerk number"));
    m_password = addLine(column, card, tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_window = addLine(column, card, tr("Window"));
    m_fault = newLabel("fault", card);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    column->addSpacing(6);
    m_submit = new KeyButton(m_action, u"F12"_s, card, KeyButton::Weight::Primary);
    column->addWidget(m_submit);
    m_hint = newLabel("muted", card);
    m_hint->setWordWrap(true);
    m_hint->hide();
    column->addWidget(m_hint);
    m_update = newLabel("muted", card);
    m_update->setWordWrap(true);
    m_update->hide();
    column->addWidget(m_update);
    m_install = new KeyButton(tr("Update now"), u"Alt+1"_s, card);
    m_install->hide();
    column->addWidget(m_install);
    auto* page = new QVBoxLayout(this);
    page->addStretch(2);
    auto* row = new QHBoxLayout; // unlike an alignment it leaves the card the height that its words take
    row->addStretch();
    row->addWidget(card);
    row->addStretch();
    page->addLayout(row);
    page->addStretch(3);
    enterLeadsTo(m_clerk, m_password);
    enterLeadsTo(m_password, m_window);
    enterLeadsTo(m_window, m_window);
    connect(m_submit, &KeyButton::clicked, this, &SignInPage::submit);
    connect(m_install, &KeyButton::clicked, this, &SignInPage::updateAccepted);
}

void SignInPage::enterLeadsTo(QLineEdit* from, QLineEdit* to)
{
    connect(from, &QLineEdit::returnPressed, this, [this, to] {
        if (m_asked)
            submit();
        else
            to->setFocus();
    });
    connect(from, &QLineEdit::textEdited, this, &SignInPage::stepBack);
}

void SignInPage::setWindowCode(const QString& code)
{
    m_window->setText(code);
}

void SignInPage::setClerk(const QString& clerk)
{
    m_clerk->setText(clerk);
}

void SignInPage::setAction(const QString& words)
{
    m_action = words;
    m_submit->setText(words);
}

void SignInPage::setHint(const QString& hint)
{
    setTextOrHide(m_hint, hint);
}

void SignInPage::setUpdate(const QString& words, bool installable)
{
    setTextOrHide(m_update, words);
    m_install->setVisible(installable);
}

void SignInPage::submit()
{
    if (!m_submit->isEnabled())
        return;
    if (m_clerk->text().trimmed().isEmpty() || m_password->text().isEmpty() || m_window->text().trimmed().isEmpty()) {
        setTextOrHide(m_fault, tr("Number, password and window are all needed."));
        return;
    }
    m_fault->hide();
    const bool takeOver = std::exchange(m_asked, false);
    setBusy(true);
    Q_EMIT submitted(m_clerk->text(), m_password->text(), m_window->text(), takeOver);
}

void SignInPage::showAdvice(const desk::Advice& advice)
{
    setBusy(false);
    setTextOrHide(m_fault, advice.text());
    m_password->setFocus();
    m_password->selectAll();
}

void SignInPage::askTakeOver(const desk::Advice& advice)
{
    m_asked = true;
    setBusy(false);
    setTextOrHide(m_fault, advice.text());
    m_password->setFocus();
}

void SignInPage::stepBack()
{
    if (!std::exchange(m_asked, false))
        return;
    m_fault->hide();
    setBusy(false);
}

void SignInPage::setBusy(bool busy)
{
    m_submit->setEnabled(!busy);
    m_submit->setText(busy ? tr("Signing in…") : m_asked ? tr("Take over and open the window") : m_action);
}

void SignInPage::focusWork()
{
    m_asked = false;
    m_fault->hide();
    setBusy(false);
    m_password->clear();
    (m_clerk->text().isEmpty() ? m_clerk : m_password)->setFocus();
}

} // namespace widgets
