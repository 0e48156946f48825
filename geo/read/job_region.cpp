#include "geo/read/job_region.hpp"

#include "core/facts/catalogue.hpp"

namespace tenglong::geo {

std::vector<std::string> region_names()
{
    const FactCatalogue catalogue;
    std::vector<std::string> known;
    for (const std::string& name : catalogue.names(SubjectKind::region)) {
        // What could be freed is computed; what was freed is reported by target.
        const bool own = name == "year" || name == "block_count" || name.starts_with("freed_");
        if (catalogue[catalogue.at(SubjectKind::region, name)].type == FactType::number && !own) {
            known.push_back(name);
        }
    }
    return known;
}

std::vector<StatedRegionFact> read_region(JobSection& section)
{
    const std::vector<std::string> known = region_names();
    section.check_keys(known);
    std::vector<StatedRegionFact> facts;
    for (const std::string& name : known) {
        if (!section.has(name)) {
            continue;
        }
        const double value = section.number(name);
        const bool share = name.find("_share") != std::string::npos;
        if (value < 0.0 || (share && value > 1.0)) {
            section.mistake(name,
                            share ? msg("'{}' in [{}] is a share: write a number from 0 to "
                                        "1, 0.97 for 97%",
                                        name, section.name())
                                  : msg("'{}' in [{}] must not be negative", name, section.name()));
        }
        facts.push_back({name, value});
    }
    return facts;
}

} // namespace tenglong::geo
