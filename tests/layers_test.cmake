# Proves that layers.cmake can fail: plants one include in an empty tree and expects to hear of it.
# cmake -D scratch=<folder> -P tests/layers_test.cmake
cmake_minimum_required(VERSION 3.25)

function(expect_refusal file header)
    file(REMOVE_RECURSE "${scratch}")
    file(WRITE "${scratch}/${file}" "#include <vector>\n#include \"core/base/date.hpp\"\n#include ${header}\n")
    execute_process(COMMAND "${CMAKE_COMMAND}" -D "root=${scratch}" -P "${CMAKE_CURRENT_LIST_DIR}/layers.cmake"
                    RESULT_VARIABLE code ERROR_VARIABLE said)
    string(REGEX REPLACE "\n *" " " said "${said}")
    if(code EQUAL 0 OR NOT said MATCHES "crosses a layer|has no place")
        message(SEND_ERROR "${header} in ${file} was not refused: ${said}")
    endif()
endfunction()

function(expect_peace file header)
    file(REMOVE_RECURSE "${scratch}")
    file(WRITE "${scratch}/${file}" "#include <vector>\n#include ${header}\n")
    execute_process(COMMAND "${CMAKE_COMMAND}" -D "root=${scratch}" -P "${CMAKE_CURRENT_LIST_DIR}/layers.cmake"
                    RESULT_VARIABLE code ERROR_VARIABLE said)
    if(NOT code EQUAL 0)
        message(SEND_ERROR "${header} in ${file} was refused: ${said}")
    endif()
endfunction()

expect_refusal(core/policy/profile.cpp "<ogrsf_frmts.h>")
expect_refusal(core/policy/profile.cpp "<boost/geometry.hpp>")
expect_refusal(core/base/date.hpp "\"geo/geometry/polygons.hpp\"")
expect_refusal(core/base/date.hpp "\"core/codes/parcel_code.hpp\"")
expect_refusal(core/facts/catalogue.cpp "\"core/rules/condition.hpp\"")
expect_refusal(core/balance/account.cpp "\"core/reclaim/measure.hpp\"")
expect_refusal(core/misc/helpers.hpp "<vector>")
expect_refusal(geo/engine.cpp "\"tools/cli/command.hpp\"")
expect_refusal(tools/report/report.cpp "\"tools/cli/command.hpp\"")

expect_peace(core/balance/account.cpp "\"core/tables/table.hpp\"")
expect_peace(core/policy/loader.cpp "<toml++/toml.h>")
expect_peace(geo/read/layer.cpp "<ogrsf_frmts.h>")
expect_peace(tools/cli/main.cpp "\"tools/cli/commands.hpp\"")
