// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/capture/pagepane.h"

#include "widgets/capture/materialtarget.h"
#include "widgets/capture/pageview.h"
#include "widgets/common/label.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QListView>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int StripWidth = 132;
constexpr int TargetColumns = 3;
constexpr double EdgeStep = 0.01;
constexpr double FineEdgeStep = 0.002;
} // namespace

PagePane::PagePane(desk::PageDesk& pages, desk::IntakeDesk& intake, QWidget* parent)
    : QFrame(parent), m_pages(pages), m_intake(intake), m_model(new desk::PageListModel(pages, intake)), m_title(newLabel("title", this)),
      m_state(newTag("accent", this)), m_strip(new QListView(this)), m_view(new PageView(this)), m_keys(newLabel("muted", this)),
      m_targets(new QGridLayout)
{
    m_model->setParent(this);
    setObjectName(u"pagePane"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Pages of the material"));
    m_strip->setModel(m_model);
    m_strip->setFixedWidth(StripWidth);
    m_strip->setIconSize(QSize(desk::PageListModel::IconWidth, desk::PageShelf::ThumbnailHeight));
    m_strip->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_strip->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_strip->setEditTriggers(QListView::NoEditTriggers);
    m_strip->setDragDropMode(QListView::DragDrop);
    m_strip->setDropIndicatorShown(true);
    m_strip->setFocusPolicy(Qt::NoFocus);
    m_strip->setAccessibleName(accessibleName());
    m_keys->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_state);
    head->addStretch();
    head->addWidget(newTag("key", this, u"Esc"_s));
    auto* middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(m_strip);
    middle->addWidget(m_view, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 14, 20, 14);
    column->setSpacing(8);
    column->addLayout(head);
    column->addLayout(middle, 1);
    column->addLayout(m_targets);
    column->addWidget(m_keys);
    connect(&pages, &desk::PageDesk::changed, this, &PagePane::follow);
    connect(&pages, &desk::PageDesk::closed, this, &PagePane::closed);
    connect(m_strip->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid())
            m_pages.setCurrent(index.row());
    });
    hide();
}

bool PagePane::open(const QString& materialCode)
{
    m_shown.clear();
    m_pages.open(materialCode);
    if (!m_pages.isOpen())
        return false;
    m_view->endCrop();
    m_view->fit();
    showTargets();
    QFrame::show();
    setFocus();
    return true;
}

bool PagePane::stepBack()
{
    if (m_view->isCropping()) {
        m_view->endCrop();
        follow();
        return true;
    }
    if (!m_pages.isOpen())
        return false;
    m_pages.close();
    return true;
}

/// Where a page can go: by its digit, or dragged there.
void PagePane::showTargets()
{
    qDeleteAll(m_names);
    m_names.clear();
    const auto materials = m_intake.materials();
    for (int i = 0; i < int(std::min<qsizetype>(9, materials.size())); ++i) {
        const bool here = materials[i].code == m_pages.material();
        auto* name = new MaterialTarget(u"%1 %2"_s.arg(i + 1).arg(materials[i].name), this);
        name->setEnabled(!here);
        name->setFocusPolicy(Qt::NoFocus);
        connect(name, &MaterialTarget::pageDropped, this, [this, i](int page) {
            m_pages.setCurrent(page);
            handOver(i);
        });
        m_targets->addWidget(name, i / TargetColumns, i % TargetColumns);
        m_names.append(name);
    }
}

void PagePane::follow()
{
    if (!m_pages.isOpen())
        return;
    const auto all = m_pages.pages();
    const core::MaterialRequirement* material = m_intake.item() ? m_intake.item()->material(m_pages.material()) : nullptr;
    m_title->setText(tr("%1 · page %2 of %3").arg(material ? material->name : QString()).arg(m_pages.current() + 1).arg(all.size()));
    setTextOrHide(m_state, m_pages.isRetaking()  ? tr("Scanning again…")
                           : m_pages.isWorking() ? tr("Working…")
                           : m_pages.isChanged() ? tr("Changed · O as captured")
                                                 : QString());
    const QModelIndex current = m_model->index(m_pages.current());
    if (m_strip->currentIndex() != current)
        m_strip->setCurrentIndex(current);
    const auto& picture = m_pages.picture();
    const QString sha = all[m_pages.current()].sha256;
    if (picture.sha256 == sha && !picture.whole.isNull()) {
        if (m_shown != sha) {
            m_view->endCrop(); // it was drawn on another picture
            m_view->setPicture(picture.whole, picture.half);
        }
        m_shown = sha;
    } else if (m_shown != sha + u'?') {
        m_view->endCrop();
        m_view->setSketch(m_intake.thumbnail(sha)); // until the page itself is read
        m_shown = sha + u'?';
    }
    m_keys->setText(
        m_view->isCropping()
            ? tr("Draw the frame, or: Tab next edge · arrows move it (Shift: finely) · + − closer, further · Enter crop · Esc leave")
            : tr("← → page · Ctrl+← → move it · R L turn · S straighten · C crop · O as captured · A scan again · F9 more pages · "
                 "1–9 to that material · Delete take out · B take out blank ones · M fronts and backs into sheets · Ctrl+P print a copy · "
                 "+ − 0 zoom · Ctrl+Z undo"));
}

