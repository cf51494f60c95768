// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/worker/workerloop.h"

#include <QCoreApplication>

#include <csignal>
#include <unistd.h>

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    std::signal(SIGPIPE, SIG_IGN);
    // Backends print what they like: that must not get between the frames.
    const int out = ::dup(STDOUT_FILENO);
    ::dup2(STDERR_FILENO, STDOUT_FILENO);
    return devices::WorkerLoop(STDIN_FILENO, out).run();
}
