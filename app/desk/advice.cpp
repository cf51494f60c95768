// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/advice.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Words
{
    const char* what;
    const char* next;
};

constexpr const char* Context = "desk";

/// Every cause that can reach a clerk. %1, %2 are the facts.
const QHash<QString, Words>& adviceTable()
{
    static const QHash<QString, Words> table{
        {u"citizen-id.length"_s,
         {QT_TRANSLATE_NOOP("desk", "An ID number has 18 characters; this one has %1."),
          QT_TRANSLATE_NOOP("desk", "Check it against the card.")}},
        {u"citizen-id.characters"_s,
         {QT_TRANSLATE_NOOP("desk", "An ID number has digits only, with an X at most at the end."),
          QT_TRANSLATE_NOOP("desk", "Check it against the card.")}},
        {u"citizen-id.birth-date"_s,
         {QT_TRANSLATE_NOOP("desk", "The date of birth in this ID number does not exist."),
          QT_TRANSLATE_NOOP("desk", "Check digits 7 to 14.")}},
        {u"citizen-id.future"_s,
         {QT_TRANSLATE_NOOP("desk", "The date of birth in this ID number lies in the future."),
          QT_TRANSLATE_NOOP("desk", "Check digits 7 to 14.")}},
        {u"citizen-id.check-digit"_s,
         {QT_TRANSLATE_NOOP("desk", "The last character does not fit this ID number: one character is wrong."),
          QT_TRANSLATE_NOOP("desk", "Check it against the card, or read the card with F5.")}},
        {u"credit-code.length"_s,
         {QT_TRANSLATE_NOOP("desk", "A credit code has 18 characters; this one has %1."),
          QT_TRANSLATE_NOOP("desk", "Check it against the licence.")}},
        {u"credit-code.characters"_s,
         {QT_TRANSLATE_NOOP("desk", "A credit code has no letters I, O, S, V and Z."),
          QT_TRANSLATE_NOOP("desk", "Check it against the licence.")}},
        {u"credit-code.check-digit"_s,
         {QT_TRANSLATE_NOOP("desk", "The last character does not fit this credit code: one character is wrong."),
          QT_TRANSLATE_NOOP("desk", "Check it against the licence.")}},
        {u"certificate.permanent-residence"_s,
         {QT_TRANSLATE_NOOP("desk", "A permanent residence card has 15 characters, or 18 beginning with 9."),
          QT_TRANSLATE_NOOP("desk", "Check it against the card.")}},
        {u"certificate.number"_s, {QT_TRANSLATE_NOOP("desk", "The certificate number is missing or too long."), ""}},
        {u"contact.phone"_s,
         {QT_TRANSLATE_NOOP("desk", "This is not a phone number."),
          QT_TRANSLATE_NOOP("desk", "11 digits for a mobile, area code and number for a landline.")}},
        {u"field.needed"_s, {QT_TRANSLATE_NOOP("desk", "Still to be filled in."), ""}},
        {u"calendar.not-covered"_s,
         {QT_TRANSLATE_NOOP("desk", "The working-day calendar does not reach %1, so no deadline can be printed."),
          QT_TRANSLATE_NOOP("desk", "Ask the administrator to publish the new calendar.")}},
        {u"calendar.signature"_s,
         {QT_TRANSLATE_NOOP("desk", "A calendar with a wrong signature was refused; the one before stays in force."),
          QT_TRANSLATE_NOOP("desk", "Tell the administrator.")}},
        {u"catalogue.faults"_s,
         {QT_TRANSLATE_NOOP("desk", "The new catalogue has %1 faults and was refused; the one before stays in force."),
          QT_TRANSLATE_NOOP("desk", "Tell the administrator (%2).")}},
        {u"catalogue.none"_s,
         {QT_TRANSLATE_NOOP("desk", "There is no catalogue of service items yet."),
          QT_TRANSLATE_NOOP("desk", "It comes by itself once the back office can be reached.")}},
        {u"key.unavailable"_s,
         {QT_TRANSLATE_NOOP("desk", "The key of this machine's store cannot be read."),
          QT_TRANSLATE_NOOP("desk", "Unlock the keyring and start again.")}},
        {u"key.wrong-passphrase"_s,
         {QT_TRANSLATE_NOOP("desk", "The passphrase of this machine's store is wrong."),
          QT_TRANSLATE_NOOP("desk", "Try again, or ask the administrator.")}},
        {u"key.corrupt"_s,
         {QT_TRANSLATE_NOOP("desk", "The key file of this machine's store is damaged."),
          QT_TRANSLATE_NOOP("desk", "Nothing is lost: the administrator can recover the key.")}},
        {u"key.lost"_s,
         {QT_TRANSLATE_NOOP("desk", "The keyring no longer has the key of this machine's store."),
          QT_TRANSLATE_NOOP("desk", "Nothing is lost: the administrator can recover the key.")}},
        {u"store.full"_s,
         {QT_TRANSLATE_NOOP("desk", "The disk is full: what you typed is still here but not saved."),
          QT_TRANSLATE_NOOP("desk", "Free some space; it is saved with the next key.")}},
        {u"store.busy"_s, {QT_TRANSLATE_NOOP("desk", "The store is busy."), QT_TRANSLATE_NOOP("desk", "Press the key again.")}},
        {u"store.corrupt"_s,
         {QT_TRANSLATE_NOOP("desk", "This machine's store is damaged."),
          QT_TRANSLATE_NOOP("desk", "Stop working here and call the administrator.")}},
        {u"store.unsealable"_s,
         {QT_TRANSLATE_NOOP("desk", "A stored record fails its check."), QT_TRANSLATE_NOOP("desk", "Call the administrator.")}},
        {u"store.constraint"_s, {QT_TRANSLATE_NOOP("desk", "This is stored already."), ""}},
        {u"store.newer"_s,
         {QT_TRANSLATE_NOOP("desk", "The store was written by a newer version of this program."),
          QT_TRANSLATE_NOOP("desk", "Install the newer version again.")}},
        {u"store.failed"_s,
         {QT_TRANSLATE_NOOP("desk", "The store could not be read or written."),
          QT_TRANSLATE_NOOP("desk", "Press the key again; if it stays so, call the administrator.")}},
        {u"page.full"_s,
         {QT_TRANSLATE_NOOP("desk", "The disk is full: this page was not taken."),
          QT_TRANSLATE_NOOP("desk", "Free some space and scan it again with F9.")}},
        {u"page.unwritable"_s,
         {QT_TRANSLATE_NOOP("desk", "This page could not be stored."), QT_TRANSLATE_NOOP("desk", "Scan it again with F9.")}},
        {u"page.missing"_s,
         {QT_TRANSLATE_NOOP("desk", "A page file is missing on this machine."),
          QT_TRANSLATE_NOOP("desk", "Call the administrator; do not scan over it.")}},
        {u"page.unreadable"_s,
         {QT_TRANSLATE_NOOP("desk", "This page came damaged and was not taken."), QT_TRANSLATE_NOOP("desk", "Scan it again with F9.")}},
        {u"page.too-large"_s,
         {QT_TRANSLATE_NOOP("desk", "This page is too large."), QT_TRANSLATE_NOOP("desk", "Scan it again at 300 dpi.")}},
        {u"signature.other-letter"_s,
         {QT_TRANSLATE_NOOP("desk", "The commitment has changed since it was signed."),
          QT_TRANSLATE_NOOP("desk", "Ask for a signature under the new one.")}},
        {u"camera.no-card"_s,
         {QT_TRANSLATE_NOOP("desk", "No card is to be seen under the camera."),
          QT_TRANSLATE_NOOP("desk", "Lay it down flat by itself, or set its corners with Tab.")}},
        {u"camera.failed"_s,
         {QT_TRANSLATE_NOOP("desk", "The document camera gives no picture."),
          QT_TRANSLATE_NOOP("desk", "Check its cable, or scan with F9.")}},
        {u"page.unchanged"_s,
         {QT_TRANSLATE_NOOP("desk", "This page could not be changed; it stays as it was."),
          QT_TRANSLATE_NOOP("desk", "Scan it again with A.")}},
        {u"page.odd"_s,
         {QT_TRANSLATE_NOOP("desk", "Fronts and backs must be the same number; here are %1 pages."),
          QT_TRANSLATE_NOOP("desk", "Scan what is missing, or take out what is too much.")}},
        {u"page.no-material"_s,
         {QT_TRANSLATE_NOOP("desk", "There is no material to scan for yet."),
          QT_TRANSLATE_NOOP("desk", "Choose the item first (Ctrl+K).")}},
        {u"import.unknown"_s,
         {QT_TRANSLATE_NOOP("desk", "This file is no picture and no PDF; nothing was taken from it."),
          QT_TRANSLATE_NOOP("desk", "JPEG, PNG, TIFF and PDF can be taken.")}},
        {u"import.heic"_s,
         {QT_TRANSLATE_NOOP("desk", "Pictures in HEIC format cannot be taken."),
          QT_TRANSLATE_NOOP("desk", "Have the phone send it as JPEG, or scan the paper.")}},
        {u"import.too-large"_s,
         {QT_TRANSLATE_NOOP("desk", "This file is too large; nothing was taken from it."),
          QT_TRANSLATE_NOOP("desk", "64 MB at most, and no picture beyond A3 at 600 dpi.")}},
        {u"import.too-many"_s,
         {QT_TRANSLATE_NOOP("desk", "This file has more than 200 pages; nothing was taken from it."),
          QT_TRANSLATE_NOOP("desk", "Bring it in parts.")}},
        {u"import.locked"_s,
         {QT_TRANSLATE_NOOP("desk", "This PDF is locked with a password; nothing was taken from it."),
          QT_TRANSLATE_NOOP("desk", "Ask for one without a password.")}},
        {u"import.unopened"_s,
         {QT_TRANSLATE_NOOP("desk", "This file cannot be opened."), QT_TRANSLATE_NOOP("desk", "It may be in use or gone; try it again.")}},
        {u"stack.unsorted"_s,
         {QT_TRANSLATE_NOOP("desk", "%1 pages of the stack belong to no material yet."),
          QT_TRANSLATE_NOOP("desk", "Confirm them first (Alt+6).")}},
        {u"stack.separators"_s,
         {QT_TRANSLATE_NOOP("desk", "The separator sheets could not be printed."),
          QT_TRANSLATE_NOOP("desk", "Check the printer and press Alt+7 again.")}},
        {u"scan.no-paper"_s,
         {QT_TRANSLATE_NOOP("desk", "There is no paper in the scanner."), QT_TRANSLATE_NOOP("desk", "Put the papers in and press F9.")}},
        {u"scan.jam"_s,
         {QT_TRANSLATE_NOOP("desk", "Paper jam. %1 pages have arrived and are kept."),
          QT_TRANSLATE_NOOP("desk", "Clear it and scan the rest with F9.")}},
        {u"scan.cover-open"_s,
         {QT_TRANSLATE_NOOP("desk", "The scanner's cover is open. %1 pages are kept."),
          QT_TRANSLATE_NOOP("desk", "Close it and press F9.")}},
        {u"scan.busy"_s, {QT_TRANSLATE_NOOP("desk", "The scanner is in use."), QT_TRANSLATE_NOOP("desk", "Press F9 again in a moment.")}},
        {u"scan.page-damaged"_s,
         {QT_TRANSLATE_NOOP("desk", "The last page came incomplete and was not taken; %1 pages before it are kept."),
          QT_TRANSLATE_NOOP("desk", "Put it in again and press F9.")}},
        {u"scan.not-found"_s,
         {QT_TRANSLATE_NOOP("desk", "The scanner does not answer; %1 pages have arrived and are kept."),
          QT_TRANSLATE_NOOP("desk", "Check its power and cable, then press F9.")}},
        {u"scan.other-device"_s,
         {QT_TRANSLATE_NOOP("desk", "The scanner shows another certificate than before; nothing was scanned."),
          QT_TRANSLATE_NOOP("desk", "If it was replaced, confirm it under Settings; otherwise call the administrator.")}},
        {u"scan.fault"_s,
         {QT_TRANSLATE_NOOP("desk", "The scanner reports a fault; %1 pages have arrived and are kept."),
          QT_TRANSLATE_NOOP("desk", "Switch it off and on, then press F9.")}},
        {u"reader.no-card"_s,
         {QT_TRANSLATE_NOOP("desk", "No card lies on the reader."), QT_TRANSLATE_NOOP("desk", "Lay the card down; it is read by itself.")}},
        {u"reader.lay-flat"_s,
         {QT_TRANSLATE_NOOP("desk", "The card could not be read."),
          QT_TRANSLATE_NOOP("desk", "Lay it flat in the middle and leave it there.")}},
        {u"reader.unknown-card"_s,
         {QT_TRANSLATE_NOOP("desk", "This is not an identity card that the reader knows."),
          QT_TRANSLATE_NOOP("desk", "Type the certificate in by hand.")}},
        {u"reader.module"_s,
         {QT_TRANSLATE_NOOP("desk", "The card reader reports a fault."), QT_TRANSLATE_NOOP("desk", "Unplug it and plug it in again.")}},
        {u"reader.no-answer"_s,
         {QT_TRANSLATE_NOOP("desk", "The card reader does not answer."),
          QT_TRANSLATE_NOOP("desk", "Unplug it and plug it in again, or type by hand.")}},
        {u"reader.garbled"_s,
         {QT_TRANSLATE_NOOP("desk", "The card reader sends damaged data; nothing was filled in."),
          QT_TRANSLATE_NOOP("desk", "Lay the card down again; check the cable if it stays so.")}},
        {u"reader.unplugged"_s,
         {QT_TRANSLATE_NOOP("desk", "The card reader is unplugged."), QT_TRANSLATE_NOOP("desk", "Plug it in, or type by hand.")}},
        {u"reader.no-permission"_s,
         {QT_TRANSLATE_NOOP("desk", "The card reader is there, but this account may not use it."),
          QT_TRANSLATE_NOOP("desk", "Call the administrator: the device rules are missing. Type by hand meanwhile.")}},
        {u"reader.occupied"_s,
         {QT_TRANSLATE_NOOP("desk", "Another program holds the card reader."),
          QT_TRANSLATE_NOOP("desk", "Close that program; the reader is taken up by itself.")}},
        {u"reader.needs-vendor"_s,
         {QT_TRANSLATE_NOOP("desk", "This card reader needs its maker's library, which is not installed."),
          QT_TRANSLATE_NOOP("desk", "Call the administrator. Type by hand meanwhile.")}},
        {u"ready.scanner"_s,
         {QT_TRANSLATE_NOOP("desk", "No scanner answers."),
          QT_TRANSLATE_NOOP("desk", "Check its power and cable; papers can be marked as seen meanwhile.")}},
        {u"ready.printer"_s,
         {QT_TRANSLATE_NOOP("desk", "No printer is set up: notices cannot be handed out."),
          QT_TRANSLATE_NOOP("desk", "Connect one or call the administrator.")}},
        {u"ready.camera"_s,
         {QT_TRANSLATE_NOOP("desk", "No document camera answers."), QT_TRANSLATE_NOOP("desk", "Check its cable; scan with F9 meanwhile.")}},
        {u"ready.display"_s,
         {QT_TRANSLATE_NOOP("desk", "There is no second screen: applicants see nothing and sign on paper."),
          QT_TRANSLATE_NOOP("desk", "Check its power and cable.")}},
        {u"ready.voice"_s,
         {QT_TRANSLATE_NOOP("desk", "There is no Chinese voice on this machine: numbers are not called aloud."),
          QT_TRANSLATE_NOOP("desk", "Ask the administrator to install one.")}},
        {u"ready.store"_s,
         {QT_TRANSLATE_NOOP("desk", "The store on this machine is damaged."),
          QT_TRANSLATE_NOOP("desk", "Do not take in any more cases; call the administrator.")}},
        {u"ready.space"_s,
         {QT_TRANSLATE_NOOP("desk", "Only %1 MB are free on this disk."),
          QT_TRANSLATE_NOOP("desk", "Free some space before pages cannot be stored.")}},
        {u"ready.clock"_s,
         {QT_TRANSLATE_NOOP("desk", "This machine's clock is %1 seconds off; the back office's time is used."),
          QT_TRANSLATE_NOOP("desk", "Have the clock set right.")}},
        {u"ready.calendar-none"_s,
         {QT_TRANSLATE_NOOP("desk", "The working-day calendar of %1 is missing: no deadline can be printed."),
          QT_TRANSLATE_NOOP("desk", "It comes from the back office; tell the administrator.")}},
        {u"ready.calendar-next"_s,
         {QT_TRANSLATE_NOOP("desk", "The working-day calendar of %1 is not there yet; deadlines reach into it."),
          QT_TRANSLATE_NOOP("desk", "Tell the administrator.")}},
        {u"ready.catalogue-none"_s,
         {QT_TRANSLATE_NOOP("desk", "There is no catalogue of service items."),
          QT_TRANSLATE_NOOP("desk", "It comes by itself once the back office can be reached.")}},
        {u"ready.catalogue-old"_s,
         {QT_TRANSLATE_NOOP("desk", "The catalogue was last compared %1 days ago."),
          QT_TRANSLATE_NOOP("desk", "Items may have changed; check the network.")}},
        {u"ready.back-office"_s,
         {QT_TRANSLATE_NOOP("desk", "The back office cannot be reached; %1 wait to be sent."),
          QT_TRANSLATE_NOOP("desk", "Go on: everything is kept and sent later.")}},
        {u"release.signature"_s,
         {QT_TRANSLATE_NOOP("desk", "A new version was offered whose signature is not right. It was not taken."),
          QT_TRANSLATE_NOOP("desk", "Go on with this one; tell the administrator.")}},
        {u"release.checksum"_s,
         {QT_TRANSLATE_NOOP("desk", "Version %1 arrived damaged or altered. It was thrown away."),
          QT_TRANSLATE_NOOP("desk", "Go on with this one; tell the administrator if it comes again.")}},
        {u"release.invalid"_s, {QT_TRANSLATE_NOOP("desk", "The description of a new version cannot be understood (%1)."), ""}},
        {u"release.unwritable"_s,
         {QT_TRANSLATE_NOOP("desk", "A new version could not be written to the disk."),
          QT_TRANSLATE_NOOP("desk", "Make room, or tell the administrator.")}},
        {u"release.did-not-start"_s,
         {QT_TRANSLATE_NOOP("desk", "Version %1 was tried and did not start; this is the version before it."),
          QT_TRANSLATE_NOOP("desk", "Nothing is lost. Tell the administrator.")}},
        {u"release.handed-over"_s,
         {QT_TRANSLATE_NOOP("desk", "Version %1 was checked and handed to the administrator."),
          QT_TRANSLATE_NOOP("desk", "There is nothing to do here.")}},
        {u"release.place"_s,
         {QT_TRANSLATE_NOOP("desk", "This account may not replace the program."),
          QT_TRANSLATE_NOOP("desk", "The checked installer lies ready for the administrator.")}},
        {u"settings.updates"_s,
         {QT_TRANSLATE_NOOP("desk", "The configuration asks for updates in a way that is not known (%1)."),
          QT_TRANSLATE_NOOP("desk", "See yichuang --help for the ways there are.")}},
        {u"settings.scanner"_s,
         {QT_TRANSLATE_NOOP("desk", "The configuration names a scanner in a way that is not known (%1)."),
          QT_TRANSLATE_NOOP("desk", "See yichuang --help for the ways there are.")}},
        {u"settings.reader"_s,
         {QT_TRANSLATE_NOOP("desk", "The configuration names a card reader in a way that is not known (%1)."),
          QT_TRANSLATE_NOOP("desk", "See yichuang --help for the ways there are.")}},
        {u"print.no-printer"_s,
         {QT_TRANSLATE_NOOP("desk", "There is no printer. The case is safe."),
          QT_TRANSLATE_NOOP("desk", "Connect one and print with Ctrl+P.")}},
        {u"print.failed"_s,
         {QT_TRANSLATE_NOOP("desk", "Printing failed. The case is safe."),
          QT_TRANSLATE_NOOP("desk", "Check the printer and press Ctrl+P.")}},
        {u"print.folder"_s,
         {QT_TRANSLATE_NOOP("desk", "The papers could not be written to their folder. The case is safe."),
          QT_TRANSLATE_NOOP("desk", "Check the disk and press Ctrl+P.")}},
        {u"print.nothing"_s, {QT_TRANSLATE_NOOP("desk", "There is no paper to print yet."), ""}},
        {u"paper.template"_s,
         {QT_TRANSLATE_NOOP("desk", "A paper's template is faulty (%1)."),
          QT_TRANSLATE_NOOP("desk", "The case is safe; tell the administrator.")}},
        {u"paper.missing-template"_s,
         {QT_TRANSLATE_NOOP("desk", "A paper's template is missing (%1)."),
          QT_TRANSLATE_NOOP("desk", "The case is safe; tell the administrator.")}},
        {u"sign-in.never-online"_s,
         {QT_TRANSLATE_NOOP("desk", "The back office cannot be reached, and you have never signed in at this machine."),
          QT_TRANSLATE_NOOP("desk", "Check the network, or use the machine you know.")}},
        {u"sign-in.offline-expired"_s,
         {QT_TRANSLATE_NOOP("desk", "The back office cannot be reached, and your last sign-in with it is too long ago."),
          QT_TRANSLATE_NOOP("desk", "Check the network.")}},
        {u"sign-in.other-window"_s, {QT_TRANSLATE_NOOP("desk", "Without the back office you can sign in at %1 only, as last time."), ""}},
        {u"sign-in.other-hall"_s,
         {QT_TRANSLATE_NOOP("desk", "This account belongs to %1; this machine is set up for hall %2."),
          QT_TRANSLATE_NOOP("desk", "Use an account of this hall, or tell the administrator.")}},
        {u"sign-in.wrong"_s, {QT_TRANSLATE_NOOP("desk", "Number or password is wrong."), QT_TRANSLATE_NOOP("desk", "Try again.")}},
        {u"server.wrong-credentials"_s,
         {QT_TRANSLATE_NOOP("desk", "Number or password is wrong."),
          QT_TRANSLATE_NOOP("desk", "After five failures the account is locked for a while.")}},
        {u"server.unknown-window"_s,
         {QT_TRANSLATE_NOOP("desk", "There is no such window in your hall."), QT_TRANSLATE_NOOP("desk", "Check the window number.")}},
        {u"server.sign-in-needed"_s,
         {QT_TRANSLATE_NOOP("desk", "Your sign-in has ended."),
          QT_TRANSLATE_NOOP("desk", "Lock with Ctrl+L and sign in again; nothing is lost.")}},
        {u"server.busy"_s, {QT_TRANSLATE_NOOP("desk", "The back office is busy."), QT_TRANSLATE_NOOP("desk", "Try again in a moment.")}},
        {u"server.queue-empty"_s,
         {QT_TRANSLATE_NOOP("desk", "Nobody is waiting."), QT_TRANSLATE_NOOP("desk", "You can take in an application without a ticket.")}},
        {u"server.ticket-in-service"_s,
         {QT_TRANSLATE_NOOP("desk", "The ticket before is still in service at the back office."),
          QT_TRANSLATE_NOOP("desk", "Its end is sent first; press F2 again in a moment.")}},
        {u"server.window-not-open"_s, {QT_TRANSLATE_NOOP("desk", "The window is paused."), QT_TRANSLATE_NOOP("desk", "Resume with F8.")}},
        {u"server.ticket-act-refused"_s,
         {QT_TRANSLATE_NOOP("desk", "This ticket cannot do that now."),
          QT_TRANSLATE_NOOP("desk", "A no-show needs a call and a short wait.")}},
        {u"server.stale-version"_s,
         {QT_TRANSLATE_NOOP("desk", "The case was changed elsewhere meanwhile."),
          QT_TRANSLATE_NOOP("desk", "Yours is kept; a supervisor decides which one holds.")}},
        {u"server.forbidden"_s,
         {QT_TRANSLATE_NOOP("desk", "You do not have the right to do that."), QT_TRANSLATE_NOOP("desk", "Ask the supervisor.")}},
        {u"server.nonsense"_s,
         {QT_TRANSLATE_NOOP("desk", "The back office sent something that makes no sense."),
          QT_TRANSLATE_NOOP("desk", "It is tried again by itself; nothing is lost.")}},
        {u"store.unsealable-rows"_s,
         {QT_TRANSLATE_NOOP("desk", "%1 stored records fail their check and are not shown."),
          QT_TRANSLATE_NOOP("desk", "The others are here; call the administrator.")}},
        {u"page.damaged"_s,
         {QT_TRANSLATE_NOOP("desk", "%1 scanned pages fail their check."),
          QT_TRANSLATE_NOOP("desk", "Scan them again; call the administrator.")}},
        {u"server.account-locked"_s,
         {QT_TRANSLATE_NOOP("desk", "After too many wrong passwords this account is locked for %2 minutes."),
          QT_TRANSLATE_NOOP("desk", "Wait, or ask the supervisor.")}},
        {u"sign-in.role"_s,
         {QT_TRANSLATE_NOOP("desk", "This account does not work at a window."),
          QT_TRANSLATE_NOOP("desk", "Sign in as clerk or supervisor.")}},
        {u"sign-in.locked"_s,
         {QT_TRANSLATE_NOOP("desk", "Too many wrong passwords: signing in without the back office is locked for %1 minutes."),
          QT_TRANSLATE_NOOP("desk", "Wait, or check the network.")}},
        {u"net.in-between"_s,
         {QT_TRANSLATE_NOOP("desk", "Something between this window and the back office refuses the connection (%1)."),
          QT_TRANSLATE_NOOP("desk", "It is tried again by itself; tell the administrator if it stays so.")}},
        {u"net.not-configured"_s,
         {QT_TRANSLATE_NOOP("desk", "This window does not know its back office yet."),
          QT_TRANSLATE_NOOP("desk", "Ask the administrator to set its address.")}},
        {u"catalogue.faults-first"_s,
         {QT_TRANSLATE_NOOP("desk", "The catalogue has %1 faults and was refused, and there is none before it."),
          QT_TRANSLATE_NOOP("desk", "Tell the administrator (%2).")}},
        {u"key.no-recovery"_s,
         {QT_TRANSLATE_NOOP("desk", "The hall's recovery key is not set, so a lost key of this machine could never be recovered."),
          QT_TRANSLATE_NOOP("desk", "Ask the administrator to set it.")}},
        {u"store.in-use"_s,
         {QT_TRANSLATE_NOOP("desk", "The program is running already on this machine."),
          QT_TRANSLATE_NOOP("desk", "Use the window that is open.")}},
        {u"server.invalid-body"_s,
         {QT_TRANSLATE_NOOP("desk", "The back office does not take this record: it finds a field missing or wrong."),
          QT_TRANSLATE_NOOP("desk", "Keep the papers and call the administrator.")}},
        {u"server.not-found"_s,
         {QT_TRANSLATE_NOOP("desk", "The back office does not know this any more."),
          QT_TRANSLATE_NOOP("desk", "Refresh with Ctrl+1, or call the administrator.")}},
        {u"server.pages-missing"_s,
         {QT_TRANSLATE_NOOP("desk", "The back office misses pages of this case."),
          QT_TRANSLATE_NOOP("desk", "They are sent again; call the administrator if it stays so.")}},
        {u"server.too-large"_s,
         {QT_TRANSLATE_NOOP("desk", "The back office finds this too large."),
          QT_TRANSLATE_NOOP("desk", "Scan the pages again at 300 dpi, or call the administrator.")}},
        {u"server.checksum-mismatch"_s,
         {QT_TRANSLATE_NOOP("desk", "A page arrived damaged."), QT_TRANSLATE_NOOP("desk", "It is sent again by itself.")}},
        {u"server.refused"_s,
         {QT_TRANSLATE_NOOP("desk", "The back office refuses this."), QT_TRANSLATE_NOOP("desk", "Call the administrator.")}},
        {u"calendar.year"_s,
         {QT_TRANSLATE_NOOP("desk", "A calendar of the back office is for another year and was refused."),
          QT_TRANSLATE_NOOP("desk", "Tell the administrator.")}},
        {u"case.field"_s,
         {QT_TRANSLATE_NOOP("desk", "The record is not complete (%1)."),
          QT_TRANSLATE_NOOP("desk", "Check the form, or call the administrator.")}},
        {u"case.transition"_s, {QT_TRANSLATE_NOOP("desk", "This cannot be done with the case as it stands."), ""}},
        {u"paper.qr"_s,
         {QT_TRANSLATE_NOOP("desk", "The QR code of a paper could not be made."),
          QT_TRANSLATE_NOOP("desk", "The case is safe; tell the administrator.")}},
        {u"ticket.no-show-too-early"_s,
         {QT_TRANSLATE_NOOP("desk", "A no-show needs a short wait after the call."),
          QT_TRANSLATE_NOOP("desk", "Call once more with F3 and wait.")}},
        {u"ticket.no-show-calls"_s,
         {QT_TRANSLATE_NOOP("desk", "A no-show needs more calls first."), QT_TRANSLATE_NOOP("desk", "Call once more with F3.")}},
        {u"ticket.transition"_s,
         {QT_TRANSLATE_NOOP("desk", "This ticket has moved on at the back office."),
          QT_TRANSLATE_NOOP("desk", "The screen shows it in a moment.")}},
        {u"net.offline"_s,
         {QT_TRANSLATE_NOOP("desk", "The back office cannot be reached."),
          QT_TRANSLATE_NOOP("desk", "You can go on taking in applications; they are sent later.")}},
        {u"net.timeout"_s,
         {QT_TRANSLATE_NOOP("desk", "The back office does not answer."),
          QT_TRANSLATE_NOOP("desk", "You can go on taking in applications; they are sent later.")}},
        {u"net.kept"_s, {QT_TRANSLATE_NOOP("desk", "Noted; the back office is told as soon as it can be reached."), ""}},
        {u"verdict.not-permitted"_s,
         {QT_TRANSLATE_NOOP("desk", "This cannot be accepted yet."), QT_TRANSLATE_NOOP("desk", "The reasons stand on the right.")}},
        {u"intake.unfinished"_s,
         {QT_TRANSLATE_NOOP("desk", "This application is not accepted yet."),
          QT_TRANSLATE_NOOP("desk", "Press F2 again to keep it as a draft and call the next.")}},
    };
    return table;
}

