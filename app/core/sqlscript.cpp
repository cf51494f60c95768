// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/sqlscript.h"

namespace core {

QStringList sqlStatements(const QString& script)
{
    QStringList statements;
    QString current;
    const QStringList lines = script.split(u'\n');
    for (const QString& line : lines) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u"--"))
            continue;
        current += trimmed + u'\n';
        if (trimmed.endsWith(u';')) {
            current.chop(2);
            statements.append(current);
            current.clear();
        }
    }
    return statements;
}

} // namespace core
