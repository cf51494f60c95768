// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// Papers at the counter: whole stacks, files, what a scan asks for, what is handed in.

#include "app/desk/capturedesk.h"
#include "app/desk/importdesk.h"
#include "app/desk/pagedesk.h"
#include "app/desk/paperdesk.h"
#include "app/desk/stackdesk.h"
#include "app/desk/statusdesk.h"
#include "app/documents/pdfbinder.h"
#include "app/documents/separatorsheet.h"
#include "app/training/paperpainter.h"
#include "tests/support/counter.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QListView>
#include <QMimeData>
#include <QPainter>
#include <QPdfDocument>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class CaptureTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void aStackWithSeparatorsFindsItsPlaces();
    void aStackWithoutThemIsProposedInTheOrderBefore();
    void unsortedPagesAreNotForgotten();
    void filesAreDroppedAndPasted();
    void aWatchedFolderIsEmptied();
    void whatLayInTheFolderIsNobodysYet();
    void aFileThatComesTooLateIsTold();
    void whatAScanAsksForIsRemembered();
    void pagesOutliveTheUndoneChoiceTheyCameFor();
    void pagesAreBoundWhereTheItemAsks();
    void aBoundMaterialTakesAnotherPage();
    void aPageThatCannotBeBoundStopsTheAcceptance();
    void aPdfIsCopiedAsItIs();
    void theRestOfAStackGoesOnWhereItBrokeOff();

private:
    [[nodiscard]] QStringList pagesByMaterial() const;
};

