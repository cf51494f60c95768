// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What applicants see and sign on the second screen.

#include "app/desk/evaluationdesk.h"
#include "app/desk/signaturedesk.h"
#include "app/desk/statusdesk.h"
#include "app/documents/pageimage.h"
#include "tests/support/counter.h"
#include "widgets/display/evaluationpad.h"
#include "widgets/display/inkarea.h"
#include "widgets/display/secondscreen.h"
#include "widgets/display/signaturepad.h"
#include "widgets/display/windowdisplay.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QPdfDocument>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class DisplayTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void theSecondScreenSaysWhoseTurnItIs();
    void aCommitmentIsSignedOnTheSecondScreen();
    void aSignatureHoldsForItsLetterOnly();
    void anApplicantEvaluatesOnce();
    void nobodyIsAskedAboutTheLast();

private:
    template<class T> static T* onSecondScreen();
    /// The offscreen platform activates every window that appears, whatever it asked for.
    void backToTheKeys()
    {
        m_client->window().activateWindow();
        QTRY_VERIFY(m_client->window().isActiveWindow());
    }
    /// Whatever the ticket filled in already.
    void bringACompleteCase() const;
    static void write(widgets::InkArea& ink);
    static QPushButton* button(QWidget& pad, const QString& text);
};

template<class T> T* DisplayTest::onSecondScreen()
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows) {
        if (auto* wanted = qobject_cast<T*>(window); wanted && wanted->isVisible())
            return wanted;
    }
    return nullptr;
}

void DisplayTest::bringACompleteCase() const
{
    bringADeferrableCase();
    const auto materials = intake().materials();
    for (const core::MaterialRequirement& material : materials) {
        if (!material.key)
            intake().togglePresent(material.code);
    }
}

void DisplayTest::write(widgets::InkArea& ink)
{
    const QPoint middle = ink.rect().center();
    QTest::mousePress(&ink, Qt::LeftButton, {}, middle - QPoint(150, 0));
    for (int x = -150; x <= 150; x += 10)
        QTest::mouseMove(&ink, middle + QPoint(x, x % 40));
    QTest::mouseRelease(&ink, Qt::LeftButton, {}, middle + QPoint(150, 0));
}

QPushButton* DisplayTest::button(QWidget& pad, const QString& text)
{
    const auto buttons = pad.findChildren<QPushButton*>();
    for (QPushButton* found : buttons) {
        if (found->text() == text)
            return found;
    }
    return nullptr;
}

void DisplayTest::theSecondScreenSaysWhoseTurnItIs()
{
    auto* display = onSecondScreen<widgets::WindowDisplay>();
    QVERIFY(display);
    QCOMPARE(display->geometry(), widgets::secondScreen()->geometry());
    QVERIFY(display->screen() != m_client->window().screen());
    QVERIFY(m_client->window().isActiveWindow()); // the keys stay with the clerk
    m_hands->press(Qt::Key_F2);
    QTRY_VERIFY(display->text().contains(u"号到"));
    if (const QString folder = qEnvironmentVariable("YICHUANG_PICTURES"); !folder.isEmpty())
        display->grab().save(folder + u"/display.png"_s);
}

