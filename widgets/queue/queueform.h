// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace widgets {

/// What an act of the queue needs to know, asked for below its key: one of a few answers by digit, or two lines and F12.
class QueueForm : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Transfer, Return, Number, Pause };

    explicit QueueForm(QWidget* parent);

    /// Opens it, or goes on with what it asks already; the focus comes here and goes back where it was.
    void ask(Kind kind);
    [[nodiscard]] bool isOpen() const { return !isHidden(); }
    /// What is pressed is meant for it.
    [[nodiscard]] bool isInHand() const;
    /// Does what the lines say, or goes to the one that is missing.
    void submit();
    void close();

Q_SIGNALS:
    void opened();
    void closed();
    void transferWanted(const QString& windowOrClass, const QString& note);
    void returnWanted(const QString& reason);
    void numberWanted(const QString& number, const QString& reason);
    void pauseWanted(const QString& reason);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Choice
    {
        QString words;
        QString value;
    };
    void offer(const QString& title, const QList<Choice>& choices);
    void askLines(const QString& title, const QString& first, const QString& second);
    void choose(qsizetype index);
    void open(const QString& title);
    void sayKeys();

    Kind m_kind = Kind::Pause;
    QLabel* m_title;
    QVBoxLayout* m_answers;
    QLineEdit* m_first;
    QLineEdit* m_second;
    QLabel* m_hint;
    QList<Choice> m_choices;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace widgets
