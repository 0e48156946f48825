#include "geo/survey/zone_facts.hpp"

#include "geo/read/values.hpp"
#include "geo/survey/fact_writer.hpp"

#include <cmath>
#include <optional>
#include <span>
#include <string>

namespace tenglong::geo {

namespace {

/// All inputs of a kind as one column of zones, with the input and row of each.
class ZoneSet {
public:
    ZoneSet(const Survey& survey, InputKind kind)
    {
        const auto found = survey.zones.find(kind);
        if (found == survey.zones.end()) {
            return;
        }
        for (const ZoneLayer& input : found->second) {
            if (input.layer.shapes.points.empty()) {
                continue;
            }
            for (std::uint32_t row = 0; row < input.layer.shapes.size(); ++row) {
                m_shapes.append(input.layer.shapes[row]);
                m_inputs.push_back(&input);
                m_rows.push_back(row);
            }
        }
    }

    [[nodiscard]] bool empty() const noexcept { return m_rows.empty(); }
    [[nodiscard]] ZoneShares shares(const Layer& parcels, Workers& workers) const
    {
        return zone_shares(parcels, Zones{m_shapes, workers}, workers);
    }
    /// For each zone the first of the fields that its row has.
    [[nodiscard]] std::vector<std::string_view>
    texts(std::initializer_list<const char*> fields) const
    {
        std::vector<std::string_view> result(m_rows.size());
        for (std::uint32_t zone = 0; zone < m_rows.size(); ++zone) {
            result[zone] = text(zone, fields);
        }
        return result;
    }
    /// Zones that can tell parcels nothing, because they have no name.
    void report_nameless(std::span<const std::string_view> names, std::vector<Issue>& issues) const
    {
        for (std::size_t zone = 0; zone < names.size(); ++zone) {
            if (names[zone].empty() && !m_shapes[zone].empty()) {
                const Table& table = m_inputs[zone]->table;
                const Point at = m_shapes[zone].points().front();
                issues.push_back({"zone_without_name", Severity::warning, table.place(m_rows[zone]),
                                  table.subject(m_rows[zone]), Spot{at.x, at.y},
                                  msg("row {} of the layer of {} has no name or use; parcels in it "
                                      "get none from it",
                                      table.row_number(m_rows[zone]), label_of(table.kind()))});
            }
        }
    }
    /// The day of each zone, k_no_day where there is none.
    [[nodiscard]] std::vector<std::int32_t> days_of(std::string_view field,
                                                    std::vector<Issue>& issues) const
    {
        return values_of(field, k_no_day, [&](const Table& table, const TableColumn& column) {
            return days(table, column, issues);
        });
    }
    /// 1 yes and 0 no of each zone, -1 where it is not told.
    [[nodiscard]] std::vector<std::int8_t> flags_of(std::string_view field,
                                                    std::vector<Issue>& issues) const
    {
        return values_of(field, std::int8_t{-1},
                         [&](const Table& table, const TableColumn& column) {
                             return flags(table, column, issues);
                         });
    }

private:
    template <class Value, class Read>
    [[nodiscard]] std::vector<Value> values_of(std::string_view field, Value none, Read read) const
    {
        std::vector<Value> result(m_rows.size(), none);
        std::vector<Value> of_input;
        const ZoneLayer* input = nullptr;
        for (std::size_t zone = 0; zone < m_rows.size(); ++zone) {
            if (input != m_inputs[zone]) {
                input = m_inputs[zone];
                const TableColumn* column = input->table.find(field);
                of_input = column == nullptr ? std::vector<Value>{} : read(input->table, *column);
            }
            if (!of_input.empty()) {
                result[zone] = of_input[m_rows[zone]];
            }
        }
        return result;
    }

    [[nodiscard]] std::string_view text(std::uint32_t zone,
                                        std::initializer_list<const char*> fields) const
    {
        for (const char* field : fields) {
            const auto text = m_inputs[zone]->table.text(field, m_rows[zone]);
            if (!text.empty()) {
                return text;
            }
        }
        return {};
    }

