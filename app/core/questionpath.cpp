// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/questionpath.h"

#include <QSet>

#include <algorithm>

namespace core {

namespace {

const ScenarioQuestion* questionNamed(const QList<ScenarioQuestion>& questions, const QString& code)
{
    const auto found = std::find_if(questions.begin(), questions.end(), [&](const ScenarioQuestion& one) { return one.code == code; });
    return found == questions.end() ? nullptr : &*found;
}

/// Scenarios to which answers from here lead; each question is looked at once.
void gather(const QList<ScenarioQuestion>& questions, const ScenarioQuestion& from, QSet<QString>& codes, QSet<QString>& seen)
{
    seen.insert(from.code);
    for (const ScenarioQuestion::Answer& answer : from.answers) {
        if (!answer.scenario.isEmpty())
            codes.insert(answer.scenario);
        else if (const ScenarioQuestion* next = questionNamed(questions, answer.next); next && !seen.contains(next->code))
            gather(questions, *next, codes, seen);
    }
}

QStringList inItemOrder(const ServiceItem& item, const QSet<QString>& codes)
{
    QStringList list;
    for (const Scenario& scenario : item.scenarios) {
        if (codes.contains(scenario.code))
            list.append(scenario.code);
    }
    return list;
}

QStringList allScenarios(const ServiceItem& item)
{
    QStringList codes;
    for (const Scenario& scenario : item.scenarios)
        codes.append(scenario.code);
    return codes;
}

} // namespace

QList<ScenarioQuestion> questionsOf(const ServiceItem& item)
{
    if (!item.questions.isEmpty() || item.scenarios.size() < 2 || item.scenarios.size() > MostAnswers)
        return item.questions;
    ScenarioQuestion which;
    for (const Scenario& scenario : item.scenarios)
        which.answers.append({scenario.name, scenario.code});
    return {which};
}

QuestionPath pathOf(const ServiceItem& item, const QList<int>& answers)
{
    const QList<ScenarioQuestion> questions = questionsOf(item);
    if (questions.isEmpty())
        return {{}, std::nullopt, allScenarios(item)};
    QuestionPath path{{}, questions.constFirst(), {}};
    QSet<QString> possible;
    QSet<QString> seen;
    gather(questions, *path.open, possible, seen);
    for (const int place : answers) {
        if (!path.open || place < 0 || place >= path.open->answers.size())
            break;
        const ScenarioQuestion::Answer answer = path.open->answers[place];
        path.given.append({path.open->text, answer.text});
        const ScenarioQuestion* next = questionNamed(questions, answer.next);
        path.open = answer.scenario.isEmpty() && next ? std::optional(*next) : std::nullopt;
        possible.clear();
        if (path.open)
            gather(questions, *path.open, possible, seen);
        else
            possible.insert(answer.scenario);
    }
    path.scenarios = inItemOrder(item, possible);
    return path;
}

QList<GuideMaterial> materialsOf(const ServiceItem& item, const QStringList& scenarios)
{
    QList<GuideMaterial> list;
    if (scenarios.size() == 1) {
        for (const MaterialRequirement& material : item.materialsOf(scenarios.constFirst()))
            list.append({material, true});
        return list;
    }
    for (const MaterialRequirement& material : item.materials) {
        const auto asking = std::count_if(scenarios.begin(), scenarios.end(), [&](const QString& code) {
            const Scenario* scenario = item.scenario(code);
            return scenario && scenario->materialCodes.contains(material.code);
        });
        if (asking > 0)
            list.append({material, asking == scenarios.size()});
    }
    return list;
}

} // namespace core
