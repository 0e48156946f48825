# Every relative link in a Markdown file leads to a file: cmake -D root=<repository> -P tests/links.cmake
cmake_minimum_required(VERSION 3.25)

file(GLOB pages RELATIVE "${root}" "${root}/*.md")
foreach(folder docs sample_data core geo tools tests)
    file(GLOB_RECURSE more RELATIVE "${root}" "${root}/${folder}/*.md")
    list(APPEND pages ${more})
endforeach()
list(FILTER pages EXCLUDE REGEX "/node_modules/")

foreach(page IN LISTS pages)
    file(READ "${root}/${page}" text)
    # A bracket left in a match would join the elements of a CMake list.
    string(REPLACE "](" "\nlink " text "${text}")
    string(REGEX MATCHALL "\nlink [^]) #:;[]+[) #:]" links "${text}")
    get_filename_component(folder "${root}/${page}" DIRECTORY)
    foreach(link IN LISTS links)
        string(REGEX REPLACE "^\nlink (.*)(.)$" "\\1" target "${link}")
        if(NOT link MATCHES ":$" AND NOT EXISTS "${folder}/${target}")
            message(SEND_ERROR "'${page}' links to '${target}', which does not exist")
        endif()
    endforeach()
endforeach()

