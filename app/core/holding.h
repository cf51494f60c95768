// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/prefiling.h"

namespace core {

/// Something of a holder's that need not be brought again.
struct Holding
{
    enum class Source { Visit, Case, Licence }; ///< in the order in which they are looked through
    Source source = Source::Case;
    QString kind;      ///< of an e-licence
    QString name;      ///< of the material or licence
    QString reference; ///< case number or licence number
    QDate since;
    std::optional<QDate> validUntil = {};
    QList<PageRef> pages = {};

    friend bool operator==(const Holding&, const Holding&) = default;
};

/// What the back office knows of a holder. Personal data.
struct HolderFindings
{
    struct OpenCase
    {
        NamedCode item;
        QString number;
        CaseState state = CaseState::Accepted;

        friend bool operator==(const OpenCase&, const OpenCase&) = default;
    };

    Certificate holder;
    QList<Holding> holdings;
    QList<OpenCase> openCases;
    QList<Prefiling> prefilings; ///< heads only, the newest first
    bool barred = false;         ///< from deferral: a commitment was broken

    /// The answer of POST /holders/search.
    static HolderFindings fromJson(const Certificate& holder, const QJsonObject& json);
    [[nodiscard]] const OpenCase* openCaseOf(const QString& itemCode) const;
    /// What was submitted online for an item; for any item where none is chosen yet.
    [[nodiscard]] const Prefiling* prefilingFor(const QString& itemCode) const;
};

/// What a case brought, for the next one in the same visit.
QList<Holding> holdingsOf(const CaseRecord& record);

/// What can stand in for a material, if anything: captured earlier in this visit, held from an earlier case and still valid, or an
/// e-licence. The newest of its kind.
std::optional<Holding> offerFor(const MaterialRequirement& requirement, const QList<Holding>& holdings, const QDate& today);
MaterialStatus statusFrom(const Holding& holding);

/// Materials that the applicant is asked for, or was, although something stands in for them, and nobody said why: no paper is
/// asked for twice without a reason.
QStringList askedWithoutReason(const QList<MaterialRequirement>& asked, const QHash<QString, DraftMaterial>& given,
                               const QList<Holding>& holdings, const QDate& today);

} // namespace core
