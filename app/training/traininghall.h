// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

#include <QByteArray>
#include <QUrl>

#include <memory>

namespace training {

// The made-up hall's keys. They guard nothing: the hall exists in training only.
QByteArray calendarPublicKey();
QByteArray recoveryPublicKey();

/// Where a training back office keeps its data.
struct HallData
{
    QString folder;        ///< of its pages, and of the database where no other is named
    QString database = {}; ///< "postgresql://…"

    [[nodiscard]] QString place() const { return database.isEmpty() ? folder + QStringLiteral("/backoffice.sqlite") : database; }
};

/// Fills an empty back office with the made-up hall, its catalogue and today's tickets.
core::Result<void> seedHall(const HallData& data);
/// The same as one JSON document for `yichuang-backoffice seed`, calendars signed.
QByteArray hallSeed();
QByteArray hallCatalogue();

/// A back office that the training can stop and start again on the same port.
class HallServer
{
public:
    virtual ~HallServer() = default;
    virtual core::Result<void> start() = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual QUrl url() const = 0;
    /// Does with its cases what time does by a later moment, as if that had come.
    virtual void letTimePass(qint64 nowMs) = 0;
    /// Somebody at another window does this to a case, whether anybody else can reach the back office or not. False when refused.
    virtual bool actElsewhere(const QJsonObject& act) = 0;
};

/// Inside this process.
std::unique_ptr<HallServer> embeddedServer(const QString& folder, quint16 port);
/// The program `yichuang-backoffice` as a process of its own.
std::unique_ptr<HallServer> processServer(const QString& program, const HallData& data, quint16 port);

} // namespace training
