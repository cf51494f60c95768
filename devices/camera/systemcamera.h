// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/camera/framesource.h"

#include <memory>

namespace devices {

/// A camera of this machine by Qt Multimedia: the one whose name holds `name`, or the first. Where the program was built
/// without Qt Multimedia there is none.
std::unique_ptr<FrameSource> systemCamera(const QString& name);

} // namespace devices
