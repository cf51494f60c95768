// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "widgets/common/theme.h"

#include <QWidget>

class QComboBox;

namespace desk {
class CaptureDesk;
class ReadinessDesk;
} // namespace desk

namespace widgets {

class ScannerCard;

/// What a clerk may set at this machine: language, light or dark, the scanner; and how everything is.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    struct Desks
    {
        desk::CaptureDesk& capture;
        desk::ReadinessDesk& readiness;
    };

    SettingsPage(const Desks& desks, Theme& theme, const QString& language, QWidget* parent);

    void focusWork();
    void otherAct(int number);

Q_SIGNALS:
    void themeChosen(widgets::ThemeChoice choice);
    /// Takes effect at the next start.
    void languageChosen(const QString& language);
    void papersRequested();

private:
    QComboBox* m_theme;
    QComboBox* m_language;
    ScannerCard* m_scanners;
    desk::ReadinessDesk& m_readiness;
};

} // namespace widgets
