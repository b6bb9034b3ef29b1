# SPDX-License-Identifier: GPL-3.0-or-later
# The tests, found by where they stand. Labels: fast, long, screen, fault, fuzz, bench.
set(tests "${PROJECT_SOURCE_DIR}/tests")
set(MAWARI_TEST_BIN "${PROJECT_BINARY_DIR}/tests") # ../libexec and ../share are right from here too

set(MAWARI_TEST_ENVIRONMENT
  "MAWARI_TEST_DATA=${tests}/data" "MAWARI=${PROJECT_BINARY_DIR}/bin/mawari"
  "MAWARI_PSEUDO=${MAWARI_TEST_BIN}/pseudo" "LC_ALL=C.UTF-8" "TZ=Asia/Tokyo" "HOME=${MAWARI_TEST_BIN}/home"
  "XDG_DATA_HOME=${MAWARI_TEST_BIN}/home/data" "XDG_CONFIG_HOME=${MAWARI_TEST_BIN}/home/config"
  "XDG_STATE_HOME=${MAWARI_TEST_BIN}/home/state")
if(IS_DIRECTORY "${PROJECT_SOURCE_DIR}/../shared")
  get_filename_component(shared "${PROJECT_SOURCE_DIR}/../shared" ABSOLUTE)
  list(APPEND MAWARI_TEST_ENVIRONMENT "MAWARI_SHARED=${shared}")
endif()

# What tests write goes into memory where there is plenty of it: on a disk they wait more than they
# work.
execute_process(COMMAND df -Pk /dev/shm OUTPUT_VARIABLE memory ERROR_QUIET)
if(memory MATCHES "\n[^ ]+ +[0-9]+ +[0-9]+ +([0-9]+)" AND CMAKE_MATCH_1 GREATER 4000000)
  set(MAWARI_TEST_FOLDER /dev/shm CACHE PATH "Where tests write")
else()
  set(MAWARI_TEST_FOLDER /tmp CACHE PATH "Where tests write")
endif()
list(APPEND MAWARI_TEST_ENVIRONMENT "TMPDIR=${MAWARI_TEST_FOLDER}")

# SQLite asks for memory all the time. Six frames say who did, 16 MB of freed memory are watched, and
# of new memory 64 bytes are made garbage: with the 30 frames, 256 MB and 4 kB that are usual, tests
# take up to a third longer and 500 MB each.
list(APPEND MAWARI_TEST_ENVIRONMENT
  "ASAN_OPTIONS=handle_sigill=1:malloc_context_size=6:quarantine_size_mb=16:max_malloc_fill_size=64")

# For a build that is there for its warnings, or for what only a Release build is asked: `compiled`
# is every test, not linked; `measured` is what is played at length or under failures, and what measures.
add_custom_target(compiled)
add_custom_target(measured)
if(TARGET mawari_catalogue)
  add_dependencies(measured mawari_catalogue)
endif()

# Helpers for every test: an archive, so that a test links only those that it uses.
file(GLOB support CONFIGURE_DEPENDS "${tests}/support/*.c")
if(support)
  add_library(mawari_test_support STATIC ${support})
  target_link_libraries(mawari_test_support PUBLIC mawari_flags PkgConfig::cmocka PkgConfig::vterm)
  target_include_directories(mawari_test_support PUBLIC "${tests}/support"
    PRIVATE "${PROJECT_SOURCE_DIR}/src" "${tests}")
  add_dependencies(compiled mawari_test_support)
endif()

# A program that is loaded with it may be told that it slept: tests/screen/lock_test.c.
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND NOT MAWARI_PORTABLE)
  add_library(mawari_asleep MODULE "${tests}/support/asleep/asleep.c")
  target_compile_definitions(mawari_asleep PRIVATE _GNU_SOURCE)
  set_target_properties(mawari_asleep PROPERTIES LIBRARY_OUTPUT_DIRECTORY "${MAWARI_TEST_BIN}" PREFIX "")
  list(APPEND MAWARI_TEST_ENVIRONMENT "MAWARI_ASLEEP=${MAWARI_TEST_BIN}/mawari_asleep.so")
endif()

# Private headers are included as "room/header.h"; those of rooms with floors name each other from
# their room.
set(MAWARI_TEST_INCLUDES "${PROJECT_SOURCE_DIR}/src" "${PROJECT_SOURCE_DIR}/src/app"
    "${PROJECT_SOURCE_DIR}/src/view" "${tests}")

