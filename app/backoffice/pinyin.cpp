// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/pinyin.h"

#include <QHash>
#include <QMap>

#ifdef YICHUANG_ICU
#include <unicode/translit.h>
#endif

#include <memory>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

constexpr qsizetype MostReadings = 8;

#ifdef YICHUANG_ICU
/// Polyphones that occur in names of government services; the transliterator knows one reading only.
const QHash<QChar, QStringList>& polyphones()
{
    static const QHash<QChar, QStringList> table{
        {u'行', {u"xing"_s, u"hang"_s}},   {u'长', {u"chang"_s, u"zhang"_s}},
        {u'重', {u"zhong"_s, u"chong"_s}}, {u'调', {u"diao"_s, u"tiao"_s}},
        {u'传', {u"chuan"_s, u"zhuan"_s}}, {u'单', {u"dan"_s, u"shan"_s}},
        {u'率', {u"lv"_s, u"shuai"_s}},    {u'会', {u"hui"_s, u"kuai"_s}},
        {u'降', {u"jiang"_s, u"xiang"_s}}, {u'乐', {u"le"_s, u"yue"_s}},
        {u'车', {u"che"_s, u"ju"_s}},      {u'还', {u"huan"_s, u"hai"_s}},
        {u'校', {u"xiao"_s, u"jiao"_s}},   {u'药', {u"yao"_s}},
        {u'藏', {u"cang"_s, u"zang"_s}},   {u'量', {u"liang"_s}},
        {u'参', {u"can"_s, u"shen"_s}},    {u'种', {u"zhong"_s, u"chong"_s}},
    };
    return table;
}

QString syllable(QChar c)
{
    static const std::unique_ptr<icu::Transliterator> transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createInstance(icu::UnicodeString(u"Han-Latin; Latin-ASCII; Lower"), UTRANS_FORWARD, status));
    }();
    icu::UnicodeString text(char16_t(c.unicode()));
    if (transliterator)
        transliterator->transliterate(text);
    return QString::fromUtf16(text.getBuffer(), text.length()).trimmed();
}
#endif

QList<QStringList> syllablesOf(const QString& text)
{
    QList<QStringList> syllables;
#ifdef YICHUANG_ICU
    for (const QChar c : text) {
        if (!c.isLetterOrNumber())
            continue;
        QStringList readings = polyphones().value(c);
        if (readings.isEmpty())
            readings.append(syllable(c));
        syllables.append(readings);
    }
#else
    Q_UNUSED(text)
#endif
    return syllables;
}

QStringList combined(const QString& text, bool initials)
{
    QStringList results{QString()};
    const QList<QStringList> syllables = syllablesOf(text);
    if (syllables.isEmpty())
        return {};
    for (const QStringList& readings : syllables) {
        QStringList longer;
        for (const QString& begun : std::as_const(results)) {
            for (const QString& reading : readings) {
                const QString next = begun + (initials ? reading.first(std::min<qsizetype>(1, reading.size())) : reading);
                if (longer.size() < MostReadings && !longer.contains(next))
                    longer.append(next);
            }
        }
        results = longer;
    }
    return results;
}

} // namespace

QStringList pinyinReadings(const QString& text)
{
    return combined(text, false);
}

QStringList pinyinInitials(const QString& text)
{
    return combined(text, true);
}

} // namespace backoffice
