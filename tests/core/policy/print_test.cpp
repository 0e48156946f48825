#include "core/policy/print.hpp"

#include "core/policy/loader.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

TEST(Print, ShowsEveryShippedProfileInBothLanguages)
{
    for (const ShippedProfile& each : shipped_profiles()) {
        const auto profile = load_profile(each.id);
        const std::string zh = printed(*profile, Lang::zh);
        const std::string en = printed(*profile, Lang::en);

        EXPECT_NE(zh.find(profile->title.zh), std::string::npos);
        EXPECT_NE(en.find(profile->title.en), std::string::npos);
        for (const Figure& figure : profile->figures) {
            EXPECT_NE(zh.find(figure.label.zh), std::string::npos) << figure.key;
        }
        for (const Rule& rule : profile->rules_for(SubjectKind::parcel).rules()) {
            EXPECT_NE(en.find(rule.label.en), std::string::npos) << rule.id;
        }
    }
}

} // namespace
} // namespace tenglong
