// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/intakedesk.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;

namespace widgets {

class Field;

/// The fields of one party, person or organisation.
class PartyForm : public QWidget
{
    Q_OBJECT

public:
    PartyForm(desk::IntakeDesk& intake, desk::PartyRole role, QWidget* parent);

    /// The first field that is still empty, or the first.
    void focusFirstGap();
    [[nodiscard]] bool holdsFocus() const;
    /// Marks everything that is missing or wrong and goes to the first of it; false when there is nothing.
    bool showGaps();

private:
    void follow();
    void push();
    [[nodiscard]] QList<std::pair<QString, Field*>> fields() const;
    [[nodiscard]] QString faultOf(const QString& field) const;
    [[nodiscard]] core::Party party() const;

    desk::IntakeDesk& m_intake;
    desk::PartyRole m_role;
    Field* m_name;
    QComboBox* m_type;
    QHBoxLayout* m_row;
    QWidget* m_typeBox;
    Field* m_number;
    Field* m_representative;
    Field* m_phone;
    Field* m_address;
    bool m_following = false;
};

} // namespace widgets
