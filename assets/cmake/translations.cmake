# SPDX-License-Identifier: GPL-3.0-or-later
# The Japanese catalogue: assets/po/ja.po becomes share/locale/ja/LC_MESSAGES/mawari.mo. The target
# `pot` extracts what is marked by _() and N_(); `po` brings new strings into ja.po, untranslated;
# sorted and without places, so that two changes of it can be merged.
find_program(XGETTEXT xgettext REQUIRED)
find_program(MSGFMT msgfmt REQUIRED)
find_program(MSGMERGE msgmerge REQUIRED)
find_program(MSGCMP msgcmp REQUIRED)
find_program(MSGATTRIB msgattrib REQUIRED)

set(MAWARI_POT "${PROJECT_BINARY_DIR}/mawari.pot")
file(GLOB_RECURSE marked CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}"
  "${PROJECT_SOURCE_DIR}/src/*.[ch]" "${PROJECT_SOURCE_DIR}/include/*.[ch]")
string(REPLACE ";" "\n" list "${marked}")
file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/marked.list" CONTENT "${list}\n" @ONLY)
add_custom_command(OUTPUT "${MAWARI_POT}"
  COMMAND "${XGETTEXT}" --from-code=UTF-8 --keyword --keyword=_ --keyword=N_ --keyword=ngettext:1,2 --package-name=mawari
          --force-po --sort-by-file -o "${MAWARI_POT}" -f "${PROJECT_BINARY_DIR}/marked.list"
  DEPENDS ${marked} "${PROJECT_BINARY_DIR}/marked.list"
  WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" COMMENT "Extracting strings" VERBATIM)
add_custom_target(pot DEPENDS "${MAWARI_POT}")

file(GLOB catalogue CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/assets/po/ja.po")
if(catalogue)
  set(folder "${PROJECT_BINARY_DIR}/share/locale/ja/LC_MESSAGES")
  file(MAKE_DIRECTORY "${folder}")
  add_custom_command(OUTPUT "${folder}/mawari.mo"
    COMMAND "${MSGFMT}" --check -o "${folder}/mawari.mo" "${catalogue}"
    DEPENDS "${catalogue}" COMMENT "Compiling the Japanese catalogue" VERBATIM)
  add_custom_target(mawari_catalogue ALL DEPENDS "${folder}/mawari.mo")
  add_custom_target(po DEPENDS "${MAWARI_POT}"
    COMMAND "${MSGMERGE}" --no-fuzzy-matching --sort-output --no-location --quiet
            -o "${catalogue}.new" "${catalogue}" "${MAWARI_POT}"
    COMMAND "${MSGATTRIB}" --no-obsolete --sort-output -o "${catalogue}" "${catalogue}.new"
    COMMAND "${CMAKE_COMMAND}" -E rm "${catalogue}.new" VERBATIM)
endif()
