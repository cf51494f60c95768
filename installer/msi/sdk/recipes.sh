# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

# How each part of the Windows SDK is built. A recipe runs in an empty folder ($work) and installs under $stage$sdk; what
# it stands on is in $sdk already. $here/sdk/PART holds files of its own.

host=x86_64-w64-mingw32
jobs=$(nproc)

# cross_cmake SOURCE [OPTION…]: configured, built, installed
cross_cmake() {
    local source=$1
    shift
    cmake -G Ninja -S "$source" -B build -DCMAKE_TOOLCHAIN_FILE="$here/mingw.cmake" -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$sdk" "$@"
    cmake --build build --parallel "$jobs"
    DESTDIR=$stage cmake --install build
}

# cross_configure SOURCE [OPTION…]
cross_configure() {
    local source=$1
    shift
    mkdir -p build
    (cd build && "../$source/configure" --host=$host CC=$host-gcc-posix --prefix="$sdk" "$@" && make -j"$jobs" && make install DESTDIR="$stage")
    find "$stage$sdk" -name '*.la' -delete
}

# Headers are the same everywhere; they are taken from the build machine's own packages.
build_headers() {
    mkdir -p "$stage$sdk"/{include,share/cmake}
    ln -s /usr/include/boost "$stage$sdk/include/boost"
    cp -r /usr/include/tl "$stage$sdk/include/"
    cp -r /usr/share/cmake/tl-expected "$stage$sdk/share/cmake/"
}

build_zlib() {
    mkdir -p "$stage$sdk"/{include,lib/pkgconfig}
    cp /usr/$host/lib/libz.a "$stage$sdk/lib/"
    cp /usr/$host/include/{zlib.h,zconf.h} "$stage$sdk/include/"
    local version
    version=$(sed -n 's/^#define ZLIB_VERSION "\([^"]*\)"/\1/p' /usr/$host/include/zlib.h)
    printf '%s\n' "prefix=$sdk" 'libdir=${prefix}/lib' 'includedir=${prefix}/include' 'Name: zlib' 'Description: compression' \
        "Version: $version" 'Libs: -L${libdir} -lz' 'Cflags: -I${includedir}' > "$stage$sdk/lib/pkgconfig/zlib.pc"
}

# The amalgamation only: qtbase compiles it in.
build_sqlite() {
    unpack sqlite3 source
    (cd source && ./configure --disable-tcl --disable-readline && make sqlite3.c)
    mkdir -p "$stage$sdk/src"
    cp source/sqlite3.c source/sqlite3.h "$stage$sdk/src/"
}

build_usb() {
    unpack libusb-1.0 source
    (cd source && autoreconf -fi)
    cross_configure source --disable-static
}

build_sodium() {
    unpack libsodium source
    (cd source && autoreconf -fi)
    cross_configure source --enable-shared --disable-static --disable-pie --disable-ssp
}

build_qrencode() {
    unpack qrencode source
    cross_cmake "$PWD/source" -DWITH_TOOLS=NO -DWITHOUT_PNG=ON
}

build_zxing() {
    unpack qzxing source
    cross_cmake "$here/sdk/zxing" -DQZXING="$PWD/source/src/zxing"
}

build_jpeg() {
    unpack libjpeg-turbo source
    cross_cmake "$PWD/source" -DENABLE_SHARED=OFF -DWITH_SIMD=OFF -DWITH_TURBOJPEG=OFF
}

build_png() {
    unpack libpng1.6 source
    cross_configure source --disable-shared CPPFLAGS="-I$sdk/include" LDFLAGS="-L$sdk/lib"
}

build_qpdf() {
    unpack qpdf source
    sed -i s/Advapi32/advapi32/ source/CMakeLists.txt
    mkdir -p build/qpdf/extra-dlls
    cmake -G Ninja -S source -B build -DCMAKE_TOOLCHAIN_FILE="$here/mingw.cmake" -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$sdk" \
        -DREQUIRE_CRYPTO_NATIVE=ON -DUSE_IMPLICIT_CRYPTO=OFF -DBUILD_STATIC_LIBS=OFF -DBUILD_DOC=OFF
    cmake --build build --parallel "$jobs" --target libqpdf qpdf fix-qdf zlib-flate
    DESTDIR=$stage cmake --install build
}

# The library alone; zlib and JPEG inside are what papers come in.
build_tiff() {
    unpack tiff source
    sed -i -E '/add_subdirectory\((tools|test|contrib|doc)\)/d' source/CMakeLists.txt
    cross_cmake "$PWD/source" -DBUILD_SHARED_LIBS=ON $(printf -- "-D%s=OFF " cxx webp zstd lzma jbig lerc libdeflate sphinx) \
        -DJPEG_LIBRARY="$sdk/lib/libjpeg.a" -DJPEG_INCLUDE_DIR="$sdk/include" -DZLIB_LIBRARY="$sdk/lib/libz.a" -DZLIB_INCLUDE_DIR="$sdk/include"
}

