// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/guidereader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString entryAt(const QString& pointer, qsizetype index)
{
    return pointer + u'/' + QString::number(index);
}

qsizetype questionPlace(const QList<ScenarioQuestion>& questions, const QString& code)
{
    const auto found = std::find_if(questions.begin(), questions.end(), [&](const ScenarioQuestion& one) { return one.code == code; });
    return found == questions.end() ? -1 : found - questions.begin();
}

/// Whether answers lead from one question to another; each is looked at once.
bool leads(const QList<ScenarioQuestion>& questions, qsizetype from, qsizetype to, QSet<qsizetype>& seen)
{
    seen.insert(from);
    return std::any_of(questions[from].answers.begin(), questions[from].answers.end(), [&](const auto& answer) {
        const qsizetype next = answer.next.isEmpty() ? -1 : questionPlace(questions, answer.next);
        return next == to || (next >= 0 && !seen.contains(next) && leads(questions, next, to, seen));
    });
}

} // namespace

QString GuideReader::text(const QJsonObject& json, const QString& key, const QString& pointer, bool needed)
{
    const QString value = json[key].toString();
    if (value.trimmed().isEmpty() && (needed || json.contains(key)))
        m_reader.addFault(pointer + u'/' + key, u"catalogue.missing"_s);
    return value;
}

QJsonArray GuideReader::array(const QJsonObject& json, const QString& key, const QString& pointer)
{
    if (json.contains(key) && !json[key].isArray())
        m_reader.addFault(pointer + u'/' + key, u"catalogue.list"_s);
    return json[key].toArray();
}

QStringList GuideReader::list(const QJsonObject& json, const QString& key, const QString& pointer)
{
    const QJsonArray entries = array(json, key, pointer);
    QStringList result;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        result.append(entries[i].toString());
        if (result.constLast().trimmed().isEmpty())
            m_reader.addFault(entryAt(pointer + u'/' + key, i), u"catalogue.missing"_s);
    }
    return result;
}

ScenarioQuestion GuideReader::readQuestion(const QJsonObject& json, const QString& pointer, const ServiceItem& item)
{
    ScenarioQuestion question{text(json, u"code"_s, pointer), text(json, u"text"_s, pointer), {}};
    const QJsonArray answers = array(json, u"answers"_s, pointer);
    const QString place = pointer + u"/answers"_s;
    if (answers.isEmpty() && (json[u"answers"_s].isArray() || !json.contains(u"answers"_s)))
        m_reader.addFault(place, u"catalogue.missing"_s);
    if (answers.size() > MostAnswers)
        m_reader.addFault(place, u"catalogue.too-many-answers"_s);
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const QJsonObject entry = answers[i].toObject();
        const ScenarioQuestion::Answer answer{text(entry, u"text"_s, entryAt(place, i)),
                                              text(entry, u"scenario"_s, entryAt(place, i), false),
                                              text(entry, u"next"_s, entryAt(place, i), false)};
        if (entry.contains(u"scenario"_s) == entry.contains(u"next"_s))
            m_reader.addFault(entryAt(place, i), u"catalogue.answer-leads"_s);
        if (!answer.scenario.isEmpty() && !item.scenario(answer.scenario))
            m_reader.addFault(entryAt(place, i) + u"/scenario"_s, u"catalogue.unknown-scenario"_s, answer.scenario);
        question.answers.append(answer);
    }
    return question;
}

/// Answers lead to questions that there are, and never back.
void GuideReader::checkWays(const QList<ScenarioQuestion>& questions, const QString& pointer)
{
    for (qsizetype i = 0; i < questions.size(); ++i) {
        if (!questions[i].code.isEmpty() && questionPlace(questions, questions[i].code) < i)
            m_reader.addFault(entryAt(pointer, i) + u"/code"_s, u"catalogue.duplicate"_s, questions[i].code);
        for (qsizetype k = 0; k < questions[i].answers.size(); ++k) {
            const QString next = questions[i].answers[k].next;
            if (!next.isEmpty() && questionPlace(questions, next) < 0)
                m_reader.addFault(entryAt(entryAt(pointer, i) + u"/answers"_s, k) + u"/next"_s, u"catalogue.unknown-question"_s, next);
        }
        QSet<qsizetype> seen;
        if (leads(questions, i, i, seen))
            m_reader.addFault(entryAt(pointer, i), u"catalogue.question-loop"_s, questions[i].code);
    }
}

void GuideReader::read(ServiceItem& item, const QJsonObject& json, const QString& pointer)
{
    item.conditions = list(json, u"conditions"_s, pointer);
    item.legalBasis = list(json, u"legalBasis"_s, pointer);
    item.flow = list(json, u"flow"_s, pointer);
    const QJsonArray faq = array(json, u"faq"_s, pointer);
    for (qsizetype i = 0; i < faq.size(); ++i) {
        const QString place = entryAt(pointer + u"/faq"_s, i);
        item.faq.append({text(faq[i].toObject(), u"question"_s, place), text(faq[i].toObject(), u"answer"_s, place)});
    }
    const QJsonArray questions = array(json, u"questions"_s, pointer);
    for (qsizetype i = 0; i < questions.size(); ++i)
        item.questions.append(readQuestion(questions[i].toObject(), entryAt(pointer + u"/questions"_s, i), item));
    checkWays(item.questions, pointer + u"/questions"_s);
    const QJsonArray materials = json[u"materials"_s].toArray();
    for (qsizetype i = 0; i < std::min(materials.size(), item.materials.size()); ++i) {
        const QString place = entryAt(pointer + u"/materials"_s, i);
        item.materials[i].sample = text(materials[i].toObject(), u"sample"_s, place, false);
        item.materials[i].blankForm = text(materials[i].toObject(), u"blankForm"_s, place, false);
    }
}

} // namespace core
