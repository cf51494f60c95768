// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/queue/ticketpane.h"

#include "app/core/halltime.h"
#include "app/core/masking.h"
#include "app/desk/ticketdesk.h"
#include "widgets/common/field.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"
#include "widgets/queue/missedpart.h"

#include <QApplication>
#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr int TicketWidth = 640;
constexpr int ClassesInARow = 3;
constexpr int GroupsInARow = 2;

using TicketPlace = desk::TicketDesk::Place;

/// One that may be the source of the click that empties it.
void empty(QLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

QString clock(const QDateTime& time)
{
    return core::hallTime(time).toString(u"HH:mm"_s);
}

void setChosen(const QGridLayout& choices, qsizetype index)
{
    for (int i = 0; i < choices.count(); ++i)
        qobject_cast<KeyButton*>(choices.itemAt(i)->widget())->setChecked(i == index);
}

} // namespace

TicketPane::TicketPane(desk::TicketDesk& tickets, QWidget* parent)
    : QFrame(parent), m_tickets(tickets), m_form(buildForm()), m_result(buildResult()), m_fault(newLabel("fault", this)),
      m_hint(newLabel("muted", this)), m_primary(new KeyButton(tr("Give the number"), u"F12"_s, this, KeyButton::Weight::Primary))
{
    setObjectName(u"ticketPane"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Give a number"));
    m_fault->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_primary->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_primary);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addWidget(newLabel("title", this, tr("Give a number")));
    column->addWidget(m_form);
    column->addWidget(m_result);
    column->addWidget(m_fault);
    column->addLayout(foot);
    connect(m_primary, &KeyButton::clicked, this, &TicketPane::submit);
    connect(&tickets, &desk::TicketDesk::changed, this, &TicketPane::follow);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && now != this && !isAncestorOf(now) && now->window() == window())
            hide();
    });
    parent->installEventFilter(this);
    hide();
}

QWidget* TicketPane::buildForm()
{
    auto* form = new QWidget(this);
    m_classes = new QGridLayout;
    m_groups = new QGridLayout;
    m_classFault = newLabel("fault", form);
    m_type = new QComboBox(form);
    m_bookings = newLabel("strong", form);
    m_bookings->setWordWrap(true);
    m_number = new Field(tr("Certificate number"), form);
    m_name = new Field(tr("Name"), form);
    using core::CertificateType;
    for (const auto& [name, type] :
         {std::pair(tr("ID card"), CertificateType::CitizenId),
          std::pair(tr("Residence permit (HK, Macao, Taiwan)"), CertificateType::ResidencePermit),
          std::pair(tr("Permanent residence card"), CertificateType::PermanentResidence),
          std::pair(tr("Passport"), CertificateType::Passport), std::pair(tr("Military certificate"), CertificateType::Military),
          std::pair(tr("Other certificate"), CertificateType::Other)})
        m_type->addItem(name, int(type));
    m_type->setAccessibleName(tr("Certificate type"));
    m_type->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_number->edit()->setMask([](const QString& number) { return number.isEmpty() ? number : core::maskedNumber(number); });
    auto* type = new QVBoxLayout;
    type->setSpacing(2);
    type->addWidget(newLabel("muted", form, tr("Certificate type")));
    type->addWidget(m_type);
    type->addStretch();
    auto* holder = new QHBoxLayout;
    holder->setSpacing(12);
    holder->addWidget(m_number, 3, Qt::AlignTop);
    holder->addWidget(m_name, 2, Qt::AlignTop);
    holder->addLayout(type, 2);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(newLabel("muted", form, tr("Class, by its letter")));
    column->addLayout(m_classes);
    column->addWidget(m_classFault);
    column->addWidget(newLabel("muted", form, tr("Called earlier, by digit: only who says so; age is read off the card")));
    column->addLayout(m_groups);
    column->addLayout(holder);
    column->addWidget(m_bookings);
    m_missed = new MissedPart(m_tickets.missed(), form);
    column->addWidget(m_missed);
    for (Field* field : {m_number, m_name})
        connect(field->edit(), &MaskedEdit::valueEdited, this, &TicketPane::push);
    connect(m_type, &QComboBox::currentIndexChanged, this, &TicketPane::push);
    connect(m_number->edit(), &QLineEdit::editingFinished, &m_tickets, &desk::TicketDesk::findBookings);
    return form;
}

QWidget* TicketPane::buildResult()
{
    auto* result = new QWidget(this);
    m_figure = newLabel("number", result);
    m_what = newLabel("strong", result);
    m_wait = newLabel("title", result);
    m_slip = newLabel("small", result);
    auto* column = new QVBoxLayout(result);
    column->setContentsMargins(0, 0, 0, 0);
    for (QLabel* label : {m_figure, m_what, m_wait, m_slip}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(label != m_figure);
        column->addWidget(label);
    }
    return result;
}

