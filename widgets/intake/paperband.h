// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "widgets/common/band.h"

namespace desk {
class IntakeDesk;
}

namespace widgets {

/// Band 4: which papers will come or have come out.
class PaperBand : public Band
{
    Q_OBJECT

public:
    PaperBand(desk::IntakeDesk& intake, QWidget* parent);

private:
    void follow();

    desk::IntakeDesk& m_intake;
    QLabel* m_papers;
};

} // namespace widgets
