// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The guide by keys: questions, checklist, the way back to the same field, and a visit that was only an enquiry.

#include "app/backoffice/database.h"
#include "app/desk/guidedesk.h"
#include "app/desk/queuedesk.h"
#include "app/desk/shiftdesk.h"
#include "app/desk/statusdesk.h"
#include "tests/support/counter.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

class GuidePaneTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void answersLeadToTheScenario();
    void theWayBackLosesNothing();
    void theChecklistsCodeFindsTheScenario();
    void anEnquiryEndsTheVisit();
    void papersAreNotThrownAwayAtOnce();
    void aCaseIsNoEnquiry();

private:
    void openGuide() const;
    [[nodiscard]] desk::GuideDesk& guide() const { return m_client->desks().guide; }
    [[nodiscard]] QStringList printed() const { return QDir(m_folder->filePath(u"papers"_s)).entryList({u"*checklist.pdf"_s}); }
    /// What the back office has: item, printed.
    [[nodiscard]] QStringList received() const;
    void pictures(const QString& name) const;
};

void GuidePaneTest::openGuide() const
{
    m_hands->press(Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(m_hands->focus(), u"GuidePane"_s);
}

QStringList GuidePaneTest::received() const
{
    const backoffice::Database database(m_folder->filePath(u"hall/backoffice.sqlite"_s));
    auto rows = database.run(u"SELECT item_code, guide_printed, service_window, clerk, body FROM enquiry ORDER BY at"_s);
    QStringList list;
    while (rows.next())
        list.append(u"%1 %2 %3 %4 %5"_s.arg(rows.value(0).toString(), rows.value(1).toString(), rows.value(2).toString(),
                                            rows.value(3).toString(),
                                            rows.value(4).toString().section(u"remark\":\""_s, 1).section(u'"', 0, 0)));
    return list;
}

/// As a small and a large screen show it, light and dark.
void GuidePaneTest::pictures(const QString& name) const
{
    if (!qEnvironmentVariableIsSet("YICHUANG_PICTURES"))
        return;
    for (const auto& [size, sizeName] : {std::pair(QSize(1366, 768), u"small"_s), std::pair(QSize(1920, 1080), u"large"_s)}) {
        m_client->window().resize(size);
        for (const auto& [theme, themeName] :
             {std::pair(widgets::ThemeChoice::Dark, u"dark"_s), std::pair(widgets::ThemeChoice::Light, u"light"_s)}) {
            m_theme->choose(theme);
            QCoreApplication::processEvents();
            picture(u"%1-%2-%3"_s.arg(name, sizeName, themeName));
        }
    }
    m_client->window().resize(1366, 768);
}

void GuidePaneTest::answersLeadToTheScenario()
{
    m_hands->press(Qt::Key_G, Qt::ControlModifier);
    QVERIFY(m_hands->focus() != u"GuidePane"_s); // there is no item yet
    m_hands->press(Qt::Key_K, Qt::ControlModifier);
    m_hands->type(u"spjyxkzhf"_s);
    m_hands->press(Qt::Key_Return);
    QVERIFY(intake().item() && intake().draft().scenarioCode.isEmpty());
    openGuide();
    pictures(u"guide-open"_s);
    QCOMPARE(guide().materials().size(), 6);
    m_hands->press(Qt::Key_F12); // not decided: nothing happens but a word
    QCOMPARE(m_hands->focus(), u"GuidePane"_s);
    QVERIFY(intake().draft().scenarioCode.isEmpty());
    m_hands->press(Qt::Key_P, Qt::ControlModifier);
    m_hands->press(Qt::Key_1); // the first time
    QVERIFY(guide().scenario().isEmpty());
    m_hands->press(Qt::Key_9); // there is no such answer
    m_hands->press(Qt::Key_2); // retail
    QCOMPARE(guide().scenario(), u"retail"_s);
    QCOMPARE(guide().materials().size(), 5);
    pictures(u"guide-decided"_s);
    m_hands->press(Qt::Key_Backspace);
    m_hands->press(Qt::Key_1);
    QCOMPARE(guide().scenario(), u"catering"_s);
    QVERIFY(intake().draft().scenarioCode.isEmpty()); // until F12
    m_hands->press(Qt::Key_F12);
    QCOMPARE(intake().draft().scenarioCode, u"catering"_s);
    QVERIFY(m_hands->focus() != u"GuidePane"_s);
    QVERIFY(printed().isEmpty());
    openGuide();
    QCOMPARE(guide().scenario(), u"catering"_s);
    QCOMPARE(guide().path().given.size(), 2); // as it was left
}

void GuidePaneTest::theWayBackLosesNothing()
{
    chooseItem();
    m_hands->type(u"王样例"_s);
    QPointer<QWidget> field = QApplication::focusWidget();
    const core::IntakeDraft before = intake().draft();
    openGuide();
    for (const Qt::Key key : {Qt::Key_PageDown, Qt::Key_End, Qt::Key_Home, Qt::Key_7})
        m_hands->press(key);
    m_hands->press(Qt::Key_Tab);
    m_hands->type(u"1问"_s); // a digit in the remark is a digit
    m_hands->press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), field.data());
    QCOMPARE(intake().draft().applicant.name, before.applicant.name);
    QCOMPARE(intake().draft().step, before.step);
    m_hands->type(u"明"_s);
    QCOMPARE(intake().draft().applicant.name, u"王样例明"_s);
    openGuide();
    QCOMPARE(guide().remark(), u"1问"_s);
    m_hands->press(Qt::Key_G, Qt::ControlModifier); // the same key leads back as well
    QCOMPARE(QApplication::focusWidget(), field.data());
}

