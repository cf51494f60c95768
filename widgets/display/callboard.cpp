// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/display/callboard.h"

#include "app/core/halltime.h"
#include "widgets/display/largewords.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr qint64 FreshSeconds = 12;
constexpr int FewestEarlier = 4;
constexpr int MostEarlier = 11;

QList<Piece> sentence(const core::HallCall& call, const QColor& words, const QColor& number)
{
    return {{u"请 "_s, words}, {call.number, number}, {u" 号 到 "_s, words}, {call.windowName, number}};
}

QString whenAndHowOften(const core::HallCall& call)
{
    const QString at = core::hallTime(call.at).toString(u"HH:mm"_s);
    return call.calls > 1 ? u"第%1次  %2"_s.arg(call.calls).arg(at) : at;
}

} // namespace

CallBoard::CallBoard(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Calls"));
}

void CallBoard::show(const QList<core::HallCall>& calls, const QDateTime& now)
{
    m_calls = calls;
    m_now = now;
    QStringList words;
    for (const core::HallCall& call : calls)
        words.append(u"%1 %2 %3"_s.arg(call.number, call.windowName, whenAndHowOften(call)));
    setAccessibleDescription(words.join(u'\n'));
    update();
}

bool CallBoard::isFresh(const core::HallCall& call) const
{
    return call.at.secsTo(m_now) < FreshSeconds;
}

void CallBoard::paintWelcome(QPainter& painter) const
{
    const QRectF all = rect();
    drawLarge(painter, all, Qt::AlignCenter, {{u"欢迎"_s, HallColours::text}}, all.height() / 4, Weight::Bold);
    const QRectF below = all.adjusted(0, all.height() * 0.66, 0, 0);
    drawLarge(painter, below, Qt::AlignHCenter | Qt::AlignTop, {{u"请取号，等候叫号"_s, HallColours::muted}}, all.height() / 14,
              Weight::Plain);
}

void CallBoard::paintNewest(QPainter& painter, const QRectF& place) const
{
    const core::HallCall& call = m_calls.constFirst();
    const bool fresh = isFresh(call);
    const qreal edge = place.height() / 12;
    painter.setPen(Qt::NoPen);
    painter.setBrush(fresh ? HallColours::called : HallColours::raised);
    painter.drawRoundedRect(place, edge, edge);
    const QColor words = fresh ? HallColours::background : HallColours::muted;
    const QColor number = fresh ? HallColours::background : HallColours::text;
    const QRectF inner = place.adjusted(2.5 * edge, 0, -2.5 * edge, 0);
    const qreal foot = place.height() / 4;
    drawLarge(painter, inner.adjusted(0, edge / 2, 0, -foot), Qt::AlignLeft | Qt::AlignVCenter, sentence(call, words, number),
              place.height() * 0.48, Weight::Bold);
    drawLarge(painter, inner.adjusted(0, place.height() - foot - edge, 0, -edge), Qt::AlignRight | Qt::AlignVCenter,
              {{whenAndHowOften(call), words}}, place.height() / 6, Weight::Plain);
}

void CallBoard::paintEarlier(QPainter& painter, const QRectF& place, const core::HallCall& call) const
{
    const bool fresh = isFresh(call);
    painter.setPen(hairline(*this));
    painter.drawLine(place.bottomLeft(), place.bottomRight());
    const QColor colour = fresh ? HallColours::called : HallColours::text;
    const qreal margin = place.width() / 40;
    const QRectF inner = place.adjusted(margin, 0, -margin, 0);
    const qreal letters = place.height() * 0.52;
    const auto column = [&](qreal from, qreal to) {
        return QRectF(inner.left() + from * inner.width(), inner.top(), (to - from) * inner.width(), inner.height());
    };
    drawLarge(painter, column(0, 0.26), Qt::AlignLeft | Qt::AlignVCenter, {{call.number, colour}}, letters, Weight::Bold);
    drawLarge(painter, column(0.28, 0.76), Qt::AlignLeft | Qt::AlignVCenter, {{call.windowName, colour}}, letters, Weight::Plain);
    drawLarge(painter, column(0.78, 1), Qt::AlignRight | Qt::AlignVCenter, {{whenAndHowOften(call), HallColours::muted}},
              place.height() * 0.3, Weight::Plain);
}

void CallBoard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_calls.isEmpty())
        return paintWelcome(painter);
    const qreal first = std::min(height() * 0.27, width() * 0.175);
    const int earlier = std::clamp(int((height() - first) / (width() * 0.1)), FewestEarlier, MostEarlier);
    const qreal row = (height() - first) / earlier;
    paintNewest(painter, QRectF(0, 0, width(), first));
    for (int i = 1; i <= earlier && i < m_calls.size(); ++i)
        paintEarlier(painter, QRectF(0, first + (i - 1) * row, width(), row), m_calls[i]);
}

} // namespace widgets
