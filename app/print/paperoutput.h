// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/documents/paperrenderer.h"

#include <memory>

namespace print {

/// Where papers come out: a printer, or a folder. `put` blocks and is called on a pool thread.
class PaperOutput
{
public:
    virtual ~PaperOutput() = default;
    /// Fails with `print.no-printer`, `print.failed` or `print.folder`.
    virtual core::Result<void> put(const documents::Paper& paper) = 0;
    /// Whether a paper could come out now. May ask the system and wait: not for the UI thread.
    [[nodiscard]] virtual bool isReady() const = 0;
};

/// Prints on the system's printers: slips on the one named for them, sheets on the other; empty names mean the default.
class PrinterOutput final : public PaperOutput
{
public:
    PrinterOutput(QString sheetPrinter, QString slipPrinter);
    core::Result<void> put(const documents::Paper& paper) override;
    [[nodiscard]] bool isReady() const override;

private:
    QString m_sheetPrinter;
    QString m_slipPrinter;
};

/// Files each paper as PDF under its number and kind.
class FolderOutput final : public PaperOutput
{
public:
    explicit FolderOutput(QString folder) : m_folder(std::move(folder)) {}
    core::Result<void> put(const documents::Paper& paper) override;
    [[nodiscard]] bool isReady() const override { return true; }

private:
    QString m_folder;
};

} // namespace print
