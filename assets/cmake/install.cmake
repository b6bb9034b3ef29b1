# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where; `cpack` makes a .deb of the same.
if(TARGET mawari)
  install(TARGETS mawari RUNTIME DESTINATION bin)
endif()
if(MAWARI_CHILDREN)
  install(TARGETS ${MAWARI_CHILDREN} RUNTIME DESTINATION libexec/mawari)
endif()
install(DIRECTORY "${PROJECT_SOURCE_DIR}/assets/theme" DESTINATION share/mawari)
foreach(folder IN ITEMS locale man bash-completion zsh fish)
  install(DIRECTORY "${PROJECT_BINARY_DIR}/share/${folder}" DESTINATION share OPTIONAL)
endforeach()
# Debian's zsh looks into this folder below /usr, and into site-functions only below /usr/local.
install(FILES "${PROJECT_BINARY_DIR}/share/zsh/site-functions/_mawari"
  DESTINATION share/zsh/vendor-completions OPTIONAL)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION share/doc/mawari RENAME copyright)
install(FILES "${PROJECT_SOURCE_DIR}/CHANGELOG.md" DESTINATION share/doc/mawari)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME mawari)
set(CPACK_PACKAGE_CONTACT "The mawari project")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "a sales rep's day: visits, promises, troubles, routes")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
  "A full-screen organizer for the terminal, in English and Japanese: today's route, every promise
 still open and the troubles, in one file, without a network.")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What the symbols of a library cannot say: STRICT tables, and the zones that are read at start.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libsqlite3-0 (>= 3.37), tzdata")
# Who a server over https is, and a Japanese font, whichever it is, for paper.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
  "ca-certificates, fonts-ipafont-gothic | fonts-noto-cjk | fonts-ipaexfont-gothic")
include(CPack)
