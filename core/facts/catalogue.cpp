#include "core/facts/catalogue.hpp"

#include "core/facts/built_in.hpp"

#include <stdexcept>

namespace tenglong {

FactCatalogue::FactCatalogue()
{
    const auto add_all = [&](SubjectKind subject, std::span<const BuiltInFact> facts) {
        // The day on which the run looks at the data is known of everything.
        add({"as_of",
             subject,
             FactType::date,
             {},
             {"评估基准日", "date of assessment"},
             FactOrigin::computed,
             {"作业文件 job.as_of", "job.as_of of the job file"}});
        for (const BuiltInFact& fact : facts) {
            add({std::string{fact.name}, subject, fact.type,
                 fact.unit.empty() ? Unit{} : Unit::of(fact.unit),
                 Text{std::string{fact.zh}, std::string{fact.en}}, fact.origin,
                 Text{std::string{fact.how_zh}, std::string{fact.how_en}}});
        }
    };
    add_all(SubjectKind::parcel, built_in_parcel_facts());
    add_all(SubjectKind::enterprise, built_in_enterprise_facts());
    add_all(SubjectKind::park, built_in_park_facts());
    add_all(SubjectKind::unit, built_in_unit_facts());
    add_all(SubjectKind::change, built_in_change_facts());
    add_all(SubjectKind::region, built_in_region_facts());
}

FactId FactCatalogue::add(FactDeclaration declaration)
{
    const auto id = static_cast<FactId>(m_facts.size());
    const auto [place, added] = m_by_name.emplace(Key{declaration.subject, declaration.name}, id);
    if (!added) {
        throw std::invalid_argument{"the fact is declared twice: " + declaration.name};
    }
    m_facts.push_back(std::move(declaration));
    return id;
}

std::optional<FactId> FactCatalogue::find(SubjectKind subject, std::string_view name) const
{
    const auto found = m_by_name.find(std::pair{subject, name});
    return found == m_by_name.end() ? std::nullopt : std::optional{found->second};
}

FactId FactCatalogue::at(SubjectKind subject, std::string_view name) const
{
    const auto found = find(subject, name);
    if (!found) {
        throw std::out_of_range{"no such fact: " + std::string{name}};
    }
    return *found;
}

std::vector<std::string> FactCatalogue::names(SubjectKind subject) const
{
    std::vector<std::string> result;
    for (const auto& [key, id] : m_by_name) {
        if (key.first == subject) {
            result.push_back(key.second);
        }
    }
    return result;
}

} // namespace tenglong
