// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/composition.h"

#include <QTimer>

/// `yichuang --check`: looks at everything once and prints a line each, as text or JSON. Ends the program with 0 when all
/// is well, 1 when something is degraded, 2 when something is broken.
class ReadinessCheck : public QObject
{
    Q_OBJECT

public:
    explicit ReadinessCheck(bool json) : m_json(json) {}

    void begin(Client& client);

private:
    void finish();

    bool m_json;
    desk::ReadinessDesk* m_readiness = nullptr;
    QTimer m_deadline;
};
