// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/display/halldisplay.h"

#include "app/core/halltime.h"
#include "app/core/wording.h"
#include "app/desk/halldisplaydesk.h"
#include "widgets/display/callboard.h"
#include "widgets/display/hallfigures.h"
#include "widgets/display/largewords.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int NoticeSeconds = 8;
constexpr qreal HeadShare = 0.1; ///< of the height
constexpr qreal FootShare = 0.1;
constexpr qreal LeftShare = 0.66; ///< of the width
constexpr qreal MarginShare = 0.03;

QString clockWords(const QDateTime& time)
{
    return core::hallTime(time).toString(u"HH:mm"_s);
}
} // namespace

HallDisplay::HallDisplay(desk::HallDisplayDesk& desk) : m_desk(desk), m_calls(new CallBoard(this)), m_figures(new HallFigures(this))
{
    setCursor(Qt::BlankCursor);
    setAccessibleName(tr("Hall display"));
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &HallDisplay::tick);
    m_second.start();
    connect(&desk, &desk::HallDisplayDesk::changed, this, &HallDisplay::follow);
    follow();
}

void HallDisplay::follow()
{
    const core::HallScreen screen = m_desk.screen().value_or(core::HallScreen{});
    m_calls->show(screen.calls, m_desk.now());
    m_figures->show(screen);
    update();
}

void HallDisplay::tick()
{
    ++m_seconds;
    follow();
}

QString HallDisplay::notice() const
{
    if (!m_desk.screen() || m_desk.screen()->notices.isEmpty())
        return {};
    return m_desk.screen()->notices[m_seconds / NoticeSeconds % m_desk.screen()->notices.size()];
}

QString HallDisplay::ageWords() const
{
    if (!m_desk.screen())
        return u"正在连接…"_s;
    return m_desk.isStale() ? u"数据更新于 %1"_s.arg(clockWords(m_desk.screen()->at)) : QString();
}

void HallDisplay::resizeEvent(QResizeEvent*)
{
    const double margin = MarginShare * height();
    const double top = HeadShare * height();
    const double tall = height() - top - FootShare * height();
    const double left = LeftShare * width() - margin;
    m_calls->setGeometry(QRectF(margin, top, left - margin / 2, tall).toRect());
    m_figures->setGeometry(QRectF(margin + left + margin / 2, top, width() - left - 2.5 * margin, tall).toRect());
}

void HallDisplay::paintFoot(QPainter& painter) const
{
    const double margin = MarginShare * height();
    const QRectF foot(margin, height() * (1 - FootShare), width() - 2 * margin, height() * FootShare);
    const qreal letters = foot.height() * 0.34;
    const QRectF clock(foot.right() - width() * 0.1, foot.top(), width() * 0.1, foot.height());
    drawLarge(painter, clock, Qt::AlignRight | Qt::AlignVCenter, {{clockWords(m_desk.now()), HallColours::text}}, foot.height() * 0.55,
              Weight::Bold);
    QRectF words = foot.adjusted(0, 0, -clock.width() - margin, 0);
    if (const QString age = ageWords(); !age.isEmpty()) {
        const QRectF place(words.right() - width() * 0.2, words.top(), width() * 0.2, words.height());
        drawLarge(painter, place, Qt::AlignRight | Qt::AlignVCenter, {{age, HallColours::warn}}, letters, Weight::Plain);
        words.setRight(place.left() - margin);
    }
    drawLarge(painter, words, Qt::AlignLeft | Qt::AlignVCenter, {{notice(), HallColours::text}}, letters, Weight::Plain);
}

void HallDisplay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), HallColours::background);
    const double margin = MarginShare * height();
    const QRectF head(margin, 0, width() - 2 * margin, HeadShare * height());
    drawLarge(painter, head.adjusted(0, 0, -width() * 0.25, 0), Qt::AlignLeft | Qt::AlignVCenter, {{m_desk.hallName(), HallColours::text}},
              head.height() * 0.46, Weight::Bold);
    drawLarge(painter, head.adjusted(width() * 0.75, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
              {{core::chineseDayAndWeekday(core::hallTime(m_desk.now()).date()), HallColours::muted}}, head.height() * 0.34, Weight::Plain);
    paintFoot(painter);
}

} // namespace widgets
