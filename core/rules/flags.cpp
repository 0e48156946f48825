#include "core/rules/flags.hpp"

#include "core/tables/dictionaries.hpp"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace tenglong {

DictionaryPtr flag_words(const RuleSet& rules)
{
    auto words = std::make_shared<Dictionary>(*status_words());
    for (const Rule& rule : rules.rules()) {
        if (rule.role != RuleRole::info) {
            words->set({rule.id, rule.label, std::nullopt});
        }
    }
    return words;
}

void add_flags(ResultTable& table, const RuleSet& rules, const Verdicts& verdicts)
{
    const auto add = [&](const char* column, Truth truth) {
        std::vector<std::string_view> ids;
        for (std::size_t row = 0; row < verdicts.rows(); ++row) {
            ids.clear();
            for (std::size_t rule = 0; rule < rules.rules().size(); ++rule) {
                const RuleRole role = rules.rules()[rule].role;
                if ((role == RuleRole::flag || role == RuleRole::list) &&
                    verdicts.at(rule, row) == truth) {
                    ids.push_back(rules.rules()[rule].id);
                }
            }
            table[column].add_codes(ids);
        }
        table[column].set_words(flag_words(rules));
    };
    add("flags", Truth::yes);
    add("undecided", Truth::unknown);
}

} // namespace tenglong
