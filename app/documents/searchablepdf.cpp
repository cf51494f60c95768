// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/searchablepdf.h"

#include <QHash>
#include <QRegularExpression>
#include <QString>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

/// CJK Radicals Supplement (Unicode's EquivalentUnifiedIdeograph); the Kangxi block maps by compatibility.
QHash<char16_t, char16_t> supplementTable()
{
    constexpr std::u16string_view radicals =
        u"⺁⺆⺇⺒⺙⺝⺟⺠⺢⺩⺪⺫⺬⺭⺮⺰⺶⺻⺼⺾⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻏⻐⻑⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳";
    constexpr std::u16string_view ideographs =
        u"厂冂几巳攵月母民氺王疋目示礻竹纟羊聿肉艹虎衤覀西见角讠贝车辶阝钅長长门阝雨青韦页风飞食饣首马骨鬼鱼鸟卤麦黄黾齐齿龙龟";
    static_assert(radicals.size() == ideographs.size());
    QHash<char16_t, char16_t> table;
    for (std::size_t i = 0; i < radicals.size(); ++i)
        table.insert(radicals[i], ideographs[i]);
    return table;
}

std::string mended(const std::string& map)
{
    static const QRegularExpression radical(u"<(2[EF][0-9A-F]{2})>"_s, QRegularExpression::CaseInsensitiveOption);
    QString text = QString::fromLatin1(map.data(), qsizetype(map.size()));
    qsizetype at = 0;
    for (auto match = radical.match(text); match.hasMatch(); match = radical.match(text, at)) {
        const auto code = char16_t(match.captured(1).toUShort(nullptr, 16));
        text.replace(match.capturedStart(1), 4, QString::number(unifiedIdeograph(code), 16).toUpper().rightJustified(4, u'0'));
        at = match.capturedEnd(1);
    }
    return text.toStdString();
}

/// Which glyphs of a character map have a character, from the lines "<first> <last> <character>" that Qt writes.
class NamedGlyphs
{
public:
    explicit NamedGlyphs(const std::string& map)
    {
        static const QRegularExpression range(u"^<([0-9A-F]{4})> <([0-9A-F]{4})> [\\[<]"_s,
                                              QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
        for (auto found = range.globalMatch(QString::fromStdString(map)); found.hasNext();) {
            const auto match = found.next();
            m_ranges.append({match.captured(1).toInt(nullptr, 16), match.captured(2).toInt(nullptr, 16)});
        }
    }

    [[nodiscard]] bool contains(int glyph) const
    {
        return std::any_of(m_ranges.begin(), m_ranges.end(),
                           [glyph](const auto& range) { return glyph >= range.first && glyph <= range.second; });
    }

private:
    QList<std::pair<int, int>> m_ranges;
};

std::string streamOf(QPDFObjectHandle stream)
{
    const auto data = stream.getStreamData(qpdf_dl_all);
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

/// A character map, by its object's number, and a glyph that it does not name.
using Unnamed = std::pair<int, int>;

/// Every unnamed glyph of a page, in the order it is drawn.
class UnnamedGlyphs : public QPDFObjectHandle::ParserCallbacks
{
public:
    explicit UnnamedGlyphs(QPDFObjectHandle page) : m_fonts(page.getKey("/Resources").getKey("/Font")) {}

    void handleObject(QPDFObjectHandle object) override
    {
        if (object.isName())
            m_name = object.getName();
        else if (object.isString())
            drawn(object.getStringValue());
        else if (object.isArray())
            for (const QPDFObjectHandle& part : object.getArrayAsVector())
                handleObject(part);
        else if (object.isOperator() && object.getOperatorValue() == "Tf")
            m_map = m_fonts.getKey(m_name).getKey("/ToUnicode");
    }
    void handleEOF() override {}

    [[nodiscard]] const QList<Unnamed>& found() const { return m_found; }

private:
    void drawn(const std::string& text)
    {
        if (!m_map.isStream())
            return;
        const int map = m_map.getObjectID();
        if (!m_named.contains(map))
            m_named.insert(map, NamedGlyphs(streamOf(m_map)));
        for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
            const int glyph = static_cast<unsigned char>(text[i]) * 256 + static_cast<unsigned char>(text[i + 1]);
            if (!m_named.find(map)->contains(glyph))
                m_found.append({map, glyph});
        }
    }

    QPDFObjectHandle m_fonts;
    QPDFObjectHandle m_map = QPDFObjectHandle::newNull();
    std::string m_name;
    QHash<int, NamedGlyphs> m_named;
    QList<Unnamed> m_found;
};

/// Characters beyond U+FFFF, in UTF-16 as a character map names them.
QStringList rareOf(const QString& text)
{
    QStringList rare;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i].isHighSurrogate() && text[i + 1].isLowSurrogate())
            rare.append(QString::number(text[i].unicode(), 16) + QString::number(text[i + 1].unicode(), 16));
    }
    return rare;
}

/// Qt's maps know no characters beyond U+FFFF. Where as many glyphs without a character are drawn as such characters stand in
/// the text, they are these, in their order. By map: lines to add.
QHash<int, QString> rareLines(QPDF& document, const QString& text)
{
    const QStringList rare = rareOf(text);
    if (rare.isEmpty())
        return {};
    QList<Unnamed> drawn;
    for (QPDFObjectHandle page : document.getAllPages()) {
        UnnamedGlyphs glyphs(page);
        page.parsePageContents(&glyphs);
        drawn += glyphs.found();
    }
    QHash<Unnamed, QString> characters;
    for (qsizetype i = 0; i < std::min(drawn.size(), rare.size()); ++i)
        characters.insert(drawn[i], characters.value(drawn[i], rare[i]) == rare[i] ? rare[i] : QString());
    QHash<int, QString> lines;
    for (auto it = characters.cbegin(); drawn.size() == rare.size() && it != characters.cend(); ++it) {
        if (!it.value().isEmpty())
            lines[it.key().first] += u"1 beginbfchar\n<%1> <%2>\nendbfchar\n"_s.arg(it.key().second, 4, 16, QChar(u'0')).arg(it.value());
    }
    return lines;
}

} // namespace

char16_t unifiedIdeograph(char16_t radical)
{
    static const QHash<char16_t, char16_t> supplement = supplementTable();
    if (radical == u'⼾') // compatible with the traditional 戶, but drawn as 户 in fonts for the mainland
        return u'户';
    if (radical >= 0x2F00 && radical <= 0x2FD5) {
        const QString plain = QString(QChar(radical)).normalized(QString::NormalizationForm_KC);
        return plain.size() == 1 ? plain[0].unicode() : radical;
    }
    return supplement.value(radical, radical);
}

QByteArray withSearchableText(const QByteArray& pdf, const QString& drawn)
{
    try {
        QPDF document;
        document.processMemoryFile("paper", pdf.constData(), std::size_t(pdf.size()));
        const QHash<int, QString> rare = rareLines(document, drawn);
        for (QPDFObjectHandle object : document.getAllObjects()) {
            if (!object.isDictionary() || !object.hasKey("/ToUnicode"))
                continue;
            QPDFObjectHandle map = object.getKey("/ToUnicode");
            std::string text = mended(streamOf(map));
            if (const auto end = text.find("endcmap"); end != std::string::npos)
                text.insert(end, rare.value(map.getObjectID()).toStdString());
            map.replaceStreamData(text, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
        }
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setStreamDataMode(qpdf_s_compress);
        writer.write();
        const auto out = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(out->getBuffer()), qsizetype(out->getSize())};
    } catch (const std::exception&) {
        return pdf;
    }
}

} // namespace documents
