# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

get_filename_component(sdk "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
if(NOT TARGET Qt6::PdfWidgets)
  add_library(Qt6::PdfWidgets SHARED IMPORTED)
  set_target_properties(Qt6::PdfWidgets PROPERTIES IMPORTED_LOCATION "${sdk}/bin/Qt6PdfWidgets.dll"
    IMPORTED_IMPLIB "${sdk}/lib/libQt6PdfWidgets.dll.a" INTERFACE_INCLUDE_DIRECTORIES "${sdk}/include;${sdk}/include/QtPdfWidgets"
    INTERFACE_LINK_LIBRARIES "Qt6::Pdf;Qt6::Widgets")
endif()
set(Qt6PdfWidgets_FOUND TRUE)
