// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// Sheets under the document camera, from live frames to pages of a material.

#include "app/desk/cameradesk.h"
#include "app/desk/pagedesk.h"
#include "app/documents/pagework.h"
#include "app/training/paperpainter.h"
#include "tests/support/counter.h"

#include <QListView>
#include <QPainter>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class SheetTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void sheetsUnderTheCameraAreTakenWhenTheyLieStill();
    void cornersArePutRightByHand();
    void aCardGoesOntoOnePage();
    void aCameraThatIsUnpluggedSaysSo();
    void nothingIsTakenUnseen();
    void correctedCornersReplaceWhatWasTaken();

private:
    void openCamera();
    void lay(const QImage& sheet, double heightMm = 297) const;
    [[nodiscard]] QList<core::PageRef> pagesInFocus() const;
};

void SheetTest::openCamera()
{
    chooseFoodLicence();
    intake().setFocusMaterial(intake().materials()[2].code);
    m_hands->press(Qt::Key_9, Qt::AltModifier);
    QTRY_COMPARE(m_hands->focus(), u"CameraPane"_s);
    QTRY_VERIFY(!m_client->desks().camera.live().isNull());
}

void SheetTest::lay(const QImage& sheet, double heightMm) const
{
    QMetaObject::invokeMethod(m_camera, [camera = m_camera, sheet, heightMm] { camera->lay(sheet, 4.0, heightMm); });
}

QList<core::PageRef> SheetTest::pagesInFocus() const
{
    return intake().draft().materials.value(intake().draft().focusMaterial).pages;
}

