// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// Work on single pages by keys.

#include "app/desk/capturedesk.h"
#include "app/desk/pagedesk.h"
#include "app/training/paperpainter.h"
#include "tests/support/counter.h"

#include <QApplication>
#include <QBuffer>
#include <QDropEvent>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class PagePaneTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreWorkedOnByKeys();
    void changesToPagesSurviveARestart();
    void pagesAreDragged();
    void undoTakesBackWhatIsBeingDone();
    void aPageOfTwoMaterialsIsChangedWhereItIsSeen();
    void pagingFastShowsThePage();
    void aPageThatComesTooLateIsTold();

private:
    void openPages(const QList<QByteArray>& papers);
};

/// Scans papers to the material in focus and opens its pages.
void PagePaneTest::openPages(const QList<QByteArray>& papers)
{
    chooseFoodLicence();
    auto* view = m_client->window().findChild<QListView*>(u"checklist"_s);
    QVERIFY(view);
    view->setCurrentIndex(view->model()->index(1, 0));
    view->setFocus();
    m_scanner->loadPaper(papers);
    QSignalSpy ended(&m_client->desks().capture, &desk::CaptureDesk::ended);
    m_hands->press(Qt::Key_F9);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 30'000);
    m_hands->press(Qt::Key_Right);
    QTRY_COMPARE(m_hands->focus(), u"PagePane"_s);
    QTRY_VERIFY(!m_client->desks().pages.picture().whole.isNull());
}

