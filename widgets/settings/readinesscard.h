// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QGridLayout;

namespace desk {
class ReadinessDesk;
}

namespace widgets {

/// How everything of this window is: state, since when, and what to do.
class ReadinessCard : public QFrame
{
    Q_OBJECT

public:
    ReadinessCard(desk::ReadinessDesk& readiness, QWidget* parent);

private:
    void follow();

    desk::ReadinessDesk& m_readiness;
    QGridLayout* m_grid;
};

} // namespace widgets
