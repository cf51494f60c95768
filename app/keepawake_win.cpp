// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/keepawake.h"

#include <QDebug>

#include <windows.h>

KeepAwake::KeepAwake()
{
    if (SetThreadExecutionState(ES_CONTINUOUS | ES_DISPLAY_REQUIRED | ES_SYSTEM_REQUIRED) == 0)
        qWarning() << "the screen saver is not kept off";
}

KeepAwake::~KeepAwake()
{
    SetThreadExecutionState(ES_CONTINUOUS);
}
