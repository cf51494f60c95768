// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLabel>

#include <optional>

namespace widgets {

/// How old what is shown is, and whether it can still be read: a figure without its age misleads.
class AgeLabel : public QLabel
{
    Q_OBJECT

public:
    explicit AgeLabel(QWidget* parent);

    /// `seconds`: nothing while nothing was read; `lost`: what failed at the last look, empty when it did not.
    void say(std::optional<qint64> seconds, const QString& lost);
};

} // namespace widgets