void PagePaneTest::pagesAreWorkedOnByKeys()
{
    const auto paper = [](int number) { return training::paintPaper(u"附件"_s, u"样例"_s, number); };
    openPages({paper(1), paper(2), paper(3), paper(4)});
    const auto materials = intake().materials();
    desk::PageDesk& pages = m_client->desks().pages;
    const QList<core::PageRef> scanned = pages.pages();
    QCOMPARE(scanned.size(), 4);
    const auto settled = [&] { return !pages.isWorking() && !pages.picture().whole.isNull(); };

    const QSize upright = pages.picture().whole.size();
    m_hands->press(Qt::Key_R);
    QTRY_VERIFY(settled() && pages.pages()[0] != scanned[0]);
    QCOMPARE(pages.picture().whole.size(), upright.transposed());
    QCOMPARE(core::editsOf(intake().draft(), pages.pages()[0]).original, scanned[0]); // it is kept
    picture(u"pages-turned"_s);
    m_hands->press(Qt::Key_R);
    m_hands->press(Qt::Key_R); // faster than pages are made
    m_hands->press(Qt::Key_R);
    QTRY_VERIFY(settled() && pages.pages()[0] == scanned[0]); // once around is what was captured
    m_hands->press(Qt::Key_L);
    m_hands->press(Qt::Key_Right); // going on to the next page takes nothing back
    QTRY_VERIFY(settled() && pages.pages()[0] != scanned[0]);
    QCOMPARE(pages.current(), 1);
    QCOMPARE(pages.pages()[1], scanned[1]);
    m_hands->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(pages.pages(), scanned);

    QTRY_VERIFY(settled());
    m_hands->press(Qt::Key_R);
    m_hands->press(Qt::Key_3); // handed over before it is turned: turned all the same
    const auto handedOver = [&] { return intake().draft().materials.value(materials[2].code).pages; };
    QTRY_VERIFY(!handedOver().isEmpty() && handedOver()[0] != scanned[1]);
    m_hands->press(Qt::Key_Z, Qt::ControlModifier);
    m_hands->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(pages.pages(), scanned);
    m_hands->press(Qt::Key_Home);
    m_hands->press(Qt::Key_Right);
    QTRY_VERIFY(settled());
    m_hands->press(Qt::Key_C);
    m_hands->press(Qt::Key_Tab);
    m_hands->press(Qt::Key_Tab);
    for (int i = 0; i < 30; ++i)
        m_hands->press(Qt::Key_Up); // the lower edge
    picture(u"pages-crop"_s);
    m_hands->press(Qt::Key_Return);
    QTRY_VERIFY(settled() && pages.pages()[1] != scanned[1]);
    QVERIFY(pages.picture().whole.height() < upright.height() * 0.75);
    m_hands->press(Qt::Key_S);
    QTRY_VERIFY(settled());
    m_hands->press(Qt::Key_O);
    QCOMPARE(pages.pages(), scanned);

    m_hands->press(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(pages.pages(), (QList{scanned[0], scanned[2], scanned[1], scanned[3]}));
    QCOMPARE(pages.current(), 2); // the eye stays on the page
    m_hands->press(Qt::Key_1);
    QCOMPARE(intake().draft().materials.value(materials[0].code).pages, QList{scanned[1]});
    QCOMPARE(pages.pages(), (QList{scanned[0], scanned[2], scanned[3]}));
    m_hands->press(Qt::Key_M);
    QVERIFY(!m_client->window().message().isEmpty()); // three pages are no sheets
    m_hands->press(Qt::Key_Delete);
    QCOMPARE(pages.pages(), (QList{scanned[0], scanned[2]}));
    m_hands->press(Qt::Key_Home);
    m_scanner->loadPaper({paper(9)});
    m_hands->press(Qt::Key_A);
    QTRY_VERIFY_WITH_TIMEOUT(!m_client->desks().capture.isScanning() && pages.pages()[0] != scanned[0], 30'000);
    QCOMPARE(pages.pages().size(), 2);
    QCOMPARE(pages.pages()[1], scanned[2]);
    m_hands->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(pages.pages(), (QList{scanned[0], scanned[2]})); // the one before, and not both
    m_hands->press(Qt::Key_Escape);
    QTRY_COMPARE(m_hands->focus(), u"ChecklistView"_s);
}

void PagePaneTest::changesToPagesSurviveARestart()
{
    QByteArray blank;
    QBuffer buffer(&blank);
    buffer.open(QIODevice::WriteOnly);
    QImage empty(1240, 1754, QImage::Format_RGB32);
    empty.fill(QColor(250, 250, 248));
    QVERIFY(empty.save(&buffer, "JPEG"));
    openPages({training::paintPaper(u"附件"_s, u"样例"_s, 1), blank, training::paintPaper(u"附件"_s, u"样例"_s, 2)});
    desk::PageDesk& pages = m_client->desks().pages;
    const QList<core::PageRef> scanned = pages.pages();
    QSignalSpy removed(&pages, &desk::PageDesk::blankRemoved);
    m_hands->press(Qt::Key_B);
    QTRY_COMPARE_WITH_TIMEOUT(removed.size(), 1, 20'000);
    QCOMPARE(pages.pages(), (QList{scanned[0], scanned[2]}));
    m_hands->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(pages.pages(), scanned);
    m_hands->press(Qt::Key_L);
    QTRY_VERIFY(!pages.isWorking() && pages.pages()[0] != scanned[0]);
    const core::IntakeDraft before = intake().draft();
    m_client.reset();
    startClient();
    QTRY_VERIFY_WITH_TIMEOUT(intake().draft().caseId == before.caseId, 20'000);
    QCOMPARE(intake().draft().materials, before.materials);
    QCOMPARE(intake().draft().edited, before.edited);
    const QString material = intake().materials()[1].code;
    m_client->desks().pages.open(material);
    m_client->desks().pages.restore(); // the page as it was captured is still there
    QCOMPARE(m_client->desks().pages.pages(), scanned);
    QTRY_VERIFY(!m_client->desks().pages.picture().whole.isNull());
}

void PagePaneTest::pagesAreDragged()
{
    const auto paper = [](int number) { return training::paintPaper(u"附件"_s, u"样例"_s, number); };
    openPages({paper(1), paper(2), paper(3)});
    desk::PageDesk& pages = m_client->desks().pages;
    const QList<core::PageRef> scanned = pages.pages();
    const auto materials = intake().materials();
    auto* pane = m_client->window().findChild<QWidget*>(u"pagePane"_s);
    QVERIFY(pane);
    auto* strip = pane->findChild<QListView*>();
    const std::unique_ptr<QMimeData> last(strip->model()->mimeData({strip->model()->index(2, 0)}));
    strip->model()->dropMimeData(last.get(), Qt::MoveAction, 0, 0, {}); // before the first
    QCOMPARE(pages.pages(), (QList{scanned[2], scanned[0], scanned[1]}));
    QLabel* target = nullptr;
    const auto labels = pane->findChildren<QLabel*>();
    for (QLabel* label : labels) {
        if (label->text() == u"4 "_s + materials[3].name)
            target = label;
    }
    QVERIFY(target);
    const std::unique_ptr<QMimeData> middle(strip->model()->mimeData({strip->model()->index(1, 0)}));
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, middle.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, middle.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &drop);
    QCOMPARE(pages.pages(), (QList{scanned[2], scanned[1]}));
    QCOMPARE(intake().draft().materials.value(materials[3].code).pages, QList{scanned[0]});
    QMimeData text; // something else that is dragged by
    text.setText(u"2"_s);
    QDragEnterEvent other(QPoint(5, 5), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    other.ignore();
    QApplication::sendEvent(target, &other);
    QVERIFY(!other.isAccepted());
}

void PagePaneTest::undoTakesBackWhatIsBeingDone()
{
    openPages({training::paintPaper(u"附件"_s, u"样例"_s, 1), training::paintPaper(u"附件"_s, u"样例"_s, 2)});
    desk::PageDesk& pages = m_client->desks().pages;
    m_hands->press(Qt::Key_Delete);
    const QList<core::PageRef> before = pages.pages();
    QCOMPARE(before.size(), 1);
    QTRY_VERIFY(!pages.picture().whole.isNull());
    m_hands->press(Qt::Key_R);
    QVERIFY(pages.isWorking());
    m_hands->press(Qt::Key_C); // no frame on a picture that is about to change
    m_hands->press(Qt::Key_Return);
    m_hands->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!pages.isWorking());
    m_hands->press(Qt::Key_S);
    QTRY_VERIFY(!pages.isWorking() && pages.pages() != before);
    const auto steps = core::editsOf(intake().draft(), pages.pages()[0]).steps;
    QCOMPARE(steps.size(), 1); // straightened, never turned
    QCOMPARE(steps[0].kind, core::PageStep::Kind::Straighten);
    m_hands->press(Qt::Key_B);
    m_hands->press(Qt::Key_L); // asked for while blank ones are looked for
    QTRY_VERIFY(!pages.isWorking() && core::editsOf(intake().draft(), pages.pages()[0]).steps.size() == 2);
}

void PagePaneTest::aPageOfTwoMaterialsIsChangedWhereItIsSeen()
{
    openPages({training::paintPaper(u"附件"_s, u"样例"_s, 1)});
    const auto materials = intake().materials();
    const core::PageRef page = m_client->desks().pages.pages()[0];
    m_hands->press(Qt::Key_Escape);
    for (const int other : {0, 2, 4}) {
        intake().setFocusMaterial(materials[other].code);
        m_scanner->loadPaper({training::paintPaper(u"附件"_s, u"样例"_s, 1)});
        m_hands->press(Qt::Key_F9);
        QTRY_COMPARE_WITH_TIMEOUT(intake().draft().materials.value(materials[other].code).pages, QList{page}, 20'000);
        QTRY_VERIFY(!m_client->desks().capture.isScanning());
    }
    for (const int material : {0, 1, 2}) {
        desk::PageDesk& pages = m_client->desks().pages;
        pages.open(materials[material].code);
        pages.turn(material + 1);
        QTRY_VERIFY(!pages.isWorking() && pages.pages()[0] != page);
    }
    QCOMPARE(intake().draft().materials.value(materials[4].code).pages, QList{page});
}

void PagePaneTest::pagingFastShowsThePage()
{
    openPages({training::paintPaper(u"附件"_s, u"样例"_s, 1), training::paintPaper(u"附件"_s, u"样例"_s, 2)});
    desk::PageDesk& pages = m_client->desks().pages;
    QSignalSpy advice(&pages, &desk::PageDesk::adviceGiven);
    for (int there = 0; there < 5; ++there) {
        pages.setCurrent(1);
        pages.setCurrent(0);
    }
    QTRY_VERIFY(!pages.picture().whole.isNull());
    QCOMPARE(pages.picture().sha256, pages.pages()[0].sha256);
    QVERIFY(advice.isEmpty()); // nothing is damaged
}

void PagePaneTest::aPageThatComesTooLateIsTold()
{
    chooseFoodLicence();
    desk::CaptureDesk& capture = m_client->desks().capture;
    QSignalSpy advice(&capture, &desk::CaptureDesk::adviceGiven);
    QSignalSpy ended(&capture, &desk::CaptureDesk::ended);
    m_scanner->loadPaper({training::paintPaper(u"附件"_s, u"样例"_s, 1)});
    capture.scanTo(intake().materials()[0].code);
    intake().beginVisit(std::nullopt);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 30'000);
    QCOMPARE(advice.size(), 1);
    QCOMPARE(advice[0][0].value<desk::Advice>().code, u"page.late"_s);
    QCOMPARE(ended[0][0].toInt(), 0); // none of them is here
}

QTEST_MAIN(PagePaneTest)
#include "pagepanetest.moc"
