// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The whole client in its window, worked by keys, on a real store and back office.

#include "app/composition.h"
#include "app/desk/capturedesk.h"
#include "app/desk/importdesk.h"
#include "app/desk/paperdesk.h"
#include "app/desk/stackdesk.h"
#include "app/desk/statusdesk.h"
#include "app/documents/pdfbinder.h"
#include "app/documents/separatorsheet.h"
#include "app/training/hands.h"
#include "app/training/paperpainter.h"
#include "app/training/people.h"
#include "app/training/traininghall.h"
#include "devices/simulated/esclsimulator.h"
#include "devices/simulated/simulatedtransport.h"
#include "widgets/display/windowdisplay.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPainter>
#include <QPdfDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void takesInOneAfterAnotherWithoutTicketsOffline();
    void refusedAcceptanceGoesToTheGap();
    void aNewVisitBeginsWithoutRedMarks();
    void escapeStopsAScanAtOnce();
    void aDraftUnderTodayIsOpenedWithoutLosingTheOneOnScreen();
    void lockedWindowGoesOnSending();
    void aStackWithSeparatorsFindsItsPlaces();
    void aStackWithoutThemIsProposedInTheOrderBefore();
    void unsortedPagesAreNotForgotten();
    void filesAreDroppedAndPasted();
    void aWatchedFolderIsEmptied();
    void theDisplaySaysWhoseTurnItIs();

private:
    void chooseFoodLicence() const;
    [[nodiscard]] QStringList pagesByMaterial() const;
    void picture(const QString& name) const;
    void chooseItem() const;
    void fillIn() const;
    void seeAllPapers() const;
    [[nodiscard]] QStringList faults() const;
    [[nodiscard]] desk::IntakeDesk& intake() const { return m_client->desks().intake; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<training::HallServer> m_server;
    std::unique_ptr<widgets::Theme> m_theme;
    std::unique_ptr<devices::EsclSimulator> m_scanner;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<training::Hands> m_hands;
};

void WindowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = training::embeddedServer(m_folder->filePath(u"hall"_s), 0);
    QVERIFY(m_server->start());
    m_theme = std::make_unique<widgets::Theme>(*qApp);
    m_scanner = std::make_unique<devices::EsclSimulator>();
    ClientOptions options;
    options.backOffice = m_server->url();
    options.calendarKey = training::calendarPublicKey();
    options.windowCode = u"03"_s;
    options.scanner = *scannerFrom(u"http://127.0.0.1:%1"_s.arg(m_scanner->start()), {});
    options.output = std::make_shared<print::FolderOutput>(m_folder->filePath(u"papers"_s));
    const auto store = store::Store::open(m_folder->filePath(u"window"_s), store::SecretKey(QByteArray(32, 'k')));
    QVERIFY(store);
    m_client = std::make_unique<Client>(options, *store, *m_theme);
    m_client->start();
    m_client->window().activateWindow();
    m_hands = std::make_unique<training::Hands>(m_client->window());
    QTRY_COMPARE(m_hands->focus(), u"QLineEdit"_s);
    m_hands->type(u"001"_s);
    m_hands->press(Qt::Key_Return);
    m_hands->type(u"training"_s);
    m_hands->press(Qt::Key_F12);
    const auto ready = [this] {
        const desk::WorkDay& day = m_client->desks().day;
        return day.isSignedIn() && day.catalogue() && day.calendar().covers(day.today().year()) && m_client->desks().queue.isBoardKnown();
    };
    QTRY_VERIFY_WITH_TIMEOUT(ready(), 20'000);
}

void WindowTest::cleanup()
{
    m_client.reset();
    m_scanner.reset();
    m_server.reset();
    m_theme.reset();
    m_folder.reset();
}

void WindowTest::chooseItem() const
{
    m_hands->press(Qt::Key_K, Qt::ControlModifier);
    m_hands->type(u"ydjy"_s);
    m_hands->press(Qt::Key_Return);
    if (intake().draft().scenarioCode.isEmpty())
        m_hands->press(Qt::Key_1);
}

