// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/camera/framesource.h"

#include <functional>
#include <memory>

/// Makes a source of frames; it is moved to the camera's thread.
using CameraMaker = std::function<std::unique_ptr<devices::FrameSource>()>;

CameraMaker noCamera();
/// The document camera from what an administrator wrote: empty or `auto` for the first there is, `none`, or a part of its
/// name.
CameraMaker cameraFrom(const QString& choice);
