// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/bell.h"
#include "app/backoffice/database.h"

#include <QObject>
#include <QSet>
#include <QThread>
#include <QTimer>

#include <memory>

namespace backoffice {

/// Carries the bell between processes on one PostgreSQL database, by LISTEN and NOTIFY on a connection and a thread of its own.
/// Rings meanwhile are told once; what a lost connection or a killed process left unsaid is found within a second. Nothing on SQLite.
class BellWire
{
public:
    BellWire(const Database& database, std::shared_ptr<Bell> bell);
    ~BellWire();
    BellWire(const BellWire&) = delete;
    BellWire& operator=(const BellWire&) = delete;

private:
    class End;
    std::shared_ptr<Bell> m_bell;
    QThread m_thread;
    End* m_end = nullptr;
    int m_listening = -1;
};

} // namespace backoffice
