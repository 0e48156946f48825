#include "core/facts/fact.hpp"

#include <array>

namespace tenglong {

const Text& label_of(SubjectKind subject)
{
    static const std::array<Text, k_subject_kinds> labels{{{"地块", "parcel"},
                                                           {"企业", "enterprise"},
                                                           {"园区", "park"},
                                                           {"治理单元", "governance unit"},
                                                           {"控制线变更", "control-line change"},
                                                           {"区域", "region"}}};
    return labels.at(static_cast<std::size_t>(subject));
}

std::string_view key_of(SubjectKind subject) noexcept
{
    static constexpr std::array<std::string_view, k_subject_kinds> k_keys{
        "parcel", "enterprise", "park", "unit", "change", "region"};
    return k_keys[static_cast<std::size_t>(subject)];
}

std::string_view key_of(FactType type) noexcept
{
    static constexpr std::array<std::string_view, 6> k_keys{"number", "date", "yes_no",
                                                            "code",   "text", "set"};
    return k_keys[static_cast<std::size_t>(type)];
}

} // namespace tenglong
