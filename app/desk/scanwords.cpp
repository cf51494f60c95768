// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/scanwords.h"

using namespace Qt::StringLiterals;

namespace desk {

const QHash<QString, Words>& scanAdvice()
{
    static const QHash<QString, Words> table{
        {u"page.late"_s,
         {QT_TRANSLATE_NOOP("desk", "A page came after its case was closed and is not in it."),
          QT_TRANSLATE_NOOP("desk", "Open that case again and look through its pages.")}},
        {u"page.bound"_s,
         {QT_TRANSLATE_NOOP("desk", "These %1 pages are one document, bound when they were taken in; it stays as it is."),
          QT_TRANSLATE_NOOP("desk", "Scan what is missing with F9, or take the document out (Del) and scan all of it.")}},
        {u"bind.unreadable"_s,
         {QT_TRANSLATE_NOOP("desk", "Page %1 of \"%2\" cannot be read."), QT_TRANSLATE_NOOP("desk", "Take it out and scan it again.")}},
        {u"bind.foreign"_s,
         {QT_TRANSLATE_NOOP("desk", "Page %1 of \"%2\" is a PDF from elsewhere, which is not fit for the archive (PDF/A)."),
          QT_TRANSLATE_NOOP("desk", "Print it, scan the sheet, and take the PDF out.")}},
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
        {u"scan.no-paper-stack"_s,
         {QT_TRANSLATE_NOOP("desk", "There is no paper in the scanner."),
          QT_TRANSLATE_NOOP("desk", "Put the papers in and press Shift+F9.")}},
        {u"scan.jam-stack"_s,
         {QT_TRANSLATE_NOOP("desk", "Paper jam. %1 pages have arrived and are kept."),
          QT_TRANSLATE_NOOP("desk", "Clear it and scan the rest of the stack with Shift+F9.")}},
        {u"scan.cover-open-stack"_s,
         {QT_TRANSLATE_NOOP("desk", "The scanner's cover is open. %1 pages are kept."),
          QT_TRANSLATE_NOOP("desk", "Close it and press Shift+F9.")}},
        {u"scan.busy-stack"_s,
         {QT_TRANSLATE_NOOP("desk", "The scanner is in use."), QT_TRANSLATE_NOOP("desk", "Press Shift+F9 again in a moment.")}},
        {u"scan.page-damaged-stack"_s,
         {QT_TRANSLATE_NOOP("desk", "The last page came incomplete and was not taken; %1 pages before it are kept."),
          QT_TRANSLATE_NOOP("desk", "Put it and the rest in again and press Shift+F9.")}},
        {u"scan.not-found-stack"_s,
         {QT_TRANSLATE_NOOP("desk", "The scanner does not answer; %1 pages have arrived and are kept."),
          QT_TRANSLATE_NOOP("desk", "Check its power and cable, then press Shift+F9.")}},
        {u"scan.fault-stack"_s,
         {QT_TRANSLATE_NOOP("desk", "The scanner reports a fault; %1 pages have arrived and are kept."),
          QT_TRANSLATE_NOOP("desk", "Switch it off and on, then press Shift+F9.")}},
    };
    return table;
}

} // namespace desk
