// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/textplace.h"

#include <QJsonDocument>
#include <QJsonValue>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool isWhite(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Walks a JSON text and notes the places of the values that are asked for.
class Walk
{
public:
    Walk(const QByteArray& json, const QSet<QString>& wanted, QHash<QString, qsizetype>& found)
        : m_json(json), m_wanted(wanted), m_found(found)
    {
    }

    void run() { value({}); }

private:
    [[nodiscard]] char here() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }
    void skipWhite()
    {
        while (m_at < m_json.size() && isWhite(m_json[m_at]))
            ++m_at;
    }
    void skipText()
    {
        for (++m_at; m_at < m_json.size() && m_json[m_at] != '"'; ++m_at)
            m_at += m_json[m_at] == '\\' ? 1 : 0;
        ++m_at;
    }
    QString name()
    {
        const qsizetype from = m_at;
        skipText();
        const QByteArray word = m_json.sliced(from, std::min(m_at, m_json.size()) - from);
        QString text =
            word.contains('\\') ? QJsonDocument::fromJson('[' + word + ']')[0].toString() : QString::fromUtf8(word.sliced(1).chopped(1));
        return text.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
    }
    void value(const QString& pointer)
    {
        skipWhite();
        if (m_wanted.contains(pointer))
            m_found.insert(pointer, m_at);
        if (here() == '{' || here() == '[')
            return many(pointer, here() == '{');
        if (here() == '"')
            return skipText();
        while (m_at < m_json.size() && !isWhite(here()) && here() != ',' && here() != '}' && here() != ']')
            ++m_at;
    }
    void many(const QString& pointer, bool named)
    {
        ++m_at;
        for (int index = 0;; ++index) {
            skipWhite();
            if (m_at >= m_json.size() || here() == '}' || here() == ']')
                break;
            const QString step = named ? name() : QString::number(index);
            skipWhite();
            if (named)
                ++m_at; // the colon
            value(pointer + u'/' + step);
            skipWhite();
            if (here() == ',')
                ++m_at;
        }
        ++m_at;
    }

    const QByteArray& m_json;
    const QSet<QString>& m_wanted;
    QHash<QString, qsizetype>& m_found;
    qsizetype m_at = 0;
};

QString parentOf(const QString& pointer)
{
    return pointer.left(std::max<qsizetype>(0, pointer.lastIndexOf(u'/')));
}

} // namespace

TextPlace placeAt(const QByteArray& utf8, qsizetype offset)
{
    const QByteArray before = utf8.first(std::clamp<qsizetype>(offset, 0, utf8.size()));
    const qsizetype begin = before.lastIndexOf('\n') + 1;
    const auto continues = [](char c) { return (uchar(c) & 0xC0) == 0x80; };
    const qsizetype characters = before.size() - begin - std::count_if(before.begin() + begin, before.end(), continues);
    return {int(before.count('\n')) + 1, int(characters) + 1};
}

QHash<QString, TextPlace> placesIn(const QByteArray& json, const QSet<QString>& pointers)
{
    QSet<QString> wanted;
    for (QString pointer : pointers) {
        for (; !pointer.isEmpty(); pointer = parentOf(pointer))
            wanted.insert(pointer);
    }
    wanted.insert(QString());
    QHash<QString, qsizetype> found;
    Walk(json, wanted, found).run();
    QHash<QString, TextPlace> places;
    for (const QString& pointer : pointers) {
        QString there = pointer;
        while (!there.isEmpty() && !found.contains(there))
            there = parentOf(there);
        places.insert(pointer, placeAt(json, found.value(there)));
    }
    return places;
}

} // namespace core
