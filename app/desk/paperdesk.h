// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/workday.h"

namespace desk {

/// Papers of the case in hand: preview before, printing after. Lives on the UI thread; setting and printing happen in
/// the pool.
class PaperDesk : public QObject
{
    Q_OBJECT

public:
    PaperDesk(Services& services, WorkDay& day);

    /// Sets the papers of a record that is not written yet; answered by `previewReady`.
    void preview(const core::CaseRecord& record);
    /// Prints all papers of a case; every print is recorded, a second one is marked as a copy.
    void print(const core::CaseRecord& record);
    [[nodiscard]] bool isPrinting() const { return m_printing; }
    [[nodiscard]] bool isPrinterReady() const { return m_services.output->isReady(); }

Q_SIGNALS:
    void previewReady(const QList<documents::Paper>& papers);
    void printed(const core::CaseRecord& record, const QList<documents::Paper>& papers);
    void printingChanged(bool printing);
    void adviceGiven(const desk::Advice& advice);

private:
    QFuture<core::Result<QList<documents::Paper>>> render(const core::CaseRecord& record, bool reprint);
    void putOut(const core::CaseRecord& record, const QList<documents::Paper>& papers);
    void setPrinting(bool printing);

    Services& m_services;
    WorkDay& m_day;
    QList<core::CaseRecord> m_waiting; ///< asked for while others were printing
    bool m_printing = false;
};

} // namespace desk
