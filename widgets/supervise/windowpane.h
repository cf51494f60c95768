// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/hallview.h"
#include "widgets/supervise/hallpane.h"

class QListWidget;
class QListWidgetItem;

namespace widgets {

class FiguresTable;

/// One window: who sits there, what it does and did today, and the classes it serves, which Space changes and F12 sends.
class WindowPane : public HallPane
{
    Q_OBJECT

public:
    WindowPane(desk::BoardDesk& board, QWidget* parent);

    void focusWork() override;
    void act() override;

private:
    void follow() override;
    void showFacts(const core::WindowView& view);
    void showClasses(const core::WindowView& view);
    void showServices(const core::WindowView& view);
    void showChanges();
    void readTicks(const QListWidgetItem* item);
    [[nodiscard]] QStringList wanted() const;
    /// What the key does: there is a number to send back, and no class to change.
    [[nodiscard]] bool sendsBack() const;

    QLabel* m_facts;
    QListWidget* m_classes;
    QLabel* m_changes;
    QLabel* m_pauses;
    FiguresTable* m_services;
    QLabel* m_none;
    QWidget* m_table;
    QString m_code;                      ///< the window in view
    std::optional<QStringList> m_wanted; ///< classes as they were ticked; nothing: as they are
    QStringList m_warned;                ///< classes that would be left alone, as was said
};

} // namespace widgets