void GuidePaneTest::theChecklistsCodeFindsTheScenario()
{
    chooseFoodLicence();
    openGuide();
    m_hands->press(Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(printed(), QStringList{u"99000000002W00014-catering-checklist.pdf"_s}, 30'000);
    m_hands->press(Qt::Key_Escape);
    intake().beginVisit(std::nullopt);
    m_hands->press(Qt::Key_K, Qt::ControlModifier);
    m_hands->type(u"99000000002w00014#renew"_s); // as a gun types it
    m_hands->press(Qt::Key_Return);
    QCOMPARE(intake().draft().itemCode, u"99000000002W00014"_s);
    QCOMPARE(intake().draft().scenarioCode, u"renew"_s);
    m_hands->press(Qt::Key_K, Qt::ControlModifier); // the same item with another scenario
    m_hands->type(u"99000000002W00014#catering"_s);
    m_hands->press(Qt::Key_Return);
    QCOMPARE(intake().draft().scenarioCode, u"catering"_s);
}

void GuidePaneTest::anEnquiryEndsTheVisit()
{
    m_hands->press(Qt::Key_F2);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().queue.ticket().has_value() && !m_client->desks().queue.isBusy(), 20'000);
    const QString ticket = m_client->desks().queue.ticket()->number;
    chooseFoodLicence();
    openGuide();
    m_hands->press(Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(printed().size(), 1, 30'000);
    m_hands->press(Qt::Key_Tab);
    m_hands->type(u"请回电 19900000001"_s);
    m_hands->press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(intake().item()); // nobody is named
    qobject_cast<QLineEdit*>(QApplication::focusWidget())->selectAll();
    m_hands->type(u"问样图"_s);
    m_hands->press(Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY(!intake().item());
    QVERIFY(!intake().isUnfinished());
    QVERIFY(guide().remark().isEmpty());
    QCOMPARE(intake().draft().ticketNumber, ticket);
    QTRY_COMPARE(m_hands->focus(), u"QLineEdit"_s);
    QTRY_COMPARE_WITH_TIMEOUT(received(), QStringList{u"99000000002W00014 1 03 001 问样图"_s}, 20'000);
    QTRY_COMPARE(m_client->desks().status.waiting(), 0);
    auto& shift = m_client->desks().shift;
    shift.refresh();
    QTRY_VERIFY(shift.counted() && shift.counted()->enquiries == 1);
    QTRY_COMPARE(shift.figures().enquiries, 1);
    QCOMPARE(shift.figures().guides, 1);
    m_hands->press(Qt::Key_F2, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_client->desks().queue.ticket(), 20'000);
}

void GuidePaneTest::papersAreNotThrownAwayAtOnce()
{
    chooseItem();
    fillIn();
    QTRY_COMPARE(m_hands->focus(), u"ChecklistView"_s);
    m_hands->press(Qt::Key_Space);
    openGuide();
    m_hands->press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(intake().item());
    QVERIFY(m_client->window().message().contains(u"throws them away"_s));
    m_hands->press(Qt::Key_Escape); // what was said
    m_hands->press(Qt::Key_Escape); // the guide: the application goes on
    openGuide();
    m_hands->press(Qt::Key_1, Qt::AltModifier); // warned of anew
    QVERIFY(intake().item());
    m_hands->press(Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY(!intake().item());
    QTRY_COMPARE_WITH_TIMEOUT(received().size(), 1, 20'000);
}

void GuidePaneTest::aCaseIsNoEnquiry()
{
    bringADeferrableCase();
    intake().setCommitmentAgreed(true);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().record().has_value());
    openGuide();
    m_hands->press(Qt::Key_2); // no question is open
    QCOMPARE(guide().scenario(), u"catering"_s);
    m_hands->press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(intake().record().has_value());
    QVERIFY(received().isEmpty());
}

QTEST_MAIN(GuidePaneTest)
#include "guidepanetest.moc"
