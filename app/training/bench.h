// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/intakedesk.h"
#include "app/training/people.h"
#include "devices/simulated/esclsimulator.h"
#include "devices/simulated/simulatedcamera.h"
#include "devices/simulated/simulatedsam.h"

#include <QPointer>
#include <QWidget>

class QListWidget;

namespace training {

/// What lies on the counter in training: cards to lay down, papers that lie ready in the feeder for the material in
/// focus. A small window beside the program.
class Bench : public QWidget
{
    Q_OBJECT

public:
    struct Devices
    {
        std::shared_ptr<devices::SimulatedSam> sam;
        devices::EsclSimulator& scanner;
        QPointer<devices::SimulatedCamera> camera; ///< ends with the client
    };

    Bench(desk::IntakeDesk& intake, const Devices& devices);

    void layCard(int person);
    void removeCard();

private:
    void loadPaper();

    desk::IntakeDesk& m_intake;
    Devices m_devices;
    QList<Person> m_people;
    QListWidget* m_list;
    QString m_loadedFor;
    QString m_laidFor; ///< a sheet under the camera stays there: it would be taken again and again
};

} // namespace training
