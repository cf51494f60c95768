// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What a screen reader says of every page, and where Tab leads on it.

#include "app/desk/cameradesk.h"
#include "app/desk/capturedesk.h"
#include "app/desk/pagedesk.h"
#include "app/desk/paperdesk.h"
#include "app/desk/stackdesk.h"
#include "app/desk/statisticsdesk.h"
#include "app/desk/statusdesk.h"
#include "app/training/paperpainter.h"
#include "tests/support/counter.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextEdit>
#include <QWindow>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int MostStops = 60;

QString nameOf(QWidget* widget)
{
    QAccessibleInterface* read = QAccessible::queryAccessibleInterface(widget);
    if (!read)
        return {};
    if (!qobject_cast<QComboBox*>(widget))
        return read->text(QAccessible::Name).trimmed();
    const auto labels = read->relations(QAccessible::Label); // outside Windows a box calls itself what is chosen in it
    return labels.isEmpty() ? QString() : labels[0].first->text(QAccessible::Name);
}

/// For the list of faults: what it is, what it is called, where it stands.
QString described(QWidget* widget)
{
    const QPoint at = widget->mapTo(widget->window(), QPoint());
    return u"%1 \"%2\" (%3,%4)"_s.arg(QString::fromLatin1(widget->metaObject()->className()).section(u"::"_s, -1), nameOf(widget))
        .arg(at.x())
        .arg(at.y());
}

/// A part that Qt made of another widget, which speaks for it.
bool isPart(const QWidget* widget)
{
    return qobject_cast<const QScrollBar*>(widget) || qobject_cast<const QHeaderView*>(widget) || widget->objectName().startsWith(u"qt_") ||
           qobject_cast<const QComboBox*>(widget->parentWidget()) || widget->inherits("QTableCornerButton");
}

bool takesTab(const QWidget* widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy();
}

/// It can take the focus or be pressed.
bool isWorkedWith(const QWidget* widget)
{
    return widget->focusPolicy() != Qt::NoFocus || qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
           qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractItemView*>(widget) ||
           qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget) ||
           qobject_cast<const QAbstractSlider*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget);
}

/// Everything on screen in the window that has the focus.
QList<QWidget*> onScreen()
{
    QList<QWidget*> shown;
    const auto all = QApplication::activeWindow()->findChildren<QWidget*>();
    for (QWidget* widget : all) {
        if (widget->isVisible() && widget->window() == QApplication::activeWindow() && !isPart(widget))
            shown.append(widget);
    }
    return shown;
}

/// Further along its line, below, or higher up in what stands to the right.
bool leadsOn(const QWidget* from, const QWidget* to)
{
    const QWidget* window = from->window();
    const QRect before(from->mapTo(window, QPoint()), from->size());
    const QRect after(to->mapTo(window, QPoint()), to->size());
    if (std::abs(after.top() - before.top()) < from->fontMetrics().height())
        return after.left() > before.left();
    return after.top() > before.top() || after.left() > before.right();
}

} // namespace

class AccessTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void everythingHasAName();
    void tabLeadsThroughEveryPage();

private:
    /// Where Tab led, from the focus until it came back, and where that was not further on.
    struct Round
    {
        QList<QWidget*> stops;
        QStringList jumps;
        bool closed = false;
    };
    using Check = void (AccessTest::*)(const QString& page);

    void checkNames(const QString& page);
    void checkTab(const QString& page);
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    static Round round(Qt::Key key, Qt::KeyboardModifiers modifiers);
    void walk(Check check);
    void walkIntake(Check check);
    void walkPanes(Check check);
    void walkCases(Check check);
    void walkSettings(Check check);
    void walkStatistics(Check check);

    QStringList m_faults;
    QStringList m_seen; ///< the pages
};

/// To the window that has the focus, a dialog among them.
void AccessTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::activeWindow()->windowHandle(), key, modifiers);
}

void AccessTest::checkNames(const QString& page)
{
    m_seen.append(page);
    for (QWidget* widget : onScreen()) {
        if (!isWorkedWith(widget))
            continue;
        const QString name = nameOf(widget);
        if (name.isEmpty() || (qobject_cast<QComboBox*>(widget) && widget->accessibleName().isEmpty()))
            m_faults.append(u"%1: %2 has no name"_s.arg(page, described(widget)));
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        if (button && !button->text().isEmpty() && name != button->text())
            m_faults.append(u"%1: %2 shows \"%3\""_s.arg(page, described(widget), button->text()));
    }
}

