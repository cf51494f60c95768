// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/supervise/classpane.h"

#include "app/core/halltime.h"
#include "app/core/wording.h"
#include "app/desk/boarddesk.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"
#include "widgets/common/listtable.h"
#include "widgets/supervise/figurestable.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr int RowHeight = 30;
constexpr int LongestPlace = 10; // characters

QStringList headOf()
{
    return {ClassPane::tr("Number"), ClassPane::tr("Turn"), ClassPane::tr("Since"), ClassPane::tr("Still"),
            ClassPane::tr("What is special")};
}

QString windowsWords(const QStringList& codes)
{
    QStringList plain;
    for (const QString& code : codes)
        plain.append(core::plainNumber(code));
    return plain.join(u", "_s);
}

/// Why somebody does not simply wait for their turn.
QString marksOf(const core::WaitingTicket& one, const QString& group)
{
    QStringList marks;
    const QString window = core::plainNumber(one.window);
    if (one.state == u"held")
        marks.append(ClassPane::tr("on hold at %1").arg(window));
    else if (!one.window.isEmpty())
        marks.append(ClassPane::tr("only for %1").arg(window));
    if (!group.isEmpty())
        marks.append(group);
    if (one.slotAt.isValid())
        marks.append(ClassPane::tr("booked %1").arg(core::hallTime(one.slotAt).toString(u"HH:mm"_s)));
    if (one.state == u"transferred")
        marks.append(ClassPane::tr("transferred"));
    if (one.returned)
        marks.append(ClassPane::tr("sent back"));
    if (!one.takenAs.isEmpty())
        marks.append(ClassPane::tr("from class %1").arg(one.takenAs));
    if (one.misses > 0)
        marks.append(ClassPane::tr("missed %n time(s)", nullptr, one.misses));
    if (!one.keptFor.isEmpty())
        marks.append(ClassPane::tr("kept for %1").arg(core::plainNumber(one.keptFor)));
    return marks.join(u" · "_s);
}

QStringList rowOf(const core::WaitingTicket& one, const QString& group)
{
    const QString turn = one.position > 0 ? QString::number(one.position) : u"—"_s;
    const QString still = one.expectedSeconds ? ClassPane::tr("%n min", nullptr, (*one.expectedSeconds + 30) / 60) : u"—"_s;
    return {one.number, turn, core::hallTime(one.takenAt).toString(u"HH:mm"_s), still, marksOf(one, group)};
}

} // namespace

ClassPane::ClassPane(desk::BoardDesk& board, QWidget* parent)
    : HallPane(board, tr("Move"), parent), m_hall(board), m_facts(newLabel("small", this)),
      m_rows(new FiguresTable(this, FiguresTable::Kind::Rows)), m_none(newLabel("muted", this, tr("Nobody waits in this class"))),
      m_line(new QLineEdit(this))
{
    m_rows->show(headOf(), {});
    m_table = newListTable(*m_rows, int(headOf().size()) - 1, tr("Who waits"), this);
    m_table->verticalHeader()->setDefaultSectionSize(RowHeight);
    m_table->setWordWrap(false);
    m_facts->setWordWrap(true);
    m_line->setMaxLength(LongestPlace);
    m_line->setPlaceholderText(tr("Window (05) or class (B)"));
    m_line->setAccessibleName(tr("Where the number in hand shall wait: window or class"));
    m_line->installEventFilter(this);
    column()->addWidget(m_facts);
    column()->addWidget(m_none);
    column()->addWidget(m_table, 1);
    column()->addStretch();
    auto* head = new QHBoxLayout;
    head->addWidget(newLabel("muted", this, tr("Let the number in hand wait elsewhere")), 1);
    head->addWidget(newTag("key", this, u"↑ ↓"_s));
    column()->addLayout(head);
    column()->addWidget(m_line);
    addAct();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        m_current = now.isValid() && now.row() < m_shown.size() ? m_shown[now.row()].id : QString();
        m_lost = m_lost && m_current.isEmpty();
        showKey();
    });
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        say({});
        showKey();
    });
    connect(&closer(), &desk::CloserDesk::changed, this, &ClassPane::follow);
    connect(&closer(), &desk::CloserDesk::subjectChanged, this, &ClassPane::follow);
    connect(&closer(), &desk::CloserDesk::moved, this, [this](const core::WaitingTicket& ticket, const QString& place) {
        m_line->clear();
        m_current.clear(); // goes by our own hand
        const bool window = place.front().isDigit();
        say(window ? tr("%1 waits for window %2 now.").arg(ticket.number, core::plainNumber(place))
                   : tr("%1 waits in class %2 now.").arg(ticket.number, place),
            true);
    });
    connect(&closer(), &desk::CloserDesk::refused, this, [this](const desk::Advice& advice) {
        if (isVisible())
            say(advice.what + u' ' + advice.next);
    });
    follow();
}

