# SPDX-License-Identifier: GPL-3.0-or-later
# One OBJECT library a room: mawari_room(NAME LINKS library…). A large room has floors, folders within
# it; "floor/header.h" is looked for from the room's own folder.
set(MAWARI_ROOMS base model store plan geo report print calendar dav exchange app view tui cli)

function(mawari_room name)
  cmake_parse_arguments(ROOM "" "" "LINKS" ${ARGN})
  set(room "${PROJECT_SOURCE_DIR}/src/${name}")
  file(GLOB sources CONFIGURE_DEPENDS "${room}/*.c" "${room}/*/*.c")
  add_library(mawari_${name} OBJECT ${sources})
  target_include_directories(mawari_${name} PRIVATE "${room}")
  target_link_libraries(mawari_${name} PUBLIC mawari_flags ${ROOM_LINKS})
endfunction()

mawari_room(base LINKS PkgConfig::utf8proc Intl::Intl Threads::Threads)
mawari_room(model)
mawari_room(store LINKS PkgConfig::sqlite3)
mawari_room(plan)
mawari_room(geo LINKS m)
mawari_room(report)
mawari_room(print LINKS PkgConfig::pangocairo)
mawari_room(calendar LINKS PkgConfig::libical PkgConfig::libqrencode)
mawari_room(dav LINKS PkgConfig::libcurl PkgConfig::jansson m)
mawari_room(exchange LINKS Iconv::Iconv PkgConfig::libarchive PkgConfig::jansson m)
mawari_room(app)
mawari_room(view)
mawari_room(tui LINKS PkgConfig::ncursesw)
mawari_room(cli)

include(embed)  # the SQL of assets/sql into byte arrays of the store
