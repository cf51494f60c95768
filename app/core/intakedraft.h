// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/pagesteps.h"

namespace core {

/// One material of an unfinished intake.
struct DraftMaterial
{
    MaterialStatus status = MaterialStatus::Missing;
    QList<PageRef> pages;
    QString shortfall;
    QString source = {};                       ///< as in MaterialRecord
    QString askedBecause = {};                 ///< as in MaterialRecord
    std::optional<Verification> verified = {}; ///< who saw the scan beside its original, and where

    friend bool operator==(const DraftMaterial&, const DraftMaterial&) = default;
};

/// Files that can be made anew (changed pages, bound PDFs, signatures) are sealed under this code, which no catalogue uses:
/// one whose row was never written is not brought back after a crash.
inline const QString DerivedMaterial = QStringLiteral("~derived");

/// What an applicant drew under the commitment letter, and the letter it was drawn under.
struct Signature
{
    PageRef image;
    QString letter; ///< see `letterOf`: holds for this one only

    friend bool operator==(const Signature&, const Signature&) = default;
};

/// The four bands of an intake, in order.
enum class IntakeStep { Item, Applicant, Materials, Papers };

/// An intake as it was typed, wrong values included: nothing a clerk entered is lost by a restart. Personal data.
struct IntakeDraft
{
    QString caseId; ///< also the id of the case it becomes
    QString ticketId;
    QString ticketNumber;
    QString itemCode;
    QString scenarioCode;
    Party applicant;
    bool hasAgent = false;
    Party agent;
    bool agentAuthorised = false;
    bool commitmentAgreed = false;
    std::optional<Signature> signature;
    QHash<QString, DraftMaterial> materials;
    QHash<QString, EditedPage> edited; ///< by the SHA-256 of the page as it is now
    IntakeStep step = IntakeStep::Item;
    QString focusMaterial;
    QDateTime receivedAt;
    QString bundle = {};            ///< code of the bundle that this case belongs to
    int bundleStep = 0;             ///< which of its items this is, from 0
    QString prefiling = {};         ///< id of what was submitted online and taken over
    Refusal refusal = {};           ///< typed so far
    QString noticeReason = {};      ///< of a second one-time notice
    QString postTo = {};            ///< as in CaseRecord
    QList<Grant> grants = {};       ///< asked of a supervisor, answered or not
    Certificate takenFor = {};      ///< whose papers, promise and exceptions are in it; empty: nobody's
    std::optional<CaseRecord> base; ///< the case that this visit goes on with, as it was when it was opened

    friend bool operator==(const IntakeDraft&, const IntakeDraft&) = default;

    [[nodiscard]] QJsonObject toJson() const;
    static IntakeDraft fromJson(const QJsonObject& json);
};

/// Something in it is one holder's alone: papers held or submitted, a promise, exceptions.
bool holdsSomebodys(const IntakeDraft& draft);
/// Another person applies: what was the last one's alone is not theirs.
void forgetHolder(IntakeDraft& draft);

/// What the commitment letter of a draft says: who commits to bring what until when. Personal data.
QString letterOf(const IntakeDraft& draft, const Verdict& verdict);

} // namespace core
