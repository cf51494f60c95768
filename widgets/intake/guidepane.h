// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QScrollArea;

namespace desk {
class GuideDesk;
}

namespace widgets {

class GuideSheet;
class KeyButton;

/// Over the bands: the guide to the chosen item. Digits answer its questions, arrows scroll, and a visit can end here with an answer.
class GuidePane : public QFrame
{
    Q_OBJECT

public:
    GuidePane(desk::GuideDesk& guide, QWidget* parent);

    void open();

Q_SIGNALS:
    void answeredPressed();
    void printPressed();
    void scenarioPressed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void follow();
    void scroll(int key);

    desk::GuideDesk& m_guide;
    QLabel* m_title;
    QLabel* m_scenario;
    GuideSheet* m_sheet;
    QScrollArea* m_scroll;
    QLineEdit* m_remark;
    KeyButton* m_take;
};

} // namespace widgets
