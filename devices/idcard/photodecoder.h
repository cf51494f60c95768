// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>
#include <QLibrary>

#include <memory>

namespace devices {

/// Turns the 1024 bytes of a card's photo (WLT) into a picture of 102×126. Only vendors have one: to be without is normal.
class PhotoDecoder
{
public:
    virtual ~PhotoDecoder() = default;
    /// Null when it cannot be decoded.
    virtual QImage decode(const QByteArray& wlt) = 0;
};

/// A vendor's library with `int unpack(const char* wlt, char* bgr, int save)`: 1024 bytes in, 102×126×3 bytes out.
class VendorPhotoDecoder final : public PhotoDecoder
{
public:
    /// Null when the library is not there or has no such function.
    static std::unique_ptr<PhotoDecoder> load(const QString& library);

    QImage decode(const QByteArray& wlt) override;

private:
    using Unpack = int (*)(const char*, char*, int);
    VendorPhotoDecoder() = default;

    QLibrary m_library;
    Unpack m_unpack = nullptr;
};

} // namespace devices