void TicketPane::toggle()
{
    if (!stepBack())
        open();
}

void TicketPane::open()
{
    m_before = QApplication::focusWidget();
    m_number->forget();
    m_missed->line()->clear();
    show();
    raise();
    follow();
    setFocus();
}

bool TicketPane::submit()
{
    if (!isVisible())
        return false;
    if (m_tickets.given()) {
        m_tickets.begin();
        setFocus();
        return true;
    }
    m_tickets.give();
    if (!m_tickets.fault(TicketPlace::Certificate).isEmpty())
        m_number->edit()->setFocus();
    else
        setFocus();
    return true;
}

void TicketPane::otherAct(int number)
{
    if (!m_tickets.given())
        m_tickets.missed().putBack(qsizetype(number - 1));
}

/// Where the work was, with nothing selected that the next key would replace.
bool TicketPane::stepBack()
{
    if (!isVisible())
        return false;
    const bool back = m_before && m_before->isVisible();
    if (back) {
        m_before->setFocus(Qt::PopupFocusReason);
        if (auto* line = qobject_cast<QLineEdit*>(m_before.data()))
            line->end(false);
    }
    hide();
    m_tickets.leave();
    if (!back)
        Q_EMIT leftToPage();
    return true;
}

void TicketPane::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    const int key = event->key();
    const bool choosing = plain && !m_tickets.given();
    if (choosing && key >= Qt::Key_A && key <= Qt::Key_Z)
        return m_tickets.chooseClassBy(QChar(key));
    if (choosing && key >= Qt::Key_1 && key <= Qt::Key_9)
        return m_tickets.chooseGroup(key - Qt::Key_1);
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (choosing && enter && m_missed->line()->hasFocus())
        return m_missed->submit();
    if (choosing && enter) { // of a line as well: it leaves them to us
        focusNextPrevChild(true);
        return;
    }
    QFrame::keyPressEvent(event);
}

