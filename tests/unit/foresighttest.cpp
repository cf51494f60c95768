// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// A made-up week of a hall, from a generator that knows nothing of the forecast: arrivals that swell and ebb, groups that come
// together, breaks, and now and then a case that takes for ever. Each forecast is held against what then happened.

#include "app/core/foresight.h"

#include <QTest>

#include <cmath>
#include <deque>
#include <random>

using namespace Qt::StringLiterals;

namespace {

constexpr double DayStart = 8.5 * 3600;
constexpr double DayEnd = 17 * 3600;
constexpr double Hour = 3600;
const QStringList Classes{u"A"_s, u"B"_s, u"C"_s};

struct Ticket
{
    QString ticketClass;
    double takenAt = 0;
    double calledAt = -1;
    double endedAt = -1;
    double foretold = -1;
    bool certain = false; ///< an idle window waited: nothing to foretell, and nothing to be wrong about
    double low = 0;
    double high = 0;
    double lastHour = 0; ///< the average of the last hour, for comparison
};

struct Desk
{
    QStringList classes;
    int ticket = -1;
    double freeAt = 0;
    double pausedAt = -1;
    double backAt = 0;
};

/// One day after the other; the forecast sees what the back office would see, and nothing else.
class MadeUpWeek
{
public:
    explicit MadeUpWeek(unsigned seed) : m_random(seed)
    {
        for (int i = 0; i < 9; ++i)
            m_desks.append({i < 4 ? QStringList{u"A"_s} : i < 7 ? QStringList{u"B"_s, u"A"_s} : QStringList{u"C"_s, u"B"_s}});
    }

    void run()
    {
        for (int day = 0; day < 5; ++day)
            runDay(day);
    }

    QList<Ticket> judged; ///< from the second day on

private:
    double uniform() { return std::uniform_real_distribution<double>(0, 1)(m_random); }
    double exponential(double mean) { return std::exponential_distribution<double>(1 / mean)(m_random); }

    /// Mornings and afternoons fill up, noon is quiet, and each day has its own size.
    double arrivalsAnHour(double at, double size) const
    {
        const double morning = std::exp(-std::pow((at - 10 * Hour) / (1.1 * Hour), 2));
        const double afternoon = std::exp(-std::pow((at - 15 * Hour) / (1.0 * Hour), 2));
        return size * (14 + 42 * morning + 34 * afternoon);
    }

    double serviceTime(const QString& ticketClass)
    {
        const double middle = ticketClass == u"A" ? 420 : ticketClass == u"B" ? 720 : 1000;
        const double usual = std::lognormal_distribution<double>(std::log(middle), 0.55)(m_random);
        return uniform() < 0.04 ? usual * (3 + 4 * uniform()) : usual; // papers that do not agree
    }

    void makeArrivals(int day)
    {
        const double size = 0.85 + 0.3 * uniform() + (day == 0 ? 0.15 : 0.0);
        m_arrivals.clear();
        for (double at = DayStart; at < DayEnd - Hour;) {
            at += exponential(Hour / arrivalsAnHour(at, size));
            const int group = uniform() < 0.03 ? 4 + int(uniform() * 6) : 1; // a firm with all its papers, a bus
            const double which = uniform();
            const QString ticketClass = which < 0.6 ? u"A"_s : which < 0.88 ? u"B"_s : u"C"_s;
            for (int i = 0; i < group; ++i)
                m_arrivals.push_back({ticketClass, at + i * 20.0});
        }
        std::sort(m_arrivals.begin(), m_arrivals.end(), [](const Ticket& a, const Ticket& b) { return a.takenAt < b.takenAt; });
    }

    void runDay(int day)
    {
        makeArrivals(day);
        m_waiting.clear();
        m_tickets.clear();
        for (int i = 0; i < m_desks.size(); ++i) {
            m_desks[i].ticket = -1;
            m_desks[i].pausedAt = -1;
            m_desks[i].freeAt = DayStart;
            m_lunchAt[i] = 11.6 * Hour + (i % 3) * 0.55 * Hour;
        }
        size_t next = 0;
        for (double now = DayStart; now < DayEnd + 2 * Hour; now += 5) {
            while (next < m_arrivals.size() && m_arrivals[next].takenAt <= now)
                arrive(m_arrivals[next++]);
            for (int i = 0; i < m_desks.size(); ++i)
                work(i, now);
        }
        if (day > 0) {
            for (const Ticket& ticket : std::as_const(m_tickets)) {
                if (ticket.calledAt >= 0 && ticket.foretold >= 0)
                    judged.append(ticket);
            }
        }
    }

    void arrive(Ticket ticket)
    {
        foretell(ticket);
        m_tickets.append(ticket);
        m_waiting.append(int(m_tickets.size() - 1));
    }

