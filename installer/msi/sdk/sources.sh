# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

# Fetches Debian source packages, checked by apt against the signed index, without touching the machine's own settings:
# sources and lists of its own lie in the cache.

declare -A SOURCE=(
    [sqlite]=sqlite3 [qtbase]=qt6-base [usb]=libusb-1.0 [sodium]=libsodium [jpeg]=libjpeg-turbo [png]=libpng1.6 [qpdf]=qpdf
    [leptonica]=leptonlib [pdfium]=qt6-webengine [qtpdf]=qt6-webengine [multimedia]=qt6-multimedia
    [qrencode]=qrencode [zxing]=qzxing [tiff]=tiff
)
# Of these only the author's archive is to be had at the mirror, without Debian's patches, which they do not need here.
ORIGINAL_ONLY=" qrencode qzxing "

# prepare_sources CACHE. Only the main archive: it keeps what a point release brought, mirrors of security updates often do not.
prepare_sources() {
    sources=$1/sources apt_state=$1/apt
    mkdir -p "$sources" "$apt_state"/{lists/partial,cache/archives/partial,parts}
    local file
    for file in /etc/apt/sources.list.d/debian.sources; do
        if [ -e "$file" ]; then awk -v RS= -v ORS='\n\n' '!/-security/' "$file" | sed 's/^Types: .*/Types: deb-src/' > "$apt_state/parts/debian.sources"; fi
    done
    if [ -s /etc/apt/sources.list ]; then sed -nE '/-security/d; s/^deb(-src)? /deb-src /p' /etc/apt/sources.list | sort -u > "$apt_state/parts/debian.list"; fi
    APT=(apt-get -qq -o "Dir::Etc::SourceList=/dev/null" -o "Dir::Etc::SourceParts=$apt_state/parts" -o "Dir::State::Lists=$apt_state/lists"
        -o "Dir::Cache=$apt_state/cache" -o "APT::Sandbox::User=")
    local recipe
    recipe=$(cat "$apt_state"/parts/* | sha256sum)
    # An index of today's is good enough; where the mirror is out of reach, what is cached still counts.
    if [ -z "$(find "$apt_state/fresh" -mtime -1 2>/dev/null)" ] || [ "$(cat "$apt_state/fresh")" != "$recipe" ]; then
        if "${APT[@]}" update >&2; then echo "$recipe" > "$apt_state/fresh"; else echo "the package index could not be renewed" >&2; fi
    fi
}

# source_hashes PART: names and hashes of its source files, empty for a part without one of its own
source_hashes() {
    [ -n "${SOURCE[$1]:-}" ] || return 0
    "${APT[@]}" source --print-uris "${SOURCE[$1]}" | awk '{ print $2, $4 }'
}

# fetch PACKAGE: the archives lie in $sources afterwards
fetch() {
    local only=()
    if [[ $ORIGINAL_ONLY == *" $1 "* ]]; then only=(--tar-only); fi
    (cd "$sources" && "${APT[@]}" source --download-only "${only[@]}" "$1")
}

# unpack PACKAGE DIR: fetched, unpacked and with Debian's patches applied
unpack() {
    fetch "$1"
    if [[ $ORIGINAL_ONLY == *" $1 "* ]]; then
        mkdir -p "$2"
        tar -C "$2" --strip-components=1 -xf "$(find "$sources" -name "$1_*.orig.tar.*" ! -name '*.asc' | sort -V | tail -n 1)"
    else
        dpkg-source --no-check -x "$(find "$sources" -name "$1_*.dsc" | sort -V | tail -n 1)" "$2"
    fi
}
