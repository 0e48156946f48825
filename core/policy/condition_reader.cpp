#include "core/policy/condition_reader.hpp"

#include "core/policy/raw.hpp"
#include "core/policy/right_side.hpp"

#include <array>

namespace tenglong {

namespace {

using Kind = Condition::Kind;
using Comparison = Condition::Comparison;

struct ComparisonKey {
    std::string_view key;
    Comparison comparison;
    bool for_dates;
};

constexpr auto k_comparisons = std::to_array<ComparisonKey>({
    {"below", Comparison::below, false},
    {"at_most", Comparison::at_most, false},
    {"above", Comparison::above, false},
    {"at_least", Comparison::at_least, false},
    {"equals", Comparison::equal, false},
    {"differs", Comparison::differs, false},
    {"before", Comparison::below, true},
    {"after", Comparison::above, true},
    {"on_or_before", Comparison::at_most, true},
    {"on_or_after", Comparison::at_least, true},
});

struct WordsKey {
    std::string_view key;
    Kind kind;
    bool expected;
    bool for_sets;
};

constexpr auto k_words = std::to_array<WordsKey>({
    {"in", Kind::in, true, false},
    {"not_in", Kind::in, false, false},
    {"starts_with", Kind::starts_with, true, false},
    {"not_starts_with", Kind::starts_with, false, false},
    {"has_any", Kind::has_any, true, true},
    {"has_none", Kind::has_any, false, true},
    {"has_all", Kind::has_all, true, true},
});

/// Reads one condition; every function notes mistakes and goes on.
class Reader {
public:
    Reader(const ProfileFile& file, const ConditionContext& context, Mistakes& mistakes)
        : m_file{&file}, m_context{context}, m_mistakes{mistakes}
    {}

    [[nodiscard]] Condition read(const toml::node& node, int depth = 0)
    {
        const toml::table* table = node.as_table();
        if (table == nullptr || depth > k_most_depth) {
            static const toml::table k_empty;
            const Section at{k_empty, "", *m_file, m_mistakes};
            at.mistake(node, table == nullptr
                                 ? msg("a condition is a table such as {{ fact = \"tax_per_mu\", "
                                       "below = \"5 wan_per_mu\" }}")
                                 : msg("conditions are nested too deeply"));
            return {};
        }
        const Section section{*table, "condition", *m_file, m_mistakes};
        Condition condition = read_kind(section, depth);
        // A condition that is used elsewhere keeps its own words unless it is given others there.
        if (Text sentence = section.label(); !sentence.empty()) {
            condition.sentence = std::move(sentence);
        }
        condition.quiet = section.yes_no("quiet", condition.quiet);
        if (section.has("clause")) {
            condition.citation = section.citation();
        }
        return condition;
    }

private:
    [[nodiscard]] Condition read_kind(const Section& section, int depth)
    {
        for (const auto& [key, kind] : {std::pair{"all", Kind::all}, std::pair{"any", Kind::any},
                                        std::pair{"none", Kind::none}}) {
            if (section.has(key)) {
                return branch(section, key, kind, depth);
            }
        }
        if (section.has("of")) {
            return at_least(section, depth);
        }
        if (section.has("use")) {
            return shared(section, depth);
        }
        if (section.has("rule")) {
            return rule(section);
        }
        return leaf(section);
    }

    [[nodiscard]] Condition branch(const Section& section, std::string_view key, Kind kind,
                                   int depth)
    {
        Condition condition;
        condition.kind = kind;
        const toml::array* list = section.table()[key].as_array();
        if (list == nullptr || list->empty()) {
            section.mistake(key,
                            msg("'{}' must be a list of one or more conditions", std::string{key}));
            return condition;
        }
        for (const toml::node& each : *list) {
            condition.children.push_back(read(each, depth + 1));
        }
        return condition;
    }

    [[nodiscard]] Condition at_least(const Section& section, int depth)
    {
        Condition condition = branch(section, "of", Kind::at_least, depth);
        const auto count = section.number("at_least");
        const auto most = static_cast<double>(condition.children.size());
        if (!count || *count < 1.0 || *count > most) {
            section.mistake("at_least", msg("'at_least' must be a count from 1 to {}",
                                            condition.children.size()));
            return condition;
        }
        condition.count = static_cast<std::size_t>(*count);
        return condition;
    }

    /// A condition of [conditions], read anew for the subject at hand.
    [[nodiscard]] Condition shared(const Section& section, int depth)
    {
        const std::string name = section.text("use");
        const auto found = m_context.conditions->find(name);
        if (found == m_context.conditions->end()) {
            std::vector<std::string> names;
            for (const auto& [each, item] : *m_context.conditions) {
                names.push_back(each);
            }
            section.mistake("use",
                            with_suggestion(msg("no condition is named '{}'", name), name, names));
            return {};
        }
        const ProfileFile* here = m_file;
        m_file = found->second.file;
        Condition condition = read(*found->second.table, depth + 1);
        m_file = here;
        return condition;
    }

    [[nodiscard]] Condition rule(const Section& section)
    {
        Condition condition;
        condition.kind = Kind::rule;
        const std::string id = section.text("rule");
        const auto found = m_context.find_rule ? m_context.find_rule(id) : std::nullopt;
        if (!found) {
            section.mistake("rule", with_suggestion(msg("no rule for a {} is named '{}'",
                                                        label_of(m_context.scope.subject), id),
                                                    id, m_context.rule_ids));
            return {};
        }
        condition.rule = *found;
        return condition;
    }

