// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/correctiondesk.h"

#include <QFrame>

class QLabel;

namespace widgets {

class Field;
class KeyButton;

/// Beside a list: what was written wrong about the case in focus, to be put right.
class CorrectionPane : public QFrame
{
    Q_OBJECT

public:
    CorrectionPane(desk::CorrectionDesk& correction, QWidget* parent);

    void focusWork();
    /// F12.
    void submit();
    /// A card that was read says how the applicant is written.
    void takeCard(const QString& name, const QString& certificateNumber);

private:
    struct Line
    {
        Field* field;
        std::optional<desk::PartyRole> role; ///< whose; none: of the case
        QString name;                        ///< as in FieldFault
        bool identity = false;
    };

    Field* addLine(const QString& label, std::optional<desk::PartyRole> role, const QString& name, bool identity = false);
    [[nodiscard]] QString valueOf(const Line& line) const;
    void push(const Line& line, const QString& value);
    void follow();
    void fill();

    desk::CorrectionDesk& m_correction;
    QLabel* m_number;
    QLabel* m_hint;
    QList<Line> m_lines;
    Field* m_reason;
    KeyButton* m_submit;
    QString m_shown; ///< the case whose fields stand here
};

} // namespace widgets
