#pragma once

#include "core/base/text.hpp"
#include "core/codes/code_state.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace tenglong::testing {

/// Texts that no office ever wrote: very long, cut, broken, binary, random.
[[nodiscard]] inline std::vector<std::string> hostile_texts()
{
    std::vector<std::string> texts{
        std::string(200'000, '9'),
        std::string(50'000, '\xFF'),
        std::string(50, '\0'),
        "\xCC\xDA\xC1\xFD",     // 腾笼 in GBK
        "330681001002\xE5\x9B", // a character cut in two
        "33068100100腾B00012",  // 17 characters, 19 bytes
        "330681001002G腾00012", // 19 characters, 21 bytes
        "330681001002GB0001腾",
        "330681001002GB00012F0001000腾", // 28 characters
        "9133068腾MA2BXTY14D",
        "\xF0\xA0\xAE\xB7\xF0\xA0\xAE\xB7",
        "%s%n{}{0}",
        "M",
        "C",
        "E+",
        "E+1",
        ".E+1",
        "()",
        "预",
    };
    // Fixed seed: every run sees the same texts.
    std::mt19937 random{20240731};
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (auto length = random() % 32; length > 0; --length) {
            const auto bits = random();
            text.push_back(
                static_cast<char>(bits % 3 == 0 ? bits >> 8U : '0' + (bits >> 8U) % 43U));
        }
        texts.push_back(text);
    }
    return texts;
}

/// What every code promises of any text: printable, explained where it is not valid, and the same
/// when its own text is read again.
template <class Parse>
void expect_calm(const Parse& parse)
{
    for (const std::string& text : hostile_texts()) {
        SCOPED_TRACE(text.substr(0, 60));
        const auto code = parse(text);
        EXPECT_TRUE(is_utf8(code.text()));
        EXPECT_TRUE(is_utf8(code.note().zh) && is_utf8(code.note().en));
        EXPECT_LT(code.note().en.size(), 500U);
        const bool silent = code.state() == CodeState::valid || code.state() == CodeState::missing;
        EXPECT_EQ(code.note().empty(), silent);
        EXPECT_EQ(parse(code.text()).text(), code.text());
    }
}

} // namespace tenglong::testing
