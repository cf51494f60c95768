// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QCborMap>
#include <QList>

namespace devices {

// What a scan worker and its client say to each other over a pipe: frames of four bytes of length (big-endian) and a CBOR
// map. The client sends {do: list | start | cancel, …}; the worker {devices}, {page, type}, {percent}, {ended, pages}.

namespace work {
// Keys, short because they are sent with every page.
inline constexpr QLatin1StringView Do("do");
inline constexpr QLatin1StringView Device("device");
inline constexpr QLatin1StringView Input("input");
inline constexpr QLatin1StringView Colour("colour");
inline constexpr QLatin1StringView Dpi("dpi");
inline constexpr QLatin1StringView Width("width"); ///< millimetres; 0: as far as it reaches
inline constexpr QLatin1StringView Height("height");
inline constexpr QLatin1StringView Duplex("duplex");
inline constexpr QLatin1StringView Devices("devices"); ///< [[name, label], …]
inline constexpr QLatin1StringView Page("page");
inline constexpr QLatin1StringView Type("type");
inline constexpr QLatin1StringView Percent("percent"); ///< of the page; -1 where the height is not known
inline constexpr QLatin1StringView Ended("ended");     ///< a ScanEnd
} // namespace work

QByteArray workFrame(const QCborMap& message);

/// Whether a device of this name is a scanner on this machine: not a network scanner that eSCL reaches as well, not a
/// webcam.
bool isLocalScanner(const QString& name);

/// Cuts what comes through the pipe into messages. A frame that is no message ends the conversation: `isBroken`.
class WorkFrames
{
public:
    QList<QCborMap> feed(const QByteArray& bytes);
    [[nodiscard]] bool isBroken() const { return m_broken; }
    void clear();

private:
    QByteArray m_buffer;
    bool m_broken = false;
};

} // namespace devices
