// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/scenarioquestion.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace core {

enum class MaterialForm { Original, Copy, Electronic };
enum class ClockStart { Acceptance, SupplementComplete };
enum class SilenceRule { None, OnTheSpot, LicenceFiveDays };
enum class ExpiryRule { Return, Terminate, SuspendThenReturn };
enum class ApplicantKind { Person, Organisation };

/// A rule that a supervisor may set aside where the item says so: more materials deferred than its limit, or deferral although a
/// commitment was broken.
enum class GrantKind { MoreDeferred, DespiteBar };

/// How the pages of a material are handed in: one file each, or one PDF (plain, or PDF/A for archives).
enum class Binding { None, Pdf, Archive };

/// A paper an item asks for (申请材料). `key` materials (主件) decide the result and are never deferred.
struct MaterialRequirement
{
    QString code;
    QString name;
    bool key = true;
    bool deferrable = false;
    MaterialForm form = MaterialForm::Original;
    int count = 1;
    Binding binding = Binding::None;
    QString licence = {};   ///< kind of the e-licence that stands in for it; empty: none
    int validDays = 0;      ///< how long a captured one may be used again; 0: not at all
    QString sample = {};    ///< where a filled-in one is to be seen
    QString blankForm = {}; ///< where an empty one is to be had
};

/// A variant of an item (情形) with the materials that apply to it, in checklist order.
struct Scenario
{
    QString code;
    QString name;
    QStringList materialCodes;
};

/// When acceptance with deferral is allowed and until when, in working days.
struct DeferralRule
{
    int maxMaterials = 0;          ///< 0: this item knows no deferral
    int limitDays = 0;             ///< the item's own limit
    int shorterThanPromisedBy = 2; ///< the deadline lies this much before the promised limit
    int capDays = 20;
    ExpiryRule onExpiry = ExpiryRule::Return;
    int suspendDays = 0; ///< with SuspendThenReturn
};

/// What is often asked, and its answer.
struct FaqEntry
{
    QString question;
    QString answer;
};

/// What one can apply for (政务服务事项). Times in working days.
struct ServiceItem
{
    QString code;
    QString name;
    QStringList pinyin;   ///< full readings without spaces; one for every reading of polyphones
    QStringList initials; ///< first letters of the same readings
    QStringList aliases;
    QString department;
    QString fee; ///< in words
    QString ticketClass;
    QList<ApplicantKind> applicantKinds;
    bool instant = false; ///< 即办件
    int statutoryDays = 0;
    int promisedDays = 0;
    ClockStart clockStart = ClockStart::Acceptance;
    SilenceRule silence = SilenceRule::None;
    DeferralRule deferral;
    QStringList excludedProcedures;
    QList<GrantKind> grantable = {};
    QList<MaterialRequirement> materials;
    QList<Scenario> scenarios;
    // The guide (办事指南); any of it may be empty.
    QStringList conditions;
    QStringList legalBasis;
    QStringList flow; ///< steps in their order
    QList<FaqEntry> faq;
    QList<ScenarioQuestion> questions; ///< the first is asked first

    [[nodiscard]] const Scenario* scenario(const QString& scenarioCode) const;
    [[nodiscard]] const MaterialRequirement* material(const QString& materialCode) const;
    /// The materials of a scenario, in its order; empty for an unknown one.
    [[nodiscard]] QList<MaterialRequirement> materialsOf(const QString& scenarioCode) const;
};

/// A themed bundle (一件事): several items, one visit, shared materials brought once.
struct Bundle
{
    struct Step
    {
        QString item;
        QString scenario;
    };

    QString code;
    QString name;
    QStringList pinyin;
    QStringList initials;
    QStringList aliases;
    QList<Step> steps; ///< in the order in which they are taken in
};

} // namespace core
