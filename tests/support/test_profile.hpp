#pragma once

#include "core/policy/loader.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace tenglong::testing {

inline const std::string k_profile_head = R"(
[profile]
id = "test"
zh = "测试"
en = "test"
[documents.plan]
zh = "测试方案"
en = "Test plan"
short_zh = "测试方案"
short_en = "Test plan"
[words.fire]
zh = "消防"
en = "fire safety"
)";

/// A profile with one rule of role info, named "it".
inline std::unique_ptr<Profile> profile_with(const std::string& when, const std::string& more = "")
{
    LoadedProfile loaded = read_profile_text("t.toml", k_profile_head + more + R"(
[[rules]]
id = "it"
role = "info"
zh = "某问题"
en = "some problem"
clause = "1"
when = )" + when + "\n");
    for (const Mistake& mistake : loaded.mistakes) {
        ADD_FAILURE() << shown(mistake, Lang::en);
    }
    return std::move(loaded.profile);
}

} // namespace tenglong::testing