AccessTest::Round AccessTest::round(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    Round round{{QApplication::focusWidget()}, {}, false};
    while (round.stops.size() < MostStops && !round.closed) {
        QWidget* from = round.stops.constLast();
        press(key, modifiers);
        QWidget* to = QApplication::focusWidget();
        round.closed = to == round.stops.constFirst();
        if (!to || (!round.closed && round.stops.contains(to)))
            break;
        if (!leadsOn(from, to))
            round.jumps.append(described(from) + u" -> "_s + described(to));
        if (!round.closed)
            round.stops.append(to);
    }
    return round;
}

/// Every stop once, on and on, with one way back to the first; Shift+Tab the same way round.
void AccessTest::checkTab(const QString& page)
{
    m_seen.append(page);
    QList<QWidget*> expected;
    for (QWidget* widget : onScreen()) {
        if (takesTab(widget) && widget->isEnabled())
            expected.append(widget);
    }
    QWidget* first = QApplication::focusWidget();
    if (!first || !expected.contains(first)) {
        if (first || !expected.isEmpty())
            m_faults.append(u"%1: the focus is on %2"_s.arg(page, first ? described(first) : u"nothing"_s));
        return;
    }
    const Round there = round(Qt::Key_Tab, Qt::NoModifier);
    if (!there.closed)
        m_faults.append(u"%1: Tab does not come back to %2"_s.arg(page, described(first)));
    for (QWidget* widget : std::as_const(expected)) {
        if (!there.stops.contains(widget))
            m_faults.append(u"%1: Tab never reaches %2"_s.arg(page, described(widget)));
    }
    if (there.jumps.size() > 1)
        m_faults.append(u"%1: Tab leads back more than once: %2"_s.arg(page, there.jumps.join(u"; "_s)));
    first->setFocus();
    QList<QWidget*> back = round(Qt::Key_Backtab, Qt::ShiftModifier).stops;
    std::reverse(back.begin() + 1, back.end());
    if (back != there.stops)
        m_faults.append(u"%1: Shift+Tab does not go the way of Tab back"_s.arg(page));
}

void AccessTest::walkIntake(Check check)
{
    const QStringList pages{u"intake"_s, u"to be completed"_s, u"hand out"_s, u"look up"_s, u"today"_s};
    for (int page = int(pages.size()) - 1; page >= 0; --page) {
        m_hands->press(Qt::Key_1 + page, Qt::ControlModifier);
        (this->*check)(pages[page] + u", empty"_s);
    }
    QCOMPARE(m_hands->focus(), u"QLineEdit"_s);
    m_hands->type(u"sp"_s);
    (this->*check)(u"intake, items found"_s);
    m_hands->press(Qt::Key_K, Qt::ControlModifier);
    m_hands->type(u"spjyxkzhf"_s);
    m_hands->press(Qt::Key_Return);
    QVERIFY(intake().item() && intake().draft().scenarioCode.isEmpty());
    (this->*check)(u"intake, scenarios"_s);
    intake().beginVisit(std::nullopt);
    chooseItem();
    (this->*check)(u"intake, a person"_s);
    fillIn();
    QTRY_COMPARE(m_hands->focus(), u"ChecklistView"_s);
    (this->*check)(u"intake, materials"_s);
    bringADeferrableCase();
    m_hands->press(Qt::Key_Escape); // to the applicant
    (this->*check)(u"intake, an organisation with its agent"_s);
}

