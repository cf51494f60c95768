// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/settings/aboutdialog.h"

#include "app/desk/notice.h"
#include "widgets/common/label.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace widgets {

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent), m_notice(new QPlainTextEdit(this))
{
    constexpr QSize Size(860, 560);
    setWindowTitle(tr("About Yichuang"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(Size);
    m_notice->setReadOnly(true);
    m_notice->setTabChangesFocus(true);
    m_notice->setAccessibleName(tr("Licences"));
    m_notice->setPlainText(tr("Reading…"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(newLabel("title", this, tr("Yichuang %1").arg(QStringLiteral(YICHUANG_VERSION))));
    column->addWidget(newLabel("muted", this, tr("One window for all services. Apache License 2.0, without any warranty.")));
    column->addWidget(newLabel("strong", this, tr("The components of this program and their licences · Esc closes")));
    column->addWidget(m_notice, 1);
    desk::readNotice().then(this, [this](const QString& notice) {
        m_notice->setPlainText(
            notice.isEmpty() ? tr("This program was built from source and uses libraries of the system: their licences come with them.")
                             : notice);
    });
}

} // namespace widgets
