// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/common/theme.h"

#include <QApplication>
#include <QFile>
#include <QPalette>

#include <array>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

struct Shade
{
    const char* name;
    QRgb light;
    QRgb dark;
};

/// In the order of ColourRole.
constexpr std::array<Shade, 16> Shades{{
    {"background", 0xFFF3F5F8, 0xFF12161C},
    {"surface", 0xFFFFFFFF, 0xFF1B2129},
    {"line", 0xFFDFE4EA, 0xFF323B47},
    {"text", 0xFF1B2430, 0xFFE8ECF1},
    {"muted", 0xFF5C6775, 0xFF9AA6B4},
    {"accent", 0xFF1F5FBF, 0xFF6EA8FF},
    {"accent-text", 0xFFFFFFFF, 0xFF0D1626},
    {"accent-bg", 0xFFE8F0FB, 0xFF1E2C45},
    {"ok", 0xFF1A7444, 0xFF58C98A},
    {"ok-bg", 0xFFE5F4EC, 0xFF16301F},
    {"warn", 0xFF945400, 0xFFE8A94E},
    {"warn-bg", 0xFFFDF1DD, 0xFF38290F},
    {"danger", 0xFFB3261E, 0xFFFF8A80},
    {"danger-bg", 0xFFFBE9E7, 0xFF3B1A17},
    {"offline", 0xFF6A4C93, 0xFFC3A6F0},
    {"offline-bg", 0xFFF1EAF9, 0xFF2B2140},
}};

bool darkNow = false; // one application, one theme: delegates paint without carrying it along

QRgb shade(ColourRole role)
{
    const Shade& entry = Shades[std::size_t(role)];
    return darkNow ? entry.dark : entry.light;
}

QPalette palette()
{
    using R = ColourRole;
    QPalette palette;
    const auto set = [&](QPalette::ColorRole target, R role) { palette.setColor(target, Theme::colour(role)); };
    set(QPalette::Window, R::Background);
    set(QPalette::WindowText, R::Text);
    set(QPalette::Base, R::Surface);
    set(QPalette::AlternateBase, R::Background);
    set(QPalette::Text, R::Text);
    set(QPalette::Button, R::Surface);
    set(QPalette::ButtonText, R::Text);
    set(QPalette::Highlight, R::Accent);
    set(QPalette::HighlightedText, R::AccentText);
    set(QPalette::PlaceholderText, R::Muted);
    set(QPalette::ToolTipBase, R::Surface);
    set(QPalette::ToolTipText, R::Text);
    set(QPalette::Mid, R::Line);
    set(QPalette::Link, R::Accent);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, Theme::colour(R::Muted));
    return palette;
}

QString styleSheet()
{
    QFile file(u":/style/yichuang.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.readAll());
    for (std::size_t i = Shades.size(); i-- > 0;) // longer names stand behind their beginnings
        text.replace(u"@%1;"_s.arg(QLatin1String(Shades[i].name)), QColor(shade(ColourRole(i))).name() + u';');
    return text;
}

} // namespace

Theme::Theme(QApplication& application) : m_application(application), m_systemWindow(QPalette().color(QPalette::Window))
{
    apply();
}

void Theme::choose(ThemeChoice choice)
{
    m_choice = choice;
    apply();
    Q_EMIT changed();
}

QColor Theme::colour(ColourRole role)
{
    return QColor::fromRgb(shade(role));
}

void Theme::apply()
{
    m_dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemWindow.lightness() < 100);
    darkNow = m_dark;
    m_application.setPalette(palette());
    m_application.setStyleSheet(styleSheet());
}

} // namespace widgets
