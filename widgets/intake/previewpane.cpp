// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/intake/previewpane.h"

#include "app/desk/paperwords.h"
#include "widgets/common/label.h"

#include <QKeyEvent>
#include <QPdfDocument>
#include <QPdfView>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int ScrollStep = 60;
}

PreviewPane::PreviewPane(QWidget* parent)
    : QFrame(parent), m_title(newLabel("strong", this)), m_view(new QPdfView(this)), m_document(std::make_unique<QPdfDocument>())
{
    setObjectName(u"card"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Preview of the papers"));
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setPageMode(QPdfView::PageMode::MultiPage);
    m_view->verticalScrollBar()->setSingleStep(ScrollStep);
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    auto* line = new QHBoxLayout;
    line->addWidget(m_title);
    line->addStretch();
    line->addWidget(newLabel("muted", this, tr("← → other papers · ↑ ↓ scroll")));
    line->addWidget(newTag("key", this, u"Esc"_s));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 12);
    column->addLayout(line);
    column->addWidget(m_view, 1);
    hide();
}

PreviewPane::~PreviewPane()
{
    m_view->setDocument(nullptr); // the view outlives the document
}

void PreviewPane::show(const QList<documents::Paper>& papers)
{
    m_papers = papers;
    m_current = 0;
    load();
    QFrame::show();
    setFocus();
}

void PreviewPane::load()
{
    if (m_papers.isEmpty())
        return;
    const documents::Paper& paper = m_papers[m_current];
    m_title->setText(tr("%1 (%2 of %3)").arg(desk::paperName(paper.kind)).arg(m_current + 1).arg(m_papers.size()));
    m_view->setDocument(nullptr);
    m_document = std::make_unique<QPdfDocument>();
    m_buffer = std::make_unique<QBuffer>();
    m_buffer->setData(paper.pdf);
    m_buffer->open(QIODevice::ReadOnly);
    m_document->load(m_buffer.get());
    m_view->setDocument(m_document.get());
}

void PreviewPane::nextPaper(int by)
{
    m_current = std::clamp<qsizetype>(m_current + by, 0, std::max<qsizetype>(0, m_papers.size() - 1));
    load();
}

void PreviewPane::keyPressEvent(QKeyEvent* event)
{
    QScrollBar* scroll = m_view->verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Left: nextPaper(-1); return;
    case Qt::Key_Right: nextPaper(1); return;
    case Qt::Key_Up: scroll->triggerAction(QScrollBar::SliderSingleStepSub); return;
    case Qt::Key_Down: scroll->triggerAction(QScrollBar::SliderSingleStepAdd); return;
    case Qt::Key_PageUp: scroll->triggerAction(QScrollBar::SliderPageStepSub); return;
    case Qt::Key_PageDown:
    case Qt::Key_Space: scroll->triggerAction(QScrollBar::SliderPageStepAdd); return;
    case Qt::Key_Escape: Q_EMIT closed(); return;
    default: QFrame::keyPressEvent(event);
    }
}

} // namespace widgets
