// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/cataloguetable.h"

#include "app/core/csv.h"

#include <QJsonObject>

#include <array>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

enum class Kind { Text, Number, Flag, Choice, List, Scenarios };

struct Column
{
    QStringView name; ///< in the JSON form, with a slash where it is nested
    QStringView chinese;
    Kind kind = Kind::Text;
    bool needed = false;
};

constexpr std::array ItemColumns{
    Column{u"code", u"事项编码", Kind::Text, true},
    Column{u"name", u"事项名称", Kind::Text, true},
    Column{u"aliases", u"别名", Kind::List},
    Column{u"department", u"部门", Kind::Text, true},
    Column{u"ticketClass", u"取号类别", Kind::Text, true},
    Column{u"fee", u"收费", Kind::Text, true},
    Column{u"applicantKinds", u"申请人", Kind::List, true},
    Column{u"instant", u"即办件", Kind::Flag},
    Column{u"statutoryDays", u"法定时限", Kind::Number, true},
    Column{u"promisedDays", u"承诺时限", Kind::Number, true},
    Column{u"clockStart", u"起算", Kind::Choice},
    Column{u"silence", u"逾期未告知", Kind::Choice},
    Column{u"excludedProcedures", u"特别程序", Kind::List},
    Column{u"deferral/maxMaterials", u"容缺份数", Kind::Number},
    Column{u"deferral/limitDays", u"容缺时限", Kind::Number},
    Column{u"deferral/shorterThanPromisedBy", u"早于承诺", Kind::Number},
    Column{u"deferral/capDays", u"容缺上限", Kind::Number},
    Column{u"deferral/onExpiry", u"逾期处理", Kind::Choice},
    Column{u"deferral/suspendDays", u"中止天数", Kind::Number},
    Column{u"scenarios", u"情形", Kind::Scenarios, true},
};
constexpr std::array MaterialColumns{
    Column{u"material", u"材料编码", Kind::Text, true},
    Column{u"materialName", u"材料名称", Kind::Text, true},
    Column{u"key", u"主件", Kind::Flag},
    Column{u"deferrable", u"可容缺", Kind::Flag},
    Column{u"form", u"形式", Kind::Choice},
    Column{u"count", u"份数", Kind::Number},
    Column{u"binding", u"装订", Kind::Choice},
    Column{u"scenarioCodes", u"适用情形", Kind::List},
    Column{u"licence", u"电子证照", Kind::Text},
    Column{u"validDays", u"可复用天数", Kind::Number},
};

/// What people write in a table, and its name in the contract.
const QHash<QString, QString>& choices()
{
    static const QHash<QString, QString> words{
        {u"个人"_s, u"person"_s},
        {u"自然人"_s, u"person"_s},
        {u"单位"_s, u"organisation"_s},
        {u"企业"_s, u"organisation"_s},
        {u"法人"_s, u"organisation"_s},
        {u"受理"_s, u"acceptance"_s},
        {u"补齐"_s, u"supplement-complete"_s},
        {u"无"_s, u"none"_s},
        {u"当场"_s, u"on-the-spot"_s},
        {u"五个工作日"_s, u"licence-5-days"_s},
        {u"退件"_s, u"return"_s},
        {u"终止"_s, u"terminate"_s},
        {u"中止后退件"_s, u"suspend-then-return"_s},
        {u"原件"_s, u"original"_s},
        {u"复印件"_s, u"copy"_s},
        {u"电子"_s, u"electronic"_s},
        {u"不装订"_s, u"none"_s},
    };
    return words;
}

QStringList listed(QString cell)
{
    QStringList words;
    for (const QString& word : cell.replace(u'；', u';').split(u';', Qt::SkipEmptyParts))
        words.append(choices().value(word.trimmed(), word.trimmed()));
    return words;
}

/// Reads the rows of one table.
class TableReader
{
public:
    CatalogueTable read(const QList<CsvRow>& rows)
    {
        readHead(rows.value(0));
        for (qsizetype i = 1; i < rows.size() && m_table.faults.isEmpty(); ++i)
            readRow(rows[i]);
        endItem();
        return m_table;
    }

private:
    void fault(const TextPlace& place, const QString& code, const QString& fact = {})
    {
        const QString pointer = u"%1:%2"_s.arg(place.line).arg(place.column);
        m_table.places.insert(pointer, place);
        m_table.faults.append({pointer, code, fact});
    }

