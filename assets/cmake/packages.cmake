# SPDX-License-Identifier: GPL-3.0-or-later
# The libraries, by their pkg-config names. Which room links which stands in rooms.cmake.
find_package(PkgConfig REQUIRED)
find_package(Intl REQUIRED)
find_package(Iconv REQUIRED) # part of the C library, or not
find_package(Threads REQUIRED)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(sqlite3 REQUIRED IMPORTED_TARGET sqlite3>=3.37)
pkg_check_modules(ncursesw REQUIRED IMPORTED_TARGET ncursesw)
# It would define an older _XOPEN_SOURCE than ours.
set_target_properties(PkgConfig::ncursesw PROPERTIES INTERFACE_COMPILE_OPTIONS "")
pkg_check_modules(libical REQUIRED IMPORTED_TARGET libical>=3)
pkg_check_modules(libqrencode REQUIRED IMPORTED_TARGET libqrencode>=4)
# 7.85: protocols by name.
pkg_check_modules(libcurl REQUIRED IMPORTED_TARGET libcurl>=7.85)
pkg_check_modules(libarchive REQUIRED IMPORTED_TARGET libarchive>=3.4)
pkg_check_modules(pangocairo REQUIRED IMPORTED_TARGET pangocairo>=1.44)
pkg_check_modules(jansson REQUIRED IMPORTED_TARGET jansson>=2.12)
if(BUILD_TESTING)
  pkg_check_modules(cmocka REQUIRED IMPORTED_TARGET cmocka)
  pkg_check_modules(vterm REQUIRED IMPORTED_TARGET vterm)
  pkg_check_modules(zbar REQUIRED IMPORTED_TARGET zbar)
endif()
