// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/intake/guidesheet.h"

#include "app/core/verdict.h"
#include "app/desk/checklistmodel.h"
#include "app/desk/guidedesk.h"
#include "widgets/common/label.h"
#include "widgets/common/markedline.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

GuideSheet::GuideSheet(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(u"scrollBody"_s);
    m_column->setContentsMargins(0, 0, 8, 0);
    m_column->setSpacing(5);
}

void GuideSheet::clear()
{
    while (QLayoutItem* entry = m_column->takeAt(0)) {
        delete entry->widget();
        delete entry;
    }
    m_spoken.clear();
}

void GuideSheet::fill(const desk::GuideDesk& guide)
{
    clear();
    const core::ServiceItem* item = guide.item();
    if (!item)
        return;
    addQuestion(guide);
    addFacts(guide);
    addMaterials(guide);
    addList(tr("Conditions"), item->conditions);
    addList(tr("Steps"), item->flow);
    QStringList asked;
    for (const core::FaqEntry& entry : item->faq)
        asked.append(entry.question + u'\n' + entry.answer);
    addList(tr("Often asked"), asked);
    addList(tr("Legal basis"), item->legalBasis);
    m_column->addStretch();
}

void GuideSheet::addHeading(const QString& text)
{
    QLabel* heading = newLabel("strong", this, text);
    heading->setContentsMargins(0, m_column->isEmpty() ? 0 : 8, 0, 0);
    m_column->addWidget(heading);
    m_spoken += text + u'\n';
}

void GuideSheet::addLine(const QString& mark, const char* tone, const QString& text)
{
    m_column->addWidget(newMarkedLine(mark, tone, text, this));
    m_spoken += mark + u' ' + text + u'\n';
}

void GuideSheet::addList(const QString& heading, const QStringList& lines)
{
    if (lines.isEmpty())
        return;
    addHeading(heading);
    for (const QString& line : lines)
        addLine(lines.size() > 1 ? QString::number(&line - lines.data() + 1) : u"·"_s, "plain", line);
}

void GuideSheet::addQuestion(const desk::GuideDesk& guide)
{
    const core::QuestionPath path = guide.path();
    if (!guide.mayChoose() || (!path.open && path.given.isEmpty()))
        return;
    const auto words = [](const QString& question) { return question.isEmpty() ? tr("Which scenario?") : question; };
    addHeading(path.open ? words(path.open->text) : tr("That decides the scenario; F12 takes it"));
    for (const core::QuestionPath::Step& step : path.given)
        addLine(u"✓"_s, "ok", words(step.question) + u"　"_s + step.answer);
    if (path.open) {
        for (qsizetype i = 0; i < path.open->answers.size(); ++i)
            addLine(QString::number(i + 1), "accent", path.open->answers[i].text);
    }
}

void GuideSheet::addFacts(const desk::GuideDesk& guide)
{
    const core::ServiceItem& item = *guide.item();
    addHeading(tr("Limits and fee"));
    addLine(u"·"_s, "plain",
            item.instant ? tr("decided on the spot")
                         : tr("by law %n working day(s)", nullptr, item.statutoryDays) + u" · "_s +
                               tr("promised in %n working day(s)", nullptr, item.promisedDays));
    addLine(u"·"_s, "plain", tr("Fee: %1").arg(item.fee));
    addLine(u"·"_s, "plain", tr("Decided by: %1").arg(item.department));
}

void GuideSheet::addMaterials(const desk::GuideDesk& guide)
{
    const QList<core::GuideMaterial> materials = guide.materials();
    addHeading(guide.scenario().isEmpty() ? tr("Materials, as far as the scenario is known") : tr("Materials"));
    for (const core::GuideMaterial& material : materials)
        m_column->addWidget(newMaterial(guide, material));
    if (guide.item()->deferral.maxMaterials > 0)
        addLine(u"·"_s, "plain", tr("%n secondary material(s) may be deferred", nullptr, guide.item()->deferral.maxMaterials));
}

/// Name and demand in one line, what spares it behind, where forms are to be had below.
QWidget* GuideSheet::newMaterial(const desk::GuideDesk& guide, const core::GuideMaterial& material)
{
    const core::MaterialRequirement& asked = material.requirement;
    const QString demand = tr("%1, %2").arg(desk::formWords(asked.form)).arg(tr("%n piece(s)", nullptr, asked.count));
    QList<std::pair<const char*, QString>> tags;
    if (!material.always)
        tags.append({"plain", tr("depends on the scenario")});
    if (!asked.licence.isEmpty())
        tags.append({"ok", tr("may come from an e-licence")});
    if (core::whyDeferrable(*guide.item(), asked).level != core::ReasonLevel::Blocking)
        tags.append({"warn", tr("may be deferred")});
    QStringList where;
    if (!asked.blankForm.isEmpty())
        where.append(tr("Blank form: %1").arg(asked.blankForm));
    if (!asked.sample.isEmpty())
        where.append(tr("Sample: %1").arg(asked.sample));
    auto* box = new QWidget(this);
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(1);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(newMarkedLine(u"□"_s, "plain", asked.name + u"　"_s + demand, box), 1);
    m_spoken += asked.name + u' ' + demand;
    for (const auto& [tone, text] : tags) {
        line->addWidget(newTag(tone, box, text), 0, Qt::AlignTop);
        m_spoken += u' ' + text;
    }
    rows->addLayout(line);
    if (!where.isEmpty()) {
        QLabel* note = newLabel("muted", box, where.join(u" · "_s));
        note->setWordWrap(true);
        note->setIndent(28); // below the name
        rows->addWidget(note);
        m_spoken += u' ' + note->text();
    }
    m_spoken += u'\n';
    return box;
}

} // namespace widgets
