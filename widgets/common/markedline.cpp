// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/common/markedline.h"

#include "widgets/common/label.h"

#include <QGridLayout>

namespace widgets {

QWidget* newMarkedLine(const QString& mark, const char* tone, const QString& text, QWidget* parent)
{
    auto* line = new QWidget(parent);
    auto* grid = new QGridLayout(line);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    QLabel* glyph = newTag(tone, line, mark);
    glyph->setFixedWidth(22);
    glyph->setAlignment(Qt::AlignCenter);
    auto* words = new QLabel(text, line);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    grid->addWidget(glyph, 0, 0, Qt::AlignTop);
    grid->addWidget(words, 0, 1);
    grid->setColumnStretch(1, 1);
    return line;
}

} // namespace widgets
