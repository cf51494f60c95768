// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/common/band.h"

#include "widgets/common/label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

Band::Band(int number, const QString& title, const QString& action, const QString& key, QWidget* parent)
    : QFrame(parent), m_head(new QHBoxLayout), m_body(new QVBoxLayout), m_title(newLabel("muted", this, title))
{
    setObjectName(u"band"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 10);
    column->setSpacing(6);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    QLabel* step = newLabel("step", this, QString::number(number));
    step->setAlignment(Qt::AlignCenter);
    line->addWidget(step);
    line->addWidget(m_title);
    m_head->setSpacing(8);
    line->addLayout(m_head);
    line->addStretch();
    line->addWidget(newLabel("muted", this, action));
    line->addWidget(newTag("key", this, key));
    column->addLayout(line);
    m_body->setSpacing(4);
    column->addLayout(m_body, 1);
}

void Band::setTitle(const QString& title)
{
    m_title->setText(title);
}

} // namespace widgets
