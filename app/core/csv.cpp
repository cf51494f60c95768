// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/csv.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// The first line that is not UTF-8, or 0.
int foreignLine(const QByteArray& file)
{
    int line = 0;
    for (const QByteArray& text : file.split('\n')) {
        ++line;
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString decoded = decoder(text);
        if (decoder.hasError())
            return line;
    }
    return 0;
}

QString quoted(QString cell)
{
    static const QString formula = u"=+-@\t"_s;
    static const QString special = u"\",\r\n"_s;
    if (!cell.isEmpty() && formula.contains(cell[0]))
        cell.prepend(u'\'');
    if (std::none_of(cell.cbegin(), cell.cend(), [](QChar c) { return special.contains(c); }))
        return cell;
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

Result<QList<CsvRow>> csvRows(const QByteArray& file)
{
    if (const int line = foreignLine(file); line > 0)
        return fail(ErrorKind::InvalidInput, u"table.encoding"_s, {QString::number(line)});
    const QString text = QString::fromUtf8(file.startsWith("\xEF\xBB\xBF") ? file.sliced(3) : file);
    QList<CsvRow> rows;
    CsvRow row{1, {}};
    QString cell;
    int line = 1;
    int quotedSince = 0; ///< the line where an open quotation began
    const auto endRow = [&] {
        row.cells.append(cell.trimmed());
        cell.clear();
        if (std::any_of(row.cells.cbegin(), row.cells.cend(), [](const QString& word) { return !word.isEmpty(); }))
            rows.append(row);
        row = {line, {}};
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == u'\n')
            ++line;
        if (quotedSince > 0) {
            if (c != u'"')
                cell += c;
            else if (at + 1 < text.size() && text[at + 1] == u'"')
                cell += text[++at];
            else
                quotedSince = 0;
        } else if (c == u'"' && cell.trimmed().isEmpty()) {
            quotedSince = line;
            cell.clear();
        } else if (c == u',') {
            row.cells.append(cell.trimmed());
            cell.clear();
        } else if (c == u'\n') {
            endRow();
        } else if (c != u'\r') {
            cell += c;
        }
    }
    if (quotedSince > 0)
        return fail(ErrorKind::InvalidInput, u"table.quote"_s, {QString::number(quotedSince)});
    endRow();
    return rows;
}

QByteArray csvFile(const QList<QStringList>& rows)
{
    QString text(QChar::ByteOrderMark);
    for (QStringList row : rows) {
        std::transform(row.begin(), row.end(), row.begin(), quoted);
        text += row.join(u',') + u"\r\n"_s;
    }
    return text.toUtf8();
}

} // namespace core
