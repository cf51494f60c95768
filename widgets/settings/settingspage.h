// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "widgets/common/theme.h"

#include <QWidget>

class QComboBox;

namespace desk {
class CaptureDesk;
}

namespace widgets {

class ScannerCard;

/// What a clerk may set at this machine: language, light or dark, the scanner.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    SettingsPage(Theme& theme, const QString& language, desk::CaptureDesk& capture, QWidget* parent);

    void focusWork();
    void otherAct(int number);

Q_SIGNALS:
    void themeChosen(widgets::ThemeChoice choice);
    /// Takes effect at the next start.
    void languageChosen(const QString& language);

private:
    QComboBox* m_theme;
    QComboBox* m_language;
    ScannerCard* m_scanners;
};

} // namespace widgets
