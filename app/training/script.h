// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace training {

/// Plays steps one after another: each acts once, then waits until its condition holds. Driven by the event loop, so
/// that everything on screen runs as it would for a person.
class Script : public QObject
{
    Q_OBJECT

public:
    struct Step
    {
        QString name;
        std::function<void()> act;
        std::function<bool()> done;
        int timeoutMs = 20'000;
    };

    explicit Script(QObject* parent);

    void add(const QString& name, std::function<void()> act, std::function<bool()> done = {});
    void start();

Q_SIGNALS:
    void stepBegun(const QString& name);
    void finished();
    void stuck(const QString& name);

private:
    void look();

    QList<Step> m_steps;
    qsizetype m_current = -1;
    QTimer m_timer;
    QElapsedTimer m_since;
};

} // namespace training
