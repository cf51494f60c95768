// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/supervise/windowgrid.h"

#include "app/core/wording.h"
#include "app/desk/queuewords.h"
#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr qreal Widest = 1.6; ///< of a tile's usual width
constexpr qreal Edge = 4;
constexpr qreal NarrowTile = 50; ///< only the number has room
constexpr int SmallFont = 12;
constexpr int TitleFont = 14;

struct Look
{
    QString word;
    ColourRole colour;
};

Look lookOf(const core::WindowFigures& window)
{
    if (window.state == u"paused")
        return {WindowGrid::tr("Paused"), ColourRole::Warn};
    if (window.state != u"open")
        return {WindowGrid::tr("Closed"), ColourRole::Muted};
    return window.isIdle() ? Look{WindowGrid::tr("Idle"), ColourRole::Accent} : Look{WindowGrid::tr("Serving"), ColourRole::Ok};
}

QString shortName(const core::WindowFigures& window)
{
    return WindowGrid::tr("No. %1").arg(core::plainNumber(window.code));
}

QFont sized(const QWidget& widget, int pixels, bool bold)
{
    QFont font = widget.font();
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

} // namespace

WindowGrid::WindowGrid(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Windows"));
    setFocusPolicy(Qt::StrongFocus);
}

void WindowGrid::show(const QList<core::WindowFigures>& windows, const QDateTime& at)
{
    m_windows = windows;
    m_at = at;
    QStringList words;
    for (const core::WindowFigures& window : windows)
        words.append(wordsOf(window));
    setAccessibleDescription(words.join(u'\n'));
    if (currentIndex() < 0)
        m_current = windows.isEmpty() ? QString() : windows.constFirst().code;
    updateGeometry();
    update();
}

