// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/supervise/windowpane.h"

#include "app/core/halltime.h"
#include "app/core/wording.h"
#include "app/desk/boarddesk.h"
#include "app/desk/queuewords.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"
#include "widgets/common/listtable.h"
#include "widgets/common/theme.h"
#include "widgets/supervise/figurestable.h"

#include <QHeaderView>
#include <QListWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr int ServedRowHeight = 30;
constexpr int RowsOfClasses = 4;
constexpr qsizetype LastPauses = 3;
constexpr int CodeRole = Qt::UserRole;

QString wholeMinutes(qint64 seconds)
{
    return WindowPane::tr("%n min", nullptr, int(std::max<qint64>(0, seconds) / 60));
}

QString clockTime(const QDateTime& time)
{
    return time.isValid() ? core::hallTime(time).toString(u"HH:mm"_s) : u"—"_s;
}

QString stateWords(const core::WindowView& view)
{
    const core::WindowFigures& window = view.window;
    if (window.state == u"closed")
        return WindowPane::tr("Closed");
    QStringList parts{window.clerk, window.state == u"paused" ? WindowPane::tr("Paused")
                                    : window.isIdle()         ? WindowPane::tr("Idle")
                                                              : WindowPane::tr("Serving")};
    if (window.state == u"paused")
        parts.append(desk::pauseWords(window.reason));
    parts.append(WindowPane::tr("since %1 (%2)").arg(clockTime(window.since), wholeMinutes(window.since.secsTo(view.at))));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString ticketWords(const core::WindowView& view)
{
    if (view.window.ticketNumber.isEmpty())
        return WindowPane::tr("No number here now");
    const QString since = clockTime(view.window.ticketSince);
    const QString took = wholeMinutes(view.window.ticketSince.secsTo(view.at));
    const QString words = view.ticketState == u"serving" ? WindowPane::tr("%1, class %2, served since %3 (%4)")
                                                         : WindowPane::tr("%1, class %2, called at %3 (%4)");
    return words.arg(view.window.ticketNumber, view.ticketClass, since, took);
}

QString keptWords(const core::WindowView& view)
{
    if (view.kept.isEmpty())
        return {};
    QStringList numbers;
    for (const core::KeptTicket& one : view.kept)
        numbers.append(one.number);
    return WindowPane::tr("Kept for it until %1, should the network fail: %2")
        .arg(clockTime(view.kept.constFirst().until), numbers.join(u", "_s));
}

QString pauseLine(const core::PauseSpan& one, const QDateTime& now)
{
    const qint64 seconds = one.since.secsTo(one.until.isValid() ? one.until : now);
    const QString until = one.until.isValid() ? clockTime(one.until) : WindowPane::tr("now");
    return WindowPane::tr("%1 to %2 · %3 · %4").arg(clockTime(one.since), until, wholeMinutes(seconds), desk::pauseWords(one.reason));
}

/// All of them together, and the last few.
QString pausesWords(const core::WindowView& view)
{
    if (view.pauses.isEmpty())
        return WindowPane::tr("No pause today");
    qint64 seconds = 0;
    for (const core::PauseSpan& one : view.pauses)
        seconds += one.since.secsTo(one.until.isValid() ? one.until : view.at);
    QStringList lines{WindowPane::tr("%n pause(s) today", nullptr, int(view.pauses.size())) + u" · "_s + wholeMinutes(seconds)};
    for (const core::PauseSpan& one : view.pauses.last(std::min(LastPauses, view.pauses.size())))
        lines.append(pauseLine(one, view.at));
    return lines.join(u'\n');
}

QString endWords(const QString& act)
{
    if (act == u"finish")
        return WindowPane::tr("Finished");
    if (act == u"no-show")
        return WindowPane::tr("Did not come");
    if (act == u"hold")
        return WindowPane::tr("On hold");
    if (act == u"transfer")
        return WindowPane::tr("Transferred");
    if (act == u"return")
        return WindowPane::tr("Sent back");
    return WindowPane::tr("Still here");
}

QString classWords(const core::ClassChoice& one)
{
    QStringList parts{one.name.isEmpty() ? one.code : one.code + u' ' + one.name, WindowPane::tr("%1 waiting").arg(one.waiting)};
    if (one.elsewhere == 0)
        parts.append(WindowPane::tr("no other window"));
    else
        parts.append(WindowPane::tr("%n other window(s)", nullptr, one.elsewhere));
    return parts.join(u" · "_s);
}

} // namespace

