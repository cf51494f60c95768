// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/hallstatistics.h"
#include "app/desk/workday.h"

#include <QTimer>

#include <functional>

namespace desk {

/// What the hall did in a period, and the bad evaluations that are to be followed up. What was read last stays when the back office is
/// silent, with its period and its age. Lives on the UI thread.
class StatisticsDesk : public QObject
{
    Q_OBJECT

public:
    struct Shown
    {
        core::HallStatistics course; ///< by day, or by hour where it is one day
        core::HallStatistics clerks;
        core::HallStatistics items;
    };
    struct BadEvaluation
    {
        QString id;
        QString number; ///< of the case or ticket
        QString item;
        QString reason; ///< the applicant's words
        int level = 0;
        QDate until; ///< invalid: the calendar does not reach so far
        QDateTime at = {};
        QString window = {};
        QString clerk = {}; ///< number

        friend bool operator==(const BadEvaluation&, const BadEvaluation&) = default;
    };
    struct File
    {
        QString name; ///< without a folder
        QByteArray bytes;
    };

    /// Files are saved in `folder`; empty: where this person's documents are.
    StatisticsDesk(Services& services, WorkDay& day, QString folder);

    void watch(bool watching);
    void choose(const core::Period& period);
    void refresh();
    [[nodiscard]] core::Period wanted() const { return m_wanted; }
    [[nodiscard]] const std::optional<Shown>& shown() const { return m_shown; }
    /// How old what is shown is; nothing while nothing was read.
    [[nodiscard]] std::optional<qint64> ageSeconds() const;
    /// The last look failed.
    [[nodiscard]] bool isStale() const { return m_stale; }
    [[nodiscard]] QDate today() const { return m_day.today(); }
    [[nodiscard]] QString hallName() const { return m_day.hall().name; }
    [[nodiscard]] QString madeBy() const { return m_day.workplace().clerk.name; }
    [[nodiscard]] QDateTime now() const { return m_day.now(); }

    /// The next one to be followed up first.
    [[nodiscard]] const QList<BadEvaluation>& evaluations() const { return m_evaluations; }
    void followUp(const QString& id, const QString& words);

    /// What is shown as the back office's spreadsheets: by day or hour, clerk and item.
    void saveTables();
    /// What is shown as `make` draws it, off the UI thread.
    void savePaper(const std::function<QByteArray()>& make);

Q_SIGNALS:
    void changed();
    void followedUp(const QString& id, const QString& number);
    /// Nobody is here any more: what was typed is forgotten.
    void left();
    void saved(const QStringList& paths);
    void adviceGiven(const desk::Advice& advice);

private:
    [[nodiscard]] QFuture<syncing::ApiResult> ask(const core::Period& period, core::StatisticsGroup group, const QString& format = {});
    void take(const QList<QFuture<syncing::ApiResult>>& replies);
    void readEvaluations();
    [[nodiscard]] QString fileName(const QString& what, const QString& ending) const;
    void finishSaving(const core::Result<QStringList>& paths);

    Services& m_services;
    WorkDay& m_day;
    QString m_folder;
    core::Period m_wanted;
    std::optional<Shown> m_shown;
    QList<BadEvaluation> m_evaluations;
    QTimer m_poll;
    int m_asked = 0; ///< how often the figures were asked for: an earlier answer is no answer any more
    bool m_stale = false;
    bool m_saving = false;
    bool m_followingUp = false;
};

} // namespace desk
