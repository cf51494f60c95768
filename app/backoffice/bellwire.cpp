// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/bellwire.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {
constexpr auto Tick = std::chrono::seconds(1);
constexpr auto Together = std::chrono::milliseconds(3); // one word for all that happens within
const QString Channel = u"yichuang_events"_s;
} // namespace

/// Lives in the wire's thread; `tell` may be called from any.
class BellWire::End : public QObject
{
public:
    End(Dialect dialect, std::shared_ptr<Bell> bell) : m_dialect(std::move(dialect)), m_bell(std::move(bell)) {}
    ~End() override
    {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(m_name);
    }

    void begin()
    {
        m_database = QSqlDatabase::addDatabase(m_dialect.driver(), m_name);
        m_dialect.configure(m_database);
        connect(m_database.driver(), &QSqlDriver::notification, this,
                [this](const QString&, QSqlDriver::NotificationSource source, const QVariant& hall) {
                    if (source == QSqlDriver::OtherSource)
                        m_bell->ring(hall.toString(), Bell::From::Elsewhere);
                });
        connect(&m_tick, &QTimer::timeout, this, [this] { look(); });
        m_tick.start(Tick);
        look();
    }

    void tell(const QString& hall)
    {
        const std::scoped_lock lock(m_guard);
        const bool first = m_rung.isEmpty();
        m_rung.insert(hall);
        if (first)
            QMetaObject::invokeMethod(this, [this] { QTimer::singleShot(Together, this, [this] { send(); }); }, Qt::QueuedConnection);
    }

private:
    void look()
    {
        if (!m_database.isOpen() || !QSqlQuery(m_database).exec(u"SELECT 1"_s)) {
            m_database.close();
            if (!m_database.open() || !m_database.driver()->subscribeToNotification(Channel))
                return m_database.close();
        }
        m_bell->ring({}, Bell::From::Elsewhere); // what a process that was killed had no time to say
        send();
    }

    void send()
    {
        QSet<QString> rung;
        {
            const std::scoped_lock lock(m_guard);
            rung.swap(m_rung);
        }
        for (const QString& hall : std::as_const(rung)) {
            QSqlQuery notify(m_database);
            notify.prepare(u"SELECT pg_notify(?, ?)"_s);
            notify.addBindValue(Channel);
            notify.addBindValue(hall);
            if (!m_database.isOpen() || !notify.exec()) { // said at the next tick
                const std::scoped_lock lock(m_guard);
                m_rung.insert(hall);
            }
        }
    }

    Dialect m_dialect;
    std::shared_ptr<Bell> m_bell;
    QString m_name = u"bell-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSqlDatabase m_database;
    QTimer m_tick{this};
    std::mutex m_guard;
    QSet<QString> m_rung;
};

BellWire::BellWire(const Database& database, std::shared_ptr<Bell> bell) : m_bell(std::move(bell))
{
    if (!database.dialect().isPostgres())
        return;
    m_end = new End(database.dialect(), m_bell);
    m_end->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::started, m_end, [end = m_end] { end->begin(); });
    QObject::connect(&m_thread, &QThread::finished, m_end, &QObject::deleteLater);
    m_thread.start();
    m_listening = m_bell->listen([end = m_end](const QString& hall, Bell::From from) {
        if (from == Bell::From::Here)
            end->tell(hall);
    });
}

BellWire::~BellWire()
{
    if (!m_end)
        return;
    m_bell->leave(m_listening);
    m_thread.quit();
    m_thread.wait();
}

} // namespace backoffice
