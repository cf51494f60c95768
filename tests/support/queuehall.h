// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/document.h"
#include "tests/support/officehall.h"

#include <QTest>

/// A back office without a socket in which two clerks' windows, 03 and 05, are open and nobody waits; begun anew for every test.
class QueueHall : public QObject
{
    Q_OBJECT

protected:
    backoffice::Answer ask(const QByteArray& method, const QString& path, const QByteArray& token, const QJsonObject& body = {}) const;
    /// Takes a ticket that is so old already; its id.
    [[nodiscard]] QString take(const QString& ticketClass, int minutesAgo, const QJsonObject& more = {}) const;
    backoffice::Answer call(const QString& window = QStringLiteral("03"), const QJsonObject& more = {}) const;
    backoffice::Answer act(const QString& ticket, const QString& name, const QJsonObject& more = {}, const QByteArray& token = {}) const;
    /// Calls, finishes, and says who it was and why.
    [[nodiscard]] QString numberCalled() const;
    /// Changes one of the hall's settings, of the queue where the name begins with it.
    void set(const QString& name, const QJsonValue& value) const;
    [[nodiscard]] static QJsonObject bodyOf(const backoffice::Answer& answer) { return QJsonDocument::fromJson(answer.body).object(); }
    [[nodiscard]] static QString newUuid() { return core::idText(core::newId()); }

    /// One that has read nothing of the hall yet.
    [[nodiscard]] std::unique_ptr<backoffice::Service> newService() const;

    std::unique_ptr<backoffice::Database> m_database;
    std::unique_ptr<backoffice::Service> m_service;
    QByteArray m_clerk, m_other, m_supervisor, m_kiosk, m_gateway, m_department, m_display;

private Q_SLOTS:
    void initTestCase();
    void init();

private:
    [[nodiscard]] QByteArray tokenFor(const QString& clerk, const QString& window) const;

    QTemporaryDir m_hall;
    QString m_whole;
    std::unique_ptr<QTemporaryDir> m_folder;
};