    [[nodiscard]] Condition leaf(const Section& section)
    {
        Condition condition;
        condition.kind = Kind::known;
        if (section.has("fact") == section.has("value")) {
            section.mistake(section.table(),
                            msg("a condition needs one of: all, any, none, of, use, rule, fact, "
                                "value"));
            return condition;
        }
        auto left =
            read_expression(section, section.has("fact") ? "fact" : "value", m_context.scope);
        if (!left) {
            return condition; // what follows from a mistake is not another mistake
        }
        condition.left = std::move(*left);
        if (section.has("fact") && condition.left.op != Expression::Op::fact) {
            section.mistake("fact", msg("'fact' takes the name of one fact; use 'value' for more"));
        }
        const std::size_t tests = read_test(section, condition);
        if (tests != 1) {
            section.mistake(section.table(),
                            tests == 0
                                ? msg("the condition compares with nothing; add e.g. below = …")
                                : msg("the condition compares more than once; use 'all'"));
        }
        return condition;
    }

    /// Reads what the left side is tested for; returns how many tests there were.
    [[nodiscard]] std::size_t read_test(const Section& section, Condition& condition)
    {
        std::size_t tests = 0;
        for (const ComparisonKey& each : k_comparisons) {
            if (section.has(each.key)) {
                ++tests;
                compare(section, each, condition);
            }
        }
        for (const WordsKey& each : k_words) {
            if (section.has(each.key)) {
                ++tests;
                words(section, each, condition);
            }
        }
        if (section.has("between")) {
            ++tests;
            between(section, condition);
        }
        for (const auto& [key, kind, wanted] :
             {std::tuple{"is", Kind::is, ValueKind::yes_no},
              std::tuple{"empty", Kind::is_empty, ValueKind::set}}) {
            if (section.has(key)) {
                ++tests;
                condition.kind = kind;
                condition.expected = section.yes_no(key, true);
                require(section, key, condition, wanted);
            }
        }
        if (section.has("known")) {
            ++tests;
            condition.kind = Kind::known;
            condition.expected = section.yes_no("known", true);
        }
        return tests;
    }

    static void require(const Section& section, std::string_view key, const Condition& condition,
                        ValueKind wanted)
    {
        if (condition.left.kind != wanted || condition.left.op != Expression::Op::fact) {
            section.mistake(key, msg("'{}' is for a {} fact, this is a {}", std::string{key},
                                     kind_name(wanted), kind_name(condition.left.kind)));
        }
    }

    void compare(const Section& section, const ComparisonKey& key, Condition& condition) const
    {
        const bool is_text = condition.left.kind == ValueKind::text;
        const bool equality =
            key.comparison == Comparison::equal || key.comparison == Comparison::differs;
        if (is_text && equality) {
            condition.kind = Kind::in;
            condition.expected = key.comparison == Comparison::equal;
            set_words(section, key.key, condition);
            return;
        }
        const ValueKind wanted = key.for_dates ? ValueKind::date : condition.left.kind;
        const bool comparable =
            condition.left.kind == ValueKind::number || condition.left.kind == ValueKind::date;
        if (!comparable || condition.left.kind != wanted) {
            section.mistake(key.key, msg("'{}' does not fit a {}", std::string{key.key},
                                         kind_name(condition.left.kind)));
            return;
        }
        condition.kind = Kind::compare;
        condition.comparison = key.comparison;
        condition.right = right_side(section, *section.table().get(key.key), key.key,
                                     condition.left, m_context.scope);
    }

    void between(const Section& section, Condition& condition) const
    {
        const toml::array* list = section.table()["between"].as_array();
        if (list == nullptr || list->size() != 2) {
            section.mistake("between", msg("'between' takes a list of two values"));
            return;
        }
        const std::string ends = section.has("ends") ? section.text("ends") : "[]";
        if (ends != "[]" && ends != "[)" && ends != "(]" && ends != "()") {
            section.mistake("ends", msg("'{}' is none of: {}", ends, "[] [) (] ()"));
            return;
        }
        condition.kind = Kind::between;
        condition.includes_lower = ends.front() == '[';
        condition.includes_upper = ends.back() == ']';
        condition.right =
            right_side(section, *list->get(0), "between", condition.left, m_context.scope);
        condition.upper =
            right_side(section, *list->get(1), "between", condition.left, m_context.scope);
    }

    void words(const Section& section, const WordsKey& key, Condition& condition) const
    {
        condition.kind = key.kind;
        condition.expected = key.expected;
        require(section, key.key, condition, key.for_sets ? ValueKind::set : ValueKind::text);
        set_words(section, key.key, condition);
    }

    void set_words(const Section& section, std::string_view key, Condition& condition) const
    {
        condition.words = section.texts(key);
        for (const std::string& word : condition.words) {
            const auto found = m_context.words->find(word);
            condition.word_labels.push_back(found == m_context.words->end() ? Text{word, word}
                                                                            : found->second);
        }
    }

    static constexpr int k_most_depth = 32;

    const ProfileFile* m_file;
    const ConditionContext& m_context;
    Mistakes& m_mistakes;
};

} // namespace

Condition read_condition(const toml::node& node, const ProfileFile& file,
                         const ConditionContext& context, Mistakes& mistakes)
{
    return Reader{file, context, mistakes}.read(node);
}

} // namespace tenglong
