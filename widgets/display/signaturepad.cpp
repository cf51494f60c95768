// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/display/signaturepad.h"

#include "app/core/halltime.h"
#include "app/core/wording.h"
#include "app/desk/signaturedesk.h"
#include "widgets/display/inkarea.h"
#include "widgets/display/secondscreen.h"

#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

SignaturePad::SignaturePad(desk::SignatureDesk& signature)
    : m_signature(signature), m_words(new QLabel(this)), m_ink(new InkArea(this)), m_again(new QPushButton(u"重写"_s, this)),
      m_confirm(new QPushButton(u"确认签名"_s, this))
{
    setWindowFlags(Qt::Window | Qt::FramelessWindowHint | Qt::WindowDoesNotAcceptFocus | Qt::WindowStaysOnTopHint);
    setAttribute(Qt::WA_ShowWithoutActivating); // the keys stay with the clerk
    setAttribute(Qt::WA_QuitOnClose, false);
    setWindowTitle(tr("Signature"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setAlignment(Qt::AlignTop);
    for (QPushButton* button : {m_again, m_confirm})
        button->setFocusPolicy(Qt::NoFocus);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_again);
    buttons->addWidget(m_confirm);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(48, 36, 48, 36);
    column->setSpacing(20);
    column->addWidget(m_words, 2);
    column->addWidget(m_ink, 3);
    column->addLayout(buttons);
    connect(m_ink, &InkArea::changed, this, [this] {
        m_confirm->setEnabled(m_ink->isWritten());
        m_again->setEnabled(true);
    });
    connect(m_again, &QPushButton::clicked, m_ink, &InkArea::clear);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        m_confirm->setEnabled(false); // once
        m_signature.submit(m_ink->image());
    });
    connect(&signature, &desk::SignatureDesk::wantedChanged, this, &SignaturePad::follow);
    connect(qApp, &QGuiApplication::screenAdded, this, &SignaturePad::place);
    connect(qApp, &QGuiApplication::screenRemoved, this, &SignaturePad::place);
}

void SignaturePad::watchScreens()
{
    place();
}

void SignaturePad::place()
{
    const QScreen* screen = secondScreen();
    if (screen) {
        const int height = screen->geometry().height();
        setStyleSheet(u"* { font-size: %1px; }"_s.arg(height / 30)); // read and written on from arm's length
        for (QPushButton* button : {m_again, m_confirm})
            button->setMinimumSize(height / 4, height / 12);
    }
    m_signature.setPadPresent(screen != nullptr);
    follow();
}

QString SignaturePad::words() const
{
    return u"容缺受理承诺书\n您办理「%1」，以下材料请在%2前补齐：\n%3\n如逾期未补齐，将按规定处理。请确认无误后在下方签名。"_s.arg(
        m_signature.itemName(), core::chineseDayAndWeekday(m_signature.deadline()), m_signature.missingMaterials().join(u"、"));
}

void SignaturePad::follow()
{
    if (!m_signature.isWanted() || !secondScreen())
        return hide();
    m_words->setText(words());
    m_ink->clear(); // nothing is signed that was written under another letter
    m_confirm->setEnabled(false);
    m_again->setEnabled(false);
    fillScreen(*this, *secondScreen());
    raise();
}

} // namespace widgets
