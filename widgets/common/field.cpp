// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/common/field.h"

#include "widgets/common/label.h"

#include <QKeyEvent>
#include <QVBoxLayout>
#include <QVariant>

namespace widgets {

namespace {

bool isUndo(QEvent* event)
{
    return event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo);
}

class UndoPasser : public QObject
{
public:
    explicit UndoPasser(QLineEdit* line) : QObject(line), m_line(line) { line->installEventFilter(this); }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (!isUndo(event) || !m_line->text().isEmpty())
            return false;
        event->ignore();
        return true;
    }

private:
    QLineEdit* m_line;
};

} // namespace

void leaveUndoToPage(QLineEdit* line)
{
    new UndoPasser(line); // the line owns it
}

MaskedEdit::MaskedEdit(QWidget* parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_value = text;
        Q_EMIT valueEdited(text);
    });
}

void MaskedEdit::setValue(const QString& value)
{
    if (m_value == value)
        return;
    m_value = value;
    show();
}

/// Undo belongs to the whole intake, not to one line of it.
bool MaskedEdit::event(QEvent* event)
{
    if (isUndo(event)) {
        event->ignore();
        return false;
    }
    return QLineEdit::event(event);
}

void MaskedEdit::show()
{
    const QString shown = hasFocus() || !m_mask ? m_value : m_mask(m_value);
    if (text() != shown)
        setText(shown);
    setToolTip(hasFocus() ? QString() : shown); // a name may be longer than its field
}

void MaskedEdit::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    show();
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::OtherFocusReason)
        selectAll();
}

void MaskedEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    show();
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        setCursorPosition(0);
}

Field::Field(const QString& label, QWidget* parent)
    : QWidget(parent), m_label(newLabel("muted", this, label)), m_edit(new MaskedEdit(this)), m_fault(newLabel("fault", this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_label);
    column->addWidget(m_edit);
    column->addWidget(m_fault);
    m_label->setBuddy(m_edit);
    m_edit->setAccessibleName(label);
    m_fault->setWordWrap(true);
    m_fault->hide();
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        m_left = true;
        showFault();
    });
}

void Field::setLabel(const QString& label)
{
    m_label->setText(label);
    m_edit->setAccessibleName(label);
}

void Field::setFault(const QString& text)
{
    m_faultText = text;
    if (text.isEmpty() && m_edit->value().isEmpty())
        m_left = false;
    showFault();
}

void Field::insist()
{
    m_left = true;
    showFault();
}

void Field::forget()
{
    m_left = false;
    showFault();
}

void Field::showFault()
{
    const bool filledElsewhere = !m_edit->value().isEmpty() && !m_edit->hasFocus();
    const bool shown = (m_left || filledElsewhere) && !m_faultText.isEmpty();
    setTextOrHide(m_fault, shown ? m_faultText : QString());
    restyle(m_edit, "faulty", shown);
}

} // namespace widgets