WindowPane::WindowPane(desk::BoardDesk& board, QWidget* parent)
    : HallPane(board, tr("Change the classes"), parent), m_facts(newLabel("small", this)), m_classes(new QListWidget(this)),
      m_changes(newLabel("small", this)), m_pauses(newLabel("small", this)), m_services(new FiguresTable(this, FiguresTable::Kind::Rows)),
      m_none(newLabel("muted", this, tr("It has called nobody today")))
{
    m_services->show({tr("Number"), tr("Class"), tr("Called"), tr("Begun"), tr("Ended"), tr("How")}, {});
    QTableView* table = newListTable(*m_services, 0, tr("Last numbers"), this);
    table->verticalHeader()->setDefaultSectionSize(ServedRowHeight);
    m_table = table;
    for (QLabel* label : {m_facts, m_changes, m_pauses})
        label->setWordWrap(true);
    m_classes->setAccessibleName(tr("Classes it serves"));
    m_classes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column()->addWidget(m_facts);
    column()->addSpacing(4);
    auto* head = new QHBoxLayout;
    head->addWidget(newLabel("muted", this, tr("Classes it serves")), 1);
    head->addWidget(newLabel("muted", this, tr("Change")));
    head->addWidget(newTag("key", this, tr("Space")));
    column()->addLayout(head);
    column()->addWidget(m_classes);
    column()->addWidget(m_changes);
    addAct();
    column()->addSpacing(4);
    column()->addWidget(m_pauses);
    column()->addWidget(newLabel("muted", this, tr("Last numbers")));
    column()->addWidget(m_none);
    column()->addWidget(m_table, 1);
    column()->addStretch();
    connect(m_classes, &QListWidget::itemChanged, this, &WindowPane::readTicks);
    connect(&closer(), &desk::CloserDesk::changed, this, &WindowPane::follow);
    connect(&closer(), &desk::CloserDesk::subjectChanged, this, &WindowPane::follow);
    connect(&closer(), &desk::CloserDesk::classesSet, this, [this](const QString& window) {
        if (window != m_code) // another one is looked at by now
            return;
        m_wanted.reset();
        m_warned.clear();
        say(tr("The window serves them from now on and is told."), true);
    });
    connect(&closer(), &desk::CloserDesk::sentBack, this, [this](const QString& number) {
        if (isVisible())
            say(tr("%1 waits again and is called next.").arg(number), true);
    });
    connect(&closer(), &desk::CloserDesk::refused, this, [this](const desk::Advice& advice) {
        if (isVisible())
            say(advice.what + u' ' + advice.next);
    });
    follow();
}

void WindowPane::focusWork()
{
    m_classes->setFocus();
}

void WindowPane::follow()
{
    if (closer().subject() != desk::CloserDesk::Subject::Window)
        return;
    if (m_code != closer().code()) {
        m_code = closer().code();
        m_wanted.reset();
        m_warned.clear();
        say({});
    }
    showAge();
    const core::WindowView view = closer().window().value_or(core::WindowView());
    setTitle(closer().window() ? view.window.name : tr("Window %1").arg(core::plainNumber(m_code)));
    showFacts(view);
    showClasses(view);
    showServices(view);
    showChanges();
}

void WindowPane::showFacts(const core::WindowView& view)
{
    if (!closer().window()) {
        m_facts->clear();
        m_pauses->clear();
        return;
    }
    const QString mean =
        view.averageServiceSeconds > 0 ? u" · "_s + tr("%1 each").arg(wholeMinutes(view.averageServiceSeconds)) : QString();
    QStringList lines{stateWords(view), ticketWords(view), tr("%n finished today", nullptr, view.served) + mean, keptWords(view)};
    lines.removeAll(QString());
    m_facts->setText(lines.join(u'\n'));
    m_pauses->setText(pausesWords(view));
}

