// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLineEdit>
#include <QWidget>

#include <functional>

class QLabel;

namespace widgets {

/// A line that shows a masked form of its value while nobody edits it.
class MaskedEdit : public QLineEdit
{
    Q_OBJECT

public:
    using Mask = std::function<QString(const QString&)>;

    explicit MaskedEdit(QWidget* parent);

    void setMask(Mask mask) { m_mask = std::move(mask); }
    void setValue(const QString& value);
    [[nodiscard]] QString value() const { return m_value; }

Q_SIGNALS:
    void valueEdited(const QString& value);

protected:
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void show();

    QString m_value;
    Mask m_mask;
};

/// While the line is empty, undo belongs to the page and not to it.
void leaveUndoToPage(QLineEdit* line);

/// A labelled line with room for what is wrong with it.
class Field : public QWidget
{
    Q_OBJECT

public:
    Field(const QString& label, QWidget* parent);

    [[nodiscard]] MaskedEdit* edit() const { return m_edit; }
    void setLabel(const QString& label);
    /// Shows the fault under the line once the clerk has left it, or somebody else filled it; an empty text clears it.
    void setFault(const QString& text);
    /// Shows what is wrong now, left or not.
    void insist();
    /// Begins anew: nothing has been left yet.
    void forget();

private:
    void showFault();

    QLabel* m_label;
    MaskedEdit* m_edit;
    QLabel* m_fault;
    QString m_faultText;
    bool m_left = false;
};

} // namespace widgets
