// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/readerchoice.h"

#include "devices/idcard/firsttransport.h"
#include "devices/idcard/serialtransport.h"
#include "devices/idcard/vendortransport.h"
#include "devices/usb/usbtransport.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

class NoReader final : public devices::ByteTransport
{
public:
    devices::OpenResult open() override { return devices::OpenResult::Absent; }
    void close() override {}
    void send(const QByteArray&) override {}
    void drain() override {}
};

core::Result<TransportMaker> unknown(const QString& choice)
{
    return core::fail(core::ErrorKind::InvalidInput, u"settings.reader"_s, {choice});
}

TransportMaker automatic(const QString& library)
{
    return [library] {
        std::vector<std::unique_ptr<devices::ByteTransport>> ways;
        ways.push_back(std::make_unique<devices::UsbTransport>());
        if (!library.isEmpty())
            ways.push_back(std::make_unique<devices::VendorTransport>(library));
        return std::make_unique<devices::FirstTransport>(std::move(ways));
    };
}

/// What stands before and after the last @.
std::pair<QString, int> withNumber(const QString& text, int otherwise)
{
    const qsizetype at = text.lastIndexOf(u'@');
    bool ok = false;
    const int number = at < 0 ? 0 : text.sliced(at + 1).toInt(&ok);
    return ok ? std::pair(text.first(at), number) : std::pair(text, otherwise);
}

} // namespace

TransportMaker noReader()
{
    return [] { return std::make_unique<NoReader>(); };
}

core::Result<TransportMaker> readerFrom(const QString& choice, const QString& library)
{
    const QString kind = choice.section(u':', 0, 0);
    const QString rest = choice.section(u':', 1);
    if (choice.isEmpty() || choice == u"auto")
        return automatic(library);
    if (choice == u"none")
        return noReader();
    if (kind == u"usb") {
        bool vendorOk = false;
        bool productOk = false;
        const devices::UsbId id{rest.section(u':', 0, 0).toUShort(&vendorOk, 16), rest.section(u':', 1).toUShort(&productOk, 16)};
        if (!vendorOk || !productOk)
            return unknown(choice);
        return TransportMaker([id] { return std::make_unique<devices::UsbTransport>(id); });
    }
    if (rest.isEmpty())
        return unknown(choice);
    if (kind == u"serial") {
        const auto [port, baud] = withNumber(rest, 0);
        return TransportMaker([port = port, baud = baud] { return std::make_unique<devices::SerialTransport>(port, baud); });
    }
    if (kind == u"vendor") {
        const auto [file, port] = withNumber(rest, 1001);
        return TransportMaker([file = file, port = port] { return std::make_unique<devices::VendorTransport>(file, port); });
    }
    return unknown(choice);
}
