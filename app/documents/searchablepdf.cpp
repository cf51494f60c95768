// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/searchablepdf.h"

#include <QHash>
#include <QRegularExpression>
#include <QString>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

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

QByteArray withSearchableText(const QByteArray& pdf)
{
    try {
        QPDF document;
        document.processMemoryFile("paper", pdf.constData(), std::size_t(pdf.size()));
        for (QPDFObjectHandle object : document.getAllObjects()) {
            if (!object.isDictionary() || !object.hasKey("/ToUnicode"))
                continue;
            QPDFObjectHandle map = object.getKey("/ToUnicode");
            const auto data = map.getStreamData(qpdf_dl_all);
            const std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
            map.replaceStreamData(mended(text), QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
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
