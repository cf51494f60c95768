# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

# Debian packages that the AppImage is made with and from.

APPIMAGE_PACKAGES=(
    python3 squashfs-tools patchelf libsquashfuse-dev libfuse3-dev libzstd-dev zlib1g-dev appstream desktop-file-utils librsvg2-bin
    fonttools fonts-noto-cjk fonts-liberation fonts-hanazono
    libqt6sql6-psql qt6-wayland fcitx5-frontend-qt6 qt6-speech-speechd-plugin gstreamer1.0-plugins-base gstreamer1.0-plugins-good
)
