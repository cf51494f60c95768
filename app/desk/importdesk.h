// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/intakedesk.h"

#include <QThreadPool>
#include <QTimer>

#include <functional>

namespace desk {

struct SealedPage;

/// Brings files into the intake: dropped, pasted, or put into a folder that is watched. A file is taken whole or not at
/// all. Lives on the UI thread; files are read and looked at in a pool.
class ImportDesk : public QObject
{
    Q_OBJECT

public:
    ImportDesk(Services& services, IntakeDesk& intake);
    ~ImportDesk() override;

    void importFiles(const QStringList& files, const QString& materialCode);
    /// A picture without a file, from the clipboard.
    void importPicture(const QImage& picture, const QString& materialCode);
    /// Takes what appears in this folder to the material in focus, and out of the folder once it is sealed. What lay there
    /// when a visit began waits to be sorted.
    void watch(const QString& folder);
    /// Pages are on their way, those of a file included that is still being written.
    [[nodiscard]] bool isImporting() const { return m_open > 0 || m_settling; }

Q_SIGNALS:
    void imported(int pages);
    void adviceGiven(const desk::Advice& advice);

private:
    using Files = QHash<QString, qint64>; ///< sizes by name

    struct Seen
    {
        qint64 size = 0;
        bool tried = false;
        bool lay = false; ///< when the visit began
        int looks = 0;
    };

    [[nodiscard]] bool mayTake(const QString& materialCode);
    void bring(const std::function<core::Result<QByteArray>()>& read, const QString& materialCode, const QString& takenFrom);
    void taken(const core::Result<QList<SealedPage>>& pages, const QString& takenFrom);
    void begin();
    [[nodiscard]] bool mayLook() const;
    void lookIntoFolder();
    void look();
    void listed(const Files& files);

    Services& m_services;
    IntakeDesk& m_intake;
    QThreadPool m_pool; ///< one thread: pages keep their order
    QTimer m_look;
    QString m_folder;
    QHash<QString, Seen> m_seen; ///< files in the folder by name
    int m_open = 0;
    int m_visit = 0; ///< looks of earlier ones do not count
    bool m_begins = false;
    bool m_looking = false;
    bool m_settling = false; ///< something has just appeared, or still grows
};

} // namespace desk
