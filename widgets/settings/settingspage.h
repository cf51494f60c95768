// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "widgets/common/theme.h"

#include <QWidget>

class QComboBox;

namespace widgets {

/// What a clerk may set at this machine: language and light or dark.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    SettingsPage(Theme& theme, const QString& language, QWidget* parent);

    void focusWork();

Q_SIGNALS:
    void themeChosen(widgets::ThemeChoice choice);
    /// Takes effect at the next start.
    void languageChosen(const QString& language);

private:
    QComboBox* m_theme;
    QComboBox* m_language;
};

} // namespace widgets
