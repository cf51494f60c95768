// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What may follow what: the whole of the case's and the ticket's diagram, and nothing beside it.

#include "app/core/caselife.h"
#include "app/core/ticket.h"

#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using core::CaseAct;
using core::CaseState;
using core::TicketAct;
using core::TicketState;

class LifeTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cases_data();
    void cases();
    void endings_data();
    void endings();
    void tickets_data();
    void tickets();
    void noShow_data();
    void noShow();
    void spoken_data();
    void spoken();
};

namespace {

template<class State, class Act> struct Step
{
    State from;
    Act act;
    State to;
};

/// Where an act leads by a table; nothing where the table does not name it.
template<class State, class Act> std::optional<State> by(const QList<Step<State, Act>>& table, State from, Act act)
{
    for (const Step<State, Act>& step : table) {
        if (step.from == from && step.act == act)
            return step.to;
    }
    return std::nullopt;
}

using S = CaseState;
using A = CaseAct;

const QList<S> CaseStates{S::Draft,    S::Received, S::Accepted,  S::AcceptedDeferred, S::ToCorrect,  S::ReceivedDeferred, S::Refused,
                          S::InReview, S::Decided,  S::Delivered, S::Returned,         S::Terminated, S::Withdrawn,        S::Voided};

/// What people do to a case, and silence and limits; suspension and credit are marks and change no state.
const QList<A> CaseActs{A::Receive,    A::Accept,        A::AcceptDeferred, A::NotifyOnce, A::ReceiveDeferred, A::Refuse,
                        A::Supplement, A::SilencePassed, A::LimitPassed,    A::Terminate,  A::StartReview,     A::Decide,
                        A::Deliver,    A::TakeBack,      A::Withdraw,       A::Void,       A::Extend};

const QList<Step<S, A>> CaseDiagram{
    {S::Draft, A::Receive, S::Received},
    {S::Draft, A::Withdraw, S::Withdrawn},

    {S::Received, A::Accept, S::Accepted},
    {S::Received, A::AcceptDeferred, S::AcceptedDeferred},
    {S::Received, A::NotifyOnce, S::ToCorrect},
    {S::Received, A::ReceiveDeferred, S::ReceivedDeferred},
    {S::Received, A::Refuse, S::Refused},
    {S::Received, A::SilencePassed, S::Accepted}, // nobody told the applicant anything
    {S::Received, A::Withdraw, S::Withdrawn},

    {S::ToCorrect, A::Accept, S::Accepted},
    {S::ToCorrect, A::AcceptDeferred, S::AcceptedDeferred},
    {S::ToCorrect, A::NotifyOnce, S::ToCorrect}, // once more, with a reason
    {S::ToCorrect, A::SilencePassed, S::Accepted},
    {S::ToCorrect, A::LimitPassed, S::Returned},
    {S::ToCorrect, A::Withdraw, S::Withdrawn},

    {S::ReceivedDeferred, A::Accept, S::Accepted},
    {S::ReceivedDeferred, A::AcceptDeferred, S::AcceptedDeferred},
    {S::ReceivedDeferred, A::TakeBack, S::Returned},
    {S::ReceivedDeferred, A::LimitPassed, S::Returned},
    {S::ReceivedDeferred, A::Withdraw, S::Withdrawn},

    {S::Accepted, A::StartReview, S::InReview},
    {S::Accepted, A::Void, S::Voided},
    {S::Accepted, A::Withdraw, S::Withdrawn},

    {S::AcceptedDeferred, A::Supplement, S::Accepted},
    {S::AcceptedDeferred, A::NotifyOnce, S::AcceptedDeferred}, // what was brought fell short
    {S::AcceptedDeferred, A::Extend, S::AcceptedDeferred},
    {S::AcceptedDeferred, A::StartReview, S::InReview}, // the department does not wait
    {S::AcceptedDeferred, A::LimitPassed, S::Returned},
    {S::AcceptedDeferred, A::Terminate, S::Terminated},
    {S::AcceptedDeferred, A::Void, S::Voided},
    {S::AcceptedDeferred, A::Withdraw, S::Withdrawn},

    {S::InReview, A::Supplement, S::InReview},
    {S::InReview, A::NotifyOnce, S::InReview},
    {S::InReview, A::Extend, S::InReview},
    {S::InReview, A::Decide, S::Decided},
    {S::InReview, A::LimitPassed, S::Returned},
    {S::InReview, A::Terminate, S::Terminated},
    {S::InReview, A::Void, S::Voided},
    {S::InReview, A::Withdraw, S::Withdrawn},

    {S::Decided, A::Supplement, S::Decided},  // the result waits for it
    {S::Decided, A::LimitPassed, S::Decided}, // what is owed is owed still
    {S::Decided, A::Deliver, S::Delivered},
};

using T = TicketState;
using B = TicketAct;

const QList<T> TicketStates{T::Waiting, T::Called, T::Serving, T::Held, T::Done, T::NoShow, T::Transferred, T::Void};
const QList<B> TicketActs{B::Call, B::Recall, B::Start, B::Finish, B::NoShow, B::Hold, B::Resume, B::Transfer, B::ReturnToQueue};

const QList<Step<T, B>> TicketDiagram{
    {T::Waiting, B::Call, T::Called},

    {T::Waiting, B::Transfer, T::Waiting},
    {T::Transferred, B::Transfer, T::Transferred}, // a supervisor's: waits elsewhere

    {T::Called, B::Recall, T::Called},
    {T::Called, B::Start, T::Serving},
    {T::Called, B::Finish, T::Done},
    {T::Called, B::NoShow, T::NoShow},
    {T::Called, B::Hold, T::Held},
    {T::Called, B::Transfer, T::Transferred},
    {T::Called, B::ReturnToQueue, T::Waiting},

    {T::Serving, B::Finish, T::Done},
    {T::Serving, B::Hold, T::Held},
    {T::Serving, B::Transfer, T::Transferred},
    {T::Serving, B::ReturnToQueue, T::Waiting},

    {T::Held, B::Resume, T::Serving},
    {T::Held, B::ReturnToQueue, T::Waiting},
    {T::NoShow, B::ReturnToQueue, T::Waiting},
    {T::Transferred, B::Call, T::Called},
    {T::NoShow, B::Call, T::Called}, // by its number
};

} // namespace

