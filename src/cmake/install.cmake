# What `cmake --install` lays down: library, headers, command, man page, CMake package.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS thresh EXPORT thresh-targets FILE_SET HEADERS)
install(TARGETS thresh_command)
install(FILES ${PROJECT_SOURCE_DIR}/man/thresh.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/thresh)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/thresh-config.cmake.in thresh-config.cmake
                              INSTALL_DESTINATION ${package_dir} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(thresh-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/thresh-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/thresh-config-version.cmake DESTINATION ${package_dir})
install(EXPORT thresh-targets NAMESPACE thresh:: DESTINATION ${package_dir})
