# Run as: cmake -D build_dir=… -D work_dir=… -D cxx_compiler=… -D cxx_flags=… -D version=…
#               -D page=FILE -P install_test.cmake
set(prefix ${work_dir}/prefix)
file(REMOVE_RECURSE ${work_dir})

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY COMMAND_ECHO STDOUT
                  OUTPUT_VARIABLE output ECHO_OUTPUT_VARIABLE)
  set(output "${output}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install ${build_dir} --prefix ${prefix})
run(${CMAKE_COMMAND} -G Ninja -S ${CMAKE_CURRENT_LIST_DIR}/consumer -B ${work_dir}/consumer
    -D CMAKE_PREFIX_PATH=${prefix} -D CMAKE_CXX_COMPILER=${cxx_compiler}
    -D CMAKE_CXX_FLAGS=${cxx_flags})
run(${CMAKE_COMMAND} --build ${work_dir}/consumer)

run(${prefix}/bin/thresh --version)
if(NOT output MATCHES "^thresh ${version}\n")
  message(FATAL_ERROR "the installed command says it is '${output}'")
endif()
run(${prefix}/bin/thresh ${page})
set(text_of_command "${output}")
run(${work_dir}/consumer/consumer INPUT_FILE ${page})
if(text_of_command STREQUAL "" OR NOT output STREQUAL text_of_command)
  message(FATAL_ERROR "command and library read different articles from ${page}")
endif()
run(${work_dir}/consumer/fetcher)
