// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/capture/stackpane.h"

#include "widgets/capture/stackdelegate.h"
#include "widgets/common/label.h"

#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

StackPane::StackPane(desk::StackDesk& stack, desk::IntakeDesk& intake, QWidget* parent)
    : QFrame(parent), m_stack(stack), m_intake(intake), m_model(new desk::StackModel(stack, intake)), m_title(newLabel("title", this)),
      m_materials(newLabel("muted", this)), m_view(new QListView(this))
{
    m_model->setParent(this);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new StackDelegate(this));
    m_view->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QListView::NoEditTriggers);
    m_view->setAccessibleName(tr("Pages to confirm"));
    m_view->installEventFilter(this);
    m_materials->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 14, 20, 14);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addWidget(m_view, 1);
    column->addWidget(m_materials);
    column->addWidget(
        newLabel("muted", this, tr("Enter as proposed · 1–9 another material · Delete take out · F12 all as proposed · Esc later")));
    connect(&stack, &desk::StackDesk::changed, this, &StackPane::follow);
    hide();
}

void StackPane::show()
{
    follow();
    QFrame::show();
    m_view->setFocus();
}

void StackPane::follow()
{
    m_title->setText(m_stack.isReading() ? tr("Reading titles…") : tr("%n page(s) to confirm", nullptr, m_model->rowCount()));
    QStringList names;
    const auto materials = m_intake.materials();
    for (qsizetype i = 0; i < std::min<qsizetype>(9, materials.size()); ++i)
        names.append(u"%1 %2"_s.arg(i + 1).arg(materials[i].name));
    m_materials->setText(names.join(u"   "_s));
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0));
    if (isVisible() && m_model->rowCount() == 0 && !m_stack.isReading())
        Q_EMIT closed();
}

void StackPane::confirmAll()
{
    m_stack.confirmAll();
}

QString StackPane::current() const
{
    return m_view->currentIndex().data(desk::StackModel::ShaRole).toString();
}

bool StackPane::keyPressed(int key)
{
    const auto materials = m_intake.materials();
    if (key >= Qt::Key_1 && key <= Qt::Key_9) {
        if (key - Qt::Key_1 < materials.size())
            m_stack.choose(current(), materials[key - Qt::Key_1].code);
        return true;
    }
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter: m_stack.confirm(current()); return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: m_stack.drop(current()); return true;
    default: return false;
    }
}

bool StackPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (plain && key->isAutoRepeat() && key->key() != Qt::Key_Up && key->key() != Qt::Key_Down)
            return true; // a key held too long decides about one page only
        if (plain && keyPressed(key->key()))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace widgets
