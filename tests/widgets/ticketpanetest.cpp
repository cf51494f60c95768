// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// A ticket given by hand, by keys: class, group, certificate, the number and its slip, and what goes wrong on the way.

#include "widgets/queue/ticketpane.h"
#include "app/core/halltime.h"
#include "app/core/uuid7.h"
#include "app/desk/queuedesk.h"
#include "app/desk/readerdesk.h"
#include "app/desk/ticketdesk.h"
#include "app/documents/barcode.h"
#include "app/training/people.h"
#include "tests/support/counter.h"
#include "tests/support/wire.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 20'000;

} // namespace

class TicketPaneTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup(); // of QTest: the base's follows
    void aNumberAndItsSlip();
    void theCardFillsAndWhoWaitsIsTold();
    void anAppointmentIsFound();
    void offlineKeepsWhatWasTypedAndALostReplyGivesOneTicket();
    void whoWasMissedIsPutBack();
    void aSlipThatDoesNotComeOut();
    void theIntakeLosesNothing();

protected:
    [[nodiscard]] QUrl backOffice() override;

private:
    [[nodiscard]] desk::TicketDesk& tickets() const { return m_client->desks().tickets; }
    [[nodiscard]] widgets::TicketPane* pane() const { return m_client->window().findChild<widgets::TicketPane*>(); }
    void open() const;
    void layCard() const;
    void give() const;
    void losesAReply() const;
    void scansCodes(const QString& used, const QString& fresh) const;
    void waitForSlip(desk::TicketDesk::Slip slip = desk::TicketDesk::Slip::Printed) const;
    /// What stands on the pane now.
    [[nodiscard]] QString words() const;
    [[nodiscard]] int ticketsInTheHall() const { return inTheHall(u"SELECT count(*) FROM ticket"_s).toInt(); }
    [[nodiscard]] QString slipFile(const QString& mark = {}) const;
    void pictures(const QString& name) const;

    std::unique_ptr<Wire> m_wire;
};

void TicketPaneTest::cleanup()
{
    Counter::cleanup();
    m_wire.reset();
}

QUrl TicketPaneTest::backOffice()
{
    m_wire = std::make_unique<Wire>(m_server->url());
    return m_wire->url();
}

void TicketPaneTest::open() const
{
    m_hands->press(Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(m_hands->focus(), u"TicketPane"_s);
}

void TicketPaneTest::layCard() const
{
    desk::ReaderDesk& reader = m_client->desks().reader;
    Q_EMIT reader.cardRead(desk::holderFrom(training::people().constFirst().card, m_client->desks().day.today()));
}

void TicketPaneTest::give() const
{
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY_WITH_TIMEOUT(!tickets().isBusy(), Patience);
}

void TicketPaneTest::waitForSlip(desk::TicketDesk::Slip slip) const
{
    QTRY_COMPARE_WITH_TIMEOUT(tickets().slip(), slip, Patience);
}

QString TicketPaneTest::words() const
{
    QStringList shown;
    const auto labels = pane()->findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (label->isVisible())
            shown.append(label->text());
    }
    return shown.join(u'\n');
}

QString TicketPaneTest::slipFile(const QString& mark) const
{
    return m_folder->filePath(u"papers/%1-ticket-slip%2.pdf"_s.arg(tickets().given()->ticket.number, mark));
}

void TicketPaneTest::pictures(const QString& name) const
{
    if (!qEnvironmentVariableIsSet("YICHUANG_PICTURES"))
        return;
    for (const auto& [theme, themeName] :
         {std::pair(widgets::ThemeChoice::Dark, u"dark"_s), std::pair(widgets::ThemeChoice::Light, u"light"_s)}) {
        m_theme->choose(theme);
        QCoreApplication::processEvents();
        picture(name + u'-' + themeName);
    }
}