void WindowTest::fillIn() const
{
    const training::Person person = training::people().constFirst();
    m_hands->type(person.card.name);
    m_hands->press(Qt::Key_Return);
    m_hands->press(Qt::Key_Return); // the type of certificate is right
    m_hands->type(person.card.number);
    m_hands->press(Qt::Key_Return);
    m_hands->type(person.phone);
    m_hands->press(Qt::Key_Return);
    m_hands->press(Qt::Key_Return);
}

void WindowTest::seeAllPapers() const
{
    for (qsizetype i = 0; i < intake().materials().size(); ++i) {
        m_hands->press(Qt::Key_Space);
        m_hands->press(Qt::Key_Down);
    }
}

/// What is written in red under fields.
QStringList WindowTest::faults() const
{
    QStringList texts;
    const auto labels = m_client->window().findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (label->property("role").toString() == u"fault" && label->isVisible())
            texts.append(label->text());
    }
    return texts;
}

void WindowTest::takesInOneAfterAnotherWithoutTicketsOffline()
{
    m_server->stop();
    for (int number = 1; number <= 3; ++number) {
        chooseItem();
        fillIn();
        seeAllPapers();
        m_hands->press(Qt::Key_F12);
        QTRY_VERIFY(intake().record().has_value());
        QTRY_VERIFY(!m_client->desks().papers.isPrinting());
        m_hands->press(Qt::Key_F2); // nobody can be called, but the next application can be taken in
        QTRY_VERIFY(!intake().record().has_value());
        QTRY_VERIFY(!m_client->desks().queue.isBusy());
    }
    QTRY_COMPARE(m_client->desks().cases.acceptedCount(), 3);
    QVERIFY(m_server->start());
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 30'000);
}

void WindowTest::refusedAcceptanceGoesToTheGap()
{
    chooseItem();
    fillIn();
    core::Party party = intake().draft().applicant;
    party.phone.clear();
    intake().setParty(desk::PartyRole::Applicant, party);
    seeAllPapers();
    QCOMPARE(m_hands->focus(), u"ChecklistView"_s);
    m_hands->press(Qt::Key_F12);
    QVERIFY(!intake().record());
    QCOMPARE(m_hands->focus(), u"MaskedEdit"_s); // the phone
    QCOMPARE(faults().size(), 1);
    m_hands->type(u"19900000001"_s);
    QCOMPARE(intake().draft().applicant.phone, u"19900000001"_s);
}

void WindowTest::aNewVisitBeginsWithoutRedMarks()
{
    chooseItem();
    m_hands->type(u"王"_s);
    m_hands->press(Qt::Key_Backspace);
    m_hands->press(Qt::Key_Return);
    QCOMPARE(faults().size(), 1);
    m_hands->press(Qt::Key_F2);
    m_hands->press(Qt::Key_F2); // again: it is kept as a draft
    QTRY_VERIFY(m_client->desks().queue.ticket().has_value());
    QVERIFY(faults().isEmpty());
}

void WindowTest::escapeStopsAScanAtOnce()
{
    chooseItem();
    fillIn();
    QList<QByteArray> pages;
    for (int page = 1; page <= 30; ++page)
        pages.append(training::paintPaper(u"表"_s, u"王样例"_s, page));
    m_scanner->loadPaper(pages);
    QSignalSpy taken(&m_client->desks().capture, &desk::CaptureDesk::pageTaken);
    m_hands->press(Qt::Key_F9);
    QTRY_VERIFY(!taken.isEmpty());
    m_hands->press(Qt::Key_F12); // refused: pages are still arriving
    QVERIFY(!m_client->window().message().isEmpty());
    m_hands->press(Qt::Key_Escape);
    QTRY_VERIFY(!m_client->desks().capture.isScanning());
    QVERIFY(taken.size() < 30);
    int kept = 0;
    for (const core::DraftMaterial& material : intake().draft().materials)
        kept += int(material.pages.size());
    QCOMPARE(kept, int(taken.size())); // what had come is kept
}

