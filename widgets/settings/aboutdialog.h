// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace widgets {

/// What this program is, and the licences of everything in it. Esc closes it.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget* parent);

private:
    QPlainTextEdit* m_notice;
};

} // namespace widgets