void TicketPaneTest::aNumberAndItsSlip()
{
    const int before = ticketsInTheHall();
    open();
    m_hands->press(Qt::Key_F12); // of which class?
    QVERIFY(!tickets().isBusy());
    QVERIFY(!tickets().fault(desk::TicketDesk::Place::Class).isEmpty());
    m_hands->type(u"z"_s); // there is none
    QVERIFY(tickets().wish().ticketClass.isEmpty());
    m_hands->type(u"b"_s);
    m_hands->press(Qt::Key_3);
    QCOMPARE(tickets().wish().ticketClass, u"B"_s);
    QCOMPARE(tickets().wish().group, u"pregnant"_s);
    m_hands->press(Qt::Key_Return);
    m_hands->press(Qt::Key_Return);
    m_hands->type(u"样例人"_s);
    pictures(u"ticket-form"_s);
    give();
    QVERIFY(tickets().given().has_value());
    const QString number = tickets().given()->ticket.number;
    QVERIFY(number.startsWith(u'B'));
    QCOMPARE(ticketsInTheHall(), before + 1);
    QCOMPARE(inTheHall(u"SELECT holder || priority_group FROM ticket WHERE number = ?"_s, {number}).toString(), u"样例人pregnant"_s);
    waitForSlip();
    QVERIFY(words().contains(number) && words().contains(u"分钟"_s));
    pictures(u"ticket-given"_s);
    QPdfDocument slip;
    QCOMPARE(slip.load(slipFile()), QPdfDocument::Error::None);
    QCOMPARE(slip.pageCount(), 1);
    QVERIFY(std::abs(slip.pagePointSize(0).width() - 80 / 25.4 * 72) < 1);
    const QString text = slip.getAllText(0).text();
    for (const QString& said : {number, u"不动产和住房"_s, m_client->desks().day.hall().name, u"前面还有"_s, u"分钟"_s})
        QVERIFY2(text.contains(said), qPrintable(said));
    QVERIFY(!text.contains(u"样例人"_s) && !text.contains(u"孕妇"_s));
    QImage paper((slip.pagePointSize(0) * 2.5).toSize(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, slip.render(0, paper.size()));
    const QString page = inTheHall(u"SELECT query_token FROM ticket WHERE number = ?"_s, {number}).toString();
    QCOMPARE(documents::barcodesOn(paper), QStringList{m_client->desks().day.hall().queryUrl + page});
    if (const QString folder = qEnvironmentVariable("YICHUANG_PICTURES"); !folder.isEmpty())
        paper.save(folder + u"/ticket-slip.png"_s);
    m_hands->press(Qt::Key_F12); // the next person
    QVERIFY(!tickets().given() && tickets().wish() == syncing::TicketWish());
    QCOMPARE(ticketsInTheHall(), before + 1);
}

void TicketPaneTest::theCardFillsAndWhoWaitsIsTold()
{
    const training::Person person = training::people().constFirst();
    open();
    m_hands->type(u"c"_s);
    layCard();
    QCOMPARE(tickets().wish().holderName, person.card.name);
    QVERIFY(intake().draft().applicant.name.isEmpty());
    QVERIFY(!intake().isUnfinished());
    give();
    waitForSlip();
    const QString number = tickets().given()->ticket.number;
    QVERIFY(!inTheHall(u"SELECT holder_hash FROM ticket WHERE number = ?"_s, {number}).toString().isEmpty());
    QPdfDocument slip;
    QCOMPARE(slip.load(slipFile()), QPdfDocument::Error::None);
    QVERIFY(!slip.getAllText(0).text().contains(person.card.name));
    layCard(); // once more, though a number has been given
    QVERIFY(!tickets().given());
    m_hands->type(u"c"_s);
    give();
    QVERIFY(!tickets().given());
    QVERIFY(tickets().fault(desk::TicketDesk::Place::Certificate).contains(number));
    QVERIFY(words().contains(number));
    pictures(u"ticket-waits"_s);
    m_hands->type(u"a"_s); // another class
    give();
    QVERIFY(tickets().given() && tickets().given()->ticket.ticketClass == u"A");
    waitForSlip();
    m_hands->press(Qt::Key_Escape);
    QVERIFY(pane()->isHidden());
    layCard(); // is the intake's again
    QCOMPARE(intake().draft().applicant.name, person.card.name);
}

void TicketPaneTest::anAppointmentIsFound()
{
    const core::Certificate card{core::CertificateType::CitizenId, training::people().constFirst().card.number};
    syncing::ApiClient api(m_server->url(), std::make_shared<syncing::ServerClock>());
    const auto ask = [&](const syncing::ApiCall& call) {
        const auto reply = api.call(call);
        const bool answered = QTest::qWaitFor([&] { return reply.isFinished(); }, Patience);
        return answered ? reply.result() : syncing::ApiResult(core::fail(core::ErrorKind::Timeout, u"net.timeout"_s));
    };
    const auto session =
        ask(syncing::ApiCall::post(u"sessions"_s, {{u"clerk"_s, u"002"_s}, {u"password"_s, u"training"_s}, {u"window"_s, u"05"_s}}));
    QVERIFY(session);
    api.setTokens({session->json()[u"accessToken"_s].toString(), {}});
    constexpr qint64 SlotMs = 30 * 60'000;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QDateTime slot = core::hallTime(now - now % SlotMs);
    const auto book = [&](const QString& ticketClass, const QString& type, const QString& number) {
        const QString id = core::idText(core::newId());
        const auto booked = ask(syncing::ApiCall::put(u"appointments/"_s + id, {{u"class"_s, ticketClass},
                                                                                {u"slotBegin"_s, slot.toUTC().toString(Qt::ISODate)},
                                                                                {u"holderName"_s, u"样例人"_s},
                                                                                {u"certificateType"_s, type},
                                                                                {u"certificateNumber"_s, number}}));
        return booked ? id : QString();
    };
    const QString used = book(u"C"_s, u"citizen-id"_s, card.number);
    const QString fresh = book(u"B"_s, u"passport"_s, u"E00000001"_s);
    QVERIFY(!used.isEmpty() && !fresh.isEmpty());
    open();
    layCard(); // says the class as well
    QTRY_COMPARE_WITH_TIMEOUT(tickets().wish().ticketClass, u"C"_s, Patience);
    QVERIFY2(words().contains(u"Booked for "_s + slot.toString(u"HH:mm"_s)) && words().contains(u"checks it in"_s), qPrintable(words()));
    pictures(u"ticket-booked"_s);
    give();
    QVERIFY(tickets().given() && tickets().given()->slotBegin == slot);
    QVERIFY(words().contains(slot.toString(u"HH:mm"_s)));
    waitForSlip();
    QPdfDocument slip;
    QCOMPARE(slip.load(slipFile()), QPdfDocument::Error::None);
    QVERIFY(slip.getAllText(0).text().contains(u"预约时段："_s + slot.toString(u"HH:mm"_s)));
    m_hands->press(Qt::Key_F12); // the next person, who types the same number
    QVERIFY(tickets().bookings().isEmpty());
    m_hands->press(Qt::Key_Return);
    m_hands->type(card.number);
    m_hands->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(words().contains(u"has its number already"_s), Patience);
    QVERIFY(tickets().wish().ticketClass.isEmpty()); // nothing is open any more
    scansCodes(used, fresh);
}

/// What the phone shows of a booking, read by a scanner that types.
void TicketPaneTest::scansCodes(const QString& used, const QString& fresh) const
{
    const auto scan = [this](const QString& code) {
        m_hands->press(Qt::Key_Escape);
        open();
        m_hands->press(Qt::Key_Return);
        m_hands->type(code);
        QVERIFY(words().contains(u"A booking's code"_s));
        give();
    };
    scan(used);
    QVERIFY2(words().contains(u"has its number already"_s), qPrintable(words()));
    scan(core::idText(core::newId()));
    QVERIFY2(words().contains(u"no such booking"_s), qPrintable(words()));
    pictures(u"ticket-no-booking"_s);
    scan(u'{' + fresh.toUpper() + u'}');
    QVERIFY2(tickets().given(), qPrintable(words()));
    QCOMPARE(tickets().given()->ticket.ticketClass, u"B"_s);
    QVERIFY(tickets().given()->slotBegin.isValid());
    waitForSlip();
}

void TicketPaneTest::offlineKeepsWhatWasTypedAndALostReplyGivesOneTicket()
{
    const int before = ticketsInTheHall();
    m_server->stop();
    open();
    m_hands->type(u"a"_s);
    m_hands->press(Qt::Key_Return);
    m_hands->press(Qt::Key_Return);
    m_hands->type(u"样例人"_s);
    give();
    QVERIFY(!tickets().given());
    const QString why = desk::adviceFor({core::ErrorKind::Offline, u"ticket.offline"_s, {}}).text();
    QCOMPARE(tickets().fault(desk::TicketDesk::Place::Whole), why);
    QVERIFY(words().contains(why));
    pictures(u"ticket-offline"_s);
    QCOMPARE(tickets().wish().ticketClass, u"A"_s);
    QCOMPARE(tickets().wish().holderName, u"样例人"_s);
    QVERIFY(m_server->start());
    give();
    QVERIFY(tickets().given().has_value());
    QCOMPARE(ticketsInTheHall(), before + 1);
    waitForSlip();
    m_hands->press(Qt::Key_F12);
    losesAReply();
}

void TicketPaneTest::losesAReply() const
{
    const int before = ticketsInTheHall();
    const qsizetype asked = m_wire->asked("/tickets ");
    m_hands->type(u"a"_s);
    m_wire->breaks = "/tickets ";
    give();
    QVERIFY(!tickets().given());
    QVERIFY(!tickets().fault(desk::TicketDesk::Place::Whole).isEmpty());
    QCOMPARE(ticketsInTheHall(), before + 1); // nobody here knows
    give();
    QVERIFY(tickets().given().has_value());
    QCOMPARE(m_wire->asked("/tickets ") - asked, 2);
    QCOMPARE(ticketsInTheHall(), before + 1);
    m_hands->press(Qt::Key_F12);
    m_hands->type(u"a"_s);
    give(); // somebody else who wants the same
    QCOMPARE(ticketsInTheHall(), before + 2);
    waitForSlip();
    m_hands->press(Qt::Key_F12);
    m_hands->type(u"a"_s);
    m_wire->breaks = "/tickets ";
    give();
    QCOMPARE(ticketsInTheHall(), before + 3);
    m_hands->press(Qt::Key_Escape); // given up
    open();
    m_hands->type(u"a"_s);
    give(); // somebody else does not get what was given up
    QCOMPARE(ticketsInTheHall(), before + 4);
    waitForSlip();
    m_hands->press(Qt::Key_F12);
    m_hands->type(u"a"_s);
    m_wire->breaks = "/tickets ";
    give();
    (void)inTheHall(u"UPDATE ticket SET state = 'void' WHERE serial = (SELECT max(serial) FROM ticket WHERE ticket_class = 'A') "
                    "AND ticket_class = 'A' RETURNING id"_s);
    give(); // it was missed meanwhile
    QCOMPARE(ticketsInTheHall(), before + 6);
    QVERIFY(tickets().given() && tickets().given()->ticket.state == core::TicketState::Waiting);
    waitForSlip();
}

void TicketPaneTest::whoWasMissedIsPutBack()
{
    open();
    layCard();
    m_hands->type(u"a"_s);
    give();
    QVERIFY(tickets().given().has_value());
    const core::Ticket ticket = tickets().given()->ticket;
    const auto state = [&] { return inTheHall(u"SELECT state FROM ticket WHERE id = ?"_s, {ticket.id}).toString(); };
    const auto miss = [&] {
        inTheHall(u"UPDATE ticket SET state = 'no-show', calls = 2, service_window = '03', called_at = ? WHERE id = ?"_s,
                  {QDateTime::currentMSecsSinceEpoch(), ticket.id});
    };
    desk::MissedDesk& missed = tickets().missed();
    waitForSlip();
    miss();
    m_hands->press(Qt::Key_F12);
    layCard();
    QTRY_COMPARE_WITH_TIMEOUT(missed.tickets().size(), 1, Patience);
    QCOMPARE(missed.tickets()[0].number, ticket.number);
    pictures(u"ticket-missed"_s);
    m_hands->press(Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(words().contains(ticket.number + u" waits again"_s), Patience);
    QVERIFY(missed.tickets().isEmpty());
    QCOMPARE(state(), u"waiting"_s);
    m_hands->press(Qt::Key_Escape);
    miss();
    open(); // no card
    m_hands->press(Qt::Key_Backtab, Qt::ShiftModifier);
    m_hands->type(u"z999"_s);
    m_hands->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(words().contains(u"Nobody was given the number Z999"_s), Patience);
    qobject_cast<QLineEdit*>(QApplication::focusWidget())->selectAll();
    m_hands->type(ticket.number.toLower());
    m_hands->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(words().contains(ticket.number + u" waits again"_s), Patience);
    QCOMPARE(state(), u"waiting"_s);
    m_hands->type(ticket.number);
    m_hands->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(words().contains(ticket.number + u" was not missed"_s), Patience);
}

void TicketPaneTest::aSlipThatDoesNotComeOut()
{
    QFile inTheWay(m_folder->filePath(u"papers"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    open();
    m_hands->type(u"a"_s);
    give();
    waitForSlip(desk::TicketDesk::Slip::Failed);
    const QString number = tickets().given()->ticket.number;
    QVERIFY(words().contains(tickets().slipFault()));
    layCard(); // the next person does not make the number go
    QVERIFY(tickets().given().has_value() && tickets().hasNext());
    m_hands->press(Qt::Key_Escape);
    open(); // it is owed
    QVERIFY(tickets().given().has_value());
    QVERIFY(inTheWay.remove());
    m_hands->press(Qt::Key_P, Qt::ControlModifier);
    waitForSlip();
    QVERIFY(QFile::exists(slipFile()));
    QCOMPARE(tickets().given()->ticket.number, number);
    m_hands->press(Qt::Key_P, Qt::ControlModifier); // once more: a copy
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(slipFile(u"-reprint"_s)), Patience);
    waitForSlip();
    m_hands->press(Qt::Key_Escape);
    open();
    QVERIFY(!tickets().given());
}

void TicketPaneTest::theIntakeLosesNothing()
{
    chooseItem();
    m_hands->type(u"王样例"_s);
    const QPointer<QWidget> field = QApplication::focusWidget();
    open();
    m_hands->type(u"a"_s);
    m_hands->press(Qt::Key_Z, Qt::ControlModifier); // nothing behind the pane
    m_hands->press(Qt::Key_Tab);
    m_hands->type(u"110"_s);
    m_hands->press(Qt::Key_F12); // no such number
    QVERIFY(!tickets().isBusy() && !tickets().fault(desk::TicketDesk::Place::Certificate).isEmpty());
    QCOMPARE(m_hands->focus(), u"MaskedEdit"_s);
    m_hands->press(Qt::Key_Escape);
    QVERIFY(pane()->isHidden());
    QCOMPARE(QApplication::focusWidget(), field.data());
    m_hands->type(u"明"_s);
    QCOMPARE(intake().draft().applicant.name, u"王样例明"_s);
    open();
    QVERIFY(tickets().wish() == syncing::TicketWish());
    m_hands->type(u"a"_s);
    m_hands->press(Qt::Key_4, Qt::ControlModifier); // elsewhere for a moment
    QVERIFY(pane()->isHidden());
    open();
    QCOMPARE(tickets().wish().ticketClass, u"A"_s);
    m_hands->press(Qt::Key_T, Qt::ControlModifier); // the same key leads back as well
    QVERIFY(pane()->isHidden());
}

QTEST_MAIN(TicketPaneTest)
#include "ticketpanetest.moc"
