// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/camerachoice.h"

#include "devices/camera/systemcamera.h"

using namespace Qt::StringLiterals;

CameraMaker noCamera()
{
    return [] { return std::make_unique<devices::NoCamera>(); };
}

CameraMaker cameraFrom(const QString& choice)
{
    if (choice == u"none")
        return noCamera();
    return [name = choice == u"auto" ? QString() : choice] { return devices::systemCamera(name); };
}
