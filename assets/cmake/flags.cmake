# SPDX-License-Identifier: GPL-3.0-or-later
# Warnings, hardening and sanitizers, as one interface library that every target links.
include(CheckCCompilerFlag)
include(CheckSymbolExists)

option(MAWARI_WERROR "Warnings are errors" OFF)
option(MAWARI_LIBFUZZER "Fuzz with clang's libFuzzer instead of our own driver" OFF)
option(MAWARI_PORTABLE "POSIX alone, as on a system that has nothing more" OFF)
set(MAWARI_SANITIZE "" CACHE STRING "Sanitizers, comma separated: address,undefined or thread")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug or Release" FORCE)
endif()
set(CMAKE_C_FLAGS_RELEASE "-O2") # asserts stay: a programmer's mistake must stop, not corrupt

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_C_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER "${CCACHE}")
endif()

add_library(mawari_flags INTERFACE)
target_include_directories(mawari_flags INTERFACE "${PROJECT_SOURCE_DIR}/include")
target_compile_definitions(mawari_flags INTERFACE
  _XOPEN_SOURCE=700 _DEFAULT_SOURCE MAWARI_VERSION="${PROJECT_VERSION}")
target_compile_options(mawari_flags INTERFACE
  -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wconversion
  -Wformat=2 -Werror=format-security -Wno-format-nonliteral
  $<$<BOOL:${MAWARI_WERROR}>:-Werror>)

# What not every system has. Each has its other way beside it, which MAWARI_PORTABLE builds.
if(APPLE)
  target_compile_definitions(mawari_flags INTERFACE _DARWIN_C_SOURCE)
endif()
if(NOT MAWARI_PORTABLE)
  # Asked as we compile: strict C17 hides them, and a Mac behind _XOPEN_SOURCE.
  set(CMAKE_REQUIRED_DEFINITIONS -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -D_DARWIN_C_SOURCE)
  check_symbol_exists(getentropy sys/random.h MAWARI_HAS_GETENTROPY)
  check_symbol_exists(posix_fallocate fcntl.h MAWARI_HAS_FALLOCATE)
  check_symbol_exists(backtrace_symbols_fd execinfo.h MAWARI_HAS_BACKTRACE)
  unset(CMAKE_REQUIRED_DEFINITIONS)
  target_compile_definitions(mawari_flags INTERFACE
    $<$<PLATFORM_ID:Linux>:MAWARI_LINUX> # inotify, timerfd, Landlock, statfs, prctl, /proc
    $<$<BOOL:${MAWARI_HAS_GETENTROPY}>:MAWARI_GETENTROPY>
    $<$<BOOL:${MAWARI_HAS_FALLOCATE}>:MAWARI_FALLOCATE>
    $<$<BOOL:${MAWARI_HAS_BACKTRACE}>:MAWARI_BACKTRACE>)
endif()

if(MAWARI_LIBFUZZER)
  target_compile_options(mawari_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(MAWARI_SANITIZE)
  target_compile_options(mawari_flags INTERFACE
    -fsanitize=${MAWARI_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -O1
    -g1) # names and lines are all that a sanitizer says; to step through is what Debug is for
  target_link_options(mawari_flags INTERFACE -fsanitize=${MAWARI_SANITIZE})
  # Each test is a program of its own. gold, which comes with Debian's binutils, links them three
  # times as fast.
  find_program(GOLD ld.gold)
  if(GOLD AND NOT APPLE)
    target_link_options(mawari_flags INTERFACE -fuse-ld=gold)
  endif()
  # Where a program is loaded to its own address, its 5 MB of notes for the sanitizers need no
  # relocation: that is a fourth of what the start of a program costs, and tests start thousands.
  if(MAWARI_SANITIZE MATCHES "address" AND NOT APPLE)
    target_compile_options(mawari_flags INTERFACE -fno-pie)
    target_link_options(mawari_flags INTERFACE -no-pie)
  endif()
  # Two shared runtimes have 6 MB of tables each, which the search for leaks reads at every end: linked
  # into the program they share one. gcc makes 58,000 objects known to the address sanitizer at every
  # start, most of them the words of the other one: what is undefined ends in a trap instead, which is
  # reported with its stack and line (handle_sigill, in tests.cmake). A start touches half the pages.
  if(MAWARI_SANITIZE MATCHES "address" AND CMAKE_C_COMPILER_ID STREQUAL "GNU" AND NOT APPLE)
    target_compile_options(mawari_flags INTERFACE -fsanitize-undefined-trap-on-error)
    target_link_options(mawari_flags INTERFACE -static-libasan -static-libubsan)
  endif()
  target_compile_definitions(mawari_flags INTERFACE MAWARI_SANITIZED=1)
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_options(mawari_flags INTERFACE
    -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fPIE
    "-ffile-prefix-map=${PROJECT_BINARY_DIR}/=" "-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=")
  # clang 14 takes the zeroing of locals only together with this long name.
  set(zero_locals -ftrivial-auto-var-init=zero)
  if(CMAKE_C_COMPILER_ID STREQUAL "Clang" AND CMAKE_C_COMPILER_VERSION VERSION_LESS 16)
    list(APPEND zero_locals
      -enable-trivial-auto-var-init-zero-knowing-it-will-be-removed-from-clang)
  endif()
  check_c_compiler_flag("${zero_locals}" MAWARI_HAS_ZERO_LOCALS)
  if(MAWARI_HAS_ZERO_LOCALS)
    target_compile_options(mawari_flags INTERFACE ${zero_locals})
  endif()
  check_c_compiler_flag(-fstack-clash-protection MAWARI_HAS_STACK_CLASH)
  if(MAWARI_HAS_STACK_CLASH)
    target_compile_options(mawari_flags INTERFACE -fstack-clash-protection)
  endif()
  check_c_compiler_flag(-fcf-protection=full MAWARI_HAS_CF_PROTECTION)
  if(MAWARI_HAS_CF_PROTECTION)
    target_compile_options(mawari_flags INTERFACE -fcf-protection=full)
  endif()
  if(NOT APPLE) # its linker does all this unasked
    target_link_options(mawari_flags INTERFACE -pie -Wl,-z,relro,-z,now,-z,noexecstack)
  endif()
endif()
