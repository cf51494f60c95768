# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

# Cross-building for 64-bit Windows with Debian's mingw-w64. YICHUANG_SDK is the folder that installer/msi/build-sdk prints.

set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

if(NOT YICHUANG_SDK)
  set(YICHUANG_SDK "$ENV{YICHUANG_SDK}")
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES YICHUANG_SDK)
set(CMAKE_FIND_ROOT_PATH "${YICHUANG_SDK}" /usr/x86_64-w64-mingw32)
set(CMAKE_PREFIX_PATH "${YICHUANG_SDK}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# Qt's tools run here, its libraries there.
set(QT_HOST_PATH /usr)
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/x86_64-linux-gnu/cmake)
# The libraries' .pc files stay right wherever the SDK lies.
set(PKG_CONFIG_ARGN --define-prefix)
set(ENV{PKG_CONFIG_LIBDIR} "${YICHUANG_SDK}/lib/pkgconfig")
