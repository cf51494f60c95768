# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

get_filename_component(sdk "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
if(NOT TARGET qzxing::qzxing)
  add_library(qzxing::qzxing STATIC IMPORTED)
  set_target_properties(qzxing::qzxing PROPERTIES IMPORTED_LOCATION "${sdk}/lib/libqzxing.a"
    INTERFACE_INCLUDE_DIRECTORIES "${sdk}/include/qzxing" INTERFACE_LINK_LIBRARIES Qt6::Core)
endif()
