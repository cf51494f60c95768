# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

get_filename_component(sdk "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
if(NOT TARGET Qt6::Pdf)
  add_library(Qt6::Pdf SHARED IMPORTED)
  set_target_properties(Qt6::Pdf PROPERTIES IMPORTED_LOCATION "${sdk}/bin/Qt6Pdf.dll" IMPORTED_IMPLIB "${sdk}/lib/libQt6Pdf.dll.a"
    INTERFACE_INCLUDE_DIRECTORIES "${sdk}/include;${sdk}/include/QtPdf" INTERFACE_LINK_LIBRARIES "Qt6::Gui;Qt6::Network")
endif()
set(Qt6Pdf_FOUND TRUE)