void PagePane::handOver(int number)
{
    const auto materials = m_intake.materials();
    if (number < materials.size())
        m_pages.handOver(materials[number].code);
}

bool PagePane::pageKey(int key)
{
    switch (key) {
    case Qt::Key_Left: m_pages.setCurrent(m_pages.current() - 1); return true;
    case Qt::Key_Right: m_pages.setCurrent(m_pages.current() + 1); return true;
    case Qt::Key_Home: m_pages.setCurrent(0); return true;
    case Qt::Key_End: m_pages.setCurrent(int(m_pages.pages().size()) - 1); return true;
    case Qt::Key_Up:
    case Qt::Key_PageUp: m_view->scroll(key == Qt::Key_Up ? -1 : -6); return true;
    case Qt::Key_Down:
    case Qt::Key_PageDown:
    case Qt::Key_Space: m_view->scroll(key == Qt::Key_Down ? 1 : 6); return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: m_view->zoom(PageView::ZoomStep); return true;
    case Qt::Key_Minus: m_view->zoom(1 / PageView::ZoomStep); return true;
    case Qt::Key_0: m_view->fit(); return true;
    default: return false;
    }
}

bool PagePane::changeKey(int key)
{
    if (key >= Qt::Key_1 && key <= Qt::Key_9) {
        handOver(key - Qt::Key_1);
        return true;
    }
    switch (key) {
    case Qt::Key_R: m_pages.turn(1); return true;
    case Qt::Key_L: m_pages.turn(-1); return true;
    case Qt::Key_S: m_pages.straighten(); return true;
    case Qt::Key_C:
        if (!m_pages.picture().whole.isNull() && !m_pages.isWorking() && !m_intake.record())
            m_view->beginCrop(m_pages.picture().content);
        follow();
        return true;
    case Qt::Key_O: m_pages.restore(); return true;
    case Qt::Key_A: m_pages.retake(); return true;
    case Qt::Key_B: m_pages.removeBlank(); return true;
    case Qt::Key_M: m_pages.interleave(); return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: m_pages.remove(); return true;
    default: return false;
    }
}

bool PagePane::cropKey(const QKeyEvent& event)
{
    const double step = event.modifiers().testFlag(Qt::ShiftModifier) ? FineEdgeStep : EdgeStep;
    switch (event.key()) {
    case Qt::Key_Tab: m_view->nextEdge(); return true;
    case Qt::Key_Left: m_view->moveEdge(-step, 0); return true;
    case Qt::Key_Right: m_view->moveEdge(step, 0); return true;
    case Qt::Key_Up: m_view->moveEdge(0, -step); return true;
    case Qt::Key_Down: m_view->moveEdge(0, step); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_pages.isWorking())
            m_pages.crop(m_view->crop());
        m_view->endCrop();
        follow();
        return true;
    default: return pageKey(event.key());
    }
}

void PagePane::keyPressEvent(QKeyEvent* event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (m_view->isCropping() && (modifiers == Qt::NoModifier || modifiers == Qt::ShiftModifier)) {
        if (!cropKey(*event))
            QFrame::keyPressEvent(event);
        return;
    }
    if (modifiers == Qt::ControlModifier && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        m_pages.move(m_pages.current(), m_pages.current() + (event->key() == Qt::Key_Left ? -1 : 1));
        return;
    }
    const bool plain = modifiers == Qt::NoModifier || (modifiers == Qt::ShiftModifier && event->key() == Qt::Key_Plus);
    if (plain && (pageKey(event->key()) || (!event->isAutoRepeat() && changeKey(event->key()))))
        return;
    QFrame::keyPressEvent(event);
}

/// While a frame is drawn, Tab belongs to its edges.
bool PagePane::focusNextPrevChild(bool next)
{
    return !m_view->isCropping() && QFrame::focusNextPrevChild(next);
}

void PagePane::mousePressEvent(QMouseEvent* event)
{
    setFocus();
    QFrame::mousePressEvent(event);
}

} // namespace widgets
