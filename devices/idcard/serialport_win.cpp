// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/idcard/serialport.h"

#include <QWinEventNotifier>

#include <windows.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace devices {

namespace {

constexpr DWORD QueueBytes = 4096;
constexpr DWORD WriteDeadlineMs = 2000;

/// Names from COM10 on need the device prefix; it is right for all of them.
QString devicePath(const QString& name)
{
    return name.startsWith(u"\\\\.\\"_s) ? name : u"\\\\.\\"_s + name;
}

} // namespace

/// One overlapped read is always under way; its event wakes the thread's event loop.
class SerialPort::Line
{
public:
    Line(const QString& name, SerialPort* owner) // its child moves to the thread the owner moves to
        : path(devicePath(name)), notifier(reading.hEvent = CreateEventW(nullptr, TRUE, FALSE, nullptr), owner)
    {
        notifier.setEnabled(false);
        writing.hEvent = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    }
    ~Line()
    {
        close();
        CloseHandle(reading.hEvent);
        CloseHandle(writing.hEvent);
    }

    void close();
    bool configure(DWORD baud) const;
    /// Asks for the next bytes; false when the line is gone.
    bool ask();
    /// Takes what the read under way brought; false when the line is gone.
    bool take();

    QString path;
    HANDLE handle = INVALID_HANDLE_VALUE;
    OVERLAPPED reading{};
    OVERLAPPED writing{};
    QWinEventNotifier notifier;
    std::array<char, 512> piece{};
    QByteArray arrived;
    bool asked = false;
};

void SerialPort::Line::close()
{
    notifier.setEnabled(false);
    if (handle == INVALID_HANDLE_VALUE)
        return;
    DWORD count = 0;
    CancelIoEx(handle, nullptr);
    if (std::exchange(asked, false))
        GetOverlappedResult(handle, &reading, &count, TRUE); // the buffer is ours again
    CloseHandle(std::exchange(handle, INVALID_HANDLE_VALUE));
    arrived.clear();
}

bool SerialPort::Line::configure(DWORD baud) const
{
    DCB state{};
    state.DCBlength = sizeof state;
    if (!GetCommState(handle, &state))
        return false;
    state.BaudRate = baud;
    state.ByteSize = 8;
    state.Parity = NOPARITY;
    state.StopBits = ONESTOPBIT;
    state.fBinary = TRUE;
    state.fParity = state.fOutxCtsFlow = state.fOutxDsrFlow = state.fDsrSensitivity = FALSE;
    state.fOutX = state.fInX = state.fNull = state.fAbortOnError = FALSE;
    state.fDtrControl = DTR_CONTROL_ENABLE;
    state.fRtsControl = RTS_CONTROL_ENABLE;
    // Answers with what is there; waits only while nothing is.
    COMMTIMEOUTS timeouts{MAXDWORD, MAXDWORD, MAXDWORD - 1, 0, WriteDeadlineMs};
    return SetCommState(handle, &state) && SetCommTimeouts(handle, &timeouts);
}

bool SerialPort::Line::ask()
{
    if (asked)
        return true;
    ResetEvent(reading.hEvent);
    asked = ReadFile(handle, piece.data(), DWORD(piece.size()), nullptr, &reading) || GetLastError() == ERROR_IO_PENDING;
    return asked;
}

bool SerialPort::Line::take()
{
    DWORD count = 0;
    if (!GetOverlappedResult(handle, &reading, &count, FALSE))
        return GetLastError() == ERROR_IO_INCOMPLETE;
    asked = false;
    arrived.append(piece.data(), qsizetype(count));
    SecureZeroMemory(piece.data(), piece.size());
    return true;
}

SerialPort::SerialPort(const QString& name, QObject* parent) : QObject(parent), m_line(std::make_unique<Line>(name, this))
{
    connect(&m_line->notifier, &QWinEventNotifier::activated, this, [this] {
        const bool good = m_line->take() && m_line->ask();
        if (!m_line->arrived.isEmpty())
            Q_EMIT readyRead();
        if (!good)
            Q_EMIT gone();
    });
}

SerialPort::~SerialPort() = default;

SerialPort::Opening SerialPort::open()
{
    close();
    m_line->handle = CreateFileW(reinterpret_cast<const wchar_t*>(m_line->path.utf16()), GENERIC_READ | GENERIC_WRITE, 0, nullptr,
                                 OPEN_EXISTING, FILE_FLAG_OVERLAPPED, nullptr);
    if (m_line->handle == INVALID_HANDLE_VALUE)
        return GetLastError() == ERROR_ACCESS_DENIED ? Opening::Denied : Opening::Absent;
    SetupComm(m_line->handle, QueueBytes, QueueBytes);
    if (!m_line->configure(CBR_9600) || !m_line->ask()) {
        m_line->close();
        return Opening::Absent;
    }
    m_line->notifier.setEnabled(true);
    return Opening::Done;
}

void SerialPort::close()
{
    m_line->close();
}

bool SerialPort::isOpen() const
{
    return m_line->handle != INVALID_HANDLE_VALUE;
}

bool SerialPort::setBaudRate(int baud)
{
    if (!isOpen() || !m_line->configure(DWORD(baud)))
        return false;
    discardInput();
    return true;
}

void SerialPort::write(const QByteArray& bytes)
{
    if (!isOpen())
        return;
    DWORD count = 0;
    ResetEvent(m_line->writing.hEvent);
    const bool done = WriteFile(m_line->handle, bytes.constData(), DWORD(bytes.size()), nullptr, &m_line->writing) ||
                      (GetLastError() == ERROR_IO_PENDING);
    if (!done || !GetOverlappedResult(m_line->handle, &m_line->writing, &count, TRUE) || qsizetype(count) != bytes.size())
        QMetaObject::invokeMethod(this, &SerialPort::gone, Qt::QueuedConnection);
}

QByteArray SerialPort::readAll()
{
    return std::exchange(m_line->arrived, {});
}

bool SerialPort::waitForReadyRead(int ms)
{
    if (!isOpen() || !m_line->ask())
        return false;
    if (WaitForSingleObject(m_line->reading.hEvent, DWORD(std::max(0, ms))) != WAIT_OBJECT_0)
        return false;
    return m_line->take() && m_line->ask() && !m_line->arrived.isEmpty();
}

void SerialPort::discardInput()
{
    if (!isOpen())
        return;
    PurgeComm(m_line->handle, PURGE_RXCLEAR);
    m_line->arrived.clear();
}

} // namespace devices
