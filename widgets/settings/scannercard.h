// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;

namespace desk {
class CaptureDesk;
}

namespace widgets {

/// Scanners to choose from: Enter takes one, Alt+2 accepts that it shows another certificate than before. And what a scan
/// asks of it.
class ScannerCard : public QFrame
{
    Q_OBJECT

public:
    ScannerCard(desk::CaptureDesk& capture, QWidget* parent);

    void trustCurrent();

private:
    void follow();
    void followOptions();
    void choose();

    desk::CaptureDesk& m_capture;
    QListWidget* m_list;
    QLabel* m_hint;
    QComboBox* m_input;
    QComboBox* m_dpi;
    QComboBox* m_colour;
    QComboBox* m_size;
    QCheckBox* m_duplex;
};

} // namespace widgets
