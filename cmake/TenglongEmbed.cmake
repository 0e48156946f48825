# tenglong_embed(target HEADER name FILES...): puts files into the program as byte arrays.
# The generated header declares, in namespace tenglong::embedded,
#     struct File { std::string_view name; std::string_view bytes; };
#     std::span<const File> <name>();
# with the files in the order given and their base names as names.
function(tenglong_embed target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "NAME" "FILES")
    set(folder "${PROJECT_BINARY_DIR}/embedded")
    set(out "${folder}/${arg_NAME}.cpp")
    set(header "${folder}/${arg_NAME}.hpp")
    file(WRITE "${header}.new"
"#pragma once

#include <span>
#include <string_view>

namespace tenglong::embedded {

#ifndef TENGLONG_EMBEDDED_FILE
#define TENGLONG_EMBEDDED_FILE
struct File {
    std::string_view name;
    std::string_view bytes;
};
#endif

[[nodiscard]] std::span<const File> ${arg_NAME}() noexcept;

} // namespace tenglong::embedded
")
    file(COPY_FILE "${header}.new" "${header}" ONLY_IF_DIFFERENT)
    string(REPLACE ";" "|" joined "${arg_FILES}")
    add_custom_command(
        OUTPUT "${out}"
        COMMAND "${CMAKE_COMMAND}" -D "NAME=${arg_NAME}" -D "OUT=${out}" -D "FILES=${joined}"
                -P "${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake"
        DEPENDS ${arg_FILES} "${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake"
        VERBATIM)
    target_sources(${target} PRIVATE "${out}")
endfunction()
