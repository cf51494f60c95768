// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// A vendor's library as the program finds them: the SDT interface, and a photo decoder. A made-up card lies on its reader.

#include "devices/idcard/samframe.h"
#include "devices/simulated/simulatedsam.h"

#include <algorithm>

using namespace devices;
using namespace Qt::StringLiterals;

namespace {

SimulatedSam& module()
{
    static SimulatedSam sam;
    static const bool laid = [] {
        Card card;
        card.name = u"厂商样例"_s;
        card.number = u"11010519491231002X"_s;
        card.birth = QDate(1949, 12, 31);
        card.extraAddress = u"后来的地址"_s;
        sam.layCard(card);
        return true;
    }();
    static_cast<void>(laid);
    return sam;
}

SamAnswer ask(SamCommand command)
{
    return SamFrameParser().feed(module().exchange(samRequest(command))).value(0).answer;
}

} // namespace

extern "C" {

__attribute__((visibility("default"))) int SDT_OpenPort(int port)
{
    return port == 1001 ? 0x90 : 0x01;
}

__attribute__((visibility("default"))) int SDT_ClosePort(int)
{
    return 0x90;
}

__attribute__((visibility("default"))) int SDT_StartFindIDCard(int, unsigned char*, int)
{
    return ask(SamCommand::Find).sw3;
}

__attribute__((visibility("default"))) int SDT_SelectIDCard(int, unsigned char*, int)
{
    return ask(SamCommand::Select).sw3;
}

__attribute__((visibility("default"))) int SDT_ReadBaseMsg(int, unsigned char* text, unsigned* textSize, unsigned char* photo,
                                                           unsigned* photoSize, int)
{
    const SamAnswer answer = ask(SamCommand::ReadBase);
    if (answer.sw3 == sam::Ok && answer.data.size() >= 4 + 256 + 1024) {
        *textSize = 256;
        *photoSize = 1024;
        std::copy_n(answer.data.cbegin() + 4, 256, text);
        std::copy_n(answer.data.cbegin() + 4 + 256, 1024, photo);
    }
    return answer.sw3;
}

__attribute__((visibility("default"))) int SDT_ReadNewAppMsg(int, unsigned char* more, unsigned* size, int)
{
    const SamAnswer answer = ask(SamCommand::ReadExtraAddress);
    *size = unsigned(answer.data.size());
    std::copy(answer.data.cbegin(), answer.data.cend(), more);
    return answer.sw3;
}

__attribute__((visibility("default"))) int unpack(const char* wlt, char* bgr, int)
{
    for (std::ptrdiff_t i = 0; i < 102 * 126; ++i) {
        bgr[3 * i] = char(0x20);
        bgr[3 * i + 1] = char(0x40);
        bgr[3 * i + 2] = wlt[0];
    }
    return 1;
}
}
