// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/supervise/followuppane.h"

#include "app/core/evaluation.h"
#include "app/core/halltime.h"
#include "app/core/wording.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"
#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr int FollowUpWidth = 300;
constexpr int LongestLine = 200; // characters
constexpr int IdRole = Qt::UserRole;

QString ratingWords(const desk::StatisticsDesk::BadEvaluation& one, const QDate& today)
{
    QStringList head{one.number, core::levelWords(one.level)};
    if (one.until.isValid() && one.until < today)
        head.append(FollowUpPane::tr("overdue since %1").arg(core::chineseDayAndWeekday(one.until)));
    else if (one.until.isValid())
        head.append(FollowUpPane::tr("by %1").arg(core::chineseDayAndWeekday(one.until)));
    const QString whose =
        FollowUpPane::tr("%1, window %2, clerk %3").arg(core::hallTime(one.at).toString(u"MM-dd HH:mm"_s), one.window, one.clerk);
    QStringList lines{head.join(u" · "_s), whose};
    for (const QString& text : {one.item, one.reason.simplified()}) {
        if (!text.isEmpty())
            lines.append(text);
    }
    return lines.join(u'\n');
}

} // namespace

FollowUpPane::FollowUpPane(desk::StatisticsDesk& desk, QWidget* parent)
    : QFrame(parent), m_desk(desk), m_title(newLabel("strong", this)), m_empty(newLabel("muted", this)), m_list(new QListWidget(this)),
      m_line(new QLineEdit(this)), m_fault(newLabel("fault", this)),
      m_record(new KeyButton(tr("Record what was done"), u"F12"_s, this, KeyButton::Weight::Primary)), m_foot(new QVBoxLayout)
{
    setObjectName(u"verdictPanel"_s);
    setFixedWidth(FollowUpWidth);
    m_empty->setText(tr("Nobody waits to be heard. Bad evaluations stand here until it is noted what was done."));
    m_empty->setWordWrap(true);
    m_list->setAccessibleName(tr("Bad evaluations"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_line->setAccessibleName(tr("What was done"));
    m_line->setMaxLength(LongestLine);
    m_line->installEventFilter(this);
    auto* head = new QHBoxLayout;
    head->addWidget(newLabel("muted", this, tr("What was done")), 1);
    head->addWidget(newTag("key", this, u"Alt+6"_s));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 12, 14);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    column->addStretch();
    column->addLayout(head);
    for (QWidget* part : std::initializer_list<QWidget*>{m_line, m_fault, m_record})
        column->addWidget(part);
    column->addSpacing(8);
    column->addLayout(m_foot);
    m_fault->hide();
    connect(m_record, &KeyButton::clicked, this, &FollowUpPane::record);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_drafts[currentId()] = text;
        setTextOrHide(m_fault, {});
    });
    connect(m_list, &QListWidget::currentItemChanged, this, &FollowUpPane::showDraft);
    connect(&desk, &desk::StatisticsDesk::changed, this, &FollowUpPane::follow);
    connect(&desk, &desk::StatisticsDesk::followedUp, this, &FollowUpPane::forget);
    connect(&desk, &desk::StatisticsDesk::left, this, [this] {
        m_drafts.clear();
        showDraft();
    });
    follow();
}

void FollowUpPane::follow()
{
    const auto& evaluations = m_desk.evaluations();
    m_title->setText(evaluations.isEmpty() ? tr("Bad evaluations")
                                           : tr("%n bad evaluation(s) to follow up", nullptr, int(evaluations.size())));
    m_empty->setVisible(evaluations.isEmpty());
    m_list->setVisible(!evaluations.isEmpty());
    m_line->setEnabled(!evaluations.isEmpty());
    m_record->setEnabled(!evaluations.isEmpty());
    if (evaluations == m_shown)
        return;
    const QString before = currentId();
    m_shown = evaluations;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const auto& one : evaluations) {
        auto* entry = new QListWidgetItem(ratingWords(one, m_desk.today()), m_list);
        entry->setData(IdRole, one.id);
        if (one.until.isValid() && one.until < m_desk.today())
            entry->setForeground(Theme::colour(ColourRole::Danger));
        if (one.id == before)
            m_list->setCurrentItem(entry);
    }
    const QString written = m_drafts.take(before);
    if (m_list->currentItem())
        m_drafts[before] = written;
    else if (!written.isEmpty()) // it is of nobody else
        setTextOrHide(m_fault, tr("Noted elsewhere meanwhile. ↑ ↓ choose another one."));
    else if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    showDraft();
}

void FollowUpPane::forget(const QString& id)
{
    m_drafts.remove(id); // before the list is read again
    showDraft();
}

/// Words belong to the one they were written about.
void FollowUpPane::showDraft()
{
    const QString draft = m_drafts.value(currentId());
    if (m_line->text() != draft)
        m_line->setText(draft);
}

QString FollowUpPane::currentId() const
{
    return m_list->currentItem() ? m_list->currentItem()->data(IdRole).toString() : QString();
}

void FollowUpPane::focusLine()
{
    m_line->setFocus();
}

void FollowUpPane::record()
{
    if (currentId().isEmpty()) {
        if (!m_shown.isEmpty())
            setTextOrHide(m_fault, tr("Noted elsewhere meanwhile. ↑ ↓ choose another one."));
        return;
    }
    if (m_line->text().trimmed().isEmpty()) {
        setTextOrHide(m_fault, tr("Write first what was done."));
        return m_line->setFocus();
    }
    m_desk.followUp(currentId(), m_line->text());
}

bool FollowUpPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || m_list->count() == 0)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down)
        return QFrame::eventFilter(watched, event);
    m_list->setCurrentRow(std::clamp(m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1), 0, m_list->count() - 1));
    return true;
}

} // namespace widgets
