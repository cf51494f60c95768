// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"

namespace core {

/// The paper originals of one case that travel to its department.
struct TransferEntry
{
    struct Original
    {
        QString code;
        QString name;
        int count = 1;

        friend bool operator==(const Original&, const Original&) = default;
    };

    QString caseId;
    QString number;
    QString itemName;
    QList<Original> originals;

    friend bool operator==(const TransferEntry&, const TransferEntry&) = default;
};

/// Paper originals on their way from a window to a department, under a hand-over list that both sides sign (交接单).
struct Transfer
{
    QString id;     ///< UUIDv7
    QString number; ///< on the printed list
    NamedCode hall;
    NamedCode window;
    NamedCode clerk;
    QString department;
    QDateTime at;
    bool offline = false;
    QList<TransferEntry> entries;

    friend bool operator==(const Transfer&, const Transfer&) = default;

    [[nodiscard]] int originalCount() const;
    [[nodiscard]] QJsonObject toJson() const;
    /// Fails with `case.field` and the JSON pointer of the field that is missing or wrong.
    static Result<Transfer> fromJson(const QJsonObject& json);
};

/// Whether the originals of a case in this state go to its department: what is not accepted stays with the window.
bool travels(CaseState state);
/// The paper originals that were brought with these materials; what was reused or is an e-licence has none.
QList<TransferEntry::Original> originalsOf(const QList<MaterialRecord>& materials);
/// What of a case goes to its department now: the originals that were not handed over before (`gone`: their codes).
TransferEntry transferOf(const CaseRecord& record, const QList<MaterialRecord>& brought, const QStringList& gone);

} // namespace core
