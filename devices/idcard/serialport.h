// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>

namespace devices {

/// A serial line, 8N1 without flow control, on the thread that made it: Qt's on Unix, the system's own calls on Windows.
class SerialPort : public QObject
{
    Q_OBJECT

public:
    enum class Opening { Done, Denied, Absent };

    /// `name` as the system has it: /dev/ttyUSB0, COM3.
    explicit SerialPort(const QString& name, QObject* parent = nullptr);
    ~SerialPort() override;

    Opening open();
    void close();
    [[nodiscard]] bool isOpen() const;
    /// False when the line cannot go at this speed.
    bool setBaudRate(int baud);
    void write(const QByteArray& bytes);
    /// What has arrived and was not read yet.
    QByteArray readAll();
    /// Blocks until something is there to read, or for so many milliseconds.
    bool waitForReadyRead(int ms);
    /// Forgets what has arrived.
    void discardInput();

Q_SIGNALS:
    void readyRead();
    /// The line is gone; it has to be opened again.
    void gone();

private:
    class Line;
    std::unique_ptr<Line> m_line;
};

} // namespace devices
