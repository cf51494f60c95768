// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/ticketprogress.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString waitingWords(const Ticket& ticket, const QString& window, int ahead, const std::optional<WaitMinutes>& wait)
{
    QString words = ticket.misses > 0 ? u"您的号已过，已重新排队。"_s : QString();
    if (!window.isEmpty())
        words += u"请等%1叫号。"_s.arg(window);
    if (ahead == 0)
        return words + u"下一位就是您，请到窗口附近等候。"_s;
    words += u"您前面还有%1位。"_s.arg(ahead);
    return wait ? words + u"预计还要等"_s + waitWords(*wait) + u"。"_s : words;
}

} // namespace

QString waitWords(const WaitMinutes& wait)
{
    const QString expected = wait.expected < 1 ? u"不到1分钟"_s : u"约%1分钟"_s.arg(wait.expected);
    return wait.high > wait.low ? expected + u"（%1至%2分钟）"_s.arg(wait.low).arg(wait.high) : expected;
}

TicketProgress progressOf(const Ticket& ticket, const QString& window, int ahead, const std::optional<WaitMinutes>& wait)
{
    switch (ticket.state) {
    case TicketState::Waiting:
    case TicketState::Transferred: return {u"等候叫号"_s, waitingWords(ticket, window, ahead, wait)};
    case TicketState::Called: return {u"请到%1办理"_s.arg(window), u"正在叫您的号，请带齐材料马上过去。"_s};
    case TicketState::Serving: return {u"正在%1办理"_s.arg(window), {}};
    case TicketState::Held: return {u"暂时挂起"_s, u"请在大厅等候，%1会再叫您，不用重新取号。"_s.arg(window)};
    case TicketState::NoShow: return {u"已过号"_s, u"叫号时您没有到窗口。请到导办台恢复排队，或重新取号。"_s};
    case TicketState::Done: return {u"本次服务已结束"_s, u"办理进度请扫凭证上的二维码查看。"_s, true, true};
    case TicketState::Void: return {u"此号已作废"_s, u"如还要办理，请重新取号。"_s, true};
    }
    return {};
}

} // namespace core
