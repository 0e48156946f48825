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
# A header is found to compile alone by the source of its name, which includes it first; those without
# such a source join the set that 'all_verify_interface_header_sets' compiles one by one. A .cpp or
# .hpp that lies in the folder and is not named stops the configure step, so that nothing is forgotten.
function(tenglong_sources target)
    foreach(file IN LISTS ARGN)
        if(file MATCHES "\\.hpp$")
            tenglong_is_included_first(${file} proved)
            if(NOT proved)
                list(APPEND headers ${file})
            endif()
        else()
            list(APPEND sources ${file})
        endif()
    endforeach()
    target_sources(${target} PRIVATE ${sources})
    target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}"
                                    FILES ${headers})
    tenglong_no_strays(${ARGN})
endfunction()

# Whether the source of a header's name includes it before anything else.
function(tenglong_is_included_first header result)
    get_filename_component(path "${header}" ABSOLUTE)
    string(REGEX REPLACE "\\.hpp$" ".cpp" source "${path}")
    file(RELATIVE_PATH name "${PROJECT_SOURCE_DIR}" "${path}")
    set(first "")
    if(EXISTS "${source}")
        file(STRINGS "${source}" first REGEX "^#include" LIMIT_COUNT 1)
    endif()
    string(COMPARE EQUAL "${first}" "#include \"${name}\"" same)
    set(${result} ${same} PARENT_SCOPE)
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
    if(TENGLONG_BATCH_TESTS)
        tenglong_batches(sources ${arg_FILES})
    else()
        set(sources ${arg_FILES})
    endif()
    add_executable(${name} ${sources})
    tenglong_flags(${name})
    if(TENGLONG_BATCH_TESTS) # each file of a batch is a main file, which GCC cannot know
        target_compile_options(${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
    endif()
    target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} GTest::gtest GTest::gtest_main)
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}")
    gtest_discover_tests(${name} PROPERTIES LABELS "${arg_LABEL}" DISCOVERY_TIMEOUT 60
                         WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
    tenglong_no_strays(${arg_FILES})
endfunction()

# Replaces tests by sources that include several of them: their headers take most of a compiler's time.
function(tenglong_batches result)
    set(most 6)
    file(RELATIVE_PATH folder "${PROJECT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
    foreach(file IN LISTS ARGN)
        if(file MATCHES "_test\\.cpp$")
            list(APPEND tests "${folder}/${file}")
        else()
            list(APPEND sources "${file}")
        endif()
    endforeach()
    set(at 0)
    while(tests)
        list(SUBLIST tests 0 ${most} some)
        list(REMOVE_ITEM tests ${some})
        math(EXPR at "${at} + 1")
        set(batch "${CMAKE_CURRENT_BINARY_DIR}/batch_${at}.cpp")
        list(TRANSFORM some PREPEND "${PROJECT_SOURCE_DIR}/" OUTPUT_VARIABLE paths)
        add_custom_command(
            OUTPUT "${batch}"
            COMMAND "${PROJECT_SOURCE_DIR}/tools/batch.sh" "${batch}" ${some}
            DEPENDS ${paths} "${PROJECT_SOURCE_DIR}/tools/batch.sh"
            VERBATIM)
        list(APPEND sources "${batch}")
    endwhile()
    set(${result} ${sources} PARENT_SCOPE)
endfunction()
