// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/settings/scannercard.h"

#include "app/desk/capturedesk.h"
#include "widgets/common/label.h"

#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int Rows = 4;
}

ScannerCard::ScannerCard(desk::CaptureDesk& capture, QWidget* parent)
    : QFrame(parent), m_capture(capture), m_list(new QListWidget(this)), m_hint(newLabel("muted", this))
{
    setObjectName(u"card"_s);
    m_list->setAccessibleName(tr("Scanner"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(newLabel("strong", this, tr("Scanner")));
    column->addWidget(m_list);
    column->addWidget(m_hint);
    m_list->setFixedHeight(Rows * (m_list->fontMetrics().height() + 10));
    connect(m_list, &QListWidget::itemActivated, this, [this] { m_capture.useScanner(m_list->currentRow()); });
    connect(&capture, &desk::CaptureDesk::scannersChanged, this, &ScannerCard::follow);
    follow();
}

void ScannerCard::follow()
{
    const int row = m_list->currentRow();
    m_list->clear();
    const QStringList names = m_capture.scanners();
    for (int i = 0; i < int(names.size()); ++i) {
        const QString name = names[i].isEmpty() ? tr("Scanner on this machine") : names[i];
        m_list->addItem(i == m_capture.currentScanner() ? tr("%1 · in use").arg(name) : name);
    }
    m_list->setVisible(!names.isEmpty());
    m_list->setCurrentRow(row >= 0 && row < m_list->count() ? row : std::max(0, m_capture.currentScanner()));
    m_hint->setText(names.isEmpty()
                        ? tr("No scanner has been found. Network scanners announce themselves; others appear once they are plugged in.")
                        : tr("Enter uses the scanner · Alt+2 it was replaced: accept its new certificate"));
}

void ScannerCard::trustCurrent()
{
    if (m_list->currentRow() >= 0)
        m_capture.trustScanner(m_list->currentRow());
}

} // namespace widgets