    Polygons m_shapes;
    std::vector<const ZoneLayer*> m_inputs;
    std::vector<std::uint32_t> m_rows;
};

/// The zone that has most of a parcel: of the same name all together; the lowest name at a tie.
class LargestShare {
public:
    /// \param names of the zones; a zone without one is left out
    [[nodiscard]] std::optional<std::uint32_t> find(const ZoneShares& shares, std::size_t parcel,
                                                    std::span<const std::string_view> names)
    {
        m_sums.clear();
        for (auto at = shares.pair_start[parcel]; at < shares.pair_start[parcel + 1]; ++at) {
            const std::string_view name = names[shares.zone[at]];
            if (name.empty() || shares.shared_m2[at] <= 0.0) {
                continue;
            }
            auto same = m_sums.begin();
            while (same != m_sums.end() && same->name != name) {
                ++same;
            }
            if (same == m_sums.end()) {
                m_sums.push_back({name, shares.zone[at], shares.shared_m2[at]});
            } else {
                same->area_m2 += shares.shared_m2[at];
            }
        }
        const Sum* best = nullptr;
        for (const Sum& sum : m_sums) {
            if (best == nullptr || sum.area_m2 > best->area_m2 ||
                (sum.area_m2 == best->area_m2 && sum.name < best->name)) {
                best = &sum;
            }
        }
        return best == nullptr ? std::nullopt : std::optional{best->zone};
    }

private:
    struct Sum {
        std::string_view name;
        std::uint32_t zone;
        double area_m2;
    };
    std::vector<Sum> m_sums;
};

/// Writes the name of the zone where the parcel's own row names none.
void put_names(Survey& survey, const ZoneSet& zones, const ZoneShares& shares,
               std::string_view fact, const Text& how,
               std::initializer_list<const char*> name_fields, std::vector<Issue>& issues)
{
    FactTable& parcels = *survey.parcel_facts;
    FactWriter writer{parcels, fact, how};
    const auto outside = writer.because(msg("it lies in no zone of that layer"));
    LargestShare largest;
    const auto names = zones.texts(name_fields);
    zones.report_nameless(names, issues);
    for (std::size_t parcel = 0; parcel < parcels.rows(); ++parcel) {
        if (writer.present(parcel)) {
            continue;
        }
        if (const auto zone = largest.find(shares, parcel, names)) {
            writer.text(parcel, parcels.pool().intern(names[*zone]));
        } else {
            writer.missing(parcel, outside);
        }
    }
}

/// The measure of a parcel's shape that lies in zones; missing for parcels without a shape.
void put_inside(Survey& survey, const ZoneShares& shares, std::string_view fact)
{
    FactTable& parcels = *survey.parcel_facts;
    FactWriter writer{parcels, fact};
    for (std::size_t parcel = 0; parcel < parcels.rows(); ++parcel) {
        if (survey.parcels.areas[parcel] > 0.0) {
            writer.number(parcel, std::min(shares.inside_m2[parcel], survey.parcels.areas[parcel]));
        }
    }
}

void put_share(Survey& survey, const ZoneShares& shares, std::string_view fact)
{
    FactTable& parcels = *survey.parcel_facts;
    FactWriter writer{parcels, fact};
    for (std::size_t parcel = 0; parcel < parcels.rows(); ++parcel) {
        const double area = survey.parcels.areas[parcel];
        if (area > 0.0) {
            writer.number(parcel, std::min(1.0, shares.inside_m2[parcel] / area));
        }
    }
}

void put_line(Survey& survey, Workers& workers)
{
    const ZoneSet line{survey, InputKind::control_line};
    if (line.empty()) {
        return;
    }
    const ZoneShares shares = line.shares(survey.parcels, workers);
    put_inside(survey, shares, "in_line_m2");
    put_share(survey, shares, "in_line_share");
    FactWriter outside{*survey.parcel_facts, "out_line_m2"};
    for (std::size_t parcel = 0; parcel < survey.parcels.areas.size(); ++parcel) {
        const double area = survey.parcels.areas[parcel];
        if (area > 0.0) {
            outside.number(parcel, std::max(0.0, area - shares.inside_m2[parcel]));
        }
    }
}

/// What the plan of a zone says of time: since when it stands, when it is to be carried out.
struct PlanTimes {
    std::vector<std::int32_t> since;
    std::vector<std::int32_t> due;
    std::vector<std::int8_t> done;

