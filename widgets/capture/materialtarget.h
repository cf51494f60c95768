// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLabel>

namespace widgets {

/// A material's name that a page can be dragged to.
class MaterialTarget : public QLabel
{
    Q_OBJECT

public:
    MaterialTarget(const QString& text, QWidget* parent);

Q_SIGNALS:
    void pageDropped(int page);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
};

} // namespace widgets
