// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/texttemplate.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using Text = Result<QString>;

Text broken(const QString& what)
{
    return fail(ErrorKind::Corrupt, u"paper.template"_s, {what});
}

/// The template text and how far it has been read.
class Filler
{
public:
    explicit Filler(QStringView text) : m_text(text) {}

    Text fill(const QJsonObject& data, const QString& untilSection, bool write)
    {
        QString out;
        while (true) {
            const qsizetype open = m_text.indexOf(u"{{", m_at);
            if (open < 0) {
                if (!untilSection.isEmpty())
                    return broken(untilSection);
                return write ? out + m_text.sliced(m_at).toString() : QString();
            }
            const qsizetype close = m_text.indexOf(u"}}", open);
            if (close < 0)
                return broken(m_text.sliced(open, std::min<qsizetype>(20, m_text.size() - open)).toString());
            out += m_text.sliced(m_at, open - m_at).toString();
            const QString tag = m_text.sliced(open + 2, close - open - 2).trimmed().toString();
            m_at = close + 2;
            if (tag.startsWith(u'/'))
                return tag.sliced(1) == untilSection ? Text(write ? out : QString()) : broken(tag);
            const Text part = tag.startsWith(u'#') || tag.startsWith(u'^') ? section(data, tag.sliced(1), tag[0] == u'^', write)
                                                                           : field(data, tag, write);
            if (!part)
                return part;
            out += *part;
        }
    }

private:
    static Text field(const QJsonObject& data, const QString& name, bool write)
    {
        if (!write)
            return QString();
        if (!data.contains(name))
            return broken(name);
        const QJsonValue value = data[name];
        return (value.isDouble() ? QString::number(value.toInt()) : value.toString()).toHtmlEscaped();
    }

    Text section(const QJsonObject& data, const QString& name, bool inverted, bool write)
    {
        const QJsonValue value = data[name];
        const bool set = value.isArray() ? !value.toArray().isEmpty() : value.isString() ? !value.toString().isEmpty() : value.toBool();
        if (inverted || !value.isArray() || !set)
            return fill(data, name, write && set != inverted);
        QString out;
        const qsizetype begin = m_at;
        const QJsonArray list = value.toArray();
        for (const QJsonValue& entry : list) {
            m_at = begin;
            QJsonObject scope = data;
            const QJsonObject fields = entry.toObject();
            for (auto it = fields.begin(); it != fields.end(); ++it)
                scope[it.key()] = it.value();
            const Text part = fill(scope, name, write);
            if (!part)
                return part;
            out += *part;
        }
        return out;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace

Result<QString> fillTemplate(const QString& text, const QJsonObject& data)
{
    return Filler(text).fill(data, {}, true);
}

} // namespace core
