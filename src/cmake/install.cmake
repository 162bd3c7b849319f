# What `cmake --install` lays down: library, headers, command, man page, completions, CMake package.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS thresh thresh_fetch EXPORT thresh-targets FILE_SET HEADERS)
install(TARGETS thresh_command)
install(FILES ${PROJECT_SOURCE_DIR}/man/thresh.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

# The command writes its own completions, so it must run here.
function(thresh_install_completion shell folder name)
  set(file ${CMAKE_CURRENT_BINARY_DIR}/completion/${name})
  add_custom_command(OUTPUT ${file} COMMAND thresh_command --completion ${shell} > ${file} VERBATIM)
  add_custom_target(completion_${shell} ALL DEPENDS ${file})
  install(FILES ${file} DESTINATION ${CMAKE_INSTALL_DATADIR}/${folder})
endfunction()

if(NOT CMAKE_CROSSCOMPILING)
  file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/completion)
  thresh_install_completion(bash bash-completion/completions thresh)
  thresh_install_completion(fish fish/vendor_completions.d thresh.fish)
  thresh_install_completion(zsh zsh/site-functions _thresh)
endif()

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/thresh)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/thresh-config.cmake.in thresh-config.cmake
                              INSTALL_DESTINATION ${package_dir} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(thresh-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/thresh-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/thresh-config-version.cmake DESTINATION ${package_dir})
install(EXPORT thresh-targets NAMESPACE thresh:: DESTINATION ${package_dir})