const QHash<QString, const char*>& reasonTable()
{
    static const QHash<QString, const char*> table{
        {u"item.needed"_s, QT_TRANSLATE_NOOP("desk", "Choose the item")},
        {u"scenario.needed"_s, QT_TRANSLATE_NOOP("desk", "Choose the scenario")},
        {u"item.not-ours"_s, QT_TRANSLATE_NOOP("desk", "Not handled in this hall")},
        {u"applicant.needed"_s, QT_TRANSLATE_NOOP("desk", "Applicant not complete")},
        {u"materials.complete"_s, QT_TRANSLATE_NOOP("desk", "All materials are here")},
        {u"materials.keys-complete"_s, QT_TRANSLATE_NOOP("desk", "Key materials complete")},
        {u"material.correct-now"_s, QT_TRANSLATE_NOOP("desk", "\"%1\" can be put right here and now")},
        {u"material.wrong"_s, QT_TRANSLATE_NOOP("desk", "\"%1\" does not meet the requirements")},
        {u"deferral.allowed"_s, QT_TRANSLATE_NOOP("desk", "\"%1\" missing; secondary, may be deferred")},
        {u"deferral.key-material"_s, QT_TRANSLATE_NOOP("desk", "\"%1\" missing; a key material is never deferred")},
        {u"deferral.item-forbids"_s, QT_TRANSLATE_NOOP("desk", "\"%1\" missing; this item knows no deferral")},
        {u"deferral.not-deferrable"_s, QT_TRANSLATE_NOOP("desk", "\"%1\" missing; this material may not be deferred")},
        {u"deferral.no-time"_s, QT_TRANSLATE_NOOP("desk", "\"%1\" missing; the time limit leaves no room to defer")},
        {u"deferral.too-many"_s, QT_TRANSLATE_NOOP("desk", "More are missing than the %1 that may be deferred")},
        {u"credit.clear"_s, QT_TRANSLATE_NOOP("desk", "No credit bar")},
        {u"credit.barred"_s, QT_TRANSLATE_NOOP("desk", "Barred from deferral: an earlier commitment was broken")},
        {u"credit.unknown"_s, QT_TRANSLATE_NOOP("desk", "Credit not checked: the look-up does not answer")},
        {u"agent.may-sign"_s, QT_TRANSLATE_NOOP("desk", "Agent authorised, may sign the commitment")},
        {u"agent.not-authorised"_s, QT_TRANSLATE_NOOP("desk", "Agent without authorisation (Alt+3 once you have seen it)")},
        {u"commitment.needed"_s, QT_TRANSLATE_NOOP("desk", "Applicant agrees to sign the commitment? (Alt+2)")},
        {u"calendar.not-covered"_s, QT_TRANSLATE_NOOP("desk", "The calendar does not reach %1: no deadline can be printed")},
    };
    return table;
}

