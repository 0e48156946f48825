# Run by tenglong_embed(): writes OUT, a source with the bytes of FILES (separated by '|').
string(REPLACE "|" ";" files "${FILES}")
set(index 0)
foreach(file IN LISTS files)
    file(READ "${file}" hex HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
    # A line for each 40 bytes; adjacent literals are one literal.
    string(REGEX REPLACE "((\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?)" "    \"\\1\"\n" lines "${bytes}")
    get_filename_component(name "${file}" NAME)
    string(LENGTH "${hex}" length)
    math(EXPR length "${length} / 2")
    string(APPEND data "constexpr char k_file_${index}[] =\n    \"\"\n${lines};\n")
    string(APPEND table "    File{\"${name}\", std::string_view{k_file_${index}, ${length}}},\n")
    math(EXPR index "${index} + 1")
endforeach()
file(WRITE "${OUT}"
"#include \"embedded/${NAME}.hpp\"

#include <array>

namespace tenglong::embedded {

namespace {

${data}
constexpr std::array<File, ${index}> k_files{
${table}};

} // namespace

std::span<const File> ${NAME}() noexcept
{
    return k_files;
}

} // namespace tenglong::embedded
")
