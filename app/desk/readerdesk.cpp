// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/readerdesk.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString codeFor(devices::ReaderFault fault)
{
    using devices::ReaderFault;
    switch (fault) {
    case ReaderFault::NoCard: return u"reader.no-card"_s;
    case ReaderFault::LayFlat: return u"reader.lay-flat"_s;
    case ReaderFault::UnknownCard: return u"reader.unknown-card"_s;
    case ReaderFault::Module: return u"reader.module"_s;
    case ReaderFault::NoAnswer: return u"reader.no-answer"_s;
    case ReaderFault::Garbled: return u"reader.garbled"_s;
    case ReaderFault::Unplugged: return u"reader.unplugged"_s;
    case ReaderFault::NoPermission: return u"reader.no-permission"_s;
    case ReaderFault::Occupied: return u"reader.occupied"_s;
    case ReaderFault::NeedsVendor: return u"reader.needs-vendor"_s;
    case ReaderFault::Cancelled: return {};
    }
    return {};
}

} // namespace

CardHolder holderFrom(const devices::Card& card, const QDate& today)
{
    using core::CertificateType;
    CardHolder holder;
    holder.name = card.name;
    holder.address = card.address + card.extraAddress;
    holder.certificate.number = card.number;
    switch (card.layout) {
    case devices::CardLayout::Resident: holder.certificate.type = CertificateType::CitizenId; break;
    case devices::CardLayout::ResidencePermit: holder.certificate.type = CertificateType::ResidencePermit; break;
    case devices::CardLayout::Foreigner2017:
    case devices::CardLayout::Foreigner2023: holder.certificate.type = CertificateType::PermanentResidence; break;
    }
    holder.portrait = card.portrait;
    holder.expired = !card.longTerm && card.validTo.isValid() && card.validTo < today;
    return holder;
}

ReaderDesk::ReaderDesk(WorkDay& day, devices::IdCardReader& reader) : m_day(day), m_reader(reader)
{
    connect(&reader, &devices::IdCardReader::cardRead, this, &ReaderDesk::take);
    connect(&reader, &devices::IdCardReader::cardRemoved, this, &ReaderDesk::cardRemoved);
    connect(&reader, &devices::IdCardReader::stateChanged, this, &ReaderDesk::follow);
    connect(&reader, &devices::IdCardReader::nothingRead, this,
            [this](devices::ReaderFault fault) { Q_EMIT adviceGiven(adviceFor({core::ErrorKind::Device, codeFor(fault), {}})); });
}

QString ReaderDesk::faultCode() const
{
    return codeFor(m_fault);
}

void ReaderDesk::readNow()
{
    QMetaObject::invokeMethod(&m_reader, &devices::IdCardReader::readNow);
}

void ReaderDesk::take(const devices::Card& card)
{
    Q_EMIT cardRead(holderFrom(card, m_day.today()));
}

void ReaderDesk::follow(devices::ReaderState state, devices::ReaderFault fault)
{
    m_state = state;
    m_fault = fault;
    Q_EMIT stateChanged();
    if (state == devices::ReaderState::Trouble)
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::Device, codeFor(fault), {}}));
}

} // namespace desk
