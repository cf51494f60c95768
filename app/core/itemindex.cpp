// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/itemindex.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr QChar Separator = u'\n'; // before each key, so that a beginning can be told from a middle

quint64 lettersOf(QStringView text)
{
    quint64 letters = 0;
    for (const QChar c : text)
        letters |= 1ULL << ((c.unicode() * 0x9E3779B1U) >> 26);
    return letters;
}

QString folded(const QString& text)
{
    QString result = text.toLower();
    result.removeIf([](QChar c) { return c.isSpace() || c == u'\''; });
    return result;
}

bool containsAllCharacters(QStringView text, QStringView query)
{
    const auto characters = query.toUcs4(); // half a rare character is none
    return std::all_of(characters.begin(), characters.end(),
                       [&](uint c) { return text.contains(QString::fromUcs4(reinterpret_cast<const char32_t*>(&c), 1)); });
}

enum Rank { Exact, Beginning, Contained, AnyOrder, RankCount };

std::optional<Rank> rankOf(QStringView text, QStringView query)
{
    std::optional<Rank> best;
    for (qsizetype at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1)) {
        const bool begins = text[at - 1] == Separator;
        const bool ends = text[at + query.size()] == Separator;
        if (begins && ends)
            return Exact;
        best = begins ? Beginning : best.value_or(Contained);
    }
    return best;
}

/// The name alone, for the search in any order: pinyin has every letter and would match everything.
QStringView firstKey(QStringView text)
{
    const qsizetype end = text.indexOf(Separator, 1);
    return text.sliced(1, end - 1);
}

} // namespace

ItemIndex::ItemIndex(std::shared_ptr<const Catalogue> catalogue) : m_catalogue(std::move(catalogue))
{
    for (const ServiceItem& item : m_catalogue->items()) {
        QStringList keys{folded(item.name), folded(item.code)};
        for (const QStringList* more : {&item.aliases, &item.pinyin, &item.initials}) {
            for (const QString& key : *more)
                keys.append(folded(key));
        }
        Entry entry;
        entry.begin = m_text.size();
        m_text += Separator + keys.join(Separator) + Separator;
        entry.end = m_text.size();
        entry.letters = lettersOf(QStringView(m_text).sliced(entry.begin, entry.end - entry.begin));
        m_entries.append(entry);
    }
}

QList<const ServiceItem*> ItemIndex::find(const QString& query, qsizetype limit) const
{
    const QString needle = folded(query);
    std::array<QList<const ServiceItem*>, RankCount> ranked;
    const quint64 letters = lettersOf(needle);
    const bool anyOrder = std::any_of(needle.begin(), needle.end(), [](QChar c) { return c.unicode() > 0x2E80; });
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const Entry& entry = m_entries[i];
        if ((entry.letters & letters) != letters)
            continue;
        const QStringView text = QStringView(m_text).sliced(entry.begin, entry.end - entry.begin);
        std::optional<Rank> rank = needle.isEmpty() ? Contained : rankOf(text, needle);
        if (!rank && anyOrder && containsAllCharacters(firstKey(text), needle))
            rank = AnyOrder;
        if (rank && ranked[*rank].size() < limit)
            ranked[*rank].append(&m_catalogue->items()[i]);
    }
    QList<const ServiceItem*> result;
    for (const auto& group : ranked)
        result.append(group);
    return result.first(std::min(limit, result.size()));
}

QList<const Bundle*> ItemIndex::findBundles(const QString& query) const
{
    const QString needle = folded(query);
    QList<const Bundle*> found;
    for (const Bundle& bundle : m_catalogue->bundles()) {
        const QStringList keys = QStringList{bundle.name, bundle.code} + bundle.aliases + bundle.pinyin + bundle.initials;
        if (!needle.isEmpty() && std::any_of(keys.begin(), keys.end(), [&](const QString& key) { return folded(key).contains(needle); }))
            found.append(&bundle);
    }
    return found;
}

} // namespace core
