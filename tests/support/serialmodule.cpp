// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/serialmodule.h"

#include <QtEndian>

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

namespace {

int speedOf(int baud)
{
    switch (baud) {
    case 9600: return B9600;
    case 19200: return B19200;
    case 38400: return B38400;
    case 57600: return B57600;
    default: return B115200;
    }
}

} // namespace

SerialModule::SerialModule(int baud) : m_speed(speedOf(baud)), m_master(posix_openpt(O_RDWR | O_NOCTTY))
{
    grantpt(m_master);
    unlockpt(m_master);
    char name[128];
    ptsname_r(m_master, name, sizeof name);
    m_port = QString::fromLocal8Bit(name);
    m_thread = std::thread([this] { serve(); });
}

SerialModule::~SerialModule()
{
    unplug();
}

void SerialModule::unplug()
{
    m_stop = true;
    if (m_thread.joinable())
        m_thread.join();
    if (m_master >= 0)
        ::close(std::exchange(m_master, -1));
}

void SerialModule::serve()
{
    QByteArray request;
    while (!m_stop) {
        pollfd waiting{m_master, POLLIN, 0};
        if (::poll(&waiting, 1, 20) <= 0 || !(waiting.revents & POLLIN)) {
            if (waiting.revents & POLLHUP) // nobody has the port open
                ::usleep(5000);
            continue;
        }
        char bytes[512];
        const ssize_t count = ::read(m_master, bytes, sizeof bytes);
        termios settings{};
        ::tcgetattr(m_master, &settings);
        if (count <= 0 || ::cfgetospeed(&settings) != speed_t(m_speed))
            continue; // noise at another speed
        request.append(bytes, count);
        while (request.size() >= 7) {
            const qsizetype size = 7 + qFromBigEndian<quint16>(request.constData() + 5);
            if (request.size() < size)
                break;
            const QByteArray answer = sam.exchange(request.first(size));
            request.remove(0, size);
            if (::write(m_master, answer.constData(), size_t(answer.size())) < 0)
                break;
        }
    }
}
