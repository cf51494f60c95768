// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QListView>

namespace widgets {

/// The checklist by keys: arrows move, Space marks a paper as seen, Delete takes the last page away, Enter goes on.
class ChecklistView : public QListView
{
    Q_OBJECT

public:
    explicit ChecklistView(QWidget* parent);

    [[nodiscard]] QString currentCode() const;

Q_SIGNALS:
    void toggled(const QString& materialCode);
    void pageRemoved(const QString& materialCode);
    void currentMaterialChanged(const QString& materialCode);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void focusInEvent(QFocusEvent* event) override;
};

} // namespace widgets
