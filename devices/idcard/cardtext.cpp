// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/idcard/cardtext.h"

#include <QStringList>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace devices {

namespace {

constexpr qsizetype BlockSize = 256;
constexpr qsizetype FlagOffset = 248;

/// Reads fields out of a block.
class Fields
{
public:
    explicit Fields(const QByteArray& block) : m_block(block) {}

    [[nodiscard]] QString text(qsizetype offset, qsizetype length) const
    {
        QString raw;
        for (qsizetype i = 0; i + 1 < length; i += 2)
            raw += QChar(qFromLittleEndian<quint16>(m_block.constData() + offset + i));
        return cleaned(raw).trimmed();
    }
    [[nodiscard]] QDate date(qsizetype offset) const { return QDate::fromString(text(offset, 16), u"yyyyMMdd"_s); }
    [[nodiscard]] CardSex sex(qsizetype offset) const
    {
        const QString code = text(offset, 2);
        return code == u"1" ? CardSex::Male : code == u"2" ? CardSex::Female : CardSex::Unknown;
    }

private:
    static QString cleaned(QString text)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
                ++i;
            else if (c.isSurrogate() || c.category() == QChar::Other_Control)
                text[i] = c.isNull() ? QChar(u' ') : QChar(QChar::ReplacementCharacter);
        }
        return text;
    }

    const QByteArray& m_block;
};

void readValidity(Card& card, const Fields& fields, qsizetype from, qsizetype to)
{
    card.validFrom = fields.date(from);
    card.validTo = fields.date(to);
    card.longTerm = fields.text(to, 16) == u"长期";
}

Card residentCard(const Fields& fields)
{
    Card card;
    card.layout = CardLayout::Resident;
    card.name = fields.text(0, 30);
    card.sex = fields.sex(30);
    card.ethnicCode = fields.text(32, 4);
    card.birth = fields.date(36);
    card.address = fields.text(52, 70);
    card.number = fields.text(122, 36);
    card.issuer = fields.text(158, 30);
    readValidity(card, fields, 188, 204);
    return card;
}

Card residencePermit(const Fields& fields)
{
    Card card = residentCard(fields);
    card.layout = CardLayout::ResidencePermit;
    card.ethnicCode.clear();
    card.permitNumber = fields.text(220, 18);
    return card;
}

Card foreigner2017(const Fields& fields)
{
    Card card;
    card.layout = CardLayout::Foreigner2017;
    card.englishName = fields.text(0, 120);
    card.sex = fields.sex(120);
    card.number = fields.text(122, 30);
    card.nationality = fields.text(152, 6);
    card.name = fields.text(158, 30);
    card.birth = fields.date(220);
    card.issuer = fields.text(240, 8);
    readValidity(card, fields, 188, 204);
    return card;
}

Card foreigner2023(const Fields& fields)
{
    Card card;
    card.layout = CardLayout::Foreigner2023;
    card.name = fields.text(0, 30);
    card.sex = fields.sex(30);
    card.birth = fields.date(36);
    card.englishName = QString(fields.text(52, 70) + fields.text(220, 22)).trimmed();
    card.number = fields.text(122, 36);
    card.nationality = fields.text(242, 6);
    readValidity(card, fields, 188, 204);
    return card;
}

} // namespace

tl::expected<Card, CardTextFault> parseCardText(const QByteArray& block)
{
    if (block.size() != BlockSize)
        return tl::unexpected(CardTextFault::Length);
    const Fields fields(block);
    const QString flag = fields.text(FlagOffset, 2);
    Card card = flag == u"I"   ? foreigner2017(fields)
                : flag == u"Y" ? foreigner2023(fields)
                : flag == u"J" ? residencePermit(fields)
                               : residentCard(fields);
    if (card.number.isEmpty())
        return tl::unexpected(CardTextFault::NoNumber);
    if (card.name.isEmpty())
        card.name = card.englishName;
    return card;
}

QString parseExtraAddress(const QByteArray& bytes)
{
    constexpr qsizetype LineSize = 70;
    QString result;
    for (qsizetype offset = 0; offset + LineSize <= bytes.size(); offset += LineSize)
        result += Fields(bytes).text(offset, LineSize);
    return result;
}

QString ethnicName(const QString& code)
{
    static const QStringList names =
        QStringLiteral("汉,蒙古,回,藏,维吾尔,苗,彝,壮,布依,朝鲜,满,侗,瑶,白,土家,哈尼,哈萨克,傣,黎,傈僳,佤,畲,高山,拉祜,水,东乡,纳西,景颇,"
                       "柯尔克孜,土,达斡尔,仫佬,羌,布朗,撒拉,毛南,仡佬,锡伯,阿昌,普米,塔吉克,怒,乌孜别克,俄罗斯,鄂温克,德昂,保安,裕固,京,"
                       "塔塔尔,独龙,鄂伦春,赫哲,门巴,珞巴,基诺")
            .split(u',');
    if (code == u"97")
        return u"其他"_s;
    if (code == u"98")
        return u"外国血统中国籍人士"_s;
    return names.value(code.toInt() - 1, code);
}

} // namespace devices