void ClassPane::focusWork()
{
    m_line->setFocus();
}

void ClassPane::follow()
{
    if (closer().subject() != desk::CloserDesk::Subject::TicketClass) {
        m_lost = false;
        m_code.clear();
        return;
    }
    if (m_code != closer().code()) {
        m_code = closer().code();
        m_current.clear();
        m_lost = false;
        m_line->clear();
        say({});
    }
    showAge();
    const core::ClassView view = closer().ticketClass().value_or(core::ClassView());
    setTitle(view.name.isEmpty() ? tr("Class %1").arg(m_code) : tr("Class %1").arg(m_code) + u" · "_s + view.name);
    QString facts;
    if (closer().ticketClass())
        facts = tr("%n waiting", nullptr, view.waiting()) + u" · "_s +
                (view.windows.isEmpty() ? tr("no open window serves it") : tr("open windows: %1").arg(windowsWords(view.windows)));
    m_facts->setText(facts);
    showTickets(view);
    showKey();
}

/// The ticket in hand stays in hand, wherever its row goes; once it has left, nobody is in hand before somebody is chosen.
void ClassPane::showTickets(const core::ClassView& view)
{
    const QString inHand = m_current;
    const core::WaitingTicket* held = current();
    const QString number = held ? held->number : QString();
    QList<QStringList> rows;
    qsizetype row = inHand.isEmpty() && !m_lost ? 0 : -1;
    for (qsizetype i = 0; i < view.tickets.size(); ++i) {
        const core::WaitingTicket& one = view.tickets[i];
        rows.append(rowOf(one, m_hall.groupName(one.group)));
        if (one.id == inHand)
            row = i;
    }
    m_shown = view.tickets;
    m_rows->show(headOf(), rows);
    m_table->setVisible(!rows.isEmpty());
    m_none->setVisible(rows.isEmpty() && closer().ticketClass());
    if (row < 0 && !inHand.isEmpty()) { // whoever was in hand is gone, and nobody else is meant
        m_lost = true;
        m_line->clear();
        say(tr("%1 waits here no more.").arg(number));
    }
    m_table->setCurrentIndex(rows.isEmpty() || row < 0 ? QModelIndex() : m_rows->index(int(row), 0));
    m_current = rows.isEmpty() || row < 0 ? QString() : m_shown[row].id;
}

const core::WaitingTicket* ClassPane::current() const
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(), [this](const core::WaitingTicket& one) { return one.id == m_current; });
    return found == m_shown.end() ? nullptr : &*found;
}

void ClassPane::showKey()
{
    const core::WaitingTicket* ticket = current();
    const QString place = m_line->text().trimmed().toUpper();
    key()->setEnabled(ticket && ticket->state != u"held");
    key()->setText(!ticket           ? tr("Move")
                   : place.isEmpty() ? tr("Move %1").arg(ticket->number)
                                     : tr("Move %1 to %2").arg(ticket->number, place));
}

void ClassPane::act()
{
    const core::WaitingTicket* ticket = current();
    if (closer().isBusy())
        return;
    if (!ticket)
        return m_shown.isEmpty() ? void() : say(tr("Choose with ↑ ↓ who shall wait elsewhere."));
    if (ticket->state == u"held")
        return say(tr("Window %1 has %2 on hold: it goes on there, or is sent back there.")
                       .arg(core::plainNumber(ticket->window), ticket->number));
    if (m_line->text().trimmed().isEmpty()) {
        say(tr("Say first where %1 shall wait.").arg(ticket->number));
        return m_line->setFocus();
    }
    say({});
    closer().move(*ticket, m_line->text());
}

bool ClassPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || m_shown.isEmpty())
        return HallPane::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down)
        return HallPane::eventFilter(watched, event);
    const int row = std::clamp(m_table->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1), 0, int(m_shown.size()) - 1);
    m_table->setCurrentIndex(m_rows->index(row, 0));
    return true;
}

} // namespace widgets
