// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace desk {
class SignatureDesk;
}

namespace widgets {

class InkArea;

/// On the second screen while a commitment is to be signed: what it says, and where to sign. In Chinese like everything
/// that applicants read.
class SignaturePad : public QWidget
{
    Q_OBJECT

public:
    explicit SignaturePad(desk::SignatureDesk& signature);

    /// Follows the screens; hidden where there is no second one.
    void watchScreens();

private:
    void follow();
    void place();
    [[nodiscard]] QString words() const;

    desk::SignatureDesk& m_signature;
    QLabel* m_words;
    InkArea* m_ink;
    QPushButton* m_again;
    QPushButton* m_confirm;
};

} // namespace widgets
