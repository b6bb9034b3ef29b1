# SPDX-License-Identifier: GPL-3.0-or-later
# What lies in share/ beside the catalogue: the themes, which are in the program too, for who writes
# one of their own; and, told by the program itself, its man page and completions.
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/share/mawari")
file(CREATE_LINK "${PROJECT_SOURCE_DIR}/assets/theme" "${PROJECT_BINARY_DIR}/share/mawari/theme"
  SYMBOLIC)

# mawari_told(FILE ARGUMENT…): share/FILE is what the program prints.
set(MAWARI_TOLD "")
function(mawari_told file)
  set(output "${PROJECT_BINARY_DIR}/share/${file}")
  get_filename_component(folder "${output}" DIRECTORY)
  file(MAKE_DIRECTORY "${folder}")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" -E env LC_ALL=C.UTF-8 $<TARGET_FILE:mawari> ${ARGN} > "${output}"
    DEPENDS mawari ${MAWARI_MO} $<TARGET_NAME_IF_EXISTS:mawari_catalogue>
    COMMENT "Writing share/${file}" VERBATIM)
  set(MAWARI_TOLD ${MAWARI_TOLD} "${output}" PARENT_SCOPE)
endfunction()

file(GLOB manual CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/cli/manual.c")
if(manual AND TARGET mawari)
  mawari_told(man/man1/mawari.1 --lang en --man)
  mawari_told(man/ja/man1/mawari.1 --lang ja --man)
  mawari_told(bash-completion/completions/mawari --completions bash)
  mawari_told(zsh/site-functions/_mawari --completions zsh)
  mawari_told(fish/vendor_completions.d/mawari.fish --completions fish)
  add_custom_target(mawari_told ALL DEPENDS ${MAWARI_TOLD})
endif()
