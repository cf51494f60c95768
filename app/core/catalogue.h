// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"
#include "app/core/hallalerts.h"
#include "app/core/queuesettings.h"
#include "app/core/serviceitem.h"

#include <QHash>

class QJsonObject;

namespace core {

/// The hall as its papers name it.
struct HallInfo
{
    QString code;
    QString name;
    QString organ; ///< the accepting organ (受理机关)
    QString phone;
    QString complaintPhone;
    QString address;
    QString queryUrl; ///< the query code is appended to it and shown as QR
};

/// What a hall sets for itself (the rules marked "local").
struct LocalSettings
{
    int noShowMinimumSeconds = 30;
    int noShowMinimumCalls = 1;
    int offlineSignInHours = 72;
    int oneTimeNoticeDays = 5;
    int correctionDays = 0;      ///< working days the applicant has after a one-time notice; 0: no limit
    int deferredReceiptDays = 0; ///< working days papers are kept after a deferred receipt; 0: no limit
    AlertLimits alerts = {};     ///< when the supervisor is told
    QueueSettings queue = {};
};

/// One fault of a catalogue, where it is and what is wrong.
struct CatalogueFault
{
    QString pointer; ///< JSON pointer (RFC 6901)
    QString code;
    QString fact;
};

/// Everything one can apply for in this hall. Immutable once read.
class Catalogue
{
public:
    /// Reads and checks; fails with `catalogue.faults` and the first fault when references or values are wrong.
    static Result<Catalogue> fromJson(const QJsonObject& json);
    /// All faults of a catalogue, empty when it is sound.
    static QList<CatalogueFault> check(const QJsonObject& json);
    /// Materials whose names say nothing (其他材料, 有关材料) or ask for copies (复印件), which the reform forbids.
    static QList<CatalogueFault> warnings(const QJsonObject& json);

    [[nodiscard]] QString version() const { return m_version; }
    [[nodiscard]] const HallInfo& hall() const { return m_hall; }
    [[nodiscard]] const LocalSettings& settings() const { return m_settings; }
    [[nodiscard]] const QList<ServiceItem>& items() const { return m_items; }
    [[nodiscard]] const QList<Bundle>& bundles() const { return m_bundles; }
    [[nodiscard]] const Bundle* bundle(const QString& code) const;
    [[nodiscard]] const ServiceItem* item(const QString& code) const;

private:
    QString m_version;
    HallInfo m_hall;
    LocalSettings m_settings;
    QList<ServiceItem> m_items;
    QList<Bundle> m_bundles;
    QHash<QString, qsizetype> m_byCode;
};

} // namespace core
