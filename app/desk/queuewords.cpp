// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/queuewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace desk {

QString callWords(core::CallReason reason, const QString& group)
{
    const auto words = [](const char* text) { return QCoreApplication::translate("desk", text); };
    using core::CallReason;
    switch (reason) {
    case CallReason::Arrival: return words(QT_TRANSLATE_NOOP("desk", "Came first"));
    case CallReason::Overdue: return words(QT_TRANSLATE_NOOP("desk", "Has waited longest, nobody goes before"));
    case CallReason::AfterCap: return words(QT_TRANSLATE_NOOP("desk", "An ordinary number after several with priority"));
    case CallReason::Appointment: return words(QT_TRANSLATE_NOOP("desk", "Has an appointment for now"));
    case CallReason::Transferred: return words(QT_TRANSLATE_NOOP("desk", "Sent here by another window"));
    case CallReason::Returned: return words(QT_TRANSLATE_NOOP("desk", "Was called before and went back"));
    case CallReason::Priority:
        return group.isEmpty() ? words(QT_TRANSLATE_NOOP("desk", "Priority")) : words(QT_TRANSLATE_NOOP("desk", "Priority: %1")).arg(group);
    case CallReason::Offline: return words(QT_TRANSLATE_NOOP("desk", "Kept for this window while the network is down"));
    case CallReason::Chosen: return words(QT_TRANSLATE_NOOP("desk", "Called by its number"));
    }
    return {};
}

