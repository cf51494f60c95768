// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/worker/workerloop.h"

#include <QCoreApplication>

#include <csignal>
#include <unistd.h>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#endif

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
#ifdef Q_OS_WIN
    ::_setmode(STDIN_FILENO, _O_BINARY);
    ::_setmode(STDOUT_FILENO, _O_BINARY);
#else
    std::signal(SIGPIPE, SIG_IGN);
#endif
    // Backends print what they like: that must not get between the frames.
    const int out = ::dup(STDOUT_FILENO);
    ::dup2(STDERR_FILENO, STDOUT_FILENO);
    const auto backend = devices::scanBackend();
    return devices::WorkerLoop(STDIN_FILENO, out, *backend).run();
}
