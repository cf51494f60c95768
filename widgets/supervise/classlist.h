// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/hallboard.h"

#include <QListWidget>

namespace widgets {

/// A row a class: who waits for it, and what somebody who comes now has to expect. Enter opens it.
class ClassList : public QListWidget
{
    Q_OBJECT

public:
    explicit ClassList(QWidget* parent);

    /// `names`: of the classes, in their order.
    void show(const QList<core::ClassFigures>& classes, const QStringList& names);

Q_SIGNALS:
    void opened(const QString& code);
};

} // namespace widgets
