// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/settings/settingspage.h"

#include "app/desk/readinessdesk.h"
#include "widgets/common/label.h"
#include "widgets/settings/aboutdialog.h"
#include "widgets/settings/readinesscard.h"
#include "widgets/settings/scannercard.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

/// A screen reader says it before what is chosen.
QLabel* nameFor(QComboBox& box, QWidget* parent)
{
    auto* name = new QLabel(box.accessibleName(), parent);
    name->setBuddy(&box);
    return name;
}

} // namespace

SettingsPage::SettingsPage(const Desks& desks, Theme& theme, const QString& language, QWidget* parent)
    : QWidget(parent), m_theme(new QComboBox(this)), m_language(new QComboBox(this)), m_scanners(new ScannerCard(desks.capture, this)),
      m_readiness(desks.readiness)
{
    m_theme->addItem(tr("As the system"), int(ThemeChoice::System));
    m_theme->addItem(tr("Light"), int(ThemeChoice::Light));
    m_theme->addItem(tr("Dark"), int(ThemeChoice::Dark));
    m_theme->setCurrentIndex(m_theme->findData(int(theme.choice())));
    m_theme->setAccessibleName(tr("Appearance"));
    m_language->addItem(u"中文"_s, u"zh_CN"_s);
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->setCurrentIndex(std::max(0, m_language->findData(language)));
    m_language->setAccessibleName(tr("Language"));
    auto* card = new QFrame(this);
    card->setObjectName(u"card"_s);
    auto* form = new QFormLayout(card);
    form->setContentsMargins(16, 16, 16, 16);
    form->setSpacing(12);
    auto* choices = new QHBoxLayout;
    choices->addWidget(m_theme, 1);
    choices->addSpacing(12);
    choices->addWidget(nameFor(*m_language, card));
    choices->addWidget(m_language, 1);
    form->addRow(nameFor(*m_theme, card), choices);
    form->addRow(newLabel("muted", card, tr("A change of language shows after the next start")));
    auto* body = new QWidget(this);
    body->setObjectName(u"scrollBody"_s);
    auto* scroll = new QScrollArea(this); // on a small screen with everything plugged in: arrow keys reach the last line
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::StrongFocus);
    scroll->setAccessibleName(tr("Settings"));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addWidget(newLabel("title", this, tr("Settings")));
    column->addWidget(card);
    column->addWidget(m_scanners);
    column->addWidget(newLabel("strong", this, tr("Readiness · Alt+1 looks again")));
    column->addWidget(new ReadinessCard(desks.readiness, this));
    column->addWidget(newLabel("muted", this, tr("Alt+4 shows every paper as it is printed here")));
    column->addWidget(newLabel("muted", this, tr("Yichuang %1 · Alt+3 about and licences").arg(QStringLiteral(YICHUANG_VERSION))));
    column->addStretch();
    connect(m_theme, &QComboBox::activated, this, [this] { Q_EMIT themeChosen(ThemeChoice(m_theme->currentData().toInt())); });
    connect(m_language, &QComboBox::activated, this, [this] { Q_EMIT languageChosen(m_language->currentData().toString()); });
}

void SettingsPage::otherAct(int number)
{
    if (number == 1)
        m_readiness.check();
    else if (number == 2)
        m_scanners->trustCurrent();
    else if (number == 3)
        (new AboutDialog(this))->open();
    else if (number == 4)
        Q_EMIT papersRequested();
}

void SettingsPage::focusWork()
{
    m_readiness.check();
    m_theme->setFocus();
}

} // namespace widgets
