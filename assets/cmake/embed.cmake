# SPDX-License-Identifier: GPL-3.0-or-later
# Files into byte arrays: mawari_embed(ROOM STRUCT NAME file…) gives the room mawari_NAME[] and
# mawari_NAME_count, which src/ROOM/embedded.h declares. Run by `cmake -P` it writes such a file.
# Lists would split SQL at `;` and merge it at `[`, so the bytes travel as hexadecimal digits. Of
# queries each text is also found by its number: where it begins behind its "-- name: …", and its
# size.

# Appends a row for each query of `file`, whose bytes are `digits` and stand in text_`count`.
function(add_queries file digits count)
  file(STRINGS "${file}" names REGEX "^-- name: ")
  string(LENGTH "${digits}" end)
  set(at 0)
  set(row "")
  foreach(name IN LISTS names)
    string(REPLACE "-- name: " "" name "${name}")
    string(SUBSTRING "${digits}" ${at} -1 rest)
    string(FIND "${rest}" "2d2d206e616d653a20" found) # "-- name: "
    math(EXPR marker "${at} + ${found}")
    if(row)
      math(EXPR size "(${marker} - ${at}) / 2")
      string(APPEND query_rows "${row}${size}},\n")
    endif()
    string(LENGTH "-- name: ${name}" size)
    math(EXPR at "${marker} + 2 * ${size}")
    math(EXPR begin "${at} / 2")
    set(row "    [Q_${name}] = {text_${count} + ${begin}, ")
  endforeach()
  math(EXPR size "(${end} - ${at}) / 2")
  set(query_rows "${query_rows}${row}${size}},\n" PARENT_SCOPE)
endfunction()

if(CMAKE_SCRIPT_MODE_FILE)
  set(arrays "")
  set(rows "")
  set(query_rows "")
  set(count 0)
  string(REPLACE "|" ";" files "${FILES}")
  foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME_WE)
    file(READ "${file}" digits HEX)
    string(LENGTH "${digits}" size)
    math(EXPR size "${size} / 2")
    string(REGEX REPLACE "(..)" "0x\\1," bytes "${digits}")
    string(APPEND arrays "static const unsigned char text_${count}[] = {${bytes}0};\n")
    string(APPEND rows "    {\"${name}\", text_${count}, ${size}},\n")
    if(NAME STREQUAL "queries")
      add_queries("${file}" "${digits}" ${count})
    endif()
    math(EXPR count "${count} + 1")
  endforeach()
  if(query_rows)
    string(APPEND arrays "\n#include \"query_names.h\"\n
const struct MawariQuery mawari_query_texts[Q_COUNT] = {\n${query_rows}};\n")
  endif()
  file(WRITE "${OUTPUT}" "#include \"embedded.h\"\n\n${arrays}
const struct ${STRUCT} mawari_${NAME}[] = {\n${rows}    {NULL, NULL, 0},\n};
const size_t mawari_${NAME}_count = ${count};\n")
  return()
endif()

function(mawari_embed room struct name)
  if(NOT TARGET mawari_${room})
    return()
  endif()
  set(output "${PROJECT_BINARY_DIR}/embedded/${name}.c")
  string(REPLACE ";" "|" files "${ARGN}")
  set(list "${PROJECT_BINARY_DIR}/embedded/${name}.list") # changes when a file comes or goes
  file(CONFIGURE OUTPUT "${list}" CONTENT "${files}\n" @ONLY)
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DFILES=${files}" -DSTRUCT=${struct} -DNAME=${name}
            "-DOUTPUT=${output}" -P "${PROJECT_SOURCE_DIR}/assets/cmake/embed.cmake"
    DEPENDS ${ARGN} "${list}" "${PROJECT_SOURCE_DIR}/assets/cmake/embed.cmake"
    COMMENT "Embedding ${name}" VERBATIM)
  target_sources(mawari_${room} PRIVATE "${output}")
  target_include_directories(mawari_${room} PRIVATE "${PROJECT_SOURCE_DIR}/src/${room}")
endfunction()

file(GLOB schema CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/assets/sql/schema/*.sql")
file(GLOB queries CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/assets/sql/*.sql")
mawari_embed(store MawariSql schema ${schema}) # file(GLOB) sorts by name, so by number
mawari_embed(store MawariSql queries ${queries})
mawari_embed(store MawariSql whole "${PROJECT_SOURCE_DIR}/assets/sql/whole/whole.sql")

file(GLOB themes CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/assets/theme/*.theme")
mawari_embed(tui MawariTheme themes ${themes})
