// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

// PDFium asks ICU for a handful of character classes only; the C library answers them as well.

#include <stdint.h>
#include <wctype.h>

typedef int32_t UChar32;

static inline bool u_islower(UChar32 c)
{
    return iswlower(wint_t(c));
}
static inline bool u_isupper(UChar32 c)
{
    return iswupper(wint_t(c));
}
static inline bool u_isalpha(UChar32 c)
{
    return iswalpha(wint_t(c));
}
static inline bool u_isalnum(UChar32 c)
{
    return iswalnum(wint_t(c));
}
static inline bool u_isspace(UChar32 c)
{
    return iswspace(wint_t(c));
}
static inline UChar32 u_tolower(UChar32 c)
{
    return UChar32(towlower(wint_t(c)));
}
static inline UChar32 u_toupper(UChar32 c)
{
    return UChar32(towupper(wint_t(c)));
}
