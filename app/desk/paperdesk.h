// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/pageshelf.h"
#include "app/desk/workday.h"

#include <QTimer>

namespace desk {

/// Papers of the case in hand: preview before, printing after. Lives on the UI thread; setting and printing happen in
/// the pool.
class PaperDesk : public QObject
{
    Q_OBJECT

public:
    /// `shelf` has the signatures.
    PaperDesk(Services& services, WorkDay& day, PageShelf& shelf);

    /// Sets the papers of a record that may not be written yet; answered by `previewReady`, unless another preview is
    /// asked for or it is called off before.
    void preview(const core::CaseRecord& record);
    /// Every paper the templates make, with made-up words; answered by `previewReady`.
    void previewSamples();
    /// A slip that tells the applicant how the case stands.
    void printProgress(const core::CaseRecord& record);
    /// Looks whether all templates can be used; answered by `templatesChecked`.
    void checkTemplates();
    void callOffPreview() { ++m_previews; }
    /// Prints all papers of a case. Every print is recorded as it leaves; a second one is marked as a copy.
    void print(const core::CaseRecord& record);
    [[nodiscard]] bool isPrinting() const { return m_printing; }
    [[nodiscard]] bool isPrinterReady() const { return m_printerReady; }

Q_SIGNALS:
    /// What is wrong with the first that cannot be used; empty: nothing.
    void templatesChecked(const QStringList& faults);
    void previewReady(const QList<documents::Paper>& papers);
    void printed(const core::CaseRecord& record, const QList<documents::Paper>& papers);
    void progressPrinted(const QString& number);
    void printingChanged(bool printing);
    void printerChanged();
    void adviceGiven(const desk::Advice& advice);

private:
    using Rendered = core::Result<QList<documents::Paper>>;

    void show(QFuture<Rendered> preview);
    QFuture<Rendered> render(const core::CaseRecord& record, const QList<core::PaperKind>& printedBefore);
    /// What is printed, and in whose name.
    struct Job
    {
        core::CaseRecord record;
        QString clerk;
    };

    void begin(const Job& job);
    void putOut(const Job& job, const QList<documents::Paper>& papers);
    void setPrinting(bool printing);
    void lookForPrinter();

    Services& m_services;
    WorkDay& m_day;
    PageShelf& m_shelf;
    QList<Job> m_waiting; ///< asked for while others were printing
    QTimer m_look;
    int m_previews = 0;
    bool m_printing = false;
    bool m_printerReady = false;
};

} // namespace desk
