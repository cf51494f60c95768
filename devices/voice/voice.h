// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

#include <memory>

namespace devices {

/// Says things aloud in Chinese: speech-dispatcher on Linux, SAPI on Windows. Silent where there is no engine or no Chinese
/// voice; that is no fault. Lives on a thread of its own, since engines take their time.
class Voice : public QObject
{
    Q_OBJECT

public:
    Voice();
    ~Voice() override;

public Q_SLOTS:
    /// Looks for an engine and a Chinese voice; answered by `availability`.
    void open();
    /// What is being said is cut short.
    void say(const QString& text);

Q_SIGNALS:
    void availability(bool available);
    /// What was said last is over, or nothing can say it.
    void said();

private:
    class Engine;
    std::unique_ptr<Engine> m_engine; ///< made when it is first needed
};

} // namespace devices
