#include "geo/run/statuses.hpp"

#include <algorithm>

namespace tenglong::geo {

Statuses::Statuses(const Profile& profile, const Judged& judged) : m_judged{&judged}
{
    const RuleSet& rules = judged.rules();
    const auto add = [&](std::size_t rule) {
        if (rules.rules()[rule].role == RuleRole::flag &&
            std::find(m_flags.begin(), m_flags.end(), rule) == m_flags.end()) {
            m_flags.push_back(rule);
        }
    };
    for (const std::string& id : profile.leading) {
        if (const auto rule = rules.find(id)) {
            add(*rule);
        }
    }
    for (std::size_t rule = 0; rule < rules.rules().size(); ++rule) {
        add(rule);
    }
}

void Statuses::find(std::size_t row, Truth truth, std::vector<std::string_view>& ids) const
{
    ids.clear();
    for (const std::size_t flag : m_flags) {
        if (m_judged->verdicts.at(flag, row) == truth) {
            ids.push_back(m_judged->rules().rules()[flag].id);
        }
    }
}

std::optional<std::size_t> Statuses::leading(std::size_t row) const
{
    for (const std::size_t flag : m_flags) {
        if (m_judged->verdicts.at(flag, row) == Truth::yes) {
            return flag;
        }
    }
    return std::nullopt;
}

} // namespace tenglong::geo