QString translated(const char* text)
{
    return *text ? QCoreApplication::translate(Context, text) : QString();
}

QString filled(QString text, const QStringList& facts)
{
    for (qsizetype i = 0; i < std::min<qsizetype>(3, facts.size()); ++i)
        text.replace(u"%"_s + QString::number(i + 1), facts[i]);
    return text;
}

} // namespace

Advice adviceFor(const core::Error& error)
{
    const QString reason = error.facts.value(2); // the back office says why a ticket cannot do that
    if (error.code == u"server.ticket-act-refused" && adviceTable().contains(reason))
        return adviceFor({error.kind, reason, {}});
    const auto words = adviceTable().constFind(error.code);
    if (words != adviceTable().constEnd())
        return {filled(translated(words->what), error.facts), filled(translated(words->next), error.facts), error.code};
    // Types this version does not know: the server's own words, and its reference for the help desk.
    const QString title = error.code.startsWith(u"server.") ? error.facts.value(0) : QString();
    return {title.isEmpty() ? translated(QT_TRANSLATE_NOOP("desk", "That did not work.")) : title,
            translated(QT_TRANSLATE_NOOP("desk", "Nothing is lost. Try again, or call the administrator.")),
            QStringList{error.code, error.facts.value(1)}.join(u' ').trimmed()};
}

