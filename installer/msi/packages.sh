# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

# Debian packages that the Windows build is made with.

SDK_PACKAGES=(
    g++-mingw-w64-x86-64-posix mingw-w64-tools libz-mingw-w64-dev tcl autoconf automake libtool dpkg-dev xz-utils zstd
    qt6-base-private-dev qt6-shader-baker qt6-shadertools-dev
)
MSI_PACKAGES=(wixl msitools imagemagick librsvg2-bin fonttools fonts-noto-cjk fonts-liberation)
WINE_PACKAGES=(wine wine64 xvfb msitools)
