// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPromise>
#include <QThread>

#include <memory>

namespace store {

/// What a thread is told later by another one. Its future is finished in the event loop of the thread that asked, where it runs one, and
/// at once where it does not, since such a thread may wait for it. Qt 6.4 runs a continuation a second time, emptied, when another thread
/// finishes a future in the moment in which `then` is called on it; in the loop of who asked, `then` has been called before.
template<class T> class Answer
{
public:
    Answer() : Answer(QThread::currentThread()->loopLevel() > 0) {}
    /// For a thread that waits for it, whatever it runs.
    static Answer awaited() { return Answer(false); }

    [[nodiscard]] QFuture<T> future() const { return m_promise->future(); }
    /// Once; on any thread.
    void give(T value) const
    {
        auto finish = [promise = m_promise, value = std::move(value)]() mutable {
            promise->addResult(std::move(value));
            promise->finish();
        };
        if (m_asker)
            QMetaObject::invokeMethod(m_asker.get(), std::move(finish), Qt::QueuedConnection);
        else
            finish();
    }

private:
    explicit Answer(bool inTheLoop) : m_promise(std::make_shared<QPromise<T>>())
    {
        m_promise->start();
        if (inTheLoop)
            m_asker = std::shared_ptr<QObject>(new QObject, [](QObject* asker) { asker->deleteLater(); });
    }

    std::shared_ptr<QPromise<T>> m_promise;
    std::shared_ptr<QObject> m_asker; ///< lives on the thread that asked
};

} // namespace store
