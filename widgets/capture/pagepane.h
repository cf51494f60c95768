// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/pagelistmodel.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QListView;

namespace widgets {

class MaterialTarget;
class PageView;

/// The pages of one material, worked on by keys: turn, straighten, crop, scan again, order, move, take out.
class PagePane : public QFrame
{
    Q_OBJECT

public:
    PagePane(desk::PageDesk& pages, desk::IntakeDesk& intake, QWidget* parent);

    /// Shows the pages of a material; false where it has none.
    bool open(const QString& materialCode);
    /// Esc: leaves the frame for cropping first. False when there is nothing to go back from.
    bool stepBack();

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void follow();
    void showTargets();
    bool pageKey(int key);
    bool changeKey(int key);
    bool cropKey(const QKeyEvent& event);
    void handOver(int number);

    desk::PageDesk& m_pages;
    desk::IntakeDesk& m_intake;
    desk::PageListModel* m_model;
    QLabel* m_title;
    QLabel* m_state;
    QListView* m_strip;
    PageView* m_view;
    QLabel* m_keys;
    QGridLayout* m_targets;
    QList<MaterialTarget*> m_names;
    QString m_shown; ///< the page in the view
};

} // namespace widgets
