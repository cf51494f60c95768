// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/actbuilder.h"
#include "app/core/baseitem.h"
#include "app/core/holding.h"
#include "app/core/pageorder.h"
#include "app/core/stacksorter.h"
#include "app/core/ticket.h"
#include "app/desk/draftkeeper.h"
#include "app/desk/pageshelf.h"
#include "app/desk/workday.h"

#include <QImage>

#include <functional>

namespace desk {

/// What a card gives to an intake.
struct CardHolder
{
    QString name;
    core::Certificate certificate;
    QString address;
    QImage portrait; ///< null where no decoder is installed
    bool expired = false;
};

struct SealedPage;

enum class PartyRole { Applicant, Agent };

/// A field of a party that is missing or wrong.
struct FieldFault
{
    PartyRole role = PartyRole::Applicant;
    QString field; ///< name, number, phone, legalRepresentative
    Advice advice;
};

/// The intake that is being worked on: what was typed, the verdict over it, and the act that ends it. Everything typed is
/// saved as it happens. Lives on the UI thread.
class IntakeDesk : public QObject
{
    Q_OBJECT

public:
    IntakeDesk(Services& services, WorkDay& day);

    [[nodiscard]] const core::IntakeDraft& draft() const { return m_draft; }
    [[nodiscard]] const core::ServiceItem* item() const;
    [[nodiscard]] QList<core::MaterialRequirement> materials() const;
    [[nodiscard]] const core::Verdict& verdict() const { return m_verdict; }
    [[nodiscard]] QList<FieldFault> faults() const;
    [[nodiscard]] QImage thumbnail(const QString& sha256) const { return m_shelf.thumbnail(sha256); }
    [[nodiscard]] PageShelf& shelf() { return m_shelf; }
    /// Pages of a stack that belong to no material yet.
    [[nodiscard]] QList<core::PageRef> unsorted() const { return m_draft.materials.value(core::UnsortedMaterial).pages; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// Something was entered that is not accepted yet.
    [[nodiscard]] bool isUnfinished() const;
    /// What was entered is in the store, or on its way there; while it is not, no other visit may take its place.
    [[nodiscard]] bool isSafe() const { return m_keeper.isSafe(); }
    [[nodiscard]] const std::optional<core::CaseRecord>& record() const { return m_record; }
    /// The record as it would be now, for previews, or if the visit ended so; an error when there is nothing to show yet.
    [[nodiscard]] core::Result<core::CaseRecord> provisionalRecord(std::optional<core::CaseAct> end = {}) const;

    /// What can stand in for a material that is missing, if anything.
    [[nodiscard]] std::optional<core::Holding> offer(const QString& materialCode) const;
    /// Materials that are held and asked for all the same, while nobody has said why.
    [[nodiscard]] QStringList askedWithoutReason() const;
    /// Whether a material was brought although it is held, so that the reason belongs on screen.
    [[nodiscard]] bool isAskedAnyway(const QString& materialCode) const;
    void setAskedBecause(const QString& materialCode, const QString& reason);
    /// The scan was seen beside its original, or was not after all.
    void toggleVerified(const QString& materialCode);
    [[nodiscard]] std::optional<core::Verification> verification(const QString& materialCode) const;
    /// The exception a supervisor could grant now, if one is in the way.
    [[nodiscard]] std::optional<core::GrantKind> grantable() const;
    /// The one that was asked for last, if it concerns what stands in the way or has just been answered.
    [[nodiscard]] const core::Grant* lastGrant() const { return m_draft.grants.isEmpty() ? nullptr : &m_draft.grants.constLast(); }
    /// What was asked of a supervisor, or the answer. False when the visit has moved on.
    bool takeGrant(const core::Grant& grant);
    /// Where the result is posted to; empty: it is collected.
    void setPostTo(const QString& address);
    /// How many materials that are missing need not be brought.
    [[nodiscard]] int offered() const;
    /// How many papers this intake did not need.
    [[nodiscard]] int spared() const;
    /// What is known of the applicant; while it is not, credit is unknown and nothing is offered but what this visit brought.
    void know(const core::HolderFindings& findings);
    [[nodiscard]] bool isKnown() const;

    /// What the applicant submitted online, for the chosen item or any, and nobody has taken over.
    [[nodiscard]] const core::Prefiling* prefiling() const;
    /// Goes on with it, files included. False when the visit has moved on.
    bool takeOver(const core::Prefiling& prefiling);

    void beginVisit(const std::optional<core::Ticket>& ticket);
    /// Another case of the same visit: the same ticket and parties.
    void beginAnother();
    void restore(const core::IntakeDraft& draft);
    /// A ticket that was found in service: this visit is its visit.
    void adoptTicket(const core::Ticket& ticket);
    /// Throws the present draft away and begins anew, with the ticket that is given.
    void discard(const std::optional<core::Ticket>& ticket = std::nullopt);
    void chooseItem(const QString& code);
    void chooseScenario(const QString& code);
    /// Several items, one after the other: this chooses the first.
    void chooseBundle(const QString& code);
    [[nodiscard]] const core::Bundle* bundle() const;
    /// The item that comes after the case that was just taken in, if any.
    [[nodiscard]] const core::ServiceItem* nextOfBundle() const;
    /// Begins it: the same ticket and parties, and what was brought already.
    void goOnWithBundle();
    void setParty(PartyRole role, const core::Party& party);
    void setHasAgent(bool hasAgent);
    void setAgentAuthorised(bool authorised);
    void setCommitmentAgreed(bool agreed);
    void setStep(core::IntakeStep step);
    void setFocusMaterial(const QString& code);
    void togglePresent(const QString& materialCode);
    void setShortfall(const QString& materialCode, const QString& text);
    /// Goes on from what a material is to the next: it falls short, it can be put right here and now, it is in order.
    void toggleShortfall(const QString& materialCode);
    void setRefusal(const core::Refusal& refusal);
    void setNoticeReason(const QString& reason);
    void removeLastPage(const QString& materialCode);
    void applyCard(const CardHolder& holder, PartyRole role);
    void undo();
    /// A page that is sealed on disk; row and draft are written together. False when the visit has moved on: the page
    /// finds its draft at the next start.
    /// `replaced` gives its place to it, and undo brings it back.
    bool attachPage(const store::Page& page, const QString& file, const QImage& thumbnail, const QString& replaced = {});

    /// A page that was made from a photo as it came; the photo is kept.
    bool attachChanged(const SealedPage& original, const SealedPage& page, const core::EditedPage& how, const QString& replaced = {});
    /// Brings pages of a stack to their materials, or takes them out where the material is empty; one step for `undo`.
    void placePages(const QList<core::PagePlace>& places);
    /// Changes where pages lie; one step for `undo` where `how` says that something changed.
    void arrange(const std::function<bool(core::IntakeDraft&)>& how);
    /// A page that was made from another takes its place. False when the visit has moved on.
    bool takeChanged(const SealedPage& made, const QString& materialCode, const QString& before, const core::EditedPage& how);

    /// A signature under the commitment letter as it is now. False when the letter has changed meanwhile.
    bool sign(const SealedPage& image, const QString& letter);

    /// Accepts, with deferral where the verdict says so. A visit that goes on with a case: takes in what it brought.
    void accept();
    /// Whether `accept` would do something.
    [[nodiscard]] bool isPermitted() const;
    /// Ends the visit otherwise: Receive (papers taken in, examined later), NotifyOnce, ReceiveDeferred or Refuse.
    void end(core::CaseAct act);
    /// Why it cannot end so now, if it cannot.
    [[nodiscard]] core::Result<void> mayEnd(core::CaseAct act) const;

Q_SIGNALS:
    void changed();              ///< anything of the draft or the verdict
    void focusMaterialChanged(); ///< another line of the checklist is in focus
    void visitBegun();
    void takenOver();  ///< what was submitted online is the intake now
    void safeAgain();  ///< what could not be saved now is
    void firstInput(); ///< the service of a called ticket begins
    void accepted(const core::CaseRecord& record);
    void adviceGiven(const desk::Advice& advice);
    void busyChanged(bool busy);

private:
    [[nodiscard]] bool isLocked() const { return m_record || m_busy; }
    void edited();
    [[nodiscard]] core::IntakeDraft another() const;
    void gatherStrays();
    void keepPage(const store::Page& page, const QString& file, const QImage& thumbnail);
    void begun();
    void touch(const QString& field = {});
    void decide();
    void commit(core::CaseAct act);
    void write(const core::CaseRecord& record, const QList<DraftKeeper::PageRow>& bound, const core::Moment& now);
    void refuse(const core::Error& error);
    [[nodiscard]] core::Result<core::ActRecord> act() const;
    [[nodiscard]] core::Result<core::ActRecord> ending(core::CaseAct act) const;
    [[nodiscard]] core::Result<std::optional<QDate>> waits(core::CaseAct act) const;
    [[nodiscard]] core::Result<core::CaseRecord> afterAct(const core::ActRecord& act) const;
    void goOn(core::Result<core::ActRecord> next);
    void writeAct(const core::ActRecord& act, const QList<DraftKeeper::PageRow>& bound);
    void finish(const core::CaseRecord& record);
    void setBusy(bool busy);
    [[nodiscard]] core::VerdictInput verdictInput() const;
    [[nodiscard]] core::CaseSetting setting() const;
    [[nodiscard]] bool isSupplied() const;
    [[nodiscard]] QList<core::Holding> holdings() const;
    [[nodiscard]] QList<core::Holding> broughtByHolder() const;
    [[nodiscard]] QList<core::Holding> broughtSoFar() const;
    void keepWhatIsTheirs();
    [[nodiscard]] core::Result<void> mayAsk() const;
    [[nodiscard]] bool isAnyWrong() const;

    Services& m_services;
    WorkDay& m_day;
    core::IntakeDraft m_draft;
    core::Verdict m_verdict;
    std::optional<core::CaseRecord> m_record;
    std::optional<core::HolderFindings> m_findings;
    QList<core::Holding> m_brought;            ///< by earlier cases of this visit
    core::Certificate m_broughtFor;            ///< for whom
    std::optional<core::ServiceItem> m_ofCase; ///< the item of the case that this visit goes on with
    QList<core::IntakeDraft> m_undo;
    PageShelf m_shelf;
    QString m_queryCode;
    DraftKeeper m_keeper;
    QString m_undoField; ///< what the last change was about: keystrokes in one field are undone together
    bool m_touched = false;
    bool m_busy = false;
};

} // namespace desk
