// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/intakedesk.h"
#include "app/training/people.h"
#include "devices/simulated/esclsimulator.h"
#include "devices/simulated/simulatedsam.h"

#include <QWidget>

class QListWidget;

namespace training {

/// What lies on the counter in training: cards to lay down, papers that lie ready in the feeder for the material in
/// focus. A small window beside the program.
class Bench : public QWidget
{
    Q_OBJECT

public:
    Bench(desk::IntakeDesk& intake, std::shared_ptr<devices::SimulatedSam> sam, devices::EsclSimulator& scanner);

    void layCard(int person);
    void removeCard();

private:
    void loadPaper();

    desk::IntakeDesk& m_intake;
    std::shared_ptr<devices::SimulatedSam> m_sam;
    devices::EsclSimulator& m_scanner;
    QList<Person> m_people;
    QListWidget* m_list;
    QString m_loadedFor;
};

} // namespace training
