// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/supervise/classlist.h"

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr int ClassRole = Qt::UserRole;

QString waitMinutes(int seconds)
{
    return ClassList::tr("%n min", nullptr, seconds / 60);
}

QString wordsOf(const core::ClassFigures& one, const QString& name)
{
    const QString title = name.isEmpty() ? one.code : one.code + u' ' + name;
    const QString now = one.waiting > 0 ? ClassList::tr("%1 waiting, longest %2").arg(one.waiting).arg(waitMinutes(one.longestSeconds))
                                        : ClassList::tr("nobody waits");
    QString words = title + u" · "_s + now;
    if (one.expected)
        words += u'\n' + ClassList::tr("who comes now %1 (%2 to %3)")
                             .arg(one.expected->seconds / 60)
                             .arg(one.expected->lowSeconds / 60)
                             .arg(waitMinutes(one.expected->highSeconds));
    return words;
}

} // namespace

ClassList::ClassList(QWidget* parent) : QListWidget(parent)
{
    setAccessibleName(tr("Classes"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    connect(this, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { Q_EMIT opened(item->data(ClassRole).toString()); });
}

/// Whoever stands on a class stays there.
void ClassList::show(const QList<core::ClassFigures>& classes, const QStringList& names)
{
    while (count() > classes.size())
        delete takeItem(count() - 1);
    for (qsizetype i = 0; i < classes.size(); ++i) {
        if (i >= count())
            addItem(new QListWidgetItem);
        item(int(i))->setText(wordsOf(classes[i], names.value(i)));
        item(int(i))->setData(ClassRole, classes[i].code);
    }
    if (!currentItem() && count() > 0)
        setCurrentRow(0);
}

} // namespace widgets
