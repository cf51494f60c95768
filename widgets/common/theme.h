// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QObject>

class QApplication;

namespace widgets {

enum class ColourRole {
    Background,
    Surface,
    Line,
    Text,
    Muted,
    Accent,
    AccentText,
    AccentBackground,
    Ok,
    OkBackground,
    Warn,
    WarnBackground,
    Danger,
    DangerBackground,
    Offline,
    OfflineBackground,
};

enum class ThemeChoice { System, Light, Dark };

/// Colours by role and the style sheet made of them, light and dark, contrast at least 4.5 : 1.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QApplication& application);

    void choose(ThemeChoice choice);
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] static QColor colour(ColourRole role);

Q_SIGNALS:
    void changed();

private:
    void apply();

    QApplication& m_application;
    QColor m_systemWindow; ///< before ours took its place
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_dark = false;
};

} // namespace widgets
