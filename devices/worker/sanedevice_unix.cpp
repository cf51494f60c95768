// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/worker/sanedevice.h"

#include <algorithm>
#include <cmath>

namespace devices {

SaneDevice::~SaneDevice()
{
    close();
}

QList<QPair<QString, QString>> SaneDevice::list()
{
    QList<QPair<QString, QString>> result;
    const SANE_Device** devices = nullptr;
    if (sane_get_devices(&devices, SANE_FALSE) != SANE_STATUS_GOOD || !devices)
        return result;
    for (; *devices; ++devices) {
        const SANE_Device& device = **devices;
        result.append({QString::fromUtf8(device.name), QString::fromUtf8(device.vendor) + u' ' + QString::fromUtf8(device.model)});
    }
    return result;
}

ScanEnd SaneDevice::endFor(SANE_Status status)
{
    switch (status) {
    case SANE_STATUS_GOOD:
    case SANE_STATUS_EOF: return ScanEnd::Done;
    case SANE_STATUS_CANCELLED: return ScanEnd::Cancelled;
    case SANE_STATUS_DEVICE_BUSY: return ScanEnd::Busy;
    case SANE_STATUS_JAMMED: return ScanEnd::Jam;
    case SANE_STATUS_NO_DOCS: return ScanEnd::NoPaper;
    case SANE_STATUS_COVER_OPEN: return ScanEnd::CoverOpen;
    case SANE_STATUS_INVAL:
    case SANE_STATUS_ACCESS_DENIED: return ScanEnd::NotFound;
    default: return ScanEnd::Fault;
    }
}

SANE_Status SaneDevice::open(const QString& name)
{
    close();
    SANE_Handle opened = nullptr;
    const SANE_Status status = sane_open(name.toUtf8().constData(), &opened);
    const QMutexLocker lock(&m_guard);
    m_handle = status == SANE_STATUS_GOOD ? opened : nullptr;
    return status;
}

void SaneDevice::close()
{
    const QMutexLocker lock(&m_guard);
    if (m_handle)
        sane_close(std::exchange(m_handle, nullptr));
}

void SaneDevice::cancel()
{
    m_cancelled = true;
    const QMutexLocker lock(&m_guard);
    if (m_handle)
        sane_cancel(m_handle);
}

const SANE_Option_Descriptor* SaneDevice::option(int index) const
{
    return sane_get_option_descriptor(m_handle, index);
}

/// Options change when others are set: they are looked up anew each time.
int SaneDevice::indexOf(const QString& name) const
{
    const QByteArray wanted = name.toUtf8();
    SANE_Int count = 0;
    if (sane_control_option(m_handle, 0, SANE_ACTION_GET_VALUE, &count, nullptr) != SANE_STATUS_GOOD)
        return -1;
    for (int i = 1; i < count; ++i) {
        const SANE_Option_Descriptor* about = option(i);
        if (about && about->name && wanted == about->name && SANE_OPTION_IS_ACTIVE(about->cap) && SANE_OPTION_IS_SETTABLE(about->cap))
            return i;
    }
    return -1;
}

QStringList SaneDevice::texts(const QString& name) const
{
    const int index = indexOf(name);
    const SANE_Option_Descriptor* about = index < 0 ? nullptr : option(index);
    QStringList result;
    if (!about || about->type != SANE_TYPE_STRING || about->constraint_type != SANE_CONSTRAINT_STRING_LIST)
        return result;
    for (const SANE_String_Const* text = about->constraint.string_list; *text; ++text)
        result.append(QString::fromUtf8(*text));
    return result;
}

double SaneDevice::largest(const QString& name) const
{
    const int index = indexOf(name);
    const SANE_Option_Descriptor* about = index < 0 ? nullptr : option(index);
    if (!about || about->constraint_type != SANE_CONSTRAINT_RANGE)
        return 0;
    const SANE_Word most = about->constraint.range->max;
    return about->type == SANE_TYPE_FIXED ? SANE_UNFIX(most) : most;
}

bool SaneDevice::setText(const QString& name, const QString& value)
{
    const int index = indexOf(name);
    const SANE_Option_Descriptor* about = index < 0 ? nullptr : option(index);
    if (!about)
        return false;
    if (about->type == SANE_TYPE_BOOL) {
        SANE_Bool on = value == u"yes" || value == u"true" || value == u"1" ? SANE_TRUE : SANE_FALSE;
        return sane_control_option(m_handle, index, SANE_ACTION_SET_VALUE, &on, nullptr) == SANE_STATUS_GOOD;
    }
    if (about->type != SANE_TYPE_STRING)
        return setNumber(name, value.toDouble());
    QByteArray bytes = value.toUtf8();
    bytes.resize(std::max<qsizetype>(about->size, bytes.size() + 1), '\0');
    return sane_control_option(m_handle, index, SANE_ACTION_SET_VALUE, bytes.data(), nullptr) == SANE_STATUS_GOOD;
}

bool SaneDevice::setNumber(const QString& name, double value)
{
    const int index = indexOf(name);
    const SANE_Option_Descriptor* about = index < 0 ? nullptr : option(index);
    if (!about || (about->type != SANE_TYPE_INT && about->type != SANE_TYPE_FIXED))
        return false;
    const auto toWord = [&](double number) { return about->type == SANE_TYPE_FIXED ? SANE_FIX(number) : SANE_Word(std::lround(number)); };
    SANE_Word word = toWord(value);
    if (about->constraint_type == SANE_CONSTRAINT_RANGE) {
        const SANE_Range& range = *about->constraint.range;
        word = std::clamp(word, range.min, range.max);
        if (range.quant > 0)
            word = range.min + (word - range.min + range.quant / 2) / range.quant * range.quant;
    } else if (about->constraint_type == SANE_CONSTRAINT_WORD_LIST) {
        const SANE_Word* first = about->constraint.word_list + 1;
        word = *std::min_element(first, first + about->constraint.word_list[0],
                                 [word](SANE_Word a, SANE_Word b) { return std::abs(a - word) < std::abs(b - word); });
    }
    return sane_control_option(m_handle, index, SANE_ACTION_SET_VALUE, &word, nullptr) == SANE_STATUS_GOOD;
}

} // namespace devices
