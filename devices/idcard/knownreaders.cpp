// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/idcard/knownreaders.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace devices {

const QList<KnownReader>& knownReaders()
{
    static const QList<KnownReader> readers{
        {{0x0400, 0xC35A}, u"GA 450 desktop reader"_s, ReaderLink::BulkFrames},
        {{0x2B8B, 0x2721}, u"HID reader 2B8B:2721"_s, ReaderLink::VendorLibrary},
        {{0x261A, 0x0007}, u"Reader 261A:0007"_s, ReaderLink::VendorLibrary},
        {{0x261A, 0x000C}, u"Reader 261A:000C"_s, ReaderLink::VendorLibrary},
        {{0x261A, 0x0011}, u"Reader 261A:0011"_s, ReaderLink::VendorLibrary},
        {{0x261A, 0x0012}, u"Reader 261A:0012"_s, ReaderLink::VendorLibrary},
        {{0x261A, 0x001C}, u"Reader 261A:001C"_s, ReaderLink::VendorLibrary},
        {{0x10C4, 0x8A1B}, u"Reader 10C4:8A1B"_s, ReaderLink::VendorLibrary},
        {{0x2015, 0x0008}, u"Reader 2015:0008"_s, ReaderLink::VendorLibrary},
        {{0x9573, 0x4836}, u"Reader 9573:4836"_s, ReaderLink::VendorLibrary},
    };
    return readers;
}

const KnownReader* knownReader(const UsbId& id)
{
    const auto& readers = knownReaders();
    const auto found = std::find_if(readers.begin(), readers.end(), [&](const KnownReader& reader) { return reader.id == id; });
    return found == readers.end() ? nullptr : &*found;
}

} // namespace devices
