# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where; `cpack` makes a .deb of the same.
if(TARGET mawari)
  install(TARGETS mawari RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()
if(MAWARI_CHILDREN)
  install(TARGETS ${MAWARI_CHILDREN} RUNTIME DESTINATION libexec/mawari)
endif()