void LifeTableTest::cases_data()
{
    QTest::addColumn<S>("from");
    QTest::addColumn<A>("act");
    QTest::addColumn<std::optional<S>>("to");
    for (const S from : CaseStates) {
        for (const A act : CaseActs)
            QTest::addRow("%s, %s", qPrintable(core::toWire(from)), qPrintable(core::toWire(act)))
                << from << act << by(CaseDiagram, from, act);
    }
}

void LifeTableTest::cases()
{
    QFETCH(S, from);
    QFETCH(A, act);
    QFETCH(std::optional<S>, to);
    const auto next = core::nextState(from, act);
    QCOMPARE(next ? core::toWire(*next) : QString(), to ? core::toWire(*to) : QString());
    if (!next)
        QCOMPARE(next.error(), (core::Error{core::ErrorKind::InvalidInput, u"case.transition"_s, {core::toWire(from)}}));
    QCOMPARE(core::actsIn(from).count(act), to ? 1 : 0); // offered exactly where it is possible
    QCOMPARE(*core::caseActFromWire(core::toWire(act)), act);
}

void LifeTableTest::endings_data()
{
    QTest::addColumn<S>("state");
    QTest::addColumn<bool>("live");
    const QList<S> live{S::Draft, S::Received, S::Accepted, S::AcceptedDeferred, S::ToCorrect, S::ReceivedDeferred, S::InReview};
    for (const S state : CaseStates)
        QTest::addRow("%s", qPrintable(core::toWire(state))) << state << live.contains(state);
}

void LifeTableTest::endings()
{
    QFETCH(S, state);
    QFETCH(bool, live);
    QCOMPARE(core::isLive(state), live);
    for (const A act : CaseActs) { // nothing that ended comes to life again
        if (const auto next = core::nextState(state, act); next && !live)
            QVERIFY2(!core::isLive(*next), qPrintable(core::toWire(act)));
    }
}

