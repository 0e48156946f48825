#include "geo/run/lack_reasons.hpp"

#include "geo/read/aliases.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <tuple>
#include <utility>

namespace tenglong::geo {

namespace {

/// The sections of a job whose tables can have a column of that name.
[[nodiscard]] std::vector<InputKind> inputs_of(std::string_view fact)
{
    std::vector<InputKind> found;
    for (const InputKind kind : input_kinds()) {
        const auto fields = fields_of(kind);
        if (std::ranges::any_of(fields, [&](const Field* field) {
                return field->name == fact || field->set == fact;
            })) {
            found.push_back(kind);
        }
    }
    return found;
}

/// Those that tell of subjects of a kind; all of them if none is known to.
[[nodiscard]] std::vector<InputKind> inputs_for(SubjectKind subject, std::string_view fact)
{
    std::vector<InputKind> all = inputs_of(fact);
    const auto tells = [&](InputKind kind) {
        switch (subject) {
        case SubjectKind::parcel:
            return kind == InputKind::parcels || kind == InputKind::supply ||
                   kind == InputKind::enterprises;
        case SubjectKind::enterprise:
            return kind == InputKind::enterprises;
        case SubjectKind::park:
            return kind == InputKind::parks;
        case SubjectKind::change:
            return kind == InputKind::changes;
        default:
            return false;
        }
    };
    std::erase_if(all, [&](InputKind kind) { return !tells(kind); });
    return all;
}

/// Of a fact that no file has a column for.
constexpr std::size_t k_no_column = 256;

} // namespace

LackReasons::LackReasons(const FactTable& facts) : m_facts{&facts}
{
    for (const std::string_view name : facts.catalogue().names(facts.subject())) {
        const FactId fact = facts.id(name);
        m_by_note.emplace(msg("missing {}", facts.catalogue()[fact].label).en, fact);
        m_by_note.emplace(msg("{} is missing", facts.catalogue()[fact].label).en, fact);
    }
}

std::optional<FactId> LackReasons::named_in(const std::string& note) const
{
    const auto exact = m_by_note.find(note);
    if (exact != m_by_note.end()) {
        return exact->second;
    }
    // Where either of two would do, "missing the agreed start and the hand-over": the first.
    for (const auto& [known, fact] : m_by_note) {
        if (note.starts_with(known + " and ")) {
            return fact;
        }
    }
    return std::nullopt;
}

FactId LackReasons::told_by(FactId fact) const
{
    // Facts that are not even tried where the column that they are read from is not there.
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> k_from{
        {{"planned_industrial", "planned_use"},
         {"is_industrial", "land_use"},
         {"is_manufacturing", "industry_code"}}};
    for (const auto& [derived, from] : k_from) {
        const auto column = m_facts->catalogue().find(m_facts->subject(), from);
        if (m_facts->catalogue()[fact].name == derived && column) {
            return *column;
        }
    }
    return fact;
}

const LackReasons::Steps& LackReasons::steps_of(FactId fact) const
{
    const auto [found, is_new] = m_steps.try_emplace(fact);
    Steps& steps = found->second;
    if (is_new) {
        steps.column = m_facts->find(fact);
        steps.next.assign(k_no_column + 1, fact);
        const auto reasons =
            steps.column == nullptr ? std::span<const Provenance>{} : steps.column->provenances();
        if (steps.column == nullptr) {
            steps.next[k_no_column] = told_by(fact);
        }
        for (std::size_t state = 0; state < reasons.size(); ++state) {
            steps.next[state] = named_in(reasons[state].note.en).value_or(fact);
        }
    }
    return steps;
}

std::pair<FactId, std::size_t> LackReasons::root(FactId fact, std::size_t row) const
{
    constexpr int k_deepest = 8; // a profile may derive a fact from derived ones
    std::size_t state = k_no_column;
    for (int depth = 0; depth < k_deepest; ++depth) {
        const Steps& steps = steps_of(fact);
        state = steps.column == nullptr ? k_no_column : steps.column->states()[row];
        if (steps.next[state] == fact) {
            break;
        }
        fact = steps.next[state];
    }
    return {fact, state};
}

std::vector<LackReason> LackReasons::of(FactId fact, std::span<const std::uint64_t> subjects) const
{
    struct Told {
        std::size_t row = 0; ///< one of them
        std::size_t subjects = 0;
    };
    std::map<std::pair<FactId, std::size_t>, Told> found;
    for (std::size_t word = 0; word < subjects.size(); ++word) {
        for (std::uint64_t left = subjects[word]; left != 0; left &= left - 1) {
            const std::size_t row = word * 64 + static_cast<std::size_t>(std::countr_zero(left));
            Told& told = found[root(fact, row)];
            told.row = row;
            ++told.subjects;
        }
    }
    std::vector<LackReason> reasons;
    for (const auto& [lacking, told] : found) {
        const FactDeclaration& declared = m_facts->catalogue()[lacking.first];
        const Origin origin = m_facts->origin(lacking.first, told.row);
        reasons.push_back({declared.name, declared.label, origin.note, origin.place.file,
                           inputs_for(m_facts->subject(), declared.name), told.subjects});
    }
    std::ranges::stable_sort(reasons, [](const LackReason& a, const LackReason& b) {
        return std::tie(b.subjects, a.fact, a.why.en) < std::tie(a.subjects, b.fact, b.why.en);
    });
    return reasons;
}

} // namespace tenglong::geo
