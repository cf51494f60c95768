// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/common/messagebar.h"

#include "widgets/common/label.h"

#include <QAccessible>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

MessageBar::MessageBar(QWidget* parent) : QFrame(parent), m_what(new QLabel(this)), m_code(newLabel("small", this))
{
    setObjectName(u"messageBar"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 7, 12, 7);
    m_what->setWordWrap(true);
    m_what->setTextFormat(Qt::PlainText);
    row->addWidget(m_what, 1);
    row->addWidget(m_code);
    row->addWidget(newTag("key", this, u"Esc"_s));
    hide();
}

void MessageBar::warn(const QString& what, const QString& next, const QString& code)
{
    put("warn", next.isEmpty() ? what : what + u' ' + next, code);
}

void MessageBar::inform(const QString& what)
{
    put("info", what, {});
}

void MessageBar::put(const char* tone, const QString& what, const QString& code)
{
    restyle(this, "tone", QLatin1String(tone));
    m_what->setText(what);
    m_code->setText(code);
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::tell(const QString& what)
{
    hide();
    Q_EMIT told(what);
}

void MessageBar::clear()
{
    hide();
}

bool MessageBar::isShowing() const
{
    return !isHidden();
}

QString MessageBar::text() const
{
    return isShowing() ? m_what->text() : QString();
}

} // namespace widgets
