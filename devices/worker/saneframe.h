// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <sane/sane.h>

#include <QByteArray>
#include <QImage>

namespace devices {

/// Puts the bytes of a page together, frame by frame: grey, colour, or red, green and blue one after another; one, eight or
/// sixteen bits; of a height that may not be known beforehand. Safe against parameters that do not fit each other.
class SaneFrame
{
public:
    /// Begins a frame; false when it cannot be a page (no width, more pixels than a page has, a new shape in mid-page).
    bool begin(const SANE_Parameters& parameters);
    /// False when more comes than a page can hold.
    bool add(const SANE_Byte* bytes, int count);
    /// Percent of the frame; -1 while its height is not known.
    [[nodiscard]] int percent() const;
    /// All frames of the page have come.
    [[nodiscard]] bool isLast() const { return m_parameters.last_frame == SANE_TRUE; }
    /// The page so far; null without a whole line.
    [[nodiscard]] QImage image(int dpi) const;

private:
    [[nodiscard]] QImage greyImage(const QByteArray& bytes, int lines) const;
    [[nodiscard]] QImage colourImage(int lines) const;
    [[nodiscard]] QImage threePassImage(int lines) const;
    [[nodiscard]] int linesIn(const QByteArray& bytes) const;

    SANE_Parameters m_parameters{};
    QByteArray m_bytes;     ///< of the frame that is coming, or the only one
    QByteArray m_passes[3]; ///< red, green, blue
    bool m_threePass = false;
};

} // namespace devices
