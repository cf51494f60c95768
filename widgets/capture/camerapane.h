// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/cameradesk.h"

#include <QFrame>

class QLabel;

namespace widgets {

class CameraView;

/// The document camera by keys: a sheet that lies still is taken by itself, or with Space; front and back of a card go
/// onto one page; the corners of the page can be put right.
class CameraPane : public QFrame
{
    Q_OBJECT

public:
    CameraPane(desk::CameraDesk& camera, desk::IntakeDesk& intake, QWidget* parent);

    void open();
    /// Esc: lets a corner go first.
    void stepBack();

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void hideEvent(QHideEvent* event) override;

private:
    void follow();
    void otherMaterial(int by);
    bool cornerKey(const QKeyEvent& event);

    desk::CameraDesk& m_camera;
    desk::IntakeDesk& m_intake;
    QLabel* m_title;
    QLabel* m_mode;
    QLabel* m_taken;
    CameraView* m_view;
    int m_corner = -1; ///< the one that keys move
    int m_count = 0;   ///< pages taken since the pane was opened
};

} // namespace widgets
