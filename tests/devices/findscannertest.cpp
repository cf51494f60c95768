// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/scanner/automaticsource.h"
#include "devices/simulated/esclsimulator.h"

#include <QBuffer>
#include <QImage>
#include <QProcess>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslKey>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace devices;

namespace {

QByteArray page(int shade)
{
    QImage image(200, 280, QImage::Format_RGB32);
    image.fill(QColor(shade, 200, 200));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG");
    return bytes;
}

QUrl addressOf(quint16 port)
{
    return QUrl(u"http://127.0.0.1:%1/eSCL"_s.arg(port));
}

} // namespace

/// Which scanner is used. Announcements come from a real Avahi on a message bus of its own, on loopback only.
class FindScannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void none();
    void rememberedIsUsed();
    void noOtherOneTakesOver();
    void byHand();
    void announced();
    void anotherCertificateIsTold();

private:
    bool startAvahi();

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_avahi;
    QProcess m_publish;
};

void FindScannerTest::none()
{
    AutomaticSource source({{}, false, {}});
    QSignalSpy available(&source, &ScanSource::availability);
    QSignalSpy ended(&source, &ScanSource::ended);
    source.probe();
    QCOMPARE(available.size(), 1);
    QVERIFY(!available[0][0].toBool());
    source.start({});
    QCOMPARE(ended[0][0].value<ScanEnd>(), ScanEnd::NotFound);
}

void FindScannerTest::rememberedIsUsed()
{
    EsclSimulator scanner;
    AutomaticSource source({{}, false, {{QUrl(u"http://127.0.0.1:1/eSCL"_s), {}}, {addressOf(scanner.start()), {}}}});
    QSignalSpy used(&source, &AutomaticSource::used);
    source.probe();
    QTRY_COMPARE(used.size(), 1);
    scanner.loadPaper({page(10), page(20)});
    QSignalSpy ended(&source, &ScanSource::ended);
    source.start({});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended[0][1].toInt(), 2);
}

/// The other one stands at another window: only a clerk changes to it.
void FindScannerTest::noOtherOneTakesOver()
{
    auto first = std::make_unique<EsclSimulator>();
    EsclSimulator second;
    AutomaticSource source({{}, false, {{addressOf(first->start()), {}}, {addressOf(second.start()), {}}}});
    QSignalSpy chosen(&source, &ScanSource::scannersChanged);
    source.probe();
    QTRY_VERIFY(!chosen.isEmpty() && chosen.constLast()[1].toInt() == 0); // the one used last
    first.reset();
    source.probe();
    QTRY_COMPARE(chosen.constLast()[1].toInt(), -1);
    QSignalSpy available(&source, &ScanSource::availability);
    source.probe();
    QTRY_VERIFY(!available.isEmpty()); // the second one answers again
    second.loadPaper({page(1)});
    QSignalSpy ended(&source, &ScanSource::ended);
    source.start({});
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].value<ScanEnd>(), ScanEnd::NotFound);
    source.use(1);
    QTRY_COMPARE(chosen.constLast()[1].toInt(), 1);
    source.start({});
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(ended[1][0].value<ScanEnd>(), ScanEnd::Done);
}

void FindScannerTest::byHand()
{
    EsclSimulator first;
    EsclSimulator second;
    AutomaticSource source({{}, false, {{addressOf(first.start()), {}}, {addressOf(second.start()), {}}}});
    QSignalSpy chosen(&source, &ScanSource::scannersChanged);
    source.probe();
    QTRY_VERIFY(!chosen.isEmpty());
    for (const int wanted : {1, 0, 1}) {
        source.use(wanted);
        source.probe();
        QTRY_COMPARE(chosen.constLast()[1].toInt(), wanted);
    }
}

