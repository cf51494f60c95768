// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "widgets/common/band.h"

class QLineEdit;
class QListView;
class QListWidget;

namespace desk {
class IntakeDesk;
class ItemModel;
class WorkDay;
} // namespace desk

namespace widgets {

/// Band 1: find the item, choose the scenario, then show both in two lines.
class ItemBand : public Band
{
    Q_OBJECT

public:
    ItemBand(desk::IntakeDesk& intake, desk::WorkDay& day, QWidget* parent);

    /// Begins a search; what was chosen stays until another is.
    void search();
    [[nodiscard]] bool isChoosing() const;
    /// Leaves a search that was begun over a chosen item; false when there is none.
    bool cancelSearch();

Q_SIGNALS:
    void chosen();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    void takeItem();
    void takeScenario();
    void showLists();
    [[nodiscard]] QString facts() const;

    desk::IntakeDesk& m_intake;
    desk::WorkDay& m_day;
    desk::ItemModel* m_model;
    QLineEdit* m_query;
    QListView* m_results;
    QListWidget* m_scenarios;
    QWidget* m_summary;
    QLabel* m_title;
    QLabel* m_scenario;
    QLabel* m_facts;
    QLabel* m_online; ///< what was submitted online
    QLabel* m_hint;
    QString m_scenariosOf; ///< the item whose scenarios are listed
    bool m_searching = true;
};

} // namespace widgets