/// Whoever stands on a class stays there.
void WindowPane::showClasses(const core::WindowView& view)
{
    QPalette palette = m_classes->palette();
    palette.setColor(QPalette::Window, Theme::colour(ColourRole::Muted)); // the boxes' edge is made from it
    m_classes->setPalette(palette);
    const QSignalBlocker quiet(m_classes);
    const QStringList ticked = wanted();
    while (m_classes->count() > view.classes.size())
        delete m_classes->takeItem(m_classes->count() - 1);
    for (qsizetype i = 0; i < view.classes.size(); ++i) {
        if (i >= m_classes->count())
            m_classes->addItem(new QListWidgetItem);
        QListWidgetItem* item = m_classes->item(int(i));
        item->setText(classWords(view.classes[i]));
        item->setData(CodeRole, view.classes[i].code);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(ticked.contains(view.classes[i].code) ? Qt::Checked : Qt::Unchecked);
    }
    if (!m_classes->currentItem() && m_classes->count() > 0)
        m_classes->setCurrentRow(0);
    m_classes->setFixedHeight(std::clamp(m_classes->count(), 1, RowsOfClasses) * ServedRowHeight + 4);
}

void WindowPane::showServices(const core::WindowView& view)
{
    QList<QStringList> rows;
    for (const core::WindowService& one : view.services)
        rows.append(
            {one.number, one.ticketClass, clockTime(one.calledAt), clockTime(one.startedAt), clockTime(one.endedAt), endWords(one.end)});
    m_services->show({tr("Number"), tr("Class"), tr("Called"), tr("Begun"), tr("Ended"), tr("How")}, rows);
    m_table->setVisible(!rows.isEmpty());
    m_none->setVisible(rows.isEmpty());
}

QStringList WindowPane::wanted() const
{
    return m_wanted ? *m_wanted : closer().window() ? closer().window()->servedClasses() : QStringList();
}

void WindowPane::readTicks(const QListWidgetItem*)
{
    QStringList codes;
    for (int i = 0; i < m_classes->count(); ++i) {
        if (m_classes->item(i)->checkState() == Qt::Checked)
            codes.append(m_classes->item(i)->data(CodeRole).toString());
    }
    m_wanted = codes;
    m_warned.clear();
    say({});
    showChanges();
}

void WindowPane::showChanges()
{
    QStringList opens;
    QStringList closes;
    const QStringList codes = wanted();
    for (const core::ClassChoice& one : closer().window().value_or(core::WindowView()).classes) {
        if (one.served != codes.contains(one.code))
            (one.served ? closes : opens).append(one.code);
    }
    QStringList parts;
    if (!opens.isEmpty())
        parts.append(tr("Opens: %1").arg(opens.join(u", "_s)));
    if (!closes.isEmpty())
        parts.append(tr("Closes: %1").arg(closes.join(u", "_s)));
    setTextOrHide(m_changes, parts.join(u" · "_s));
    key()->setText(sendsBack() ? tr("Send %1 back to the queue").arg(closer().window()->window.ticketNumber) : tr("Change the classes"));
    key()->setEnabled(sendsBack() || !parts.isEmpty());
}

bool WindowPane::sendsBack() const
{
    return closer().window() && closer().window()->isTicketLeft() && wanted() == closer().window()->servedClasses();
}

void WindowPane::act()
{
    if (!closer().window() || closer().isBusy() || !key()->isEnabled())
        return;
    if (sendsBack()) {
        say({});
        return closer().sendBack();
    }
    if (!m_wanted)
        return;
    if (m_wanted->isEmpty())
        return say(tr("A window serves at least one class."));
    const QStringList alone = core::abandonedClasses(*closer().window(), *m_wanted);
    if (!alone.isEmpty() && alone != m_warned) {
        m_warned = alone;
        return say(tr("Nobody else serves %1, where people wait. F12 once more closes it all the same.").arg(alone.join(u", "_s)), true);
    }
    say({});
    closer().setClasses(*m_wanted);
}

} // namespace widgets