    void readHead(const CsvRow& head)
    {
        for (qsizetype i = 0; i < head.cells.size(); ++i) {
            const QString& title = head.cells[i];
            QString name;
            for (const auto& columns : {std::span<const Column>(ItemColumns), std::span<const Column>(MaterialColumns)}) {
                for (const Column& column : columns) {
                    if (title == column.name || title == column.chinese)
                        name = column.name.toString();
                }
            }
            const TextPlace place{head.line, int(i) + 1};
            if (name.isEmpty() && !title.isEmpty())
                fault(place, u"table.unknown-column"_s, title);
            else if (m_columns.contains(name))
                fault(place, u"table.column-twice"_s, title);
            else
                m_columns.insert(name, int(i));
        }
        m_width = head.cells.size();
        for (const auto& columns : {std::span<const Column>(ItemColumns), std::span<const Column>(MaterialColumns)}) {
            for (const Column& column : columns) {
                if (column.needed && !m_columns.contains(column.name.toString()))
                    fault({std::max(1, head.line), 1}, u"table.no-column"_s, column.name.toString());
            }
        }
    }

    [[nodiscard]] QString cell(const CsvRow& row, QStringView name) const
    {
        const int index = m_columns.value(name.toString(), -1);
        return index < 0 ? QString() : row.cells.value(index);
    }
    [[nodiscard]] TextPlace placeOf(const CsvRow& row, QStringView name) const
    {
        return {row.line, m_columns.value(name.toString(), 0) + 1};
    }

    void readRow(const CsvRow& row)
    {
        if (row.cells.size() > m_width)
            return fault({row.line, int(m_width) + 1}, u"table.too-many-cells"_s);
        const QString code = cell(row, u"code");
        if (!code.isEmpty() && code != m_item.value(u"code"_s).toString())
            beginItem(row);
        else if (m_item.isEmpty())
            return fault(placeOf(row, u"code"), u"table.no-item"_s);
        else
            compare(row);
        if (!cell(row, u"material").isEmpty() || !cell(row, u"materialName").isEmpty())
            readMaterial(row);
    }

    void beginItem(const CsvRow& row)
    {
        endItem();
        m_first = row;
        m_pointer = u"/items/%1"_s.arg(m_table.items.size());
        QJsonObject deferral{{u"maxMaterials"_s, 0}, {u"shorterThanPromisedBy"_s, 2}, {u"capDays"_s, 20}, {u"onExpiry"_s, u"return"_s}};
        m_item = {{u"clockStart"_s, u"acceptance"_s}, {u"silence"_s, u"none"_s}};
        m_table.places.insert(m_pointer, {row.line, 1});
        for (const Column& column : ItemColumns) {
            const QString key = column.name.toString();
            m_table.places.insert(m_pointer + u'/' + key, placeOf(row, column.name));
            const QString text = cell(row, column.name);
            if (column.kind == Kind::Scenarios)
                readScenarios(row, text);
            else if (text.isEmpty() && !column.needed)
                continue;
            else if (key.startsWith(u"deferral/"))
                deferral[key.sliced(9)] = valueOf(column, text, placeOf(row, column.name));
            else
                m_item[key] = valueOf(column, text, placeOf(row, column.name));
        }
        m_table.places.insert(m_pointer + u"/deferral"_s, placeOf(row, u"deferral/maxMaterials"));
        m_item[u"deferral"_s] = deferral;
        m_materials = {};
    }

    void readScenarios(const CsvRow& row, const QString& text)
    {
        m_scenarios = {};
        for (const QString& entry : listed(text)) {
            const QString pointer = m_pointer + u"/scenarios/%1"_s.arg(m_scenarios.size());
            for (const auto* key : {u"", u"/code", u"/name"})
                m_table.places.insert(pointer + QString::fromUtf16(key), placeOf(row, u"scenarios"));
            const qsizetype equals = entry.indexOf(u'=');
            m_scenarios.append(QJsonObject{{u"code"_s, entry.left(std::max<qsizetype>(0, equals))},
                                           {u"name"_s, entry.sliced(equals + 1)},
                                           {u"materials"_s, QJsonArray()}});
        }
    }

