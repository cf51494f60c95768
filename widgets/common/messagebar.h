// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

#include <optional>

class QLabel;

namespace widgets {

/// What just happened or went wrong, beside the work and never over it. Stays until the next message or Esc.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent);

    void warn(const QString& what, const QString& next, const QString& code);
    /// What somebody wrote to this window, in the colour of the work: it stays until it is cleared, under any warning.
    void inform(const QString& what);
    /// What somebody asked to read, above all of it; asked again, it goes.
    void explain(const QString& what);
    /// Good news goes to the bottom line, where it takes no room from the work; a warning before it is over.
    void tell(const QString& what);
    /// What was asked for is read; or else the warning is over, or what was written is read.
    void clear();
    void clearWarning();
    [[nodiscard]] bool isShowing() const;
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void told(const QString& what);

private:
    struct Warning
    {
        QString what;
        QString code;
    };
    void follow();
    void put(const char* tone, const QString& what, const QString& code);

    QString m_written;
    std::optional<Warning> m_warning;
    bool m_explains = false;
    QLabel* m_what;
    QLabel* m_code;
};

} // namespace widgets