    PlanTimes(const ZoneSet& plan, std::vector<Issue>& issues)
        : since{plan.days_of("replanned_date", issues)},
          due{plan.days_of("replan_due_date", issues)}, done{plan.flags_of("replan_implemented",
                                                                           issues)}
    {
        const auto approved = plan.days_of("approval_date", issues);
        for (std::size_t zone = 0; zone < since.size(); ++zone) {
            since[zone] = since[zone] == k_no_day ? approved[zone] : since[zone];
        }
    }
};

/// Writes them to parcels whose own rows do not tell them.
class PlanTimeWriter {
public:
    PlanTimeWriter(FactTable& parcels, const Text& how)
        : m_since{parcels, "replanned_date", how}, m_due{parcels, "replan_due_date", how},
          m_done{parcels, "replan_implemented", how}
    {}

    void put(std::size_t parcel, const PlanTimes& times, std::uint32_t zone)
    {
        put_day(m_since, parcel, times.since[zone]);
        put_day(m_due, parcel, times.due[zone]);
        if (times.done[zone] >= 0 && !m_done.present(parcel)) {
            m_done.yes_no(parcel, times.done[zone] == 1);
        }
    }

private:
    static void put_day(FactWriter& writer, std::size_t parcel, std::int32_t day)
    {
        if (day != k_no_day && !writer.present(parcel)) {
            writer.date(parcel, Date::from_days(day));
        }
    }

    FactWriter m_since;
    FactWriter m_due;
    FactWriter m_done;
};

/// What the plan has the parcel for, since when, and when it is to be carried out.
void put_planned_use(Survey& survey, Workers& workers, std::vector<Issue>& issues)
{
    const ZoneSet plan{survey, InputKind::planned_use};
    if (plan.empty()) {
        return;
    }
    const ZoneShares shares = plan.shares(survey.parcels, workers);
    const PlanTimes times{plan, issues};
    FactTable& parcels = *survey.parcel_facts;
    const Text how = msg("overlay with the planned uses, by the largest share");
    FactWriter use{parcels, "planned_use", how};
    PlanTimeWriter time_writer{parcels, how};
    const auto outside = use.because(msg("it lies in no zone of that layer"));
    LargestShare largest;
    const auto names = plan.texts({"planned_use", "planned_use_name"});
    plan.report_nameless(names, issues);
    for (std::size_t parcel = 0; parcel < parcels.rows(); ++parcel) {
        if (use.present(parcel)) {
            continue;
        }
        const auto zone = largest.find(shares, parcel, names);
        if (!zone) {
            use.missing(parcel, outside);
            continue;
        }
        use.text(parcel, parcels.pool().intern(names[*zone]));
        time_writer.put(parcel, times, *zone);
    }
}

} // namespace

void put_zone_facts(Survey& survey, Workers& workers, std::vector<Issue>& issues)
{
    const auto with = [&](InputKind kind, const auto& put) {
        if (const ZoneSet zones{survey, kind}; !zones.empty()) {
            put(zones, zones.shares(survey.parcels, workers));
        }
    };
    put_line(survey, workers);
    with(InputKind::towns, [&](const ZoneSet& zones, const ZoneShares& shares) {
        put_names(survey, zones, shares, "town", msg("overlay with the towns layer"),
                  {"name", "town"}, issues);
    });
    with(InputKind::units, [&](const ZoneSet& zones, const ZoneShares& shares) {
        put_names(survey, zones, shares, "unit", msg("overlay with the units layer"),
                  {"name", "unit", "unit_number"}, issues);
    });
    with(InputKind::parks, [&](const ZoneSet& zones, const ZoneShares& shares) {
        put_names(survey, zones, shares, "park", msg("overlay with the parks layer"),
                  {"name", "park", "park_number"}, issues);
        put_share(survey, shares, "in_platform_share");
    });
    with(InputKind::space_zones, [&](const ZoneSet& zones, const ZoneShares& shares) {
        put_names(survey, zones, shares, "space_zone",
                  msg("overlay with the zones of space control"), {"zone_type", "name"}, issues);
    });
    with(InputKind::farmland, [&](const ZoneSet&, const ZoneShares& shares) {
        put_inside(survey, shares, "on_farmland_m2");
    });
    with(InputKind::red_line, [&](const ZoneSet&, const ZoneShares& shares) {
        put_inside(survey, shares, "on_red_line_m2");
    });
    put_planned_use(survey, workers, issues);
}

} // namespace tenglong::geo
