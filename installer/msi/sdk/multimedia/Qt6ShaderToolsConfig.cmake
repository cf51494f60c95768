# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

# Shaders are compiled while building, by the build machine's own compiler; nothing of it goes to Windows.

if(NOT TARGET Qt6::qsb)
  add_executable(Qt6::qsb IMPORTED GLOBAL)
  set_target_properties(Qt6::qsb PROPERTIES IMPORTED_LOCATION /usr/lib/qt6/bin/qsb)
endif()
if(NOT TARGET Qt6::ShaderTools)
  add_library(Qt6::ShaderTools INTERFACE IMPORTED GLOBAL)
endif()
include(/usr/lib/x86_64-linux-gnu/cmake/Qt6ShaderToolsTools/Qt6ShaderToolsMacros.cmake)
set(Qt6ShaderTools_FOUND TRUE)
