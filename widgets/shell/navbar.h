// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>
#include <QHash>

class QButtonGroup;
class QLabel;
class QPushButton;

namespace widgets {

enum class Place { Intake, FollowUps, Deliveries, LookUp, Today, Board, Statistics, Settings };

/// Bottom of the window: the places to go, with counts.
class NavBar : public QFrame
{
    Q_OBJECT

public:
    explicit NavBar(QWidget* parent);

    void show(Place place);
    void setCount(Place place, int count);
    /// Places that are not for everybody.
    void setShown(Place place, bool shown);
    void setHint(const QString& hint);

Q_SIGNALS:
    void chosen(widgets::Place place);

private:
    void add(Place place, const QString& text, const QString& key);

    QButtonGroup* m_group;
    QHash<int, QString> m_texts;
    QLabel* m_hint;
};

} // namespace widgets