/// "material: pages" for every material that has some, in checklist order.
QStringList CaptureTest::pagesByMaterial() const
{
    QStringList lines;
    const auto materials = intake().materials();
    for (const auto& requirement : materials) {
        if (const auto pages = intake().draft().materials.value(requirement.code).pages.size(); pages > 0)
            lines.append(u"%1: %2"_s.arg(requirement.name).arg(pages));
    }
    return lines;
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

void CaptureTest::aStackWithSeparatorsFindsItsPlaces()
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

void CaptureTest::aStackWithoutThemIsProposedInTheOrderBefore()
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

void CaptureTest::unsortedPagesAreNotForgotten()
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

void CaptureTest::filesAreDroppedAndPasted()
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

void CaptureTest::whatAScanAsksForIsRemembered()
{
    chooseFoodLicence();
    intake().setFocusMaterial(intake().materials()[1].code);
    QSignalSpy posted(m_scanner.get(), &devices::EsclSimulator::jobPosted);
    m_scanner->loadPaper({training::paintPaper(u"附件"_s, u"样例"_s, 1)});
    m_hands->press(Qt::Key_F9);
    QTRY_COMPARE_WITH_TIMEOUT(posted.size(), 1, 10'000);
    QVERIFY(!posted[0][0].toByteArray().contains("Duplex>true"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_client->desks().capture.isScanning(), 20'000);
    m_hands->press(Qt::Key_F9, Qt::ControlModifier);
    devices::ScanOptions options = m_client->desks().capture.options();
    QVERIFY(options.duplex);
    options.colour = devices::ScanColour::Grey;
    options.dpi = 200;
    m_client->desks().capture.setOptions(options);
    m_client.reset();
    startClient();
    QTRY_COMPARE(m_client->desks().capture.options(), options);
    QTRY_VERIFY(!intake().materials().isEmpty()); // the draft is open again
    m_scanner->loadPaper({training::paintPaper(u"附件"_s, u"样例"_s, 2)});
    QTRY_VERIFY(m_client->desks().capture.isAvailable());
    m_hands->press(Qt::Key_F9);
    QTRY_COMPARE_WITH_TIMEOUT(posted.size(), 2, 10'000);
    const QByteArray settings = posted[1][0].toByteArray();
    QVERIFY(settings.contains("Duplex>true") && settings.contains("Grayscale8"));
}

void CaptureTest::aWatchedFolderIsEmptied()
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

void CaptureTest::whatLayInTheFolderIsNobodysYet()
{
    QDir(m_folder->path()).mkdir(u"incoming"_s);
    const QString folder = m_folder->filePath(u"incoming"_s);
    chooseFoodLicence();
    m_client->desks().imports.watch(folder);
    QFile page(folder + u"/page.jpg"_s);
    QVERIFY(page.open(QIODevice::WriteOnly));
    page.write(training::paintPaper(u"附件"_s, u"样例"_s, 1));
    page.close();
    intake().beginVisit(std::nullopt); // the one before brought it, or the next one did
    chooseFoodLicence();
    const QString first = intake().materials()[0].code;
    intake().setFocusMaterial(first);
    QTRY_COMPARE_WITH_TIMEOUT(intake().unsorted().size(), 1, 10'000);
    QTRY_VERIFY(!page.exists());
    QVERIFY(intake().draft().materials.value(first).pages.isEmpty());
    QTRY_COMPARE(m_client->desks().stack.waiting().size(), 1);
}

void CaptureTest::aFileThatComesTooLateIsTold()
{
    chooseFoodLicence();
    QFile page(m_folder->filePath(u"page.jpg"_s));
    QVERIFY(page.open(QIODevice::WriteOnly));
    page.write(training::paintPaper(u"附件"_s, u"样例"_s, 1));
    page.close();
    desk::ImportDesk& imports = m_client->desks().imports;
    QSignalSpy advice(&imports, &desk::ImportDesk::adviceGiven);
    QSignalSpy imported(&imports, &desk::ImportDesk::imported);
    imports.importFiles({page.fileName()}, intake().materials()[0].code);
    QVERIFY(imports.isImporting());
    intake().beginVisit(std::nullopt);
    QTRY_COMPARE_WITH_TIMEOUT(advice.size(), 1, 10'000);
    QCOMPARE(advice[0][0].value<desk::Advice>().code, u"page.late"_s);
    QVERIFY(imported.isEmpty() && !imports.isImporting());
    QVERIFY(page.exists());
}

void CaptureTest::pagesAreBoundWhereTheItemAsks()
{
    bringADeferrableCase();
    const core::MaterialRequirement plan = intake().materials()[3];
    QCOMPARE(plan.binding, core::Binding::Archive);
    intake().setFocusMaterial(plan.code);
    const auto paper = [](int number) { return training::paintPaper(u"附件"_s, u"样例"_s, number); };
    m_scanner->loadPaper({paper(1), paper(2), paper(3)});
    QSignalSpy ended(&m_client->desks().capture, &desk::CaptureDesk::ended);
    m_client->desks().capture.scanTo(plan.code);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 30'000);
    m_hands->press(Qt::Key_2, Qt::AltModifier);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY_WITH_TIMEOUT(intake().record().has_value(), 10'000);
    const core::MaterialRecord& bound = intake().record()->materials[3];
    QCOMPARE(bound.pages.size(), 1);
    QCOMPARE(bound.pages[0].mediaType, u"application/pdf"_s);
    QCOMPARE(bound.pageCount(), 3); // as the receipt says
    const auto bytes = m_client->desks().intake.shelf().bytes(intake().record()->id, bound.pages[0].sha256);
    QTRY_VERIFY(bytes.isFinished());
    QByteArray pdf = *bytes.result();
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    QCOMPARE(document.pageCount(), 3);
    QVERIFY(pdf.contains("pdfaid:part"));
    QVERIFY(pdf.contains(paper(2).right(2000))); // nothing was encoded anew
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 20'000);
}

/// Bound for the one-time notice, brought to completion later: one document of all pages.
void CaptureTest::aBoundMaterialTakesAnotherPage()
{
    bringADeferrableCase();
    const QString plan = intake().materials()[3].code;
    const auto paper = [](int number) { return training::paintPaper(u"附件"_s, u"样例"_s, number); };
    m_scanner->loadPaper({paper(1), paper(2), paper(3)});
    QSignalSpy ended(&m_client->desks().capture, &desk::CaptureDesk::ended);
    m_client->desks().capture.scanTo(plan);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 30'000);
    intake().toggleShortfall(plan);
    QCOMPARE(intake().draft().materials.value(plan).status, core::MaterialStatus::Wrong);
    intake().end(core::CaseAct::NotifyOnce);
    QTRY_VERIFY_WITH_TIMEOUT(intake().record().has_value(), 10'000);
    QTRY_VERIFY(!m_client->desks().papers.isPrinting());
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 30'000);
    const core::CaseRecord noticed = *intake().record();
    intake().restore(core::draftToGoOn(noticed)); // another day
    const auto pagesOf = [&] { return intake().draft().materials.value(plan).pages; };
    QCOMPARE(pagesOf().size(), 1);
    QCOMPARE(pagesOf()[0].pages, 3);
    const core::PageRef bound = pagesOf()[0];

    desk::PageDesk& pages = m_client->desks().pages;
    QSignalSpy advice(&pages, &desk::PageDesk::adviceGiven);
    QSignalSpy copied(&pages, &desk::PageDesk::copied);
    pages.open(plan);
    pages.turn(1); // would leave the first of its pages
    pages.removeBlank();
    pages.retake();
    QCOMPARE(advice.size(), 3);
    QCOMPARE(advice[0][0].value<desk::Advice>().code, u"page.bound"_s);
    QVERIFY(!pages.isWorking() && !m_client->desks().capture.isScanning());
    QCOMPARE(pagesOf(), QList{bound});
    pages.printCopy();
    QTRY_COMPARE_WITH_TIMEOUT(copied.size(), 1, 20'000);
    QCOMPARE(copied[0][0].toInt(), 3); // every sheet of it
    pages.close();

    m_scanner->loadPaper({paper(4)});
    m_client->desks().capture.scanTo(plan);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, 30'000);
    QCOMPARE(pagesOf().size(), 2);
    for (const QString& code : {u"rules"_s, u"health"_s})
        intake().togglePresent(code);
    QVERIFY(intake().isPermitted());
    intake().accept();
    QTRY_VERIFY_WITH_TIMEOUT(intake().record().has_value(), 10'000);
    const auto& materials = intake().record()->materials;
    const auto whole = std::find_if(materials.begin(), materials.end(), [&](const auto& one) { return one.code == plan; });
    QVERIFY(whole != materials.end());
    QCOMPARE(whole->pages.size(), 1);
    QCOMPARE(whole->pageCount(), 4);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 20'000);
}

/// The copy of a PDF page is no empty sheet.
void CaptureTest::aPdfIsCopiedAsItIs()
{
    chooseFoodLicence();
    const QString code = intake().materials()[2].code;
    const auto pdf = documents::bindPdf({{training::paintPaper(u"附件"_s, u"样例"_s, 1), u"image/jpeg"_s}}, documents::PdfKind::Plain);
    QFile file(m_folder->filePath(u"paper.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(*pdf);
    file.close();
    m_client->desks().imports.importFiles({file.fileName()}, code);
    QTRY_COMPARE_WITH_TIMEOUT(intake().draft().materials.value(code).pages.size(), 1, 10'000);
    desk::PageDesk& pages = m_client->desks().pages;
    QSignalSpy copied(&pages, &desk::PageDesk::copied);
    pages.open(code);
    pages.printCopy();
    QTRY_COMPARE_WITH_TIMEOUT(copied.size(), 1, 20'000);
    const QDir folder(m_folder->filePath(u"papers"_s));
    const QStringList copies = folder.entryList({u"*copy.pdf"_s}, QDir::Files);
    QCOMPARE(copies.size(), 1);
    QPdfDocument sheet;
    QCOMPARE(sheet.load(folder.filePath(copies[0])), QPdfDocument::Error::None);
    const QImage seen = sheet.render(0, QSize(630, 891));
    int dark = 0;
    for (int y = 30; y < 780; ++y) { // above the mark
        for (int x = 0; x < seen.width(); ++x)
            dark += qAlpha(seen.pixel(x, y)) > 128 && qGray(seen.pixel(x, y)) < 128 ? 1 : 0;
    }
    QVERIFY2(dark > 50, qPrintable(QString::number(dark)));
}

void CaptureTest::theRestOfAStackGoesOnWhereItBrokeOff()
{
    chooseFoodLicence();
    const auto materials = intake().materials();
    const auto separators = scannedSeparators(*intake().item(), materials);
    const auto page = [](int number) { return training::paintPaper(u"——"_s, u"无题"_s, number); };
    QSignalSpy sorted(&m_client->desks().stack, &desk::StackDesk::sorted);
    QSignalSpy advice(&m_client->desks().capture, &desk::CaptureDesk::adviceGiven);
    QObject watch;
    connect(m_scanner.get(), &devices::EsclSimulator::pageServed, &watch, [this, served = 0]() mutable {
        if (++served == 2)
            m_scanner->setFault(devices::EsclSimulator::Fault::JamWithout200);
    });
    m_scanner->loadPaper({separators[3], page(1)});
    m_hands->press(Qt::Key_F9, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(sorted.size(), 1, 60'000);
    QCOMPARE(advice.size(), 1);
    QCOMPARE(advice[0][0].value<desk::Advice>().code, u"scan.jam-stack"_s);
    QVERIFY(advice[0][0].value<desk::Advice>().next.contains(u"Shift+F9"_s)); // F9 alone would scan the rest to one material
    m_scanner->loadPaper({page(2), separators[0], page(3)});
    m_hands->press(Qt::Key_F9, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(sorted.size(), 2, 60'000);
    QCOMPARE(pagesByMaterial(), (QStringList{u"%1: 1"_s.arg(materials[0].name), u"%1: 2"_s.arg(materials[3].name)}));
    QVERIFY(m_client->desks().stack.waiting().isEmpty());
}

void CaptureTest::aPageThatCannotBeBoundStopsTheAcceptance()
{
    bringADeferrableCase();
    const QString plan = intake().materials()[3].code;
    m_scanner->loadPaper({training::paintPaper(u"附件"_s, u"样例"_s, 1)});
    QSignalSpy ended(&m_client->desks().capture, &desk::CaptureDesk::ended);
    m_client->desks().capture.scanTo(plan);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 30'000);
    QDir folder(m_folder->filePath(u"window/pages"_s));
    const QStringList files = folder.entryList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QVERIFY(folder.rename(files[0], u"elsewhere"_s));
    m_hands->press(Qt::Key_2, Qt::AltModifier);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(!m_client->window().message().isEmpty());
    QVERIFY(!intake().record() && !intake().isBusy());
    QCOMPARE(intake().draft().materials.value(plan).pages.size(), 1); // nothing is lost
    QVERIFY(folder.rename(u"elsewhere"_s, files[0]));
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY_WITH_TIMEOUT(intake().record().has_value(), 10'000);
}

void CaptureTest::pagesOutliveTheUndoneChoiceTheyCameFor()
{
    chooseFoodLicence();
    const auto catering = intake().materials();
    intake().chooseScenario(u"retail"_s);
    intake().chooseScenario(u"catering"_s);
    const QString only = catering[5].code; // asked for by this scenario only
    intake().setFocusMaterial(only);
    m_scanner->loadPaper({training::paintPaper(u"附件"_s, u"样例"_s, 1)});
    m_client->desks().capture.scanTo(only);
    QTRY_COMPARE_WITH_TIMEOUT(intake().draft().materials.value(only).pages.size(), 1, 20'000);
    QTRY_VERIFY(!m_client->desks().capture.isScanning());
    m_hands->press(Qt::Key_Z, Qt::ControlModifier); // back to the scenario without it
    const auto asked = intake().materials();
    QVERIFY(std::none_of(asked.begin(), asked.end(), [&](const auto& material) { return material.code == only; }));
    QCOMPARE(intake().unsorted().size(), 1);
}

QTEST_MAIN(CaptureTest)
#include "capturetest.moc"