void WindowTest::aDraftUnderTodayIsOpenedWithoutLosingTheOneOnScreen()
{
    chooseItem();
    m_hands->type(u"张"_s);
    const QString first = intake().draft().caseId;
    m_hands->press(Qt::Key_F2);
    m_hands->press(Qt::Key_F2);
    QTRY_VERIFY(intake().draft().caseId != first && m_client->desks().queue.ticket());
    chooseItem();
    m_hands->type(u"李"_s);
    const QString second = intake().draft().caseId;
    m_hands->press(Qt::Key_5, Qt::ControlModifier);
    QTRY_COMPARE(m_client->desks().cases.rowCount(), 2);
    m_hands->press(Qt::Key_Return); // the newest: the one on screen already
    QCOMPARE(intake().draft().caseId, second);
    QCOMPARE(intake().draft().applicant.name, u"李"_s);
    m_hands->press(Qt::Key_5, Qt::ControlModifier);
    m_hands->press(Qt::Key_Down);
    m_hands->press(Qt::Key_Return);
    QTRY_COMPARE(intake().draft().caseId, first);
    QCOMPARE(intake().draft().applicant.name, u"张"_s);
}

void WindowTest::lockedWindowGoesOnSending()
{
    m_server->stop();
    chooseItem();
    fillIn();
    seeAllPapers();
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().record().has_value());
    m_hands->press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(!m_client->desks().day.isSignedIn());
    QVERIFY(m_server->start());
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 30'000);
}

void WindowTest::chooseFoodLicence() const
{
    m_hands->press(Qt::Key_K, Qt::ControlModifier);
    m_hands->type(u"spjyxkzhf"_s);
    m_hands->press(Qt::Key_Return);
    if (intake().draft().scenarioCode != u"catering")
        intake().chooseScenario(u"catering"_s);
}

/// "material: pages" for every material that has some, in checklist order.
QStringList WindowTest::pagesByMaterial() const
{
    QStringList lines;
    const auto materials = intake().materials();
    for (const auto& requirement : materials) {
        if (const auto pages = intake().draft().materials.value(requirement.code).pages.size(); pages > 0)
            lines.append(u"%1: %2"_s.arg(requirement.name).arg(pages));
    }
    return lines;
}

/// Kept where somebody wants to look at it.
void WindowTest::picture(const QString& name) const
{
    if (const QString folder = qEnvironmentVariable("YICHUANG_PICTURES"); !folder.isEmpty())
        m_client->window().grab().save(folder + u'/' + name + u".png"_s);
}