build_leptonica() {
    unpack leptonlib source
    cross_cmake "$PWD/source" -DSW_BUILD=OFF -DBUILD_PROG=OFF -DBUILD_SHARED_LIBS=ON -DCMAKE_DISABLE_FIND_PACKAGE_GIF=ON \
        -DCMAKE_DISABLE_FIND_PACKAGE_PkgConfig=ON -DTIFF_LIBRARY="$sdk/lib/libtiff.dll.a" -DTIFF_INCLUDE_DIR="$sdk/include" \
        -DJPEG_LIBRARY="$sdk/lib/libjpeg.a" -DJPEG_INCLUDE_DIR="$sdk/include" -DPNG_LIBRARY="$sdk/lib/libpng.a" \
        -DPNG_PNG_INCLUDE_DIR="$sdk/include" -DZLIB_LIBRARY="$sdk/lib/libz.a" -DZLIB_INCLUDE_DIR="$sdk/include"
}

# Debian strips the copies of libraries that it has packages of; on Windows Qt uses its own.
build_qtbase() {
    unpack qt6-base source
    mkdir -p source/src/3rdparty/sqlite
    cp "$sdk"/src/sqlite3.[ch] source/src/3rdparty/sqlite/
    local -a off=(opengl dbus tabletevent openssl sql_odbc system_sqlite pkg_config vulkan icu androiddeployqt qmake)
    # Without direct2d neither qwindows nor PrintSupport links.
    cross_cmake "$PWD/source" -DCMAKE_CXX_FLAGS=-Wno-attributes -DINPUT_opengl=no -DFEATURE_schannel=ON -DFEATURE_direct2d=ON \
        -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF -DBUILD_SHARED_LIBS=ON $(printf -- "-DFEATURE_%s=OFF " "${off[@]}")
}

# unpack_webengine DIR PATTERN…: a few folders of a very large archive
unpack_webengine() {
    local dir=$1
    shift
    fetch qt6-webengine
    mkdir -p "$dir"
    tar -C "$dir" --strip-components=1 --wildcards -xf "$(find "$sources" -name 'qt6-webengine_*.orig.tar.xz' | sort -V | tail -n 1)" "$@"
}

build_pdfium() {
    local chromium='*/src/3rdparty/chromium'
    unpack_webengine source "$chromium/third_party/pdfium/*" "$chromium/third_party/freetype/*" "$chromium/third_party/abseil-cpp/*" \
        "$chromium/build/build_config.h" "$chromium/build/buildflag.h"
    sed -i 's/COMPILER_MSVC/_WIN32/' source/src/3rdparty/chromium/third_party/pdfium/third_party/base/memory/aligned_memory.{h,cc}
    cross_cmake "$here/sdk/pdfium" -DCHROMIUM="$PWD/source/src/3rdparty/chromium"
}

build_qtpdf() {
    unpack_webengine source '*/src/pdf/*' '*/src/pdfwidgets/*' '*/src/3rdparty/chromium/third_party/pdfium/public/*'
    cross_cmake "$here/sdk/qtpdf" -DWEBENGINE="$PWD/source/src"
}

# Document cameras by Media Foundation.
build_multimedia() {
    unpack qt6-multimedia source
    # mingw's names are all in lower case
    sed -i -E 's/(find_library\(\w+ )(\w+)/\1\L\2/' source/cmake/FindWMF.cmake
    find source/src/multimedia source/src/plugins/multimedia/windows \( -name '*.h' -o -name '*.cpp' \) -path '*windows*' \
        -exec sed -i -E 's/#include ([<"])([A-Za-z0-9_]+\.h)/#include \1\L\2/' {} +
    mkdir -p shader/Qt6ShaderTools
    cp "$here/sdk/multimedia/Qt6ShaderToolsConfig.cmake" shader/Qt6ShaderTools/
    local -a off=(gstreamer ffmpeg spatialaudio pulseaudio alsa)
    cross_cmake "$PWD/source" -DQt6ShaderTools_DIR="$PWD/shader/Qt6ShaderTools" -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF $(printf -- "-DFEATURE_%s=OFF " "${off[@]}")
}

# The licence of every component, for the NOTICE: from the source packages, and from the build machine's for what is its.
build_licences() {
    local to=$stage$sdk/licences package archive name
    mkdir -p "$to"
    for package in $(printf '%s\n' "${SOURCE[@]}" | sort -u); do
        fetch "$package"
        if [[ $ORIGINAL_ONLY == *" $package "* ]]; then
            archive=$(find "$sources" -name "${package}_*.orig.tar.*" ! -name '*.asc' | sort -V | tail -n 1)
            name=$(basename "${archive%.orig.tar.*}")
            tar -xOf "$archive" --wildcards '*/LICENSE' '*/COPYING' > "$to/$name" || [ -s "$to/$name" ]
        else
            archive=$(find "$sources" -name "${package}_*.debian.tar.*" | sort -V | tail -n 1)
            name=$(basename "${archive%.debian.tar.*}")
            tar -xOf "$archive" debian/copyright > "$to/$name"
        fi
    done
    for package in libz-mingw-w64-dev gcc-mingw-w64-base mingw-w64-x86-64-dev libboost1.81-dev libexpected-dev fonts-noto-cjk fonts-liberation; do
        cp "/usr/share/doc/$package/copyright" "$to/${package}_$(dpkg-query -W -f '${Version}' "$package")"
    done
}
