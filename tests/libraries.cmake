# SPDX-License-Identifier: GPL-3.0-or-later
# The screen's process loads ncursesw, SQLite and utf8proc and no more: a heavy library costs
# milliseconds at every start, and belongs into a child.
#   cmake -DREADELF=… -DPROGRAM=… -P tests/libraries.cmake
execute_process(COMMAND "${READELF}" -W -d "${PROGRAM}" OUTPUT_VARIABLE dynamic
  COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "\\(NEEDED\\)[^\n]*" needed "${dynamic}")
list(TRANSFORM needed REPLACE ".*\\[(.*)\\]" "\\1")
list(FILTER needed EXCLUDE REGEX
  "^(lib(ncursesw|tinfow?|sqlite3|utf8proc|c|m|pthread|intl)\\.so|lib(asan|ubsan|tsan|gcc_s)\\.so|ld-)")
if(needed)
  message(FATAL_ERROR "${PROGRAM} loads ${needed}")
endif()
