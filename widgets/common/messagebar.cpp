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
    m_warning = {next.isEmpty() ? what : what + u' ' + next, code};
    m_explains = false;
    follow();
}

void MessageBar::inform(const QString& what)
{
    m_written = m_written.isEmpty() ? what : m_written + u'\n' + what;
    if (std::exchange(m_explains, false) || !m_warning)
        follow();
}

void MessageBar::explain(const QString& what)
{
    m_explains = !m_explains;
    m_explains ? put("info", what, {}) : follow();
}

/// What is most to be seen.
void MessageBar::follow()
{
    if (m_warning)
        put("warn", m_warning->what, m_warning->code);
    else if (!m_written.isEmpty())
        put("info", m_written, {});
    else
        hide();
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
    clearWarning();
    Q_EMIT told(what);
}

void MessageBar::clearWarning()
{
    if (std::exchange(m_warning, std::nullopt) && !m_explains)
        follow();
}

void MessageBar::clear()
{
    if (std::exchange(m_explains, false))
        return follow();
    if (m_warning)
        return clearWarning();
    m_written.clear();
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
