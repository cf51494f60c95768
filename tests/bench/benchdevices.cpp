// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// capture, bind and card against their references in the same run. One line a measure: name value unit reference ratio.

#include "app/documents/pageimage.h"
#include "app/documents/pdfbinder.h"
#include "app/store/pages.h"
#include "app/store/store.h"
#include "app/training/paperpainter.h"
#include "app/training/people.h"
#include "devices/idcard/idcardreader.h"
#include "devices/scanner/esclsource.h"
#include "devices/simulated/esclsimulator.h"
#include "devices/simulated/simulatedtransport.h"
#include "tests/bench/figures.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {

constexpr int Pages = 50;
constexpr int ThumbnailHeight = 120;

/// A4 at 300 dpi in colour.
const QList<QByteArray>& papers()
{
    static const QList<QByteArray> pages = [] {
        QList<QByteArray> painted;
        for (int i = 0; i < Pages; ++i) {
            const QImage page = QImage::fromData(training::paintPaper(u"性能测试用纸"_s, u"样例"_s, i + 1));
            QImage full = page.scaled(2480, 3508, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            full.setDotsPerMeterX(11811);
            full.setDotsPerMeterY(11811);
            QBuffer buffer(&painted.emplaceBack());
            buffer.open(QIODevice::WriteOnly);
            full.save(&buffer, "JPEG", 85);
        }
        return painted;
    }();
    return pages;
}

/// The simulated scanner on a thread of its own, as a device would be.
class Scanner
{
public:
    Scanner() : port(m_simulator.start())
    {
        m_simulator.moveToThread(&m_thread);
        m_thread.start();
        m_simulator.loadPaper(papers());
    }
    ~Scanner()
    {
        QMetaObject::invokeMethod(&m_simulator, [this] { m_simulator.moveToThread(qApp->thread()); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

private:
    QThread m_thread;
    devices::EsclSimulator m_simulator;

public:
    const quint16 port;
};

double captureMs()
{
    const Scanner scanner;
    const QTemporaryDir folder;
    const auto store = *store::Store::open(folder.path(), store::SecretKey::random());
    devices::EsclSource source(QUrl(u"http://127.0.0.1:%1"_s.arg(scanner.port)));
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    QEventLoop loop;
    QElapsedTimer timer;
    QObject::connect(&source, &devices::ScanSource::pageArrived, [&](const QByteArray& bytes, const QString& mediaType) {
        pool.start([&store, bytes, mediaType] {
            const auto checked = documents::checkPage(bytes, mediaType, ThumbnailHeight);
            const store::Page page{u"case"_s, u"M1"_s, checked->ref, bytes};
            const auto file = store::PageFiles(store->pageFolder(), store->sealer()).write(page);
            store->write([&](store::Session& session) { return store::addPage(session, page, *file, 0); }).result();
        });
    });
    QObject::connect(&source, &devices::ScanSource::ended, &loop, &QEventLoop::quit);
    timer.start();
    source.start({});
    loop.exec();
    pool.waitForDone();
    return double(timer.nsecsElapsed()) / 1e6;
}

double scanimageMs()
{
    const Scanner scanner;
    const QTemporaryDir folder;
    const auto write = [&](const QString& name, const QString& text) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text.toUtf8());
    };
    write(u"dll.conf"_s, u"airscan\n"_s);
    write(u"airscan.conf"_s,
          u"[devices]\n\"Simulated\" = http://127.0.0.1:%1/eSCL, eSCL\n[options]\ndiscovery = disable\n"_s.arg(scanner.port));
    qputenv("SANE_CONFIG_DIR", folder.path().toUtf8());
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.start(u"scanimage"_s, {u"-d"_s, u"airscan:e0:Simulated"_s, u"--source"_s, u"ADF"_s, u"--resolution"_s, u"300"_s, u"-x"_s,
                                   u"210"_s, u"-y"_s, u"297"_s, u"--format=jpeg"_s, u"--batch="_s + folder.filePath(u"out%d.jpg"_s)});
    process.waitForFinished(-1);
    const double spent = double(timer.nsecsElapsed()) / 1e6;
    const qsizetype files = QDir(folder.path()).entryList({u"out*.jpg"_s}).size();
    if (files != Pages)
        qWarning("scanimage brought %lld pages", static_cast<long long>(files));
    return spent;
}

void benchCapture()
{
    captureMs(); // once for the caches
    const double ours = captureMs();
    bench::print(u"capture-50"_s, ours, u"ms"_s, scanimageMs());
}

void benchBind()
{
    const QTemporaryDir folder;
    QStringList names;
    QList<documents::ImportedPage> pages;
    for (int i = 0; i < Pages; ++i) {
        names.append(folder.filePath(u"%1.jpg"_s.arg(i, 3, 10, QChar(u'0'))));
        QFile file(names.constLast());
        if (file.open(QIODevice::WriteOnly))
            file.write(papers()[i]);
    }
    QElapsedTimer timer;
    timer.start();
    for (const QString& name : names) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly))
            pages.append({file.readAll(), u"image/jpeg"_s});
    }
    const auto bound = documents::bindPdf(pages, documents::PdfKind::Plain);
    QFile ours(folder.filePath(u"ours.pdf"_s));
    if (ours.open(QIODevice::WriteOnly))
        ours.write(*bound);
    ours.close();
    const double spent = double(timer.nsecsElapsed()) / 1e6;
    const QString theirs = folder.filePath(u"theirs.pdf"_s);
    timer.restart();
    QProcess process;
    process.start(u"img2pdf"_s, names + QStringList{u"-o"_s, theirs});
    process.waitForFinished(-1);
    bench::print(u"bind-50-time"_s, spent, u"ms"_s, double(timer.nsecsElapsed()) / 1e6);
    bench::print(u"bind-50-size"_s, double(ours.size()) / 1024, u"KB"_s, double(QFileInfo(theirs).size()) / 1024);
}

/// From asking to a parsed card; the simulated device takes no time of its own.
void benchCard()
{
    constexpr double Aim = 5;
    const auto sam = std::make_shared<devices::SimulatedSam>();
    devices::IdCardReader reader(std::make_unique<devices::SimulatedTransport>(sam, 0), nullptr, {{}, 3'600'000, 3'600'000});
    QEventLoop loop;
    QObject::connect(&reader, &devices::IdCardReader::cardRead, &loop, &QEventLoop::quit);
    QObject::connect(&reader, &devices::IdCardReader::nothingRead, &loop, &QEventLoop::quit);
    QList<double> times;
    for (int i = 0; i < 200; ++i) {
        reader.stop(); // forgets the card before
        sam->layCard(training::people()[i % training::people().size()].card);
        QElapsedTimer timer;
        timer.start();
        reader.readNow();
        loop.exec();
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    bench::print(u"card-p99"_s, bench::percentile(times, 0.99), u"ms"_s, Aim);
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    const QStringList wanted = application.arguments().mid(1);
    if (wanted.contains(u"capture"_s))
        benchCapture();
    if (wanted.contains(u"bind"_s))
        benchBind();
    if (wanted.contains(u"card"_s))
        benchCard();
    return 0;
}
