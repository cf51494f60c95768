// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/worker/workerloop.h"

#include <QBuffer>
#include <QCborArray>
#include <QImageWriter>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace devices {

namespace {

constexpr int JpegQuality = 88;
constexpr auto EndDeadline = std::chrono::seconds(5);

ScanOrder orderFrom(const QCborMap& message)
{
    ScanOrder order;
    order.device = message.value(work::Device).toString();
    order.input = ScanInput(message.value(work::Input).toInteger());
    order.colour = ScanColour(message.value(work::Colour).toInteger());
    order.dpi = int(message.value(work::Dpi).toInteger(300));
    order.paper = QSizeF(message.value(work::Width).toDouble(), message.value(work::Height).toDouble());
    order.duplex = message.value(work::Duplex).toBool();
    return order;
}

} // namespace

WorkerLoop::WorkerLoop(int in, int out, ScanBackend& backend) : m_in(in), m_out(out), m_backend(backend)
{
    m_scanner.setMaxThreadCount(1);
    m_encoder.setMaxThreadCount(1);
}

WorkerLoop::~WorkerLoop()
{
    std::thread([] { // a backend that hangs must not keep the scanner
        std::this_thread::sleep_for(EndDeadline);
        std::_Exit(EXIT_FAILURE);
    })
        .detach();
    m_backend.cancel();
    m_scanner.waitForDone();
    m_encoder.waitForDone();
    m_backend.close();
}

int WorkerLoop::run()
{
    WorkFrames frames;
    std::array<char, 4096> piece{};
    for (;;) {
        const auto count = ::read(m_in, piece.data(), unsigned(piece.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0 || frames.isBroken())
            return frames.isBroken() ? 1 : 0;
        const auto orders = frames.feed(QByteArray(piece.data(), count));
        for (const QCborMap& order : orders)
            obey(order);
    }
}

void WorkerLoop::obey(const QCborMap& order)
{
    const QString what = order.value(work::Do).toString();
    if (what == u"cancel") {
        m_backend.cancel();
    } else if (what == u"list") {
        m_scanner.start([this] {
            QCborArray list;
            for (const auto& [name, label] : m_backend.list())
                list.append(QCborArray{name, label});
            say({{work::Devices, list}});
        });
    } else if (what == u"start") {
        m_backend.begin();
        m_scanner.start([this, wanted = orderFrom(order)] { scan(wanted); });
    }
}

void WorkerLoop::scan(const ScanOrder& order)
{
    const ScanEnd end =
        m_backend.scan(order, {[this](const QImage& page) { sendPage(page); }, [this](int percent) { say({{work::Percent, percent}}); }});
    m_encoder.waitForDone();
    m_backend.close();
    say({{work::Ended, int(end)}});
}

void WorkerLoop::sendPage(const QImage& page)
{
    m_encoder.start([this, page] {
        const bool line = page.format() == QImage::Format_Mono;
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QImageWriter writer(&buffer, line ? "png" : "jpeg");
        writer.setQuality(line ? -1 : JpegQuality);
        writer.write(page);
        say({{work::Page, bytes}, {work::Type, line ? u"image/png"_s : u"image/jpeg"_s}});
    });
}

void WorkerLoop::say(const QCborMap& message)
{
    const QByteArray frame = workFrame(message);
    const QMutexLocker lock(&m_writing);
    for (qsizetype at = 0; at < frame.size();) {
        const auto count = ::write(m_out, frame.constData() + at, unsigned(frame.size() - at));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return; // nobody listens any more; the orders will end as well
        at += count;
    }
}

} // namespace devices
