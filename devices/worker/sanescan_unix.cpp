// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/worker/sanescan.h"

#include "devices/scanner/workerlink.h"

#include <array>

using namespace Qt::StringLiterals;

namespace devices {

namespace {

constexpr int PieceSize = 64 * 1024;
constexpr int MostPages = 500;
constexpr int MostPasses = 3; // red, green, blue

/// The first value that contains one of these words, in the order of the words.
QString firstWith(const QStringList& values, std::initializer_list<QStringView> words)
{
    for (const QStringView word : words) {
        for (const QString& value : values) {
            if (value.contains(word, Qt::CaseInsensitive))
                return value;
        }
    }
    return {};
}

} // namespace

SaneScan::SaneScan(SaneDevice& device, ScanOrder order, ScanListener listener)
    : m_device(device), m_order(std::move(order)), m_listener(std::move(listener))
{
}

ScanEnd SaneScan::run()
{
    const SANE_Status prepared = prepare();
    if (m_device.isCancelled())
        return ScanEnd::Cancelled;
    if (prepared != SANE_STATUS_GOOD)
        return SaneDevice::endFor(prepared);
    SANE_Status status = SANE_STATUS_GOOD;
    do {
        bool gotPage = false;
        status = scanPage(gotPage);
        m_pages += gotPage ? 1 : 0;
        // Nothing in the feeder: a paper may lie on the glass.
        if (status == SANE_STATUS_NO_DOCS && m_pages == 0 && m_feeder && m_order.input == ScanInput::Automatic && chooseInput(false))
            status = SANE_STATUS_GOOD;
        else if (!m_feeder)
            break;
    } while (status == SANE_STATUS_GOOD && m_pages < MostPages && !m_device.isCancelled());
    const bool cancelled = m_device.isCancelled();
    sane_cancel(m_device.handle());
    if (cancelled)
        return ScanEnd::Cancelled;
    return status == SANE_STATUS_NO_DOCS && m_pages > 0 ? ScanEnd::Done : SaneDevice::endFor(status);
}

SANE_Status SaneScan::prepare()
{
    QString name = m_order.device.section(u'?', 0, 0);
    if (name.isEmpty()) {
        for (const auto& [found, label] : SaneDevice::list()) {
            if (name.isEmpty() && isLocalScanner(found))
                name = found;
        }
        if (name.isEmpty() || m_device.isCancelled())
            return SANE_STATUS_INVAL;
    }
    const SANE_Status opened = m_device.open(name);
    if (opened != SANE_STATUS_GOOD)
        return opened;
    const QString extra = m_order.device.section(u'?', 1);
    for (const QString& setting : extra.split(u'&', Qt::SkipEmptyParts))
        m_device.setText(setting.section(u'=', 0, 0), setting.section(u'=', 1));
    const bool wantsFeeder = m_order.input != ScanInput::Flatbed;
    if (!chooseInput(wantsFeeder) && m_order.input == ScanInput::Feeder && !m_device.texts(u"source"_s).isEmpty())
        return SANE_STATUS_NO_DOCS;
    chooseColour();
    m_device.setNumber(u"resolution"_s, m_order.dpi);
    chooseArea();
    return SANE_STATUS_GOOD;
}

bool SaneScan::chooseInput(bool feeder)
{
    const QStringList sources = m_device.texts(u"source"_s);
    const QString source = !feeder          ? firstWith(sources, {u"flatbed", u"platen", u"glass", u"normal"})
                           : m_order.duplex ? firstWith(sources, {u"duplex", u"adf", u"feeder"})
                                            : firstWith(sources, {u"adf front", u"adf simplex", u"adf", u"feeder"});
    const bool set = !source.isEmpty() && m_device.setText(u"source"_s, source);
    m_feeder = feeder && set; // a glass never says that it is empty
    return set;
}

void SaneScan::chooseColour()
{
    const QStringList modes = m_device.texts(u"mode"_s);
    QString mode;
    switch (m_order.colour) {
    case ScanColour::Colour: mode = firstWith(modes, {u"color", u"colour", u"gray", u"grey"}); break;
    case ScanColour::Grey: mode = firstWith(modes, {u"gray", u"grey", u"color"}); break;
    case ScanColour::BlackWhite: mode = firstWith(modes, {u"lineart", u"binary", u"black", u"gray"}); break;
    }
    if (!mode.isEmpty())
        m_device.setText(u"mode"_s, mode);
    m_device.setNumber(u"depth"_s, mode.contains(u"lineart", Qt::CaseInsensitive) ? 1 : 8);
}

void SaneScan::chooseArea()
{
    m_device.setNumber(u"tl-x"_s, 0);
    m_device.setNumber(u"tl-y"_s, 0);
    const auto reach = [this](const QString& name, double wanted) {
        const double most = m_device.largest(name);
        m_device.setNumber(name, wanted > 0 && (most <= 0 || wanted < most) ? wanted : most);
    };
    reach(u"br-x"_s, m_order.paper.width());
    reach(u"br-y"_s, m_order.paper.height());
}

SANE_Status SaneScan::scanPage(bool& gotPage)
{
    SaneFrame frame;
    for (int pass = 0; pass < MostPasses; ++pass) {
        if (m_device.isCancelled())
            return SANE_STATUS_CANCELLED;
        const SANE_Status started = sane_start(m_device.handle());
        if (started != SANE_STATUS_GOOD)
            return started;
        SANE_Parameters parameters{};
        const SANE_Status known = sane_get_parameters(m_device.handle(), &parameters);
        if (known != SANE_STATUS_GOOD)
            return known;
        if (!frame.begin(parameters))
            return SANE_STATUS_IO_ERROR;
        const SANE_Status read = readFrame(frame);
        if (read != SANE_STATUS_EOF)
            return read; // a page that did not come whole is none
        if (frame.isLast())
            break;
    }
    const QImage page = frame.image(m_order.dpi);
    if (page.isNull())
        return SANE_STATUS_IO_ERROR;
    gotPage = true;
    m_listener.page(page);
    return SANE_STATUS_GOOD;
}

SANE_Status SaneScan::readFrame(SaneFrame& frame)
{
    std::array<SANE_Byte, PieceSize> piece{};
    int told = -100;
    for (;;) {
        SANE_Int count = 0;
        const SANE_Status status = sane_read(m_device.handle(), piece.data(), PieceSize, &count);
        if (m_device.isCancelled())
            return SANE_STATUS_CANCELLED;
        if (status != SANE_STATUS_GOOD)
            return status;
        if (!frame.add(piece.data(), count))
            return SANE_STATUS_IO_ERROR; // a device that never ends
        if (const int percent = frame.percent(); percent / 5 != told / 5 || percent < 0) {
            told = percent;
            m_listener.progress(percent);
        }
    }
}

} // namespace devices