void SheetTest::sheetsUnderTheCameraAreTakenWhenTheyLieStill()
{
    openCamera();
    desk::CameraDesk& camera = m_client->desks().camera;
    const QImage first = QImage::fromData(training::paintPaper(u"附件"_s, u"样例"_s, 1));
    const QImage second = QImage::fromData(training::paintPaper(u"身份证明"_s, u"另一份"_s, 2));
    lay(first);
    QTRY_COMPARE_WITH_TIMEOUT(pagesInFocus().size(), 1, 20'000);
    QCOMPARE(camera.corners().size(), 4);
    picture(u"camera"_s);
    QMetaObject::invokeMethod(m_camera, [camera = m_camera] { camera->take(); });
    QTRY_VERIFY_WITH_TIMEOUT(camera.corners().isEmpty(), 10'000); // an empty desk is no sheet
    QSignalSpy looks(&camera, &desk::CameraDesk::changed);
    QTRY_VERIFY(looks.size() > 5);
    lay(second);
    QTRY_COMPARE_WITH_TIMEOUT(pagesInFocus().size(), 2, 20'000);
    m_hands->press(Qt::Key_M); // by hand from now on
    lay(first);
    m_hands->press(Qt::Key_PageDown); // to another material
    QCOMPARE(intake().draft().focusMaterial, intake().materials()[3].code);
    m_hands->press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(pagesInFocus().size(), 1, 10'000);
    m_hands->press(Qt::Key_Escape);
    QTRY_COMPARE(m_hands->focus(), u"ChecklistView"_s);
    QVERIFY(!camera.isOpen());

    // What was taken is the sheet, upright and with its proportions; the photo is kept.
    m_client->desks().pages.open(intake().materials()[2].code);
    QTRY_VERIFY(!m_client->desks().pages.picture().whole.isNull());
    const QImage page = m_client->desks().pages.picture().whole;
    QVERIFY2(std::abs(double(page.height()) / page.width() - 297.0 / 210) < 0.06,
             qPrintable(u"%1x%2"_s.arg(page.width()).arg(page.height())));
    QVERIFY(std::abs(documents::skewOf(page)) < 1.0);
    QVERIFY(qGray(page.pixel(page.width() / 2, 12)) > 180); // paper to the edge, no desk
    QVERIFY(qGray(page.pixel(12, page.height() / 2)) > 180);
    QVERIFY(std::abs(page.dotsPerMeterX() - page.width() / 0.21) < 40); // a JPEG says whole dots an inch
    m_client->desks().pages.restore();
    QTRY_COMPARE(m_client->desks().pages.picture().whole.size(), devices::SimulatedCamera::FrameSize);
}

void SheetTest::cornersArePutRightByHand()
{
    openCamera();
    desk::CameraDesk& camera = m_client->desks().camera;
    m_hands->press(Qt::Key_M);
    lay(QImage::fromData(training::paintPaper(u"附件"_s, u"样例"_s, 1)));
    QTRY_COMPARE_WITH_TIMEOUT(camera.corners().size(), 4, 10'000);
    m_hands->press(Qt::Key_Tab);
    m_hands->press(Qt::Key_Down);
    const QList<QPointF> fixed = camera.corners();
    m_hands->press(Qt::Key_Down);
    QCOMPARE(camera.corners()[0].x(), fixed[0].x());
    QVERIFY(std::abs(camera.corners()[0].y() - fixed[0].y() - 0.01) < 1e-9);
    QCOMPARE(camera.corners()[2], fixed[2]); // the others stay, whatever the camera finds now
    const QList<QPointF> chosen = camera.corners();
    m_hands->press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(pagesInFocus().size(), 1, 10'000);
    const core::EditedPage how = core::editsOf(intake().draft(), pagesInFocus()[0]);
    QCOMPARE(how.steps.size(), 1);
    QCOMPARE(how.steps[0].corners, chosen);
}

void SheetTest::aCardGoesOntoOnePage()
{
    openCamera();
    desk::CameraDesk& camera = m_client->desks().camera;
    QSignalSpy front(&camera, &desk::CameraDesk::frontTaken);
    m_hands->press(Qt::Key_I);
    QImage card(856, 540, QImage::Format_RGB32);
    card.fill(QColor(235, 240, 245));
    QPainter(&card).fillRect(60, 60, 300, 40, Qt::darkBlue);
    lay(card, 54);
    QTRY_COMPARE_WITH_TIMEOUT(front.size(), 1, 20'000);
    QVERIFY(pagesInFocus().isEmpty());
    m_hands->press(Qt::Key_F2);
    QVERIFY(m_client->window().message().contains(u"front")); // half a card is nothing to leave behind
    m_hands->press(Qt::Key_Escape);
    QImage back = card.mirrored(true, true);
    QPainter(&back).fillRect(100, 200, 400, 200, Qt::darkRed);
    lay(back, 54);
    QTRY_COMPARE_WITH_TIMEOUT(pagesInFocus().size(), 1, 20'000);
    QVERIFY(!camera.isCard()); // the next sheet is a sheet again
    m_hands->press(Qt::Key_Escape);
    m_client->desks().pages.open(intake().materials()[2].code);
    QTRY_VERIFY(!m_client->desks().pages.picture().whole.isNull());
    const QImage page = m_client->desks().pages.picture().whole;
    QCOMPARE(page.size(), QSize(2480, 3508)); // A4 at 300 dpi
}

void SheetTest::aCameraThatIsUnpluggedSaysSo()
{
    openCamera();
    QMetaObject::invokeMethod(m_camera, [camera = m_camera] { camera->plug(false); });
    QTRY_VERIFY(!m_client->window().message().isEmpty());
    m_hands->press(Qt::Key_Space); // nothing to take
    QVERIFY(pagesInFocus().isEmpty());
    m_hands->press(Qt::Key_Escape);
    m_hands->press(Qt::Key_Escape);
    QTRY_COMPARE(m_hands->focus(), u"ChecklistView"_s);
    QMetaObject::invokeMethod(m_camera, [camera = m_camera] { camera->plug(true); });
    m_hands->press(Qt::Key_9, Qt::AltModifier);
    QTRY_VERIFY(!m_client->desks().camera.live().isNull());
    m_hands->press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(!m_client->desks().camera.isOpen()); // nobody is filmed by a locked window
}

void SheetTest::nothingIsTakenUnseen()
{
    openCamera();
    m_hands->press(Qt::Key_PageDown);
    auto* list = m_client->window().findChild<QListView*>(u"checklist"_s);
    QCOMPARE(list->currentIndex().row(), 3); // what is lit is where pages go
    m_hands->press(Qt::Key_5, Qt::ControlModifier);
    QVERIFY(!m_client->desks().camera.isOpen());
    m_hands->press(Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(m_hands->focus(), u"ChecklistView"_s);
}

void SheetTest::correctedCornersReplaceWhatWasTaken()
{
    openCamera();
    desk::CameraDesk& camera = m_client->desks().camera;
    lay(QImage::fromData(training::paintPaper(u"附件"_s, u"样例"_s, 1)));
    QTRY_COMPARE_WITH_TIMEOUT(pagesInFocus().size(), 1, 20'000); // by itself, before anybody could look
    const core::PageRef first = pagesInFocus()[0];
    QTRY_VERIFY(!camera.isTaking());
    m_hands->press(Qt::Key_Tab);
    m_hands->press(Qt::Key_Down);
    const QList<QPointF> chosen = camera.corners();
    m_hands->press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!camera.isTaking() && pagesInFocus()[0] != first, 10'000);
    QCOMPARE(pagesInFocus().size(), 1);
    QCOMPARE(core::editsOf(intake().draft(), pagesInFocus()[0]).steps[0].corners, chosen);
    m_hands->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(pagesInFocus(), QList{first});
    QImage other = QImage::fromData(training::paintPaper(u"身份证明"_s, u"另一份"_s, 2));
    QPainter(&other).fillRect(200, 900, 600, 500, Qt::darkGreen);
    lay(other);
    QTRY_COMPARE_WITH_TIMEOUT(pagesInFocus().size(), 2, 20'000);
    QVERIFY(core::editsOf(intake().draft(), pagesInFocus()[1]).steps[0].corners != chosen); // another sheet has its own
}

QTEST_MAIN(SheetTest)
#include "sheettest.moc"
