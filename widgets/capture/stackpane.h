// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/stackmodel.h"

#include <QFrame>

class QLabel;
class QListView;

namespace widgets {

/// Pages of a stack to be confirmed, by keys: Enter takes the proposal, a digit says the material, Delete takes the page
/// out, F12 takes all proposals.
class StackPane : public QFrame
{
    Q_OBJECT

public:
    StackPane(desk::StackDesk& stack, desk::IntakeDesk& intake, QWidget* parent);

    void show();
    void confirmAll();

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    bool keyPressed(int key);
    [[nodiscard]] QString current() const;

    desk::StackDesk& m_stack;
    desk::IntakeDesk& m_intake;
    desk::StackModel* m_model;
    QLabel* m_title;
    QLabel* m_materials;
    QListView* m_view;
};

} // namespace widgets