/// What lies over the intake.
void AccessTest::walkPanes(Check check)
{
    m_hands->press(Qt::Key_1, Qt::AltModifier);
    QTRY_COMPARE(m_hands->focus(), u"QListWidget"_s);
    for (const Qt::Key ending : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
        m_hands->press(ending);
        (this->*check)(u"ending %1"_s.arg(ending - Qt::Key_0));
    }
    m_hands->press(Qt::Key_Escape);
    m_hands->press(Qt::Key_G, Qt::ControlModifier);
    QTRY_COMPARE(m_hands->focus(), u"GuidePane"_s);
    (this->*check)(u"guide"_s);
    m_hands->press(Qt::Key_1);
    (this->*check)(u"guide, a question answered"_s);
    m_hands->press(Qt::Key_Escape);
    m_hands->press(Qt::Key_F11);
    QTRY_COMPARE_WITH_TIMEOUT(m_hands->focus(), u"PreviewPane"_s, 30'000);
    (this->*check)(u"preview"_s);
    m_hands->press(Qt::Key_Escape);

    const auto paper = [](int page) { return training::paintPaper(u"——"_s, u"无题"_s, page); };
    QSignalSpy ended(&m_client->desks().capture, &desk::CaptureDesk::ended);
    m_scanner->loadPaper({paper(1), paper(2)});
    m_hands->press(Qt::Key_F9);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 30'000);
    m_hands->press(Qt::Key_8, Qt::AltModifier);
    QTRY_COMPARE(m_hands->focus(), u"PagePane"_s);
    QTRY_VERIFY(!m_client->desks().pages.picture().whole.isNull());
    (this->*check)(u"pages of a material"_s);
    m_hands->press(Qt::Key_Escape);
    m_scanner->loadPaper({paper(3), paper(4)});
    m_hands->press(Qt::Key_F9, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_client->desks().stack.waiting().size(), 2, 30'000);
    QTRY_COMPARE(m_hands->focus(), u"QListView"_s);
    (this->*check)(u"pages of a stack"_s);
    m_hands->press(Qt::Key_Delete);
    m_hands->press(Qt::Key_Delete);
    QTRY_COMPARE(m_hands->focus(), u"ChecklistView"_s);
    m_hands->press(Qt::Key_9, Qt::AltModifier);
    QTRY_COMPARE(m_hands->focus(), u"CameraPane"_s);
    if (check != &AccessTest::checkTab) // there it leads from corner to corner
        (this->*check)(u"document camera"_s);
    m_hands->press(Qt::Key_Escape);
    QTRY_COMPARE(m_hands->focus(), u"ChecklistView"_s);
}

void AccessTest::walkCases(Check check)
{
    intake().setCommitmentAgreed(true);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().record().has_value());
    QTRY_VERIFY(!m_client->desks().papers.isPrinting());
    QTRY_VERIFY(m_client->desks().status.waiting() == 0);
    (this->*check)(u"intake, accepted"_s);
    auto& records = m_client->desks().records;
    m_hands->press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(records.followUps().rowCount() == 1 && records.current().has_value());
    QTRY_COMPARE(m_hands->focus(), u"QTableView"_s);
    (this->*check)(u"to be completed"_s);
    m_hands->press(Qt::Key_3, Qt::ControlModifier);
    (this->*check)(u"hand out, coming from a case"_s);
    m_hands->press(Qt::Key_4, Qt::ControlModifier);
    (this->*check)(u"look up, coming from a case"_s);
    m_hands->type(intake().record()->number);
    QTRY_VERIFY(records.found().rowCount() == 1 && records.current().has_value());
    (this->*check)(u"look up, found"_s);
    m_hands->press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(m_client->desks().cases.rowCount() > 0);
    QTRY_COMPARE(m_hands->focus(), u"QTableView"_s);
    (this->*check)(u"today"_s);
}

void AccessTest::walkSettings(Check check)
{
    QTRY_VERIFY(!m_client->desks().capture.scanners().isEmpty());
    m_hands->press(Qt::Key_8, Qt::ControlModifier);
    (this->*check)(u"settings"_s);
    m_hands->press(Qt::Key_3, Qt::AltModifier);
    QTRY_VERIFY(QApplication::activeWindow() != &m_client->window() && QApplication::focusWidget());
    (this->*check)(u"about"_s);
    press(Qt::Key_Escape);
    m_client->window().activateWindow(); // offscreen nobody else does
    QTRY_VERIFY(QApplication::activeWindow() == &m_client->window());
    m_hands->press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(!m_client->desks().day.isSignedIn());
    (this->*check)(u"sign-in"_s);
}

/// A supervisor's, with somebody to be heard.
void AccessTest::walkStatistics(Check check)
{
    inTheHall(u"INSERT INTO evaluation (id, hall, subject_kind, subject, number, service_window, clerk, item, level, reason, channel, at) "
              "VALUES ('e', '9901', 'ticket', 't', 'A001', '03', '001', '', 1, '', 'page', 1)"_s);
    signInAgain(u"900"_s);
    m_hands->press(Qt::Key_7, Qt::ControlModifier);
    QTRY_VERIFY(m_client->desks().statistics.shown() && !m_client->desks().statistics.evaluations().isEmpty());
    (this->*check)(u"statistics"_s);
}

void AccessTest::walk(Check check)
{
    m_faults.clear();
    m_seen.clear();
    for (const auto part : {&AccessTest::walkIntake, &AccessTest::walkPanes, &AccessTest::walkCases, &AccessTest::walkSettings,
                            &AccessTest::walkStatistics}) {
        (this->*part)(check);
        if (QTest::currentTestFailed()) {
            qWarning() << "after" << m_seen << m_faults;
            return;
        }
    }
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(u'\n')));
}

void AccessTest::everythingHasAName()
{
    walk(&AccessTest::checkNames);
}

void AccessTest::tabLeadsThroughEveryPage()
{
    walk(&AccessTest::checkTab);
}

QTEST_MAIN(AccessTest)
#include "accesstest.moc"