/// The focus goes round in here.
bool TicketPane::focusNextPrevChild(bool next)
{
    const QList<QWidget*> stops =
        m_tickets.given() ? QList<QWidget*>{this} : QList<QWidget*>{this, m_number->edit(), m_name->edit(), m_type, m_missed->line()};
    const qsizetype at = std::max<qsizetype>(0, stops.indexOf(QApplication::focusWidget()));
    stops[(at + (next ? 1 : stops.size() - 1)) % stops.size()]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

bool TicketPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void TicketPane::push()
{
    if (!m_following)
        m_tickets.setHolder(m_name->edit()->value(), {core::CertificateType(m_type->currentData().toInt()), m_number->edit()->value()});
}

/// Nothing is built while nobody looks.
void TicketPane::follow()
{
    if (isHidden())
        return;
    m_following = true;
    const bool given = m_tickets.given().has_value();
    m_form->setVisible(!given);
    m_result->setVisible(given);
    if (given)
        followResult();
    else
        followForm();
    setTextOrHide(m_fault, given ? QString() : m_tickets.fault(TicketPlace::Whole));
    m_hint->setText(
        m_tickets.hasNext() ? tr("The next card is read · Ctrl+P prints the slip again · Esc back")
        : given             ? tr("Ctrl+P prints the slip again · Esc back")
                : tr("Lay the card on the reader, or Enter and type or scan a booking's code · without either is possible · Esc back"));
    m_primary->setText(given ? tr("The next person") : m_tickets.isBusy() ? tr("Giving…") : tr("Give the number"));
    m_primary->setEnabled(!m_tickets.isBusy());
    m_following = false;
    place();
}

/// What can be chosen, `columns` in a row; `choose` is told which.
void TicketPane::offer(QGridLayout& layout, int columns, const QList<Choice>& choices, const std::function<void(qsizetype)>& choose)
{
    empty(layout);
    for (qsizetype i = 0; i < choices.size(); ++i) {
        auto* button = new KeyButton(choices[i].words, choices[i].key, m_form);
        button->setCheckable(true);
        connect(button, &KeyButton::clicked, this, [this, choose, i] {
            choose(i);
            follow(); // a click that does nothing marks nothing
        });
        layout.addWidget(button, int(i) / columns, int(i) % columns);
        button->show();
    }
}

void TicketPane::followChoices()
{
    const syncing::TicketWish& wish = m_tickets.wish();
    QList<Choice> classes;
    for (const core::TicketClass& one : m_tickets.classes())
        classes.append({one.name, one.code});
    if (classes.isEmpty() && !wish.ticketClass.isEmpty()) // any letter is one
        classes.append({wish.ticketClass, wish.ticketClass});
    QList<Choice> groups;
    qsizetype group = -1;
    for (const core::PriorityGroup& one : m_tickets.groups()) {
        if (one.code == wish.group)
            group = groups.size();
        groups.append({one.name, QString::number(groups.size() + 1)});
    }
    if (classes != m_offeredClasses) {
        m_offeredClasses = classes;
        offer(*m_classes, ClassesInARow, classes, [this](qsizetype i) { m_tickets.chooseClass(m_offeredClasses[i].key); });
    }
    if (groups != m_offeredGroups) {
        m_offeredGroups = groups;
        offer(*m_groups, GroupsInARow, groups, [this](qsizetype i) { m_tickets.chooseGroup(i); });
    }
    const auto chosen = std::find_if(classes.begin(), classes.end(), [&](const Choice& one) { return one.key == wish.ticketClass; });
    setChosen(*m_classes, chosen - classes.begin());
    setChosen(*m_groups, group);
    const QStringList spoken{m_tickets.className(wish.ticketClass), m_tickets.groupName(wish.group), m_bookings->text(), m_missed->words(),
                             m_tickets.fault(TicketPlace::Class)};
    setAccessibleDescription(spoken.join(u' ').simplified());
}

/// What becomes of a booking when a number of `chosen` is given now.
QString TicketPane::standingWords(const core::Booking& booking, const QString& slot, const QString& chosen)
{
    using Standing = core::Booking::Standing;
    if (booking.standing == Standing::Missed)
        return tr("%1: missed, a number now is an ordinary one").arg(slot);
    if (booking.standing == Standing::Arrived)
        return tr("%1: has its number already").arg(slot);
    if (booking.ticketClass != chosen)
        return tr("%1: press %2 to check it in").arg(slot, booking.ticketClass);
    return booking.standing == Standing::Open ? tr("%1: the number checks it in").arg(slot)
                                              : tr("%1: the number checks it in, and waits as an ordinary one until then").arg(slot);
}

void TicketPane::followBookings()
{
    QStringList lines;
    for (const core::Booking& booking : m_tickets.bookings()) {
        const QString slot =
            tr("Booked for %1–%2, %3 %4")
                .arg(clock(booking.begin), clock(booking.end), booking.ticketClass, m_tickets.className(booking.ticketClass));
        lines.append(standingWords(booking, slot, m_tickets.wish().ticketClass));
    }
    if (!m_tickets.wish().booking.isEmpty())
        lines.append(tr("A booking's code: F12 checks it in"));
    const QString fault = m_tickets.bookingFault();
    if (!fault.isEmpty())
        lines.append(tr("What is booked is not known: %1").arg(fault));
    setTextOrHide(m_bookings, lines.join(u'\n'));
}

void TicketPane::followForm()
{
    followBookings();
    m_missed->follow();
    followChoices();
    const syncing::TicketWish& wish = m_tickets.wish();
    m_number->edit()->setValue(wish.certificate.number);
    m_name->edit()->setValue(wish.holderName);
    m_type->setCurrentIndex(std::max(0, m_type->findData(int(wish.certificate.type))));
    setTextOrHide(m_classFault, m_tickets.fault(TicketPlace::Class));
    const QString fault = m_tickets.fault(TicketPlace::Certificate);
    m_number->setFault(fault);
    if (!fault.isEmpty())
        m_number->insist();
}

void TicketPane::followResult()
{
    const core::GivenTicket& given = *m_tickets.given();
    using Slip = desk::TicketDesk::Slip;
    m_figure->setText(given.ticket.number);
    QStringList what{m_tickets.className(given.ticket.ticketClass), m_tickets.groupName(given.ticket.group)};
    if (given.slotBegin.isValid())
        what.append(tr("appointment at %1 found").arg(clock(given.slotBegin)));
    what.removeAll(QString());
    m_what->setText(what.join(u" · "_s));
    m_wait->setText(given.wait ? tr("%n before, wait %1", nullptr, given.ahead).arg(core::waitWords(*given.wait))
                               : tr("%n before, no window is open for it yet", nullptr, given.ahead));
    restyle(m_slip, "role", m_tickets.slip() == Slip::Failed ? u"fault"_s : u"small"_s);
    switch (m_tickets.slip()) {
    case Slip::None:
    case Slip::Printing: m_slip->setText(tr("The slip is being printed…")); break;
    case Slip::Printed: m_slip->setText(tr("The slip is printed.")); break;
    case Slip::Failed: m_slip->setText(tr("The slip is not printed: %1 Ctrl+P prints it again.").arg(m_tickets.slipFault())); break;
    }
    setAccessibleDescription(QStringList{m_figure->text(), m_what->text(), m_wait->text(), m_slip->text()}.join(u'\n'));
}

/// In the middle of the window, as high as what it shows.
void TicketPane::place()
{
    for (QWidget* part : {m_form, m_result})
        part->layout()->activate();
    layout()->invalidate();
    layout()->activate();
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(TicketWidth) : sizeHint().height();
    const QSize room = parentWidget()->size();
    setGeometry((room.width() - TicketWidth) / 2, std::max(0, (room.height() - height) / 3), TicketWidth, height);
}

} // namespace widgets
