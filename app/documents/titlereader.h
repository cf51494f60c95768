// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>
#include <QString>

namespace documents {

/// Reads the text at the head of a page with Tesseract, as a program of its own where it is installed. Blocks for a second
/// or two a page: off the UI thread.
class TitleReader
{
public:
    /// Finds the program; without it `isPresent` is false and titles stay empty.
    TitleReader();
    explicit TitleReader(QString program) : m_program(std::move(program)) {}

    [[nodiscard]] bool isPresent() const { return !m_program.isEmpty(); }
    [[nodiscard]] QString titleOf(const QImage& page) const;

private:
    QString m_program;
};

} // namespace documents