void DisplayTest::aCommitmentIsSignedOnTheSecondScreen()
{
    bringADeferrableCase();
    QVERIFY(!onSecondScreen<widgets::SignaturePad>());
    m_hands->press(Qt::Key_2, Qt::AltModifier);
    auto* pad = onSecondScreen<widgets::SignaturePad>();
    QVERIFY(pad);
    QCOMPARE(pad->geometry(), widgets::secondScreen()->geometry());
    auto* ink = pad->findChild<widgets::InkArea*>();
    QPushButton* confirm = button(*pad, u"确认签名"_s);
    QVERIFY(ink && confirm);
    QTest::mouseClick(ink, Qt::LeftButton);
    QVERIFY(!confirm->isEnabled()); // a dot is no name
    write(*ink);
    QVERIFY(confirm->isEnabled());
    if (const QString folder = qEnvironmentVariable("YICHUANG_PICTURES"); !folder.isEmpty())
        pad->grab().save(folder + u"/signature-pad.png"_s);
    QTest::mouseClick(confirm, Qt::LeftButton);
    QTRY_VERIFY(intake().draft().signature.has_value());
    QVERIFY(!pad->isVisible());
    picture(u"signed"_s);
    backToTheKeys();
    const core::PageRef signature = intake().draft().signature->image;
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY_WITH_TIMEOUT(intake().record().has_value(), 10'000);
    const auto papers = intake().record()->papers;
    const auto letter =
        std::find_if(papers.begin(), papers.end(), [](const auto& paper) { return paper.kind == core::PaperKind::CommitmentLetter; });
    QVERIFY(letter != papers.end());
    QCOMPARE(letter->signature, signature);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 20'000); // the back office has it all

    const QDir folder(m_folder->filePath(u"papers"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!folder.entryList({u"*commitment*"_s}).isEmpty(), 20'000);
    QPdfDocument document;
    document.load(folder.filePath(folder.entryList({u"*commitment*"_s}).constFirst()));
    const QImage page = document.render(0, (document.pagePointSize(0) * 2).toSize());
    if (const QString pictures = qEnvironmentVariable("YICHUANG_PICTURES"); !pictures.isEmpty()) {
        QImage paper(page.size(), QImage::Format_RGB32);
        paper.fill(Qt::white);
        QPainter(&paper).drawImage(0, 0, page);
        paper.save(pictures + u"/commitment-signed.png"_s);
    }
    const auto text = document.getAllText(0).text();
    QVERIFY(text.contains(u"承诺人（签名）"));
    QVERIFY(!text.contains(u"＿＿＿＿年"));
}

/// Of the ticket that was called; the back office has it, and the clerk's screen does not show what it was.
void DisplayTest::anApplicantEvaluatesOnce()
{
    m_hands->press(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(!onSecondScreen<widgets::EvaluationPad>()); // nothing was taken in
    m_hands->press(Qt::Key_F2);
    QTRY_VERIFY(m_client->desks().queue.ticket().has_value());
    bringACompleteCase();
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(onSecondScreen<widgets::EvaluationPad>());
    auto* pad = onSecondScreen<widgets::EvaluationPad>();
    if (const QString pictures = qEnvironmentVariable("YICHUANG_PICTURES"); !pictures.isEmpty())
        pad->grab().save(pictures + u"/evaluation-pad.png"_s);
    QSignalSpy given(&m_client->desks().evaluation, &desk::EvaluationDesk::given);
    QTest::mouseClick(button(*pad, u"不满意"_s), Qt::LeftButton);
    QVERIFY(!pad->isVisible());
    QTRY_COMPARE(given.size(), 1);
    QVERIFY(!m_client->window().message().contains(u"不满意"_s));
    backToTheKeys();
    m_hands->press(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(!pad->isVisible()); // once
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 20'000);
    const QVariant audited = inTheHall(u"SELECT subject_kind || level || service_window FROM evaluation"_s);
    QCOMPARE(audited.toString(), u"case203"_s);
}

void DisplayTest::nobodyIsAskedAboutTheLast()
{
    m_hands->press(Qt::Key_F2);
    QTRY_VERIFY(m_client->desks().queue.ticket().has_value());
    bringACompleteCase();
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(onSecondScreen<widgets::EvaluationPad>());
    backToTheKeys();
    m_hands->press(Qt::Key_F2);
    QTRY_VERIFY(!onSecondScreen<widgets::EvaluationPad>()); // the next one is called
    m_hands->press(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(!onSecondScreen<widgets::EvaluationPad>());
}

void DisplayTest::aSignatureHoldsForItsLetterOnly()
{
    bringADeferrableCase();
    m_hands->press(Qt::Key_2, Qt::AltModifier);
    auto* pad = onSecondScreen<widgets::SignaturePad>();
    QVERIFY(pad);
    auto* ink = pad->findChild<widgets::InkArea*>();
    write(*ink);
    QTest::mouseClick(button(*pad, u"确认签名"_s), Qt::LeftButton);
    QTRY_VERIFY(intake().draft().signature.has_value());
    const core::IntakeDraft saved = core::IntakeDraft::fromJson(intake().draft().toJson());
    QCOMPARE(saved.signature, intake().draft().signature);

    core::Party agent = intake().draft().agent;
    agent.phone = u"13800000001"_s; // not in the letter
    intake().setParty(desk::PartyRole::Agent, agent);
    QVERIFY(intake().draft().signature.has_value());
    const auto materials = intake().materials();
    const auto secondary = std::find_if(materials.begin(), materials.end(), [](const auto& material) { return !material.key; });
    intake().togglePresent(secondary->code); // one paper less to bring
    QVERIFY(!intake().draft().signature.has_value());
    QVERIFY(pad->isVisible()); // the new letter is to be signed
    backToTheKeys();
    QVERIFY(!ink->isWritten());
    m_hands->press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(!pad->isVisible());
    backToTheKeys();
    m_hands->press(Qt::Key_2, Qt::AltModifier);
    write(*ink);
    backToTheKeys();
    m_hands->press(Qt::Key_F12); // nobody confirmed it: signed on paper, as ever
    QTRY_VERIFY_WITH_TIMEOUT(intake().record().has_value(), 10'000);
    for (const core::PaperRecord& paper : intake().record()->papers)
        QVERIFY(!paper.signature.has_value());
    QVERIFY(!pad->isVisible());
}

/// Two screens beside each other.
int main(int argc, char** argv)
{
    const QTemporaryDir folder;
    QFile config(folder.filePath(u"screens.json"_s));
    if (!config.open(QIODevice::WriteOnly))
        return 1;
    config.write(R"({"screens": [{"name": "one", "x": 0, "y": 0, "width": 1366, "height": 768},
                                 {"name": "other", "x": 1366, "y": 0, "width": 1280, "height": 800}]})");
    config.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + config.fileName().toUtf8());
    QApplication application(argc, argv);
    DisplayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "displaytest.moc"
