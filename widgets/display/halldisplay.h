// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTimer>
#include <QWidget>

namespace desk {
class HallDisplayDesk;
}

namespace widgets {

class CallBoard;
class HallFigures;

/// What hangs on the hall's wall: who is called where, how many wait, what the hall tells everybody. In Chinese like everything that
/// applicants read. The last picture stays when the back office is silent, with the time it is from.
class HallDisplay : public QWidget
{
    Q_OBJECT

public:
    explicit HallDisplay(desk::HallDisplayDesk& desk);

    /// The hall's notice whose turn it is.
    [[nodiscard]] QString notice() const;
    /// How old the picture is; empty while it is fresh.
    [[nodiscard]] QString ageWords() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void follow();
    void tick();
    void paintFoot(QPainter& painter) const;

    desk::HallDisplayDesk& m_desk;
    CallBoard* m_calls;
    HallFigures* m_figures;
    QTimer m_second;
    int m_seconds = 0; ///< since it hangs there
};

} // namespace widgets
