// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/settings/scannercard.h"

#include "app/desk/capturedesk.h"
#include "widgets/common/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int Rows = 4;

void fill(QComboBox& box, const QString& name, const QList<std::pair<QString, int>>& choices)
{
    box.setAccessibleName(name);
    for (const auto& [text, value] : choices)
        box.addItem(text, value);
}

/// A choice under its name, which a screen reader says before what is chosen.
QLayout* named(QComboBox& box, QWidget* parent)
{
    QLabel* name = newLabel("muted", parent, box.accessibleName());
    name->setBuddy(&box);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(name);
    column->addWidget(&box);
    return column;
}

} // namespace

ScannerCard::ScannerCard(desk::CaptureDesk& capture, QWidget* parent)
    : QFrame(parent), m_capture(capture), m_list(new QListWidget(this)), m_hint(newLabel("muted", this)), m_input(new QComboBox(this)),
      m_dpi(new QComboBox(this)), m_colour(new QComboBox(this)), m_size(new QComboBox(this)),
      m_duplex(new QCheckBox(tr("Both sides (Ctrl+F9)"), this))
{
    setObjectName(u"card"_s);
    m_list->setAccessibleName(tr("Scanner"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(newLabel("strong", this, tr("Scanner")));
    column->addWidget(m_list);
    column->addWidget(m_hint);
    using namespace devices;
    fill(*m_input, tr("Source"),
         {{tr("Feeder, else glass"), int(ScanInput::Automatic)},
          {tr("Glass"), int(ScanInput::Flatbed)},
          {tr("Feeder"), int(ScanInput::Feeder)}});
    fill(*m_colour, tr("Colour"),
         {{tr("Colour"), int(ScanColour::Colour)},
          {tr("Grey"), int(ScanColour::Grey)},
          {tr("Black and white"), int(ScanColour::BlackWhite)}});
    fill(*m_dpi, tr("Resolution"), {{u"200 dpi"_s, 200}, {u"300 dpi"_s, 300}, {u"600 dpi"_s, 600}});
    fill(*m_size, tr("Paper"),
         {{u"A4"_s, int(ScanSize::A4)},
          {u"A3"_s, int(ScanSize::A3)},
          {u"A5"_s, int(ScanSize::A5)},
          {tr("Card"), int(ScanSize::Card)},
          {tr("As large as it takes"), int(ScanSize::Largest)}});
    auto* choices = new QHBoxLayout;
    for (QComboBox* box : {m_input, m_dpi, m_colour, m_size}) {
        choices->addLayout(named(*box, this));
        connect(box, &QComboBox::activated, this, &ScannerCard::choose);
    }
    choices->addWidget(m_duplex, 0, Qt::AlignBottom);
    choices->addStretch();
    column->addLayout(choices);
    connect(m_duplex, &QCheckBox::clicked, this, &ScannerCard::choose);
    connect(&capture, &desk::CaptureDesk::optionsChanged, this, &ScannerCard::followOptions);
    followOptions();
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

void ScannerCard::followOptions()
{
    const devices::ScanOptions& options = m_capture.options();
    m_input->setCurrentIndex(m_input->findData(int(options.input)));
    m_colour->setCurrentIndex(m_colour->findData(int(options.colour)));
    m_dpi->setCurrentIndex(m_dpi->findData(options.dpi));
    m_size->setCurrentIndex(m_size->findData(int(options.size)));
    m_duplex->setChecked(options.duplex);
}

void ScannerCard::choose()
{
    m_capture.setOptions({devices::ScanInput(m_input->currentData().toInt()), devices::ScanColour(m_colour->currentData().toInt()),
                          m_dpi->currentData().toInt(), devices::ScanSize(m_size->currentData().toInt()), m_duplex->isChecked()});
}

void ScannerCard::trustCurrent()
{
    if (m_list->currentRow() >= 0)
        m_capture.trustScanner(m_list->currentRow());
}

} // namespace widgets
