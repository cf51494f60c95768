// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/keepawake.h"

#include <QDebug>

#ifdef YICHUANG_DBUS
#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>

using namespace Qt::StringLiterals;

// It holds as long as our connection to the bus.
KeepAwake::KeepAwake()
{
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.ScreenSaver"_s, u"/org/freedesktop/ScreenSaver"_s,
                                                       u"org.freedesktop.ScreenSaver"_s, u"Inhibit"_s);
    call.setArguments({QCoreApplication::applicationName(), u"hall display"_s});
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), qApp);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [watcher] {
        if (watcher->isError())
            qWarning().noquote() << "the screen saver is not kept off:" << watcher->error().name();
        watcher->deleteLater();
    });
}
#else
KeepAwake::KeepAwake()
{
    qWarning() << "the screen saver is not kept off: built without D-Bus";
}
#endif

KeepAwake::~KeepAwake() = default;
