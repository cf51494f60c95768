// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/intake/itemband.h"

#include "app/core/halltime.h"
#include "app/core/wording.h"
#include "app/desk/intakedesk.h"
#include "app/desk/itemmodel.h"
#include "widgets/common/field.h"
#include "widgets/common/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr int RowHeight = 30;
constexpr int ShownRows = 7;

void moveCurrent(QAbstractItemView* view, int by)
{
    const int rows = view->model()->rowCount();
    if (rows == 0)
        return;
    const int row = std::clamp(view->currentIndex().row() + by, 0, rows - 1);
    view->setCurrentIndex(view->model()->index(row, 0));
}

} // namespace

ItemBand::ItemBand(desk::IntakeDesk& intake, desk::WorkDay& day, QWidget* parent)
    : Band(1, tr("Item"), tr("Find another"), u"Ctrl+K"_s, parent), m_intake(intake), m_day(day), m_model(new desk::ItemModel(day)),
      m_query(new QLineEdit(this)), m_results(new QListView(this)), m_scenarios(new QListWidget(this)), m_summary(new QWidget(this)),
      m_title(newLabel("title", this)), m_scenario(newTag("plain", this)), m_facts(newLabel("muted", this)),
      m_online(newTag("accent", this)), m_hint(newLabel("muted", this))
{
    m_model->setParent(this);
    leaveUndoToPage(m_query);
    m_query->setPlaceholderText(tr("Name, pinyin, initials or code"));
    m_query->setAccessibleName(tr("Find item"));
    m_query->installEventFilter(this);
    m_scenarios->installEventFilter(this);
    m_results->setModel(m_model);
    m_results->setFocusPolicy(Qt::NoFocus);
    m_results->setUniformItemSizes(true);
    m_results->setAccessibleName(tr("Items found"));
    m_scenarios->setAccessibleName(tr("Scenarios"));
    auto* line = new QHBoxLayout(m_summary);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_title);
    line->addWidget(m_scenario);
    line->addStretch();
    line->addWidget(newLabel("muted", m_summary, tr("Guide")));
    line->addWidget(newTag("key", m_summary, u"Ctrl+G"_s));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_query, m_results, m_summary, m_facts, m_online, m_hint, m_scenarios})
        body()->addWidget(widget);
    connect(m_query, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_model->setQuery(text);
        m_results->setCurrentIndex(m_model->index(0, 0));
        showLists();
    });
    connect(m_results, &QListView::clicked, this, &ItemBand::takeItem);
    connect(m_scenarios, &QListWidget::itemClicked, this, &ItemBand::takeScenario);
    connect(&intake, &desk::IntakeDesk::visitBegun, this, [this] {
        m_searching = m_intake.draft().itemCode.isEmpty();
        m_query->clear();
        m_model->setQuery({});
    });
    connect(&intake, &desk::IntakeDesk::takenOver, this, [this] { m_searching = false; });
    connect(&intake, &desk::IntakeDesk::changed, this, &ItemBand::follow);
    follow();
}

bool ItemBand::isChoosing() const
{
    return m_searching || m_intake.draft().scenarioCode.isEmpty();
}

void ItemBand::search()
{
    if (m_intake.record() || m_intake.draft().base) // a case keeps its item
        return;
    m_searching = true;
    m_query->clear();
    m_model->setQuery({});
    follow();
    m_query->setFocus();
}

bool ItemBand::cancelSearch()
{
    if (!m_searching || !m_intake.item())
        return false;
    m_searching = false;
    follow();
    Q_EMIT chosen();
    return true;
}

QString ItemBand::facts() const
{
    const core::ServiceItem& item = *m_intake.item();
    const core::Bundle* bundle = m_intake.bundle();
    QStringList parts;
    if (bundle)
        parts.append(tr("%1, %2 of %3").arg(bundle->name).arg(m_intake.draft().bundleStep + 1).arg(bundle->steps.size()));
    parts += QStringList{item.instant ? tr("decided on the spot") : tr("promised in %n working day(s)", nullptr, item.promisedDays),
                         item.fee, item.department};
    if (item.deferral.maxMaterials > 0)
        parts.append(tr("%n secondary material(s) may be deferred", nullptr, item.deferral.maxMaterials));
    return parts.join(u" · "_s);
}

