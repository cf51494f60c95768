// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/notice.h"

#include <QCoreApplication>
#include <QFile>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace desk {

QFuture<QString> readNotice()
{
    return QtConcurrent::run([folder = QCoreApplication::applicationDirPath()] {
        for (const QString& place : {u"/NOTICE.txt"_s, u"/../share/doc/yichuang/NOTICE"_s}) { // MSI, AppImage
            QFile file(folder + place);
            if (file.open(QIODevice::ReadOnly))
                return QString::fromUtf8(file.readAll());
        }
        return QString();
    });
}

} // namespace desk
