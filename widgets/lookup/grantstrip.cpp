// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/lookup/grantstrip.h"

#include "app/core/halltime.h"
#include "app/desk/grantdesk.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"

#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

QString kindWords(const core::Grant& grant)
{
    return grant.kind == core::GrantKind::MoreDeferred
               ? GrantStrip::tr("%n material(s) deferred, more than the item allows", nullptr, grant.materials)
               : GrantStrip::tr("deferral in spite of a broken commitment");
}

} // namespace

GrantStrip::GrantStrip(desk::GrantDesk& grants, QWidget* parent)
    : QFrame(parent), m_grants(grants), m_what(new QLabel(this)), m_why(newLabel("muted", this)), m_reason(new QLineEdit(this))
{
    setObjectName(u"verdictPanel"_s);
    m_what->setTextFormat(Qt::PlainText);
    m_why->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    m_why->setWordWrap(true);
    m_reason->setPlaceholderText(tr("Reason; a denial needs one"));
    m_reason->setAccessibleName(tr("Reason of the answer"));
    auto* grant = new KeyButton(tr("Grant"), u"Alt+5"_s, this);
    auto* deny = new KeyButton(tr("Deny"), u"Alt+6"_s, this);
    auto* line = new QHBoxLayout;
    line->addWidget(m_reason, 1);
    line->addWidget(grant);
    line->addWidget(deny);
    for (KeyButton* button : {grant, deny})
        button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(6);
    column->addWidget(m_what);
    column->addWidget(m_why);
    column->addLayout(line);
    connect(grant, &KeyButton::clicked, this, [this] { answer(true); });
    connect(deny, &KeyButton::clicked, this, [this] { answer(false); });
    connect(&grants, &desk::GrantDesk::waitingChanged, this, &GrantStrip::follow);
    follow();
}

void GrantStrip::follow()
{
    const QList<core::Grant>& waiting = m_grants.waiting();
    setVisible(!waiting.isEmpty());
    if (waiting.isEmpty())
        return m_shown.clear();
    const auto same = std::find_if(waiting.begin(), waiting.end(), [this](const core::Grant& one) { return one.id == m_shown; });
    const core::Grant& shown = same == waiting.end() ? waiting.constFirst() : *same;
    if (std::exchange(m_shown, shown.id) != shown.id) {
        m_reason->clear(); // written about another one
        if (isVisible())
            m_fresh.begin();
    }
    m_what->setText(tr("%1 · %2 asks: %3").arg(shown.windowName, shown.clerkName, kindWords(shown)));
    QString why = shown.itemName + u" · "_s + shown.reason + u" · "_s + core::hallTime(shown.askedAt).toString(u"HH:mm"_s);
    if (waiting.size() > 1)
        why += u" · "_s + tr("%n more wait(s)", nullptr, int(waiting.size()) - 1);
    m_why->setText(why);
}

void GrantStrip::answer(bool granted)
{
    if (!isVisible() || m_fresh.isFresh())
        return; // nobody has read it yet
    if (!granted && m_reason->text().trimmed().isEmpty())
        m_reason->setFocus();
    m_grants.answer(m_shown, granted, m_reason->text());
}

} // namespace widgets