void ItemBand::follow()
{
    const core::ServiceItem* item = m_intake.item();
    if (!item)
        m_searching = true;
    const bool scenarioNeeded = item && !m_searching && m_intake.draft().scenarioCode.isEmpty();
    if (item) {
        m_title->setText(item->name);
        const core::Scenario* scenario = item->scenario(m_intake.draft().scenarioCode);
        setTextOrHide(m_scenario, scenario ? scenario->name : QString());
        m_facts->setText(facts());
    }
    const core::Prefiling* online = m_intake.prefiling();
    setTextOrHide(m_online, online ? tr("Submitted online %1: %2 · Alt+0 takes it over")
                                         .arg(core::chineseDayAndWeekday(core::hallTime(online->submittedAt).date()), online->item.name)
                                   : QString());
    m_query->setVisible(m_searching);
    m_summary->setVisible(item && !m_searching);
    m_facts->setVisible(item && !m_searching);
    if (scenarioNeeded && (m_scenariosOf != item->code || m_scenarios->count() != item->scenarios.size())) {
        m_scenariosOf = item->code;
        m_scenarios->clear();
        for (const core::Scenario& entry : item->scenarios)
            m_scenarios->addItem(entry.name);
        m_scenarios->setCurrentRow(0);
    }
    if (!scenarioNeeded)
        m_scenarios->clear();
    showLists();
}

void ItemBand::showLists()
{
    const bool typed = m_searching && !m_query->text().isEmpty();
    const int found = typed ? m_model->rowCount() : 0;
    m_results->setVisible(found > 0);
    m_results->setFixedHeight(std::min(found, ShownRows) * RowHeight + 2);
    m_scenarios->setVisible(m_scenarios->count() > 0);
    m_scenarios->setFixedHeight(std::min<int>(m_scenarios->count(), ShownRows) * RowHeight + 2);
    const QString hint = m_scenarios->count() > 0 ? tr("Which scenario? Arrow keys or its number, then Enter")
                         : !m_day.catalogue()     ? tr("The catalogue has not arrived yet; it comes by itself")
                         : typed && found == 0    ? tr("Nothing found. Try another word, or fewer letters")
                         : m_searching            ? tr("What does the applicant want? For example 食品经营, spjy or the code")
                                                  : QString();
    setTextOrHide(m_hint, hint);
}

void ItemBand::takeItem()
{
    const QModelIndex current = m_results->currentIndex().isValid() ? m_results->currentIndex() : m_model->index(0, 0);
    if (!current.isValid() || m_query->text().isEmpty())
        return;
    m_searching = false;
    m_scenarios->clear();
    const QString code = current.data(desk::ItemModel::CodeRole).toString();
    const QString scenario = current.data(desk::ItemModel::ScenarioRole).toString();
    if (current.data(desk::ItemModel::BundleRole).toBool()) {
        m_intake.chooseBundle(code);
        follow();
        return Q_EMIT chosen();
    }
    if (m_intake.draft().itemCode != code)
        m_intake.chooseItem(code);
    else if (scenario.isEmpty() && m_intake.item()->scenarios.size() > 1)
        m_intake.chooseScenario({}); // the same item again: another scenario is wanted
    if (!scenario.isEmpty())
        m_intake.chooseScenario(scenario);
    follow();
    if (m_intake.draft().scenarioCode.isEmpty())
        m_scenarios->setFocus();
    else
        Q_EMIT chosen();
}

void ItemBand::takeScenario()
{
    const core::ServiceItem* item = m_intake.item();
    const int row = m_scenarios->currentRow();
    if (!item || row < 0 || row >= item->scenarios.size())
        return;
    m_intake.chooseScenario(item->scenarios[row].code);
    Q_EMIT chosen();
}

bool ItemBand::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return Band::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    QAbstractItemView* view = watched == m_query ? m_results : m_scenarios;
    switch (key->key()) {
    case Qt::Key_Down: moveCurrent(view, 1); return true;
    case Qt::Key_Up: moveCurrent(view, -1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: watched == m_query ? takeItem() : takeScenario(); return true;
    default: break;
    }
    const int digit = key->key() - Qt::Key_1;
    if (watched == m_scenarios && digit >= 0 && digit < m_scenarios->count()) {
        m_scenarios->setCurrentRow(digit);
        takeScenario();
        return true;
    }
    return Band::eventFilter(watched, event);
}

} // namespace widgets
