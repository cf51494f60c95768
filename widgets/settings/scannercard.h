// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QLabel;
class QListWidget;

namespace desk {
class CaptureDesk;
}

namespace widgets {

/// Scanners to choose from: Enter takes one, Alt+2 accepts that it shows another certificate than before.
class ScannerCard : public QFrame
{
    Q_OBJECT

public:
    ScannerCard(desk::CaptureDesk& capture, QWidget* parent);

    void trustCurrent();

private:
    void follow();

    desk::CaptureDesk& m_capture;
    QListWidget* m_list;
    QLabel* m_hint;
};

} // namespace widgets