QString WindowGrid::wordsOf(const core::WindowFigures& window) const
{
    QStringList parts{shortName(window), lookOf(window).word, window.clerk};
    if (!window.ticketNumber.isEmpty())
        parts.append(window.ticketNumber);
    if (window.state == u"paused" && !window.reason.isEmpty())
        parts.append(desk::pauseWords(window.reason));
    const QDateTime since = window.ticketNumber.isEmpty() ? window.since : window.ticketSince;
    if (window.state != u"closed" && since.isValid())
        parts.append(tr("%n min", nullptr, int(std::max<qint64>(0, since.secsTo(m_at)) / 60)));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

WindowGrid::Tiles WindowGrid::fit(const Size& size) const
{
    const int most = std::max(1, int((width() + size.gap) / (size.width + size.gap)));
    Tiles result{size, std::min(most, std::max(1, int(m_windows.size()))), 1};
    result.rows = int(std::ceil(double(m_windows.size()) / result.columns));
    result.size.width = std::min(size.width * Widest, (width() - size.gap * (result.columns - 1)) / result.columns);
    return result;
}

/// The largest that all find room in; the smallest otherwise, lower if need be.
WindowGrid::Tiles WindowGrid::tiles() const
{
    Tiles last{};
    for (const Size& size : {Size{150, 54, 8, true}, Size{64, 30, 8, false}, Size{36, 20, 4, false}}) {
        last = fit(size);
        if (last.rows * (size.height + size.gap) - size.gap <= height())
            return last;
    }
    last.size.height = std::max(1.0, double(height()) / last.rows - last.size.gap);
    return last;
}

QSize WindowGrid::minimumSizeHint() const
{
    return {300, 160};
}

void WindowGrid::paintTile(QPainter& painter, const QRectF& tile, const core::WindowFigures& window, bool full) const
{
    const Look look = lookOf(window);
    const QColor colour = Theme::colour(look.colour);
    painter.setPen(Theme::colour(ColourRole::Line));
    painter.setBrush(Theme::colour(ColourRole::Surface));
    painter.drawRoundedRect(tile, Edge, Edge);
    painter.fillRect(QRectF(tile.left(), tile.top() + 2, Edge, tile.height() - 4), colour);
    if (!full) {
        const bool narrow = tile.width() < NarrowTile;
        painter.setFont(sized(*this, SmallFont, true));
        painter.setPen(colour);
        painter.drawText(tile.adjusted(Edge + 2, 0, -2, 0), Qt::AlignCenter, narrow ? core::plainNumber(window.code) : shortName(window));
        return;
    }
    const QRectF inner = tile.adjusted(Edge + 6, 4, -6, -4);
    painter.setFont(sized(*this, TitleFont, true));
    painter.setPen(Theme::colour(ColourRole::Text));
    painter.drawText(inner, Qt::AlignTop | Qt::AlignLeft, shortName(window));
    painter.setFont(sized(*this, SmallFont, false));
    painter.setPen(colour);
    painter.drawText(inner, Qt::AlignTop | Qt::AlignRight, look.word);
    painter.setPen(Theme::colour(ColourRole::Muted));
    QStringList parts = wordsOf(window).split(u" · "_s).mid(2);
    const QString line = painter.fontMetrics().elidedText(parts.join(u" · "_s), Qt::ElideRight, int(inner.width()));
    painter.drawText(inner, Qt::AlignBottom | Qt::AlignLeft, line);
}

QRectF WindowGrid::tileAt(const Tiles& tiles, qsizetype index)
{
    const auto& [size, columns, rows] = tiles;
    const qreal x = double(index % columns) * (size.width + size.gap);
    const qreal y = double(index / columns) * (size.height + size.gap);
    return {x + 0.5, y + 0.5, size.width - 1, size.height - 1};
}

qsizetype WindowGrid::indexAt(const QPointF& point) const
{
    const Tiles fitted = tiles();
    for (qsizetype i = 0; i < m_windows.size(); ++i) {
        if (tileAt(fitted, i).contains(point))
            return i;
    }
    return -1;
}

qsizetype WindowGrid::currentIndex() const
{
    const auto found =
        std::find_if(m_windows.begin(), m_windows.end(), [this](const core::WindowFigures& window) { return window.code == m_current; });
    return found == m_windows.end() ? -1 : found - m_windows.begin();
}

void WindowGrid::choose(qsizetype index)
{
    if (m_windows.isEmpty())
        return;
    const core::WindowFigures& window = m_windows[std::clamp<qsizetype>(index, 0, m_windows.size() - 1)];
    m_current = window.code;
    setAccessibleName(tr("Windows") + u": "_s + wordsOf(window)); // said as it is chosen
    update();
}

void WindowGrid::keyPressEvent(QKeyEvent* event)
{
    const qsizetype index = currentIndex();
    const int columns = tiles().columns;
    switch (event->key()) {
    case Qt::Key_Left: return choose(index - 1);
    case Qt::Key_Right: return choose(index + 1);
    case Qt::Key_Up: return index >= columns ? choose(index - columns) : void();
    case Qt::Key_Down: return index + columns < m_windows.size() ? choose(index + columns) : void();
    case Qt::Key_Home: return choose(0);
    case Qt::Key_End: return choose(m_windows.size() - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (index >= 0)
            Q_EMIT opened(m_current);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void WindowGrid::mousePressEvent(QMouseEvent* event)
{
    if (const qsizetype index = indexAt(event->position()); index >= 0)
        choose(index);
}

void WindowGrid::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const qsizetype index = indexAt(event->position()); index >= 0)
        Q_EMIT opened(m_windows[index].code);
}

void WindowGrid::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void WindowGrid::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void WindowGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tiles fitted = tiles();
    for (qsizetype i = 0; i < m_windows.size(); ++i)
        paintTile(painter, tileAt(fitted, i), m_windows[i], fitted.size.full);
    const qsizetype index = currentIndex();
    if (index < 0)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme::colour(hasFocus() ? ColourRole::Accent : ColourRole::Muted), hasFocus() ? 2 : 1));
    painter.drawRoundedRect(tileAt(fitted, index), Edge, Edge);
}

} // namespace widgets