const QHash<QString, Words>& queueAdvice()
{
    static const QHash<QString, Words> table{
        {u"ticket.undo-late"_s,
         {QT_TRANSLATE_NOOP("desk", "It is too late to take that back."),
          QT_TRANSLATE_NOOP("desk", "Call the number with Ctrl+F2, or return it with Shift+F7.")}},
        {u"ticket.unknown"_s,
         {QT_TRANSLATE_NOOP("desk", "Nobody was given the number %1 today."),
          QT_TRANSLATE_NOOP("desk", "Check it, or give a new number.")}},
        {u"ticket.other-day"_s,
         {QT_TRANSLATE_NOOP("desk", "That number is not of today."), QT_TRANSLATE_NOOP("desk", "Give a new number.")}},
        {u"ticket.not-missed"_s, {QT_TRANSLATE_NOOP("desk", "%1 was not missed: it waits, or a window has it."), ""}},
        {u"ticket.done"_s, {QT_TRANSLATE_NOOP("desk", "%1 was served already."), QT_TRANSLATE_NOOP("desk", "Give a new number.")}},
        {u"ticket.void"_s,
         {QT_TRANSLATE_NOOP("desk", "%1 was missed too often and does not count any more."),
          QT_TRANSLATE_NOOP("desk", "Give a new number.")}},
        {u"ticket.leased"_s,
         {QT_TRANSLATE_NOOP("desk", "That number is kept for another window that cannot be reached."),
          QT_TRANSLATE_NOOP("desk", "Ask there, or call it a little later.")}},
        {u"ticket.window-closed"_s,
         {QT_TRANSLATE_NOOP("desk", "That window is closed: nobody would call the number there."),
          QT_TRANSLATE_NOOP("desk", "Type a window that is open, or a class (B).")}},
        {u"queue.behind"_s,
         {QT_TRANSLATE_NOOP("desk", "What was done here without the network has not arrived yet."),
          QT_TRANSLATE_NOOP("desk", "Press F2 again in a moment; the numbers wait safely.")}},
        {u"queue.lease-lost"_s,
         {QT_TRANSLATE_NOOP("desk", "A number called here without the network had meanwhile been called at another window."),
          QT_TRANSLATE_NOOP("desk", "Nothing is lost; tell the supervisor if the person is still here.")}},
        {u"sign-in.elsewhere"_s,
         {QT_TRANSLATE_NOOP("desk", "You are still signed in at window %1, since %2."),
          QT_TRANSLATE_NOOP("desk", "Enter takes over here; Esc goes back.")}},
        {u"sign-in.occupied"_s,
         {QT_TRANSLATE_NOOP("desk", "%3 is signed in at window %1, since %2."),
          QT_TRANSLATE_NOOP("desk", "Enter takes over here; Esc goes back.")}},
        {u"session.moved"_s,
         {QT_TRANSLATE_NOOP("desk", "You have signed in at window %1 meanwhile."),
          QT_TRANSLATE_NOOP("desk", "What was begun here is kept; sign in to go on with it.")}},
        {u"session.taken"_s,
         {QT_TRANSLATE_NOOP("desk", "Somebody else has signed in at window %1 meanwhile."),
          QT_TRANSLATE_NOOP("desk", "What was begun here is kept; sign in to go on with it.")}},
        {u"queue.no-such-number"_s,
         {QT_TRANSLATE_NOOP("desk", "There is no number %1 today."), QT_TRANSLATE_NOOP("desk", "Check it against the slip.")}},
        {u"server.already-waiting"_s,
         {QT_TRANSLATE_NOOP("desk", "This person waits in this class already, with number %3."),
          QT_TRANSLATE_NOOP("desk", "That number holds; another class can be given.")}},
        {u"server.real-name-needed"_s,
         {QT_TRANSLATE_NOOP("desk", "This class is given with a certificate only."),
          QT_TRANSLATE_NOOP("desk", "Lay the card on the reader, or type the number.")}},
        {u"case.went-on"_s,
         {QT_TRANSLATE_NOOP("desk", "This case has gone on meanwhile: nothing more can be brought to it."),
          QT_TRANSLATE_NOOP("desk", "Look at what stands in it now.")}},
        {u"ticket.no-booking"_s,
         {QT_TRANSLATE_NOOP("desk", "There is no such booking in this hall."),
          QT_TRANSLATE_NOOP("desk", "Look at the hall and the day on it, or lay the card on the reader.")}},
        {u"server.appointment-early"_s,
         {QT_TRANSLATE_NOOP("desk", "This booking is for later."),
          QT_TRANSLATE_NOOP("desk",
                            "With the card on the reader a number is given now; it waits as an ordinary one until the slot begins.")}},
        {u"server.appointment-late"_s,
         {QT_TRANSLATE_NOOP("desk", "The slot of this booking has passed."), QT_TRANSLATE_NOOP("desk", "Give an ordinary number.")}},
        {u"server.appointment-ended"_s,
         {QT_TRANSLATE_NOOP("desk", "This booking has its number already, or was cancelled."),
          QT_TRANSLATE_NOOP("desk", "Ask for the slip, or give an ordinary number.")}},
        {u"ticket.class-needed"_s, {QT_TRANSLATE_NOOP("desk", "Which class?"), QT_TRANSLATE_NOOP("desk", "Press its letter.")}},
        {u"ticket.offline"_s,
         {QT_TRANSLATE_NOOP("desk", "No number can be given: the back office, which counts them, cannot be reached."),
          QT_TRANSLATE_NOOP("desk", "What is written here stays; press F12 once it is back.")}},
        {u"ticket.unanswered"_s,
         {QT_TRANSLATE_NOOP("desk", "No number yet: the back office does not answer in time."),
          QT_TRANSLATE_NOOP("desk", "Press F12 again; no second number comes of it.")}},
        {u"server.pause-answered"_s,
         {QT_TRANSLATE_NOOP("desk", "That pause was answered or taken back meanwhile."),
          QT_TRANSLATE_NOOP("desk", "Nothing is to be done.")}},
        {u"queue.no-such-place"_s,
         {QT_TRANSLATE_NOOP("desk", "There is no such window or class to transfer to."),
          QT_TRANSLATE_NOOP("desk", "Type a window's number (05) or a class (B).")}},
    };
    return table;
}

QString pauseWords(const QString& reason)
{
    static const QHash<QString, const char*> words{{u"meal"_s, QT_TRANSLATE_NOOP("desk", "Meal")},
                                                   {u"meeting"_s, QT_TRANSLATE_NOOP("desk", "Meeting")},
                                                   {u"restroom"_s, QT_TRANSLATE_NOOP("desk", "Restroom")},
                                                   {u"system"_s, QT_TRANSLATE_NOOP("desk", "Fault")},
                                                   {u"locked"_s, QT_TRANSLATE_NOOP("desk", "Screen locked")}};
    const char* known = words.value(reason);
    return known ? QCoreApplication::translate("desk", known) : reason;
}

} // namespace desk