    void work(int index, double now)
    {
        Desk& desk = m_desks[index];
        if (desk.pausedAt >= 0) {
            if (now < desk.backAt)
                return;
            m_pauses.append(now - desk.pausedAt);
            desk.pausedAt = -1;
        }
        if (desk.ticket >= 0) {
            if (now < desk.freeAt)
                return;
            Ticket& done = m_tickets[desk.ticket];
            done.endedAt = now;
            m_services[done.ticketClass].append(now - done.calledAt);
            ++m_served;
            desk.ticket = -1;
            const bool lunch = now > m_lunchAt[index];
            if (lunch || uniform() < 0.03) {
                desk.pausedAt = now;
                desk.backAt = now + (lunch ? 1800 + 600 * uniform() : 240 + exponential(300));
                ++m_paused;
                m_lunchAt[index] = lunch ? 1e9 : m_lunchAt[index];
                return;
            }
        }
        for (qsizetype i = 0; i < m_waiting.size(); ++i) {
            Ticket& ticket = m_tickets[m_waiting[i]];
            if (!desk.classes.contains(ticket.ticketClass))
                continue;
            ticket.calledAt = now;
            if (const auto forecast = m_forecasts.take(key(ticket)); !forecast.isCertain())
                m_calibration.note(forecast.probabilityOf(now - ticket.takenAt));
            desk.ticket = m_waiting.takeAt(i);
            desk.freeAt = now + 20 + serviceTime(ticket.ticketClass); // the way to the window
            break;
        }
    }

    static qint64 key(const Ticket& ticket) { return qint64(ticket.takenAt * 1000) * 4 + Classes.indexOf(ticket.ticketClass); }

    double averageOfLastHour(const Ticket& ticket) const
    {
        double sum = 0;
        int count = 0;
        for (const Ticket& other : m_tickets) {
            if (other.calledAt >= 0 && other.calledAt > ticket.takenAt - Hour && other.ticketClass == ticket.ticketClass) {
                sum += other.calledAt - other.takenAt;
                ++count;
            }
        }
        return count ? sum / count : 0;
    }

    void foretell(Ticket& ticket)
    {
        core::HallState state;
        for (const int index : std::as_const(m_waiting))
            state.waiting.append(m_tickets[index].ticketClass);
        for (const Desk& desk : std::as_const(m_desks)) {
            core::SimulatedWindow window{desk.classes};
            if (desk.pausedAt >= 0)
                window.pausedFor = ticket.takenAt - desk.pausedAt;
            else if (desk.ticket >= 0) {
                window.serving = m_tickets[desk.ticket].ticketClass;
                window.busyFor = ticket.takenAt - m_tickets[desk.ticket].calledAt;
            }
            state.windows.append(window);
        }
        core::HallHistory history;
        for (auto it = m_services.constBegin(); it != m_services.constEnd(); ++it)
            history.services.insert(it.key(), it.value().last(std::min<qsizetype>(300, it.value().size())));
        history.pauses = m_pauses.last(std::min<qsizetype>(100, m_pauses.size()));
        history.pauseChance = m_served > 50 ? double(m_paused) / m_served : 0.0;
        const core::WaitForecast forecast = core::forecastWait(state, history, ticket.ticketClass, unsigned(m_tickets.size()), 80);
        m_forecasts.insert(key(ticket), forecast);
        const core::ExpectedWait expected = core::expectedFrom(forecast, m_calibration);
        ticket.foretold = expected.seconds;
        ticket.certain = forecast.isCertain();
        ticket.low = expected.low;
        ticket.high = expected.high;
        ticket.lastHour = averageOfLastHour(ticket);
    }

    std::mt19937 m_random;
    QList<Desk> m_desks;
    std::deque<Ticket> m_arrivals;
    QList<Ticket> m_tickets;
    QList<int> m_waiting;
    QHash<QString, QList<double>> m_services;
    QHash<qint64, core::WaitForecast> m_forecasts;
    QHash<int, double> m_lunchAt;
    QList<double> m_pauses;
    core::Calibration m_calibration;
    int m_served = 0;
    int m_paused = 0;
};

} // namespace

class ForesightTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void simpleHalls_data();
    void simpleHalls();
    void oneMoreWindowHelps();
    void aWeek_data();
    void aWeek();
    void quantiles();
};