# mawari_test_program(TARGET SOURCES file… ROOMS room…)
function(mawari_test_program target)
  cmake_parse_arguments(TEST "" "" "SOURCES;ROOMS" ${ARGN})
  add_executable(${target} ${TEST_SOURCES})
  if(MAWARI_PORTABLE)
    target_sources(${target} PRIVATE "${tests}/program.c")
  endif()
  target_include_directories(${target} PRIVATE ${MAWARI_TEST_INCLUDES})
  if(TARGET mawari_test_support)
    target_link_libraries(${target} PRIVATE mawari_test_support)
  endif()
  mawari_link_rooms(${target} ${TEST_ROOMS})
  add_custom_target(${target}_compiled DEPENDS $<TARGET_OBJECTS:${target}>)
  add_dependencies(compiled ${target}_compiled)
  if(target MATCHES "^screen_fault_|bench")
    add_dependencies(measured ${target})
  endif()
  target_link_libraries(${target} PRIVATE PkgConfig::cmocka)
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${MAWARI_TEST_BIN}")
  if(TEST_ROOMS MATCHES "app|child" AND MAWARI_CHILDREN)
    add_dependencies(${target} ${MAWARI_CHILDREN})
  endif()
endfunction()

# mawari_test(NAME LABEL SECONDS command…)
# A test weighs two: `ctest -j5` keeps two cores busy. One that waits, for a terminal or a server, more
# than it works weighs one and finds its place beside those, or a reader that has its minute by the clock.
function(mawari_test name label seconds)
  set(weight 2)
  if(label MATCHES "screen|fuzz" OR name MATCHES "_fault_(kill|draft)_|_(lying_child|osrm)$")
    set(weight 1)
  endif()
  add_test(NAME ${name} COMMAND ${ARGN} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT ${seconds} PROCESSORS ${weight}
    ENVIRONMENT "${MAWARI_TEST_ENVIRONMENT}")
endfunction()

