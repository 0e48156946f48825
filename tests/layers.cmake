# Refuses an include that crosses a layer: cmake -D root=<repository> -P tests/layers.cmake
#
# Link rules cannot do it, because the headers of GEOS, GDAL and Boost lie on the default include
# path. docs/architecture.md says why the layers are as they are.

cmake_minimum_required(VERSION 3.25)

# Fails for each include in `folder` that does not match `allowed`.
function(only folder allowed)
    file(GLOB_RECURSE files RELATIVE "${root}" "${root}/${folder}/*.hpp" "${root}/${folder}/*.cpp")
    foreach(file IN LISTS files)
        file(STRINGS "${root}/${file}" includes REGEX "^ *# *include ")
        foreach(include IN LISTS includes)
            string(REGEX REPLACE "^ *# *include *[<\"]([^>\"]*).*$" "\\1" header "${include}")
            if(NOT header MATCHES "^(${allowed})")
                message(SEND_ERROR "'${file}' crosses a layer with '${header}'")
            endif()
        endforeach()
    endforeach()
endfunction()

# Fails for each include in `folder` that matches `forbidden`.
function(never folder forbidden)
    file(GLOB_RECURSE files RELATIVE "${root}" "${root}/${folder}/*.hpp" "${root}/${folder}/*.cpp")
    foreach(file IN LISTS files)
        file(STRINGS "${root}/${file}" hits REGEX "^ *# *include *[<\"](${forbidden})")
        if(hits)
            message(SEND_ERROR "'${file}' crosses a layer with ${hits}")
        endif()
    endforeach()
endfunction()

# core <- geo <- tools
never(geo "tools/")
file(GLOB tools RELATIVE "${root}" "${root}/tools/*")
foreach(folder IN LISTS tools)
    if(NOT folder STREQUAL "tools/cli")
        never(${folder} "tools/cli/")
    endif()
endforeach()

# Inside core each folder names what it stands on. Standard headers have neither slash nor dot.
set(outside "[a-z_0-9]+$|fmt/|toml\\+\\+/|embedded/")
function(core_folder name)
    list(APPEND ARGN ${name})
    list(JOIN ARGN "|" folders)
    only(core/${name} "${outside}|core/(${folders})/")
    set_property(GLOBAL APPEND PROPERTY known ${name})
endfunction()

core_folder(base)
core_folder(codes base)
core_folder(facts base codes)
core_folder(tables base codes facts)
core_folder(mask base codes facts tables)
core_folder(follow base codes facts tables)
core_folder(rules base codes tables facts)
core_folder(policy base codes tables facts rules)
foreach(part register evaluate reclaim supply balance targets)
    core_folder(${part} base codes tables facts rules policy)
endforeach()
# A plan is made for an account; the solver CBC is behind one file of it.
set(before "${outside}")
string(APPEND outside "|Cbc_C_Interface\\.h$")
core_folder(plan base codes tables facts rules policy balance)
set(outside "${before}")

get_property(known GLOBAL PROPERTY known)
file(GLOB present RELATIVE "${root}/core" "${root}/core/*")
foreach(folder IN LISTS present)
    if(IS_DIRECTORY "${root}/core/${folder}" AND NOT folder IN_LIST known)
        message(SEND_ERROR "'core/${folder}' has no place in tests/layers.cmake: say there what it may use")
    endif()
endforeach()
