// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/intake/materialband.h"

#include "app/desk/capturedesk.h"
#include "app/desk/importdesk.h"
#include "widgets/capture/checklistview.h"
#include "widgets/common/label.h"
#include "widgets/intake/askedanyway.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

MaterialBand::MaterialBand(desk::IntakeDesk& intake, desk::CaptureDesk& capture, desk::ImportDesk& imports, QWidget* parent)
    : Band(3, tr("Materials"), tr("Scan"), u"F9"_s, parent), m_intake(intake), m_capture(capture),
      m_model(new desk::ChecklistModel(intake)), m_view(new ChecklistView(this)), m_count(newLabel("muted", this)),
      m_scanning(newTag("accent", this, tr("Scanning…"))), m_unsorted(newTag("warn", this)),
      m_bothSides(newTag("accent", this, tr("Both sides"))),
      m_empty(newLabel("muted", this, tr("The checklist appears once item and scenario are chosen"))),
      m_hint(newLabel("muted", this,
                      tr("F9 scan · Shift+F9 the whole stack · Space paper seen · - falls short · V checked · → look at pages"))),
      m_asked(new AskedAnyway(intake, this))
{
    m_model->setParent(this);
    m_view->setModel(m_model);
    head()->addWidget(m_count);
    head()->addWidget(m_scanning);
    head()->addWidget(m_unsorted);
    head()->addWidget(m_bothSides);
    head()->addWidget(m_hint);
    m_scanning->hide();
    body()->addWidget(m_empty);
    body()->addWidget(m_view, 1);
    body()->addWidget(m_asked);
    connect(m_view, &ChecklistView::toggled, &intake, &desk::IntakeDesk::togglePresent);
    connect(m_view, &ChecklistView::shortfallToggled, &intake, &desk::IntakeDesk::toggleShortfall);
    connect(m_view, &ChecklistView::verifiedToggled, &intake, &desk::IntakeDesk::toggleVerified);
    connect(m_asked, &AskedAnyway::done, this, &MaterialBand::focusList);
    connect(m_view, &ChecklistView::opened, this, &MaterialBand::pagesRequested);
    connect(m_view, &ChecklistView::pageRemoved, &intake, &desk::IntakeDesk::removeLastPage);
    connect(m_view, &ChecklistView::currentMaterialChanged, &intake, &desk::IntakeDesk::setFocusMaterial);
    connect(m_view, &ChecklistView::filesBrought, &imports, &desk::ImportDesk::importFiles);
    connect(m_view, &ChecklistView::pictureBrought, &imports, &desk::ImportDesk::importPicture);
    connect(&capture, &desk::CaptureDesk::scanningChanged, m_scanning, &QWidget::setVisible);
    connect(&intake, &desk::IntakeDesk::changed, this, &MaterialBand::follow);
    connect(&intake, &desk::IntakeDesk::focusMaterialChanged, this, &MaterialBand::follow);
    connect(&capture, &desk::CaptureDesk::optionsChanged, this, &MaterialBand::follow);
    follow();
}

void MaterialBand::follow()
{
    const int rows = m_model->rowCount();
    m_count->setText(rows > 0 ? u"%1 / %2"_s.arg(m_model->presentCount()).arg(rows) : QString());
    const qsizetype unsorted = m_intake.unsorted().size();
    m_unsorted->setText(tr("%n unsorted · Alt+6", nullptr, int(unsorted)));
    m_unsorted->setVisible(unsorted > 0);
    m_bothSides->setVisible(rows > 0 && m_capture.options().duplex);
    m_empty->setVisible(rows == 0);
    m_view->setVisible(rows > 0);
    m_hint->setVisible(rows > 0 && !m_intake.record());
    m_view->setEnabled(!m_intake.record());
    const int row = m_model->rowOf(m_intake.draft().focusMaterial);
    if (rows > 0 && (!m_view->currentIndex().isValid() || (row >= 0 && row != m_view->currentIndex().row())))
        m_view->setCurrentIndex(m_model->index(std::max(row, 0), 0));
}

void MaterialBand::focusReason(const QString& materialCode)
{
    m_intake.setFocusMaterial(materialCode);
    m_asked->ask(materialCode);
}

void MaterialBand::focusList()
{
    m_view->setFocus();
}

QString MaterialBand::currentMaterial() const
{
    return m_view->currentCode();
}

} // namespace widgets