QString wordsFor(const core::Reason& reason, const QString& material)
{
    const char* text = reasonTable().value(reason.code, nullptr);
    if (!text)
        return reason.code;
    return filled(translated(text), material.isEmpty() ? reason.facts : QStringList{material});
}

QString outcomeWords(core::Outcome outcome)
{
    switch (outcome) {
    case core::Outcome::Undetermined: return translated(QT_TRANSLATE_NOOP("desk", "Not decided yet"));
    case core::Outcome::NotOurs: return translated(QT_TRANSLATE_NOOP("desk", "Not ours"));
    case core::Outcome::CorrectOnSpot: return translated(QT_TRANSLATE_NOOP("desk", "Correct on the spot"));
    case core::Outcome::Complete: return translated(QT_TRANSLATE_NOOP("desk", "Can be accepted"));
    case core::Outcome::Deferrable: return translated(QT_TRANSLATE_NOOP("desk", "Can be accepted with deferral"));
    case core::Outcome::DeferredReceipt: return translated(QT_TRANSLATE_NOOP("desk", "Papers stay, no clock runs"));
    case core::Outcome::Incomplete: return translated(QT_TRANSLATE_NOOP("desk", "Incomplete"));
    }
    return {};
}

QString stateWords(core::CaseState state)
{
    using core::CaseState;
    switch (state) {
    case CaseState::Draft: return translated(QT_TRANSLATE_NOOP("desk", "Draft"));
    case CaseState::Received: return translated(QT_TRANSLATE_NOOP("desk", "Received"));
    case CaseState::Accepted: return translated(QT_TRANSLATE_NOOP("desk", "Accepted"));
    case CaseState::AcceptedDeferred: return translated(QT_TRANSLATE_NOOP("desk", "Accepted with deferral"));
    case CaseState::ToCorrect: return translated(QT_TRANSLATE_NOOP("desk", "One-time notice given"));
    case CaseState::ReceivedDeferred: return translated(QT_TRANSLATE_NOOP("desk", "Papers received, deferred"));
    case CaseState::Refused: return translated(QT_TRANSLATE_NOOP("desk", "Refused"));
    case CaseState::InReview: return translated(QT_TRANSLATE_NOOP("desk", "In review"));
    case CaseState::Decided: return translated(QT_TRANSLATE_NOOP("desk", "Decided"));
    case CaseState::Delivered: return translated(QT_TRANSLATE_NOOP("desk", "Delivered"));
    case CaseState::Returned: return translated(QT_TRANSLATE_NOOP("desk", "Returned"));
    case CaseState::Terminated: return translated(QT_TRANSLATE_NOOP("desk", "Terminated"));
    case CaseState::Withdrawn: return translated(QT_TRANSLATE_NOOP("desk", "Withdrawn"));
    case CaseState::Voided: return translated(QT_TRANSLATE_NOOP("desk", "Voided"));
    }
    return {};
}

} // namespace desk
