// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/intakedesk.h"

#include <QWidget>

class QComboBox;

namespace widgets {

/// Why the applicant is asked for the material in focus although it is held: shown only where that is so.
class AskedAnyway : public QWidget
{
    Q_OBJECT

public:
    AskedAnyway(desk::IntakeDesk& intake, QWidget* parent);

    /// Shows the line for a material and goes there.
    void ask(const QString& materialCode);

Q_SIGNALS:
    void done();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();

    desk::IntakeDesk& m_intake;
    QComboBox* m_reason;
    QString m_asked; ///< the material that somebody was sent here for
};

} // namespace widgets
