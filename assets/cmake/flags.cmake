# SPDX-License-Identifier: GPL-3.0-or-later
# Warnings, hardening and sanitizers, as one interface library that every target links.
option(MAWARI_WERROR "Warnings are errors" OFF)
set(MAWARI_SANITIZE "" CACHE STRING "Sanitizers, comma separated: address,undefined or thread")

add_library(mawari_flags INTERFACE)
target_include_directories(mawari_flags INTERFACE "${PROJECT_SOURCE_DIR}/include")
target_compile_definitions(mawari_flags INTERFACE _XOPEN_SOURCE=700 _DEFAULT_SOURCE)
target_compile_options(mawari_flags INTERFACE
  -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wconversion
  -Wformat=2 -Werror=format-security -Wno-format-nonliteral
  $<$<BOOL:${MAWARI_WERROR}>:-Werror>)
if(MAWARI_SANITIZE)
  target_compile_options(mawari_flags INTERFACE -fsanitize=${MAWARI_SANITIZE} -fno-omit-frame-pointer -g)
  target_link_options(mawari_flags INTERFACE -fsanitize=${MAWARI_SANITIZE})
  target_compile_definitions(mawari_flags INTERFACE MAWARI_SANITIZED=1)
endif()