void ForesightTest::simpleHalls_data()
{
    QTest::addColumn<QStringList>("waiting");
    QTest::addColumn<int>("windows");
    QTest::addColumn<double>("busyFor");
    QTest::addColumn<double>("expected"); ///< negative: nobody serves
    QTest::newRow("nobody serves") << QStringList{} << 0 << -1.0 << -1.0;
    QTest::newRow("an idle window") << QStringList{} << 1 << -1.0 << 0.0;
    QTest::newRow("three ahead, two idle windows") << QStringList{u"A"_s, u"A"_s, u"A"_s} << 2 << -1.0 << 600.0;
    QTest::newRow("served for a while") << QStringList{} << 1 << 200.0 << 400.0;
    QTest::newRow("another class does not stand in the way") << QStringList{u"B"_s, u"B"_s} << 1 << -1.0 << 0.0;
}

void ForesightTest::simpleHalls()
{
    QFETCH(QStringList, waiting);
    QFETCH(int, windows);
    QFETCH(double, busyFor);
    core::HallState state{waiting, {}};
    for (int i = 0; i < windows; ++i)
        state.windows.append({{u"A"_s}, busyFor, busyFor < 0 ? QString() : u"A"_s});
    core::HallHistory history;
    history.services.insert(u"A"_s, QList<double>(20, 600.0));
    const auto forecast = core::forecastWait(state, history, u"A"_s, 1);
    const double middle = forecast.waits.isEmpty() ? -1 : core::expectedFrom(forecast, {}).seconds;
    QTEST(middle, "expected");
}

void ForesightTest::oneMoreWindowHelps()
{
    core::HallState state{QStringList(20, u"A"_s), {{{u"A"_s}, 100, u"A"_s}, {{u"A"_s}, 300, u"A"_s}}};
    core::HallHistory history;
    for (int i = 0; i < 50; ++i)
        history.services[u"A"_s].append(300 + i * 12);
    const double now = core::forecastWait(state, history, u"A"_s, 3).quantile(0.5);
    state.windows.append({{u"A"_s}});
    const double more = core::forecastWait(state, history, u"A"_s, 3).quantile(0.5);
    QVERIFY2(more < now * 0.75 && more > now * 0.5, qPrintable(u"%1 %2"_s.arg(now).arg(more)));
    state.windows.last().pausedFor = 60; // one that pauses comes back later
    QVERIFY(core::forecastWait(state, history, u"A"_s, 3).quantile(0.5) > more);
}

void ForesightTest::aWeek_data()
{
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {1U, 2U, 3U})
        QTest::addRow("%u", seed) << seed;
}

void ForesightTest::aWeek()
{
    QFETCH(unsigned, seed);
    MadeUpWeek week(seed);
    week.run();
    double ours = 0;
    double theirs = 0;
    int held = 0;
    int uncertain = 0;
    for (const Ticket& ticket : week.judged) {
        const double wait = ticket.calledAt - ticket.takenAt;
        ours += std::abs(ticket.foretold - wait);
        theirs += std::abs(ticket.lastHour - wait);
        uncertain += ticket.certain ? 0 : 1;
        held += !ticket.certain && wait >= ticket.low - 5 && wait <= ticket.high + 5 ? 1 : 0; // the hall's clock ticks by five seconds
    }
    const auto count = double(week.judged.size());
    const QString figures = u"%1 tickets, error %2 s against %3 s (%4); %5 had to wait, intervals held %6"_s.arg(count)
                                .arg(ours / count, 0, 'f', 0)
                                .arg(theirs / count, 0, 'f', 0)
                                .arg(ours / theirs, 0, 'f', 2)
                                .arg(uncertain)
                                .arg(double(held) / uncertain, 0, 'f', 3);
    qInfo().noquote() << figures;
    QVERIFY(uncertain > 500);
    QVERIFY2(ours <= 0.8 * theirs, qPrintable(figures));
    QVERIFY2(held >= 0.75 * uncertain && held <= 0.85 * uncertain, qPrintable(figures));
}

void ForesightTest::quantiles()
{
    const core::WaitForecast forecast{{0, 0, 10, 20, 30}};
    QCOMPARE(forecast.quantile(0), 0.0);
    QCOMPARE(forecast.quantile(1), 30.0);
    QCOMPARE(forecast.quantile(0.5), 10.0);
    QCOMPARE(forecast.probabilityOf(30), 0.9);
    QCOMPARE(forecast.probabilityOf(0), 0.2);
    QCOMPARE(core::WaitForecast{}.quantile(0.5), 0.0);
    core::Calibration calibration;
    QCOMPARE(calibration.levelFor(0.9), 0.9);
    for (int i = 0; i < 1000; ++i)
        calibration.note(0.5 + 0.5 * (i % 10) / 10); // it always took longer than the middle
    QVERIFY(calibration.levelFor(0.5) > 0.7);
}

QTEST_APPLESS_MAIN(ForesightTest)
#include "foresighttest.moc"
