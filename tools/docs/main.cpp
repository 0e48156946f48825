#include "tools/docs/reference.hpp"
#include "tools/docs/results.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

// tenglong-docs FOLDER           writes the pages that are printed from the program
// tenglong-docs --check FOLDER   changes nothing; exits 1 if a page there is not the program's

namespace {

using tenglong::Lang;

struct Page {
    const char* name;
    std::string (*print)(Lang);
    Lang lang;
};

constexpr std::array k_pages{
    Page{"policy-reference.md", tenglong::tools::reference_page, Lang::en},
    Page{"policy-reference.zh-CN.md", tenglong::tools::reference_page, Lang::zh},
    Page{"results.md", tenglong::tools::results_page, Lang::en},
    Page{"results.zh-CN.md", tenglong::tools::results_page, Lang::zh}};

[[nodiscard]] std::string content_of(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

[[nodiscard]] bool write(const std::string& path, const std::string& text)
{
    std::ofstream file{path, std::ios::binary};
    file << text;
    file.close();
    return !file.fail();
}

[[nodiscard]] int run(const std::string& folder, bool only_check)
{
    int failures = 0;
    for (const auto& [name, print, lang] : k_pages) {
        const std::string path = folder + "/" + name;
        const std::string text = print(lang);
        if (only_check && content_of(path) != text) {
            fmt::print(stderr,
                       "tenglong-docs: '{}' is not what the program prints; run `cmake --build "
                       "--preset dev --target reference`\n",
                       path);
            ++failures;
        } else if (!only_check && !write(path, text)) {
            fmt::print(stderr, "tenglong-docs: cannot write '{}'\n", path);
            ++failures;
        }
    }
    return failures == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string_view> words{argv, argv + argc};
    const bool only_check = words.size() == 3 && words[1] == "--check";
    if (words.size() != (only_check ? 3U : 2U)) {
        std::fputs("usage: tenglong-docs [--check] FOLDER\n", stderr);
        return 2;
    }
    try {
        return run(std::string{words.back()}, only_check);
    } catch (const std::exception& fault) {
        std::fputs(fault.what(), stderr);
        return 3;
    }
}