# The rooms whose headers a file includes, and all that stand below them. `door`: how their names
# begin there, "mawari/" for public headers alone.
function(mawari_rooms_of file door ret)
  set_property(DIRECTORY "${PROJECT_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  file(STRINGS "${file}" includes REGEX "^#include \"${door}[a-z]+/")
  set(rooms base)
  foreach(include IN LISTS includes)
    string(REGEX REPLACE "^#include \"(mawari/)?([a-z]+)/.*" "\\2" room "${include}")
    list(APPEND rooms ${MAWARI_BELOW_${room}})
  endforeach()
  list(REMOVE_DUPLICATES rooms)
  set(${ret} "${rooms}" PARENT_SCOPE)
endfunction()

# tests/unit/ROOM/FILE_test.c: the target ROOM_FILE_test. The other .c of its folder are fixtures that
# all of them link.
foreach(room IN LISTS MAWARI_ROOMS ITEMS child)
  file(GLOB sources CONFIGURE_DEPENDS "${tests}/unit/${room}/*.c")
  set(fixture ${sources})
  list(FILTER fixture EXCLUDE REGEX "_test\\.c$")
  list(FILTER sources INCLUDE REGEX "_test\\.c$")
  if(NOT TARGET mawari_${room})
    continue()
  endif()
  if(fixture)
    add_library(mawari_${room}_fixture OBJECT ${fixture})
    target_include_directories(mawari_${room}_fixture PRIVATE ${MAWARI_TEST_INCLUDES})
    target_link_libraries(mawari_${room}_fixture PRIVATE mawari_flags mawari_test_support)
    add_dependencies(compiled mawari_${room}_fixture)
    set(fixture $<TARGET_OBJECTS:mawari_${room}_fixture>)
  endif()
  foreach(source IN LISTS sources)
    get_filename_component(name "${source}" NAME_WE)
    mawari_test_program(${room}_${name} SOURCES ${source} ${fixture} ROOMS ${MAWARI_BELOW_${room}})
    file(STRINGS "${source}" long REGEX "^#include \"support/rounds.h\"")
    if(long)
      mawari_test(${room}_${name} long 600 ${room}_${name})
      add_dependencies(measured ${room}_${name})
    else()
      mawari_test(${room}_${name} fast 300 ${room}_${name})
    endif()
  endforeach()
endforeach()

# tests/screen/SCENE_test.c: the real program in a pseudo-terminal. fault_*: it is killed, starved ….
file(GLOB sources CONFIGURE_DEPENDS "${tests}/screen/*_test.c")
foreach(source IN LISTS sources)
  get_filename_component(name "${source}" NAME_WE)
  mawari_rooms_of("${source}" "(mawari/)?" rooms)
  mawari_test_program(screen_${name} SOURCES ${source} ROOMS ${rooms})
  if(TARGET mawari)
    add_dependencies(screen_${name} mawari)
  endif()
  if(TARGET mawari_asleep)
    add_dependencies(screen_${name} mawari_asleep)
  endif()
  file(STRINGS "${source}" camera REGEX "^#include <zbar.h>")
  if(camera)
    target_link_libraries(screen_${name} PRIVATE PkgConfig::zbar)
  endif()
  set(label screen)
  set(seconds 600)
  if(name MATCHES "^fault_")
    set(label fault)
    set(seconds 1800)
  endif()
  mawari_test(screen_${name} ${label} ${seconds} screen_${name})
  if(label STREQUAL "fault")
    set_tests_properties(screen_${name} PROPERTIES COST 100) # the longest begin first
  endif()
endforeach()

# tests/cli/WHAT.sh: the command line against its contract.
file(GLOB sources CONFIGURE_DEPENDS "${tests}/cli/*.sh")
foreach(source IN LISTS sources)
  get_filename_component(name "${source}" NAME_WE)
  mawari_test(cli_${name} fast 300 bash "${source}")
endforeach()

# tests/fuzz/NAME_fuzz.c: a reader under mutations of tests/fuzz/corpus/NAME. `cmake --build … -t
# fuzz` gives each ten minutes; MAWARI_FUZZ_SECONDS in the environment says otherwise. A public header
# stands for its room; a private one of another room stands for its own file, so that who reads keys
# need not build the house.
add_library(mawari_fuzz_driver OBJECT EXCLUDE_FROM_ALL "${tests}/fuzz/driver.c")
target_link_libraries(mawari_fuzz_driver PRIVATE mawari_flags)
target_include_directories(mawari_fuzz_driver PRIVATE ${MAWARI_TEST_INCLUDES})
add_custom_target(fuzzers) # builds all of them and nothing else
function(mawari_fuzzer name source corpus)
  mawari_rooms_of("${source}" "mawari/" rooms)
  file(STRINGS "${source}" readers REGEX "^#include \"(tui|view|app)/")
  list(TRANSFORM readers REPLACE "^#include \"(.*)\\.h\"" "${PROJECT_SOURCE_DIR}/src/\\1.c")
  add_executable(${name} ${source} ${readers})
  add_dependencies(fuzzers ${name})
  target_include_directories(${name} PRIVATE ${MAWARI_TEST_INCLUDES})
  file(STRINGS "${source}" helped REGEX "^#include \"support/")
  if(helped)
    target_link_libraries(${name} PRIVATE mawari_test_support)
  endif()
  mawari_link_rooms(${name} ${rooms})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${MAWARI_TEST_BIN}")
  if(MAWARI_LIBFUZZER)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    set(found "${MAWARI_TEST_BIN}/found/${name}") # new inputs go here, the kept ones are only read
    file(MAKE_DIRECTORY "${found}")
    mawari_test(${name} fuzz 1200 sh -c
      "exec \"$0\" -max_total_time=\"\${MAWARI_FUZZ_SECONDS:-10}\" -seed=\"\${MAWARI_FUZZ_SEED:-0}\" -timeout=10 -verbosity=0 \"$@\""
      $<TARGET_FILE:${name}> "${found}" ${corpus})
  else()
    target_link_libraries(${name} PRIVATE mawari_fuzz_driver)
    mawari_test(${name} fuzz 1200 ${name} ${corpus})
  endif()
  set_tests_properties(${name} PROPERTIES WORKING_DIRECTORY "${MAWARI_TEST_BIN}")
endfunction()

file(GLOB sources CONFIGURE_DEPENDS "${tests}/fuzz/*_fuzz.c")
foreach(source IN LISTS sources)
  get_filename_component(name "${source}" NAME_WE)
  string(REGEX REPLACE "_fuzz$" "" reader "${name}")
  file(GLOB corpus LIST_DIRECTORIES true "${tests}/fuzz/corpus/${reader}")
  mawari_fuzzer(${name} "${source}" "${corpus}")
endforeach()
mawari_fuzzer(fuzz_planted "${tests}/fuzz/planted.c" "${tests}/fuzz/corpus/planted")
set_tests_properties(fuzz_planted PROPERTIES WILL_FAIL TRUE)
add_custom_target(fuzz DEPENDS fuzzers USES_TERMINAL COMMAND "${CMAKE_COMMAND}" -E env MAWARI_FUZZ_SECONDS=600
  "${CMAKE_CTEST_COMMAND}" -L fuzz --output-on-failure)

# tests/bench/NAME.c: measures; run by hand. One that is called WHAT_bench keeps its name, and its
# parts stand in tests/bench/WHAT_bench/.
file(GLOB sources CONFIGURE_DEPENDS "${tests}/bench/*.c")
foreach(source IN LISTS sources)
  get_filename_component(name "${source}" NAME_WE)
  file(GLOB parts CONFIGURE_DEPENDS "${tests}/bench/${name}/*.c")
  mawari_rooms_of("${source}" "(mawari/)?" rooms)
  set(target bench_${name})
  if(name MATCHES "_bench$")
    set(target ${name})
  endif()
  mawari_test_program(${target} SOURCES ${source} ${parts} ROOMS ${rooms})
  target_link_libraries(${target} PRIVATE m)
endforeach()

mawari_test(plan_bench fast 60 sh "${tests}/bench/plan_bench_test.sh" "${MAWARI_TEST_BIN}/plan_bench")

# The same work takes as many instructions as was approved: counted for Debian's gcc on amd64.
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND CMAKE_C_COMPILER_ID STREQUAL "GNU" AND NOT MAWARI_SANITIZE
    AND CMAKE_C_COMPILER_VERSION VERSION_LESS 13 AND CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
  mawari_test(counts bench 300 sh "${tests}/bench/counts.sh" "${MAWARI_TEST_BIN}"
    "${tests}/bench/counts.txt")
  set_tests_properties(counts PROPERTIES SKIP_RETURN_CODE 77)
endif()

# The rules of the house, read from the sources.
mawari_test(layers fast 60 "${CMAKE_COMMAND}" "-DROOT=${PROJECT_SOURCE_DIR}" -P "${tests}/layers.cmake")
mawari_test(layers_finds_planted_breaches fast 60 "${CMAKE_COMMAND}" -P "${tests}/layers_test.cmake")

# Nothing marked is untranslated; nothing shown is unmarked.
if(TARGET mawari_catalogue)
  set(pseudo "${MAWARI_TEST_BIN}/pseudo/ja/LC_MESSAGES/mawari.mo")
  add_custom_command(OUTPUT "${pseudo}"
    COMMAND sh "${tests}/pseudo.sh" "${MSGFMT}" "${MAWARI_POT}" "${pseudo}"
    DEPENDS "${MAWARI_POT}" "${tests}/pseudo.sh" COMMENT "Making the pseudo-catalogue" VERBATIM)
  add_custom_target(mawari_pseudo ALL DEPENDS "${pseudo}")
  mawari_test(translations fast 60 sh "${tests}/translations.sh"
    "${CMAKE_COMMAND}" "${PROJECT_BINARY_DIR}" "${MSGCMP}" "${catalogue}" "${MAWARI_POT}")
endif()

# An installation elsewhere finds its children and its catalogue.
if(TARGET mawari)
  mawari_test(install fast 60 sh "${tests}/install.sh" "${CMAKE_COMMAND}" "${PROJECT_BINARY_DIR}")
endif()

# What the program loads, and what the flags of a Release build made of it and its children.
find_program(READELF readelf)
if(TARGET mawari AND READELF)
  mawari_test(libraries fast 60 "${CMAKE_COMMAND}" "-DREADELF=${READELF}"
    "-DPROGRAM=$<TARGET_FILE:mawari>" -P "${tests}/libraries.cmake")
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND TARGET mawari AND READELF AND NOT MAWARI_SANITIZE)
  set(programs mawari ${MAWARI_CHILDREN})
  list(TRANSFORM programs REPLACE "(.+)" "$<TARGET_FILE:\\1>")
  mawari_test(hardening fast 60 "${CMAKE_COMMAND}" "-DREADELF=${READELF}"
    "-DPROGRAMS=${programs}" "-DSOURCE=${PROJECT_SOURCE_DIR}" "-DBUILD=${PROJECT_BINARY_DIR}"
    "-DPROCESSOR=${CMAKE_SYSTEM_PROCESSOR}" -P "${tests}/hardening.cmake")
endif()