namespace {

/// The separator sheets as they come back from a scanner.
QList<QByteArray> scannedSeparators(const core::ServiceItem& item, const QList<core::MaterialRequirement>& materials)
{
    QByteArray pdf = documents::separatorSheets(item, materials);
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    QList<QByteArray> sheets;
    for (int sheet = 0; sheet < document.pageCount(); ++sheet) {
        QImage image(1240, 1754, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.rotate(sheet % 2 == 0 ? 0.8 : -0.8);
        painter.drawImage(QPoint(), document.render(sheet, image.size()));
        painter.end();
        QBuffer out(&sheets.emplaceBack());
        out.open(QIODevice::WriteOnly);
        image.save(&out, "JPEG", 75);
    }
    return sheets;
}

} // namespace

void WindowTest::aStackWithSeparatorsFindsItsPlaces()
{
    chooseFoodLicence();
    const auto materials = intake().materials();
    QCOMPARE(materials.size(), 6);
    const auto separators = scannedSeparators(*intake().item(), materials);
    const QList<int> counts{7, 3, 5, 1, 6, 2}; // 24 pages and 6 sheets: 30
    QList<QByteArray> stack;
    QStringList expected;
    for (const int material : {3, 0, 5, 1, 4, 2}) { // nobody puts papers together in the order of a checklist
        stack.append(separators[material]);
        for (int page = 0; page < counts[material]; ++page)
            stack.append(training::paintPaper(u"附件"_s, materials[material].name, page + 1));
    }
    for (qsizetype i = 0; i < materials.size(); ++i)
        expected.append(u"%1: %2"_s.arg(materials[i].name).arg(counts[i]));
    QCOMPARE(stack.size(), 30);
    m_scanner->loadPaper(stack);
    QSignalSpy sorted(&m_client->desks().stack, &desk::StackDesk::sorted);
    m_hands->press(Qt::Key_F9, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(sorted.size(), 1, 60'000);
    QCOMPARE(pagesByMaterial(), expected);
    QVERIFY(intake().unsorted().isEmpty());
    QCOMPARE(sorted[0][1].toInt(), 0); // nothing to confirm
    picture(u"stack-separators"_s);
    m_hands->press(Qt::Key_Z, Qt::ControlModifier); // one step brings them all back
    QCOMPARE(intake().unsorted().size(), 30);
}

void WindowTest::aStackWithoutThemIsProposedInTheOrderBefore()
{
    chooseFoodLicence();
    const auto materials = intake().materials();
    const auto separators = scannedSeparators(*intake().item(), materials);
    const auto page = [](int number) { return training::paintPaper(u"——"_s, u"无题"_s, number); };
    m_scanner->loadPaper({separators[0], page(1), page(2), separators[2], page(3), separators[4], page(4), page(5)});
    QSignalSpy sorted(&m_client->desks().stack, &desk::StackDesk::sorted);
    m_hands->press(Qt::Key_F9, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(sorted.size(), 1, 60'000);
    const QStringList before = pagesByMaterial();
    QCOMPARE(before.size(), 3);
    m_hands->press(Qt::Key_F2); // the next applicant, with the same papers and no separators
    m_hands->press(Qt::Key_F2);
    QTRY_VERIFY(m_client->desks().queue.ticket().has_value());
    chooseFoodLicence();
    m_scanner->loadPaper({page(11), page(12), page(13), page(14), page(15), page(16)});
    m_hands->press(Qt::Key_F9, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(sorted.size(), 2, 60'000);
    QVERIFY(pagesByMaterial().isEmpty()); // nothing is taken for granted
    const auto& waiting = m_client->desks().stack.waiting();
    QCOMPARE(waiting.size(), 6);
    QStringList proposed;
    for (const auto& entry : waiting)
        proposed.append(entry.place.materialCode);
    QCOMPARE(proposed,
             (QStringList{materials[0].code, materials[0].code, materials[2].code, materials[4].code, materials[4].code, QString()}));
    QTRY_COMPARE(m_hands->focus(), u"QListView"_s);
    picture(u"stack-to-confirm"_s);
    m_hands->press(Qt::Key_Return); // the first as proposed
    QCOMPARE(waiting.size(), 5);
    m_hands->press(Qt::Key_4); // the second belongs elsewhere
    QCOMPARE(intake().draft().materials.value(materials[3].code).pages.size(), 1);
    m_hands->press(Qt::Key_F12); // the rest as proposed
    QCOMPARE(waiting.size(), 1);
    m_hands->press(Qt::Key_Delete); // and one that does not belong here
    QVERIFY(waiting.isEmpty());
    QVERIFY(intake().unsorted().isEmpty());
    QCOMPARE(pagesByMaterial().size(), 4);
}

void WindowTest::unsortedPagesAreNotForgotten()
{
    chooseFoodLicence();
    m_scanner->loadPaper({training::paintPaper(u"——"_s, u"无题"_s, 1)});
    QSignalSpy sorted(&m_client->desks().stack, &desk::StackDesk::sorted);
    m_hands->press(Qt::Key_F9, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(sorted.size(), 1, 60'000);
    m_hands->press(Qt::Key_Escape); // later
    fillIn();
    seeAllPapers();
    m_hands->press(Qt::Key_F12);
    QVERIFY(!intake().record() && !intake().isBusy());
    QVERIFY(!m_client->window().message().isEmpty());
    m_hands->press(Qt::Key_6, Qt::AltModifier);
    QTRY_COMPARE(m_hands->focus(), u"QListView"_s);
    m_hands->press(Qt::Key_1);
    QVERIFY(intake().unsorted().isEmpty());
}

void WindowTest::filesAreDroppedAndPasted()
{
    chooseFoodLicence();
    const auto materials = intake().materials();
    auto* view = m_client->window().findChild<QListView*>(u"checklist"_s);
    QVERIFY(view);
    const auto written = [&](const QString& name, const QByteArray& bytes) {
        QFile file(m_folder->filePath(name));
        file.open(QIODevice::WriteOnly);
        file.write(bytes);
        return QUrl::fromLocalFile(file.fileName());
    };
    const auto drop = [&](int row, const QList<QUrl>& urls) {
        QMimeData data;
        data.setUrls(urls);
        const QPointF at = view->visualRect(view->model()->index(row, 0)).center();
        QDragEnterEvent enter(at.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view->viewport(), &event);
    };
    const QByteArray jpeg = training::paintPaper(u"附件"_s, u"样例"_s, 1);
    const auto pdf = documents::bindPdf({{training::paintPaper(u"附件"_s, u"样例"_s, 2), u"image/jpeg"_s},
                                         {training::paintPaper(u"附件"_s, u"样例"_s, 3), u"image/jpeg"_s},
                                         {training::paintPaper(u"附件"_s, u"样例"_s, 4), u"image/jpeg"_s}},
                                        documents::PdfKind::Plain);
    drop(2, {written(u"paper.jpg"_s, jpeg), written(u"papers.pdf"_s, *pdf)});
    const auto pagesOf = [&](int row) { return intake().draft().materials.value(materials[row].code).pages; };
    QTRY_COMPARE(pagesOf(2).size(), 4);
    QCOMPARE(pagesOf(2)[0].mediaType, u"image/jpeg"_s);
    QCOMPARE(pagesOf(2)[1].mediaType, u"application/pdf"_s);
    QVERIFY(!intake().thumbnail(pagesOf(2)[3].sha256).isNull()); // a PDF shows what it is
    drop(0, {written(u"photo.heic"_s, QByteArray::fromHex("00000018") + "ftypheic" + QByteArray(40, 'x'))});
    QTRY_VERIFY(m_client->window().message().contains(u"HEIC"));
    QVERIFY(pagesOf(0).isEmpty());
    view->setCurrentIndex(view->model()->index(1, 0));
    view->setFocus();
    QApplication::clipboard()->setImage(QImage::fromData(jpeg));
    m_hands->press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(pagesOf(1).size(), 1);
}

void WindowTest::aWatchedFolderIsEmptied()
{
    chooseFoodLicence();
    QDir(m_folder->path()).mkdir(u"incoming"_s);
    const QString folder = m_folder->filePath(u"incoming"_s);
    intake().setFocusMaterial(intake().materials()[3].code);
    m_client->desks().imports.watch(folder);
    QFile page(folder + u"/page.jpg"_s);
    QVERIFY(page.open(QIODevice::WriteOnly));
    page.write(training::paintPaper(u"附件"_s, u"样例"_s, 1));
    page.close();
    QFile text(folder + u"/note.txt"_s);
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("not a page");
    text.close();
    const auto pages = [&] { return intake().draft().materials.value(intake().materials()[3].code).pages.size(); };
    QTRY_COMPARE_WITH_TIMEOUT(pages(), 1, 10'000);
    QTRY_VERIFY(!page.exists()); // once it is sealed
    QVERIFY(text.exists());      // what is no page stays where it is
}

void WindowTest::theDisplaySaysWhoseTurnItIs()
{
    widgets::WindowDisplay display(m_client->desks().day, m_client->desks().queue);
    QCOMPARE(display.text(), u"请等候叫号"_s);
    m_hands->press(Qt::Key_F2);
    QTRY_VERIFY(m_client->desks().queue.ticket().has_value());
    const QString number = m_client->desks().queue.ticket()->number;
    QCOMPARE(display.text(), u"请%1号到%2办理"_s.arg(number, m_client->desks().day.workplace().window.name));
    QSignalSpy recalled(&m_client->desks().queue, &desk::QueueDesk::recalled);
    m_hands->press(Qt::Key_F3);
    QCOMPARE(recalled.size(), 1); // the voice says it again
    QTRY_VERIFY(!m_client->desks().queue.isBusy());
    m_hands->press(Qt::Key_F2, Qt::ShiftModifier);
    QTRY_VERIFY(!m_client->desks().queue.ticket());
    m_hands->press(Qt::Key_F8);
    QTRY_COMPARE(display.text(), u"暂停服务"_s);
    m_hands->press(Qt::Key_F8);
    QTRY_COMPARE(display.text(), u"请等候叫号"_s);
    display.showOnSecondScreen();
    QVERIFY(!display.isVisible()); // one screen belongs to the clerk
}

QTEST_MAIN(WindowTest)
#include "windowtest.moc"
