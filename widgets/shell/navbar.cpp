// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/shell/navbar.h"

#include "widgets/common/label.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int TabHeight = 40;
}

NavBar::NavBar(QWidget* parent) : QFrame(parent), m_group(new QButtonGroup(this)), m_hint(newLabel("muted", this))
{
    setObjectName(u"navBar"_s);
    setFixedHeight(TabHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(6);
    add(Place::Intake, tr("Intake"), u"Ctrl+1"_s);
    add(Place::FollowUps, tr("To be completed"), u"Ctrl+2"_s);
    add(Place::Deliveries, tr("Hand out"), u"Ctrl+3"_s);
    add(Place::LookUp, tr("Look up"), u"Ctrl+4"_s);
    add(Place::Today, tr("Today"), u"Ctrl+5"_s);
    add(Place::Board, tr("The hall"), u"Ctrl+6"_s);
    add(Place::Statistics, tr("Statistics"), u"Ctrl+7"_s);
    add(Place::Settings, tr("Settings"), u"Ctrl+8"_s);
    row->addStretch();
    row->addWidget(m_hint);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT chosen(Place(id)); });
}

void NavBar::add(Place place, const QString& text, const QString& key)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(u"place"_s);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::NoFocus);
    button->setToolTip(key);
    m_group->addButton(button, int(place));
    m_texts.insert(int(place), text);
    static_cast<QHBoxLayout*>(layout())->addWidget(button);
}

void NavBar::show(Place place)
{
    m_group->button(int(place))->setChecked(true);
}

void NavBar::setCount(Place place, int count)
{
    const QString text = m_texts.value(int(place));
    m_group->button(int(place))->setText(count > 0 ? u"%1 %2"_s.arg(text).arg(count) : text);
}

void NavBar::setShown(Place place, bool shown)
{
    m_group->button(int(place))->setVisible(shown);
}

void NavBar::setHint(const QString& hint)
{
    m_hint->setText(hint);
}

} // namespace widgets