    /// A row that goes on with an item may say its cells again, but not otherwise.
    void compare(const CsvRow& row)
    {
        for (const Column& column : ItemColumns) {
            const QString text = cell(row, column.name);
            if (!text.isEmpty() && text != cell(m_first, column.name))
                fault(placeOf(row, column.name), u"table.differs"_s, column.name.toString());
        }
    }

    void readMaterial(const CsvRow& row)
    {
        const QString pointer = m_pointer + u"/materials/%1"_s.arg(m_materials.size());
        QJsonObject material{{u"form"_s, u"original"_s}, {u"count"_s, 1}};
        m_table.places.insert(pointer, {row.line, 1});
        for (const Column& column : MaterialColumns) {
            QString key = column.name.toString();
            if (key == u"material")
                key = u"code"_s;
            else if (key == u"materialName")
                key = u"name"_s;
            m_table.places.insert(pointer + u'/' + key, placeOf(row, column.name));
            const QString text = cell(row, column.name);
            if (key != u"scenarioCodes" && (!text.isEmpty() || column.needed))
                material[key] = valueOf(column, text, placeOf(row, column.name));
        }
        addToScenarios(row, material[u"code"_s].toString());
        m_materials.append(material);
    }

    void addToScenarios(const CsvRow& row, const QString& material)
    {
        const QStringList wanted = listed(cell(row, u"scenarioCodes"));
        QStringList unknown = wanted;
        for (qsizetype i = 0; i < m_scenarios.size(); ++i) {
            QJsonObject scenario = m_scenarios[i].toObject();
            const QString code = scenario[u"code"_s].toString();
            unknown.removeAll(code);
            if (!wanted.isEmpty() && !wanted.contains(code))
                continue;
            QJsonArray materials = scenario[u"materials"_s].toArray();
            materials.append(material);
            scenario[u"materials"_s] = materials;
            m_scenarios[i] = scenario;
        }
        for (const QString& code : std::as_const(unknown))
            fault(placeOf(row, u"scenarioCodes"), u"table.unknown-scenario"_s, code);
    }

    QJsonValue valueOf(const Column& column, const QString& text, const TextPlace& place)
    {
        switch (column.kind) {
        case Kind::Number: {
            bool good = false;
            const int number = text.toInt(&good);
            return good ? QJsonValue(number) : QJsonValue(text); // which the catalogue's own check refuses
        }
        case Kind::Flag: {
            const QString word = text.toLower();
            if (word == u"是" || word == u"yes" || word == u"true" || word == u"1")
                return true;
            if (word != u"否" && word != u"no" && word != u"false" && word != u"0")
                fault(place, u"table.flag"_s, text.left(20));
            return false;
        }
        case Kind::Choice: return choices().value(text, text);
        case Kind::List: return QJsonArray::fromStringList(listed(text));
        case Kind::Scenarios:
        case Kind::Text: break;
        }
        return text;
    }

    void endItem()
    {
        if (m_item.isEmpty())
            return;
        m_item[u"materials"_s] = m_materials;
        m_item[u"scenarios"_s] = m_scenarios;
        m_table.items.append(std::exchange(m_item, {}));
    }

    CatalogueTable m_table;
    QHash<QString, int> m_columns;
    qsizetype m_width = 0;
    CsvRow m_first;
    QString m_pointer;
    QJsonObject m_item;
    QJsonArray m_materials;
    QJsonArray m_scenarios;
};

} // namespace

CatalogueTable CatalogueTable::read(const QByteArray& csv)
{
    const auto rows = csvRows(csv);
    if (rows)
        return TableReader().read(*rows);
    CatalogueTable broken;
    const int line = rows.error().facts.value(0).toInt();
    broken.places.insert(u"0"_s, {line, 1});
    broken.faults.append({u"0"_s, rows.error().code, {}});
    return broken;
}

} // namespace core
