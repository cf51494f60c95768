// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/capture/camerapane.h"

#include "widgets/capture/cameraview.h"
#include "widgets/common/label.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr double CornerStep = 0.01;
constexpr double FineCornerStep = 0.002;
} // namespace

CameraPane::CameraPane(desk::CameraDesk& camera, desk::IntakeDesk& intake, QWidget* parent)
    : QFrame(parent), m_camera(camera), m_intake(intake), m_title(newLabel("title", this)), m_mode(newTag("accent", this)),
      m_taken(newTag("ok", this)), m_view(new CameraView(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Document camera"));
    m_view->setHint(tr("Waiting for the camera's picture…"));
    auto* keys = newLabel("muted", this,
                          tr("Space take it · M by itself or by hand · I card, front and back · Tab corner, arrows move it · 0 corners as "
                             "found · PgUp PgDn other material · Esc close"));
    keys->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_mode);
    head->addWidget(m_taken);
    head->addStretch();
    head->addWidget(newTag("key", this, u"Esc"_s));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 14, 20, 14);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    column->addWidget(keys);
    connect(&camera, &desk::CameraDesk::changed, this, &CameraPane::follow);
    connect(&intake, &desk::IntakeDesk::changed, this, &CameraPane::follow);
    connect(&camera, &desk::CameraDesk::frontTaken, this, &CameraPane::follow);
    connect(&camera, &desk::CameraDesk::pageTaken, this, [this] {
        ++m_count;
        m_corner = -1;
        follow();
    });
    connect(m_view, &CameraView::cornerMoved, &camera, &desk::CameraDesk::moveCorner);
    hide();
}

void CameraPane::open()
{
    m_count = 0;
    m_corner = -1;
    m_camera.open();
    follow();
    QFrame::show();
    setFocus();
}

void CameraPane::stepBack()
{
    if (m_corner >= 0) {
        m_corner = -1;
        return follow();
    }
    m_camera.close();
}

void CameraPane::follow()
{
    if (!m_camera.isOpen()) {
        if (!isHidden())
            Q_EMIT closed();
        return;
    }
    const core::MaterialRequirement* material = m_intake.item() ? m_intake.item()->material(m_intake.draft().focusMaterial) : nullptr;
    m_title->setText(material ? tr("Document camera · %1").arg(material->name) : tr("Document camera"));
    m_mode->setText(m_camera.isCard()        ? m_camera.hasFront() ? tr("Card: now the back") : tr("Card: the front first")
                           : m_camera.isAutomatic() ? tr("Takes a still sheet by itself")
                                             : tr("By hand"));
    setTextOrHide(m_taken, m_count > 0 ? tr("%n page(s) taken", nullptr, m_count) : QString());
    m_view->show(m_camera.live(), m_camera.corners(), m_corner);
}

void CameraPane::otherMaterial(int by)
{
    const auto materials = m_intake.materials();
    const auto here = std::find_if(materials.begin(), materials.end(),
                                   [this](const auto& material) { return material.code == m_intake.draft().focusMaterial; });
    const qsizetype next = (here == materials.end() ? 0 : here - materials.begin()) + by;
    if (next < 0 || next >= materials.size())
        return;
    m_intake.setFocusMaterial(materials[next].code);
    follow();
}

bool CameraPane::cornerKey(const QKeyEvent& event)
{
    const QList<QPointF> corners = m_camera.corners();
    const double step = event.modifiers().testFlag(Qt::ShiftModifier) ? FineCornerStep : CornerStep;
    if (m_corner < 0 || m_corner >= corners.size())
        return false;
    QPointF to = corners[m_corner];
    switch (event.key()) {
    case Qt::Key_Left: to.rx() -= step; break;
    case Qt::Key_Right: to.rx() += step; break;
    case Qt::Key_Up: to.ry() -= step; break;
    case Qt::Key_Down: to.ry() += step; break;
    default: return false;
    }
    m_camera.moveCorner(m_corner, to);
    return true;
}

void CameraPane::keyPressEvent(QKeyEvent* event)
{
    if (cornerKey(*event))
        return;
    if (event->isAutoRepeat())
        return QFrame::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter: m_camera.capture(); return;
    case Qt::Key_M: m_camera.setAutomatic(!m_camera.isAutomatic()); return;
    case Qt::Key_I: m_camera.setCard(!m_camera.isCard()); return;
    case Qt::Key_Tab:
        m_corner = (m_corner + 1) % 4;
        if (m_camera.corners().isEmpty() && !m_camera.live().isNull())
            m_camera.moveCorner(0, {0, 0}); // a frame to begin with
        follow();
        return;
    case Qt::Key_0:
        m_corner = -1;
        m_camera.freeCorners();
        return;
    case Qt::Key_PageUp: otherMaterial(-1); return;
    case Qt::Key_PageDown: otherMaterial(1); return;
    default: QFrame::keyPressEvent(event);
    }
}

/// Nothing is taken that nobody sees.
void CameraPane::hideEvent(QHideEvent* event)
{
    m_camera.close();
    QFrame::hideEvent(event);
}

/// Tab belongs to the corners.
bool CameraPane::focusNextPrevChild(bool)
{
    return false;
}

} // namespace widgets
