# One way to make a library, a program, a test: warnings, sanitizers and header checks come with it.

set(TENGLONG_WARNINGS -Wall -Wextra -Wconversion -Wshadow -Wpedantic -Wold-style-cast)

function(tenglong_flags target)
    target_compile_features(${target} PUBLIC cxx_std_20)
    target_compile_options(${target} PRIVATE ${TENGLONG_WARNINGS})
    # With optimisation GCC 12 believes of a std::optional that is looked at first that it may be
    # read before it is set.
    target_compile_options(
        ${target}
        PRIVATE $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release,RelWithDebInfo>>:-Wno-maybe-uninitialized>)
    if(TENGLONG_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    if(TENGLONG_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=${TENGLONG_SANITIZE}
                                                 -fno-omit-frame-pointer -fno-sanitize-recover=all)
        target_link_options(${target} PUBLIC -fsanitize=${TENGLONG_SANITIZE})
    endif()
endfunction()

# tenglong_library(name): a static library, filled by tenglong_sources().
function(tenglong_library name)
    add_library(${name} STATIC)
    add_library(tenglong::${name} ALIAS ${name})
    target_include_directories(${name} PUBLIC "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>"
                                              "$<BUILD_INTERFACE:${PROJECT_BINARY_DIR}>")
    set_target_properties(${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON
                                             POSITION_INDEPENDENT_CODE ON)
    tenglong_flags(${name})
endfunction()

# tenglong_sources(target FILES...): the files of the current folder that belong to a target.
# Headers join the set that 'all_verify_interface_header_sets' compiles one by one. A .cpp or .hpp
# that lies in the folder and is not named stops the configure step, so that nothing is forgotten.
function(tenglong_sources target)
    foreach(file IN LISTS ARGN)
        if(file MATCHES "\\.hpp$")
            list(APPEND headers ${file})
        else()
            list(APPEND sources ${file})
        endif()
    endforeach()
    target_sources(${target} PRIVATE ${sources})
    target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}"
                                    FILES ${headers})
    tenglong_no_strays(${ARGN})
endfunction()

function(tenglong_no_strays)
    file(GLOB present RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" CONFIGURE_DEPENDS
         "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.hpp")
    list(REMOVE_ITEM present main.cpp) # belongs to a tenglong_program()
    foreach(file IN LISTS present)
        if(NOT file IN_LIST ARGN)
            message(FATAL_ERROR "'${CMAKE_CURRENT_SOURCE_DIR}/${file}' is not named in its CMakeLists.txt")
        endif()
    endforeach()
endfunction()

# tenglong_program(name FILES...): an executable of the files in the current folder.
function(tenglong_program name)
    add_executable(${name} ${ARGN})
    tenglong_flags(${name})
endfunction()

# tenglong_test(name LABEL label LIBRARIES lib... FILES...): a GoogleTest program; every file in
# the folder must be named.
function(tenglong_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABEL" "LIBRARIES;FILES")
    add_executable(${name} ${arg_FILES})
    tenglong_flags(${name})
    target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} GTest::gtest GTest::gtest_main)
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}")
    gtest_discover_tests(${name} PROPERTIES LABELS "${arg_LABEL}" DISCOVERY_TIMEOUT 60
                         WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
    tenglong_no_strays(${arg_FILES})
endfunction()