void LifeTableTest::tickets_data()
{
    QTest::addColumn<T>("from");
    QTest::addColumn<B>("act");
    QTest::addColumn<std::optional<T>>("to");
    for (const T from : TicketStates) {
        for (const B act : TicketActs)
            QTest::addRow("%s, %s", qPrintable(core::toWire(from)), qPrintable(core::toWire(act)))
                << from << act << by(TicketDiagram, from, act);
    }
}

void LifeTableTest::tickets()
{
    QFETCH(T, from);
    QFETCH(B, act);
    QFETCH(std::optional<T>, to);
    const QDateTime now(QDate(2026, 11, 23), QTime(9, 0), Qt::OffsetFromUTC, 8 * 3600);
    core::Ticket ticket;
    ticket.number = u"A012"_s;
    ticket.state = from;
    ticket.calls = 1;
    ticket.calledAt = now.addSecs(-60);
    const auto next = core::afterAct(ticket, act, now, {30, 1});
    QCOMPARE(next ? core::toWire(next->state) : QString(), to ? core::toWire(*to) : QString());
    if (!next) {
        const QStringList facts{core::toWire(from), core::toWire(act)};
        QCOMPARE(next.error(), (core::Error{core::ErrorKind::InvalidInput, u"ticket.transition"_s, facts}));
        return;
    }
    const bool called = act == B::Call || act == B::Recall;
    QCOMPARE(next->calls, called ? 2 : 1);
    QCOMPARE(next->calledAt, called ? now : ticket.calledAt);
    QCOMPARE(next->number, ticket.number); // kept through transfers and returns
}

void LifeTableTest::noShow_data()
{
    QTest::addColumn<int>("seconds"); // since the last call
    QTest::addColumn<int>("calls");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("facts");
    const QString early = u"ticket.no-show-too-early"_s;
    QTest::newRow("at once") << 0 << 2 << early << QStringList{u"30"_s};
    QTest::newRow("a second too early") << 29 << 2 << early << QStringList{u"1"_s};
    QTest::newRow("just then") << 30 << 2 << QString() << QStringList{};
    QTest::newRow("long after") << 3000 << 3 << QString() << QStringList{};
    QTest::newRow("called too seldom") << 3000 << 1 << u"ticket.no-show-calls"_s << QStringList{u"2"_s};
    QTest::newRow("neither") << 0 << 1 << u"ticket.no-show-calls"_s << QStringList{u"2"_s};
    QTest::newRow("clock set back") << -30 << 2 << early << QStringList{u"60"_s};
}

void LifeTableTest::noShow()
{
    QFETCH(int, seconds);
    QFETCH(int, calls);
    QFETCH(QString, code);
    QFETCH(QStringList, facts);
    const core::NoShowRule rule{30, 2};
    const QDateTime called(QDate(2026, 11, 23), QTime(9, 0), Qt::OffsetFromUTC, 8 * 3600);
    core::Ticket ticket;
    ticket.state = T::Called;
    ticket.calls = calls;
    ticket.calledAt = called;
    const QDateTime now = called.addSecs(seconds);
    const auto passed = core::afterAct(ticket, B::NoShow, now, rule);
    QCOMPARE(passed ? QString() : passed.error().code, code);
    QCOMPARE(passed ? QStringList() : passed.error().facts, facts);
    const auto again = core::afterAct(ticket, B::Recall, now, rule); // a recall gives the applicant the same time anew
    QCOMPARE(core::afterAct(*again, B::NoShow, now.addSecs(29), rule).error().code, u"ticket.no-show-too-early"_s);
    QVERIFY(core::afterAct(*again, B::NoShow, now.addSecs(30), rule));
}

void LifeTableTest::spoken_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("spoken");
    QTest::newRow("letter and digits") << u"A012"_s << u"A零一二"_s;
    QTest::newRow("every digit") << u"3456789"_s << u"三四五六七八九"_s;
    QTest::newRow("never as a number") << u"BC1000"_s << u"BC一零零零"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void LifeTableTest::spoken()
{
    QFETCH(QString, number);
    QFETCH(QString, spoken);
    QCOMPARE(core::spokenNumber(number), spoken);
}

QTEST_GUILESS_MAIN(LifeTableTest)
#include "lifetabletest.moc"
