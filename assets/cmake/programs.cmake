# SPDX-License-Identifier: GPL-3.0-or-later
# The programs. The build folder has the layout of an installation, so that one rule finds children,
# catalogues and themes everywhere: bin/mawari, libexec/mawari/mawari-*, share/….

# What each program and each test links: a room and all that stands below it.
set(MAWARI_BELOW_base base)
set(MAWARI_BELOW_model base model)
set(MAWARI_BELOW_store base model store)
set(MAWARI_BELOW_plan base plan)
set(MAWARI_BELOW_geo base geo)
set(MAWARI_BELOW_report base model report)
set(MAWARI_BELOW_calendar base model calendar)
set(MAWARI_BELOW_exchange base model exchange)
set(MAWARI_BELOW_child base model calendar exchange child)
set(MAWARI_BELOW_app base model store plan geo report app)
set(MAWARI_BELOW_view ${MAWARI_BELOW_app} view)
set(MAWARI_BELOW_tui ${MAWARI_BELOW_view} tui)
set(MAWARI_BELOW_cli ${MAWARI_BELOW_view} cli)

# The one room of each child.
set(MAWARI_CHILD_import exchange)
set(MAWARI_CHILD_gazetteer exchange)
set(MAWARI_CHILD_calendar calendar)

# Links the rooms that have sources already.
function(mawari_link_rooms target)
  set(rooms ${ARGN})
  list(REMOVE_DUPLICATES rooms)
  target_link_libraries(${target} PRIVATE mawari_flags)
  foreach(room IN LISTS rooms)
    if(TARGET mawari_${room})
      target_link_libraries(${target} PRIVATE mawari_${room})
    endif()
  endforeach()
endfunction()

file(GLOB main CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/main.c")
if(main)
  add_executable(mawari ${main})
  mawari_link_rooms(mawari ${MAWARI_BELOW_tui} cli)
  set_target_properties(mawari PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
endif()

# src/child/NAME.c with a room is the program mawari-NAME; what the children share is a room too.
file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/child/*.c")
set(MAWARI_CHILDREN "")
set(shared "")
foreach(source IN LISTS sources)
  get_filename_component(name "${source}" NAME_WE)
  if(NOT DEFINED MAWARI_CHILD_${name})
    list(APPEND shared "${source}")
    continue()
  endif()
  add_executable(mawari-${name} "${source}")
  set_target_properties(mawari-${name} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/libexec/mawari")
  list(APPEND MAWARI_CHILDREN ${name})
endforeach()
if(shared)
  add_library(mawari_child OBJECT ${shared})
  target_link_libraries(mawari_child PRIVATE mawari_flags)
endif()
foreach(name IN LISTS MAWARI_CHILDREN)
  mawari_link_rooms(mawari-${name} base model ${MAWARI_CHILD_${name}} child)
endforeach()
list(TRANSFORM MAWARI_CHILDREN PREPEND mawari-)
if(TARGET mawari AND MAWARI_CHILDREN)
  add_dependencies(mawari ${MAWARI_CHILDREN})
endif()
