# SPDX-License-Identifier: GPL-3.0-or-later
# Asserts what the flags of a Release build made of the programs, by readelf; what leaves no mark in
# a program (stack clash, control flow, zeroed locals) is read from compile_commands.json.
cmake_minimum_required(VERSION 3.25)
set(failures 0)

function(expect text pattern what)
  if(NOT text MATCHES "${pattern}")
    message("${what}")
    math(EXPR failures "${failures} + 1")
    set(failures ${failures} PARENT_SCOPE)
  endif()
endfunction()

foreach(program IN LISTS PROGRAMS)
  execute_process(COMMAND "${READELF}" -W -h -l -d --dyn-syms "${program}" OUTPUT_VARIABLE elf
    COMMAND_ERROR_IS_FATAL ANY)
  expect("${elf}" "Type: +DYN" "${program}: no position-independent executable")
  expect("${elf}" "GNU_RELRO" "${program}: no read-only relocations")
  expect("${elf}" "FLAGS_1[^\n]*NOW" "${program}: symbols are not bound at start")
  expect("${elf}" "GNU_STACK[^\n]* RW " "${program}: the stack can be run")
  expect("${elf}" "__stack_chk_fail" "${program}: no stack protector")
  expect("${elf}" "__[a-z]+_chk[@ \n]" "${program}: no fortified function")
  file(STRINGS "${program}" paths REGEX "${SOURCE}/" LIMIT_COUNT 1)
  if(paths)
    expect("" "no path" "${program}: shows where it was built: ${paths}")
  endif()
endforeach()

set(flags " -O2 " -D_FORTIFY_SOURCE=3 -fPIE -fstack-protector-strong -ftrivial-auto-var-init=zero
  -ffile-prefix-map= -Werror=format-security)
if(PROCESSOR MATCHES "x86_64|AMD64|aarch64")
  list(APPEND flags -fstack-clash-protection)
endif()
if(PROCESSOR MATCHES "x86_64|AMD64")
  list(APPEND flags -fcf-protection=full)
endif()
file(READ "${BUILD}/compile_commands.json" commands)
string(REGEX MATCHALL "\"command\": \"[^\n]*" commands "${commands}")
list(FILTER commands EXCLUDE REGEX "/tests/support/asleep/") # loaded by a test, and never installed
foreach(flag IN LISTS flags)
  set(without "${commands}")
  list(FILTER without EXCLUDE REGEX "${flag}")
  if(without)
    list(GET without 0 first)
    expect("" "no such command" "compiled without ${flag}: ${first}")
  endif()
endforeach()

if(failures)
  message(FATAL_ERROR "${failures} failures")
endif()
