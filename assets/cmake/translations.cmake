# SPDX-License-Identifier: GPL-3.0-or-later
# The Japanese catalogue: assets/po/ja.po becomes share/locale/ja/LC_MESSAGES/mawari.mo.
file(GLOB catalogue CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/assets/po/ja.po")
if(catalogue)
  find_program(MSGFMT msgfmt REQUIRED)
  set(folder "${PROJECT_BINARY_DIR}/share/locale/ja/LC_MESSAGES")
  file(MAKE_DIRECTORY "${folder}")
  add_custom_command(OUTPUT "${folder}/mawari.mo"
    COMMAND "${MSGFMT}" --check -o "${folder}/mawari.mo" "${catalogue}"
    DEPENDS "${catalogue}" VERBATIM)
  add_custom_target(mawari_catalogue ALL DEPENDS "${folder}/mawari.mo")
endif()
