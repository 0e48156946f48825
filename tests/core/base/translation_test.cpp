#include "core/base/translation.hpp"

#include "core/base/text.hpp"

#include "embedded/translations.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <set>
#include <vector>

namespace tenglong {
namespace {

struct Entry {
    std::string_view original;
    std::string_view translation;
};

/// Every pair of the embedded catalogue, by the layout in the GNU gettext manual ("MO files").
std::vector<Entry> catalogue()
{
    const std::string_view bytes = embedded::translations().front().bytes;
    const auto word = [&](std::size_t at) {
        std::uint32_t value = 0;
        std::memcpy(&value, bytes.substr(at, sizeof value).data(), sizeof value);
        return value;
    };
    const auto text = [&](std::size_t slot) { return bytes.substr(word(slot + 4), word(slot)); };
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < word(8); ++i) {
        entries.push_back({text(word(12) + 8 * i), text(word(16) + 8 * i)});
    }
    return entries;
}

/// The numbers of the arguments that a format takes; -1 stands for a brace without a partner.
std::set<int> arguments(std::string_view format)
{
    std::set<int> taken;
    int next = 0;
    for (std::size_t at = 0; (at = format.find_first_of("{}", at)) < format.size();) {
        if (format.substr(at, 2) == "{{" || format.substr(at, 2) == "}}") {
            at += 2;
            continue;
        }
        const std::size_t end = format.find('}', at);
        if (format[at] == '}' || end == std::string_view::npos) {
            return {-1};
        }
        const std::string_view field = format.substr(at + 1, end - at - 1);
        const std::string_view number = field.substr(0, field.find(':'));
        taken.insert(number.empty() ? next++ : std::stoi(std::string{number}));
        at = end + 1;
    }
    return taken;
}

TEST(Translation, TakesTheSameArgumentsAsTheOriginal)
{
    const auto entries = catalogue();
    ASSERT_FALSE(entries.empty());
    for (const Entry& entry : entries) {
        if (!entry.original.empty()) { // the header of the catalogue
            EXPECT_EQ(arguments(entry.translation), arguments(entry.original)) << entry.original;
        }
    }
}

TEST(Translation, OfATextThatTheCatalogueLacksIsTheOriginal)
{
    EXPECT_EQ(translate("no such text"), "no such text");
    EXPECT_EQ(translate(""), "");
}

TEST(Translation, CountsTheArgumentsOfAFormat)
{
    EXPECT_EQ(arguments("no {{field}}"), (std::set<int>{}));
    EXPECT_EQ(arguments("{} of {:.2f}"), (std::set<int>{0, 1}));
    EXPECT_EQ(arguments("{1} {0}"), (std::set<int>{0, 1}));
    EXPECT_EQ(arguments("broken } {"), (std::set<int>{-1}));
}

} // namespace
} // namespace tenglong