bool FindScannerTest::startAvahi()
{
    const auto there = [](const QString& program) {
        return !QStandardPaths::findExecutable(program, {u"/usr/sbin"_s, u"/usr/bin"_s}).isEmpty();
    };
    if (!there(u"avahi-daemon"_s) || !there(u"dbus-daemon"_s) || !there(u"avahi-publish"_s))
        return false;
    const QString address = u"unix:path="_s + m_folder.filePath(u"bus"_s);
    const auto write = [&](const QString& name, const QString& text) {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0;
    };
    write(u"bus.conf"_s,
          u"<busconfig><type>custom</type><listen>%1</listen><auth>EXTERNAL</auth><policy context=\"default\">"
          "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>"_s.arg(
              address));
    write(u"avahi.conf"_s, u"[server]\nhost-name=hall\nuse-ipv4=yes\nuse-ipv6=no\nallow-interfaces=lo\nenable-dbus=yes\n"
                           "[wide-area]\nenable-wide-area=no\n[publish]\npublish-workstation=no\n"_s);
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", address.toUtf8());
    m_bus.start(u"dbus-daemon"_s, {u"--config-file="_s + m_folder.filePath(u"bus.conf"_s), u"--nofork"_s});
    if (!QTest::qWaitFor([&] { return QFile::exists(m_folder.filePath(u"bus"_s)); }))
        return false;
    m_avahi.setProcessChannelMode(QProcess::MergedChannels);
    m_avahi.start(u"/usr/sbin/avahi-daemon"_s,
                  {u"--no-drop-root"_s, u"--no-chroot"_s, u"--no-rlimits"_s, u"-f"_s, m_folder.filePath(u"avahi.conf"_s)});
    QByteArray said;
    return QTest::qWaitFor([&] {
               said += m_avahi.readAll();
               return said.contains("Server startup complete") || m_avahi.state() == QProcess::NotRunning;
           }) &&
           said.contains("startup complete");
}

void FindScannerTest::announced()
{
    if (!startAvahi())
        QSKIP("Avahi cannot be started here");
    EsclSimulator scanner;
    const quint16 port = scanner.start();
    AutomaticSource source({{}, true, {}});
    QSignalSpy chosen(&source, &ScanSource::scannersChanged);
    source.probe();
    m_publish.start(u"avahi-publish"_s,
                    {u"-s"_s, u"大厅扫描仪"_s, u"_uscan._tcp"_s, QString::number(port), u"rs=eSCL"_s, u"ty=Simulated"_s});
    QTRY_VERIFY_WITH_TIMEOUT(!chosen.isEmpty() && chosen.constLast()[1].toInt() == 0, 15'000);
    QCOMPARE(chosen.constLast()[0].toStringList(), QStringList{u"大厅扫描仪"_s});
    scanner.loadPaper({page(1), page(2), page(3)});
    QSignalSpy ended(&source, &ScanSource::ended);
    source.start({});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended[0][1].toInt(), 3);
    for (QProcess* process : {&m_publish, &m_avahi, &m_bus}) {
        process->terminate();
        process->waitForFinished(3000);
    }
}

/// A scanner was replaced, or somebody plays one: nothing is scanned until the clerk says that it is right.
void FindScannerTest::anotherCertificateIsTold()
{
    const auto read = [](const QString& name) {
        QFile file(QStringLiteral(SOURCE_DIR) + u"/tests/support/"_s + name);
        file.open(QIODevice::ReadOnly);
        return file.readAll();
    };
    EsclSimulator scanner;
    const quint16 port = scanner.start(QSslCertificate(read(u"scanner-cert.pem"_s)), QSslKey(read(u"scanner-key.pem"_s), QSsl::Rsa));
    scanner.loadPaper({page(1)});
    AutomaticSource source({{}, false, {{QUrl(u"https://127.0.0.1:%1/eSCL"_s.arg(port)), QByteArray(32, 'x')}}});
    QSignalSpy available(&source, &ScanSource::availability);
    QSignalSpy ended(&source, &ScanSource::ended);
    QSignalSpy used(&source, &AutomaticSource::used);
    source.probe();
    QTRY_VERIFY(!available.isEmpty());
    QVERIFY(!available.constLast()[0].toBool());
    source.start({});
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].value<ScanEnd>(), ScanEnd::OtherDevice);
    QVERIFY(used.isEmpty());
    source.trust(0);
    QTRY_VERIFY(available.constLast()[0].toBool());
    QTRY_VERIFY(!used.isEmpty() && used.constLast()[0].value<ScannerAddress>().pin.size() == 32); // the new one is remembered
    source.start({});
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(ended[1][0].value<ScanEnd>(), ScanEnd::Done);
}

QTEST_GUILESS_MAIN(FindScannerTest)
#include "findscannertest.moc"
