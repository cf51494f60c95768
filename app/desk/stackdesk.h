// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/capturedesk.h"
#include "app/documents/titlereader.h"

#include <QThreadPool>

#include <atomic>
#include <memory>

namespace desk {

/// A whole stack scanned in one go: each page to its material, what is uncertain for the clerk to confirm. Pages wait in
/// the draft meanwhile, so that nothing is lost. Lives on the UI thread; pages are looked at in a pool.
class StackDesk : public QObject
{
    Q_OBJECT

public:
    /// A page that waits for the clerk's word.
    struct Waiting
    {
        core::PageRef page;
        int number = 0; ///< in the stack, from 1; 0 where that is not known any more
        core::StackPlace place;
    };

    StackDesk(Services& services, IntakeDesk& intake, CaptureDesk& capture, documents::TitleReader titles = {});
    ~StackDesk() override;

    [[nodiscard]] bool readsTitles() const { return m_titles.isPresent(); }

    /// Scans everything in the feeder.
    void scan();
    [[nodiscard]] const QList<Waiting>& waiting() const { return m_waiting; }
    [[nodiscard]] bool isReading() const { return m_looking > 0; }
    void choose(const QString& sha256, const QString& materialCode);
    /// Takes the page as proposed.
    void confirm(const QString& sha256);
    void confirmAll();
    void drop(const QString& sha256);
    /// Sheets with a barcode to put in front of each material's papers.
    void printSeparators();

Q_SIGNALS:
    void changed();
    /// All pages of a stack have been looked at: so many went to their places, so many wait.
    void sorted(int placed, int waiting);
    void separatorsPrinted();
    void adviceGiven(const desk::Advice& advice);

private:
    struct Page
    {
        core::PageRef ref;
        core::PageClue clue;
        bool looked = false;
    };

    void begin();
    void take(const store::Page& page);
    void look(const core::PageRef& ref, const QByteArray& bytes);
    void lookAgain();
    void looked(const QString& caseId, const QString& sha256, const core::PageClue& clue);
    void settle();
    void readTitles();
    void sort(const QList<core::StackRun>& remembered);
    void follow();
    void place(const QList<core::PagePlace>& places);
    void remember();
    [[nodiscard]] QString orderName() const;

    Services& m_services;
    IntakeDesk& m_intake;
    CaptureDesk& m_capture;
    documents::TitleReader m_titles;
    QThreadPool m_pool;
    QString m_caseId; ///< of the visit the stack belongs to
    QList<Page> m_pages;
    QList<Waiting> m_waiting;
    QHash<QString, QString> m_placed;          ///< material by page, of this visit
    QStringList m_order;                       ///< pages of this visit as they came
    std::shared_ptr<std::atomic_bool> m_ended; ///< titles that are still to be read are not needed any more
    core::StackTail m_tail;                    ///< of the part of a stack before the scan broke off
    bool m_brokeOff = false;
    int m_looking = 0;
    bool m_scanning = false;
    bool m_titlesRead = false;
};

} // namespace desk
