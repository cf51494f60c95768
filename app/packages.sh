# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

# Debian packages this project is built, run and tested with; sourced by app/run and tests/run.

BUILD_PACKAGES=(
    g++ cmake ninja-build pkg-config
    qt6-base-dev qt6-base-dev-tools qt6-pdf-dev qt6-l10n-tools qt6-tools-dev qt6-tools-dev-tools qt6-translations-l10n qt6-serialport-dev qt6-speech-dev qt6-multimedia-dev
    libqt6sql6-sqlite qt6-qpa-plugins libgl1-mesa-dev libvulkan-dev
    libsodium-dev libusb-1.0-0-dev libsane-dev qtkeychain-qt6-dev libexpected-dev libboost1.81-dev libzxing-dev libqrencode-dev libqpdf-dev libleptonica-dev libicu-dev
    fonts-noto-cjk fonts-liberation fonts-hanazono
)

TEST_PACKAGES=(
    librapidcheck-dev python3 poppler-utils qpdf zbar-tools xvfb xauth umockdev libumockdev-dev sane-utils sane-airscan imagemagick dbus-daemon avahi-daemon avahi-utils
    nodejs npm sqlite3 postgresql libqt6sql6-psql chromium
)

LINT_PACKAGES=(
    clang-format-19 clang-tidy-19 clazy
)

# Installs those of the named packages that are not there yet.
install_missing() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    # A Node.js from elsewhere brings its own npm; Debian's would be in its way.
    if command -v npm >/dev/null; then missing=("${missing[@]/#npm/}"); fi
    if command -v node >/dev/null; then missing=("${missing[@]/#nodejs/}"); fi
    missing=($(printf '%s\n' "${missing[@]}" | sed '/^$/d'))
    [ ${#missing[@]} -eq 0 ] && return 0
    echo "installing: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
}
