// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/training/bench.h"

#include "app/training/paperpainter.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace training {

Bench::Bench(desk::IntakeDesk& intake, const Devices& devices)
    : m_intake(intake), m_devices(devices), m_people(people()), m_list(new QListWidget(this))
{
    setWindowTitle(tr("Training counter"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    auto* column = new QVBoxLayout(this);
    column->addWidget(new QLabel(tr("Whose card is laid on the reader?"), this));
    for (const Person& person : std::as_const(m_people))
        m_list->addItem(person.card.name + u"  "_s + person.phone);
    column->addWidget(m_list);
    auto* lay = new QPushButton(tr("&Lay the card down"), this);
    auto* take = new QPushButton(tr("&Take it away"), this);
    column->addWidget(lay);
    column->addWidget(take);
    column->addWidget(
        new QLabel(tr("Papers for the material in focus lie in the scanner and under the document camera by themselves."), this));
    connect(lay, &QPushButton::clicked, this, [this] { layCard(m_list->currentRow()); });
    connect(m_list, &QListWidget::itemActivated, this, [this] { layCard(m_list->currentRow()); });
    connect(take, &QPushButton::clicked, this, &Bench::removeCard);
    connect(&intake, &desk::IntakeDesk::changed, this, &Bench::loadPaper);
    connect(&intake, &desk::IntakeDesk::focusMaterialChanged, this, &Bench::loadPaper);
}

void Bench::layCard(int person)
{
    if (person >= 0 && person < m_people.size())
        m_devices.sam->layCard(m_people[person].card);
}

void Bench::removeCard()
{
    m_devices.sam->removeCard();
}

void Bench::loadPaper()
{
    const core::ServiceItem* item = m_intake.item();
    const core::MaterialRequirement* material = item ? item->material(m_intake.draft().focusMaterial) : nullptr;
    if (!material)
        return;
    const qsizetype taken = m_intake.draft().materials.value(material->code).pages.size();
    const QString key = u"%1/%2/%3"_s.arg(m_intake.draft().caseId, material->code).arg(taken);
    if (key == m_loadedFor)
        return;
    m_loadedFor = key;
    QtConcurrent::run([title = material->name, holder = m_intake.draft().applicant.name, first = int(taken) + 1] {
        return QList<QByteArray>{paintPaper(title, holder, first), paintPaper(title, holder, first + 1)};
    }).then(this, [this, sheetKey = m_intake.draft().caseId + u'/' + material->code](const QList<QByteArray>& pages) {
        m_devices.scanner.loadPaper(pages);
        if (!m_devices.camera || std::exchange(m_laidFor, sheetKey) == sheetKey)
            return;
        QMetaObject::invokeMethod(m_devices.camera.data(),
                                  [camera = m_devices.camera.data(), sheet = pages.constFirst()] { camera->lay(QImage::fromData(sheet)); });
    });
}

} // namespace training
