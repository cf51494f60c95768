// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The simulated scanner as a program, for other people's clients: the JPEG files named lie in its feeder, the first one on
// its glass as well. Prints the port; ends with its input. A line on the input loads the feeder anew.

#include "devices/simulated/esclsimulator.h"

#include <QCoreApplication>
#include <QFile>
#include <QSocketNotifier>
#include <QTextStream>

#include <unistd.h>

// As a feeder's mechanics: sane-airscan calls a feeder empty whose last page was there before its scan had begun.
constexpr int PaceMs = 60;

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QList<QByteArray> pages;
    for (const QString& name : application.arguments().sliced(1)) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return 2;
        pages.append(file.readAll());
    }
    devices::EsclSimulator simulator;
    const quint16 port = simulator.start();
    simulator.setPace(PaceMs);
    simulator.loadPaper(pages);
    simulator.layOnGlass(pages.value(0));
    QTextStream(stdout) << port << Qt::endl;
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [&] {
        char line[64];
        if (::read(STDIN_FILENO, line, sizeof line) <= 0)
            QCoreApplication::quit();
        else
            simulator.loadPaper(pages);
    });
    return QCoreApplication::exec();
}
