// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// start and memory: from the start of a process to a main window that is painted and idle, and what it then holds; with
// 100,000 cases in the store and 10,000 items in the catalogue, against a bare QMainWindow on the same platform plug-in.
// Started without arguments it starts itself for every reading, the two in turn.

#include "app/launch.h"
#include "app/store/cache.h"
#include "tests/bench/figures.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace {

constexpr int Cases = 100'000;
constexpr int Items = 10'000;
constexpr int Readings = 9;

store::SecretKey fixedKey()
{
    return store::SecretKey(QByteArray(32, 'k'));
}

/// A keyring that answers at once: what a real one takes is its own affair.
class ReadyVault final : public store::KeyVault
{
public:
    QFuture<core::Result<store::SharedKey>> open() override
    {
        return QtFuture::makeReadyFuture(core::Result<store::SharedKey>(std::make_shared<const store::SecretKey>(fixedKey())));
    }
};

qint64 steadyMicroseconds()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

/// Tells time and memory once the first window has been painted and its event loop has nothing left to do.
class FirstPaint : public QObject
{
public:
    explicit FirstPaint(qint64 begun) : m_begun(begun) { qApp->installEventFilter(this); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && watched->isWidgetType() && !std::exchange(m_painted, true))
            QTimer::singleShot(0, this, [this] { settle(); });
        return false;
    }

private:
    void settle()
    {
        m_time = double(steadyMicroseconds() - m_begun) / 1000;
        // The catalogue comes in beside the window; it belongs to what the program holds.
        QTimer::singleShot(std::chrono::seconds(2), this, [this] {
            QTextStream(stdout) << m_time << ' ' << residentMegabytes() << Qt::endl;
            std::_Exit(0);
        });
    }

    qint64 m_begun;
    double m_time = 0;
    bool m_painted = false;
};

int showBare(int argc, char* argv[], qint64 begun)
{
    QApplication application(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    const FirstPaint paint(begun);
    QMainWindow window;
    window.resize(1366, 768);
    window.show();
    return QApplication::exec();
}

int showClient(int argc, char* argv[], qint64 begun, const QString& folder)
{
    QApplication application(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    const FirstPaint paint(begun);
    Launch::Plan plan;
    plan.folder = folder;
    plan.client.backOffice = QUrl(u"http://127.0.0.1:1"_s); // away
    plan.client.output = std::make_shared<print::FolderOutput>(folder);
    Launch launch(application, plan, std::make_unique<ReadyVault>());
    launch.begin();
    return QApplication::exec();
}

bool fill(const QString& folder)
{
    const auto store = store::Store::open(folder, fixedKey());
    if (!store)
        return false;
    const QByteArray catalogue = bench::largeCatalogueJson(Items);
    const auto cached =
        (*store)->write([&](store::Session& session) { return store::setCached(session, u"catalogue"_s, {u"\"1\""_s, catalogue, 0}); });
    return cached.result().has_value() && bench::fillStore(**store, Cases);
}

struct Reading
{
    QList<double> time;
    QList<double> memory;
};

void read(Reading& reading, const QStringList& arguments)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), QStringList{QString::number(steadyMicroseconds())} + arguments);
    child.waitForFinished(60'000);
    const QList<QByteArray> words = child.readAllStandardOutput().trimmed().split(' ');
    reading.time.append(words.value(0).toDouble());
    reading.memory.append(words.value(1).toDouble());
}

int measure(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    if (!fill(folder.path())) {
        QTextStream(stderr) << "the store could not be filled" << Qt::endl;
        return 1;
    }
    Reading client;
    Reading bare;
    for (int i = 0; i < Readings; ++i) {
        read(bare, {u"bare"_s});
        read(client, {u"client"_s, folder.path()});
    }
    bench::print(u"start-median"_s, bench::percentile(client.time, 0.5), u"ms"_s, bench::percentile(bare.time, 0.5));
    bench::print(u"memory-median"_s, bench::percentile(client.memory, 0.5), u"MB"_s, bench::percentile(bare.memory, 0.5));
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    if (argc < 3)
        return measure(argc, argv);
    const qint64 begun = QByteArray(argv[1]).toLongLong();
    return QByteArray(argv[2]) == "bare" ? showBare(argc, argv, begun) : showClient(argc, argv, begun, QString::fromLocal8Bit(argv[3]));
}
