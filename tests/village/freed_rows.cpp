#include "tests/village/sum_row.hpp"

namespace tenglong::tests {

namespace {

using enum Side;

constexpr const char* k_zhuji = "zhuji-2021";

// A parcel of 100 m by 100 m is 10,000 m² or 15 mu.
constexpr Box k_15_mu{0, 0, 100, 100};

[[nodiscard]] SumRow of_parcel(const char* row, Side side, std::function<void(Village&)> build,
                               const char* column, Expected expected, const char* why,
                               const char* issue = "", double tolerance = 1e-4)
{
    return {row,
            side,
            k_zhuji,
            std::move(build),
            "parcels",
            "parcel_code",
            Village::parcel_code(1),
            column,
            std::move(expected),
            why,
            issue,
            tolerance};
}

/// A works on a parcel of 15 mu, built on its western three quarters, 7,500 m² in two storeys (a
/// plot ratio of 1.5). Its enterprise pays 300 (20 a mu) and makes 1,000, unless told otherwise.
struct Works {
    Cells parcel{{"登记面积(平方米)", "10000"},
                 {"土地使用权人", "某公司"},
                 {"供应状态", "已供应"},
                 {"建设状态", "已投产"}};
    Cells building{{"地上层数", "2"}};
    Cells firm{{"税收(万元)", "300"},
               {"工业增加值(万元)", "1000"},
               {"综合能耗(吨标煤)", "200"},
               {"违法违规", "无"},
               {"所属名单", "无"}};
    Box stands{0, 0, 75, 100};

    [[nodiscard]] Works with(const char* column, const char* cell) const
    {
        Works other = *this;
        for (Cells* cells : {&other.parcel, &other.building, &other.firm}) {
            for (auto& [name, value] : *cells) {
                if (name == column) {
                    value = cell;
                    return other;
                }
            }
        }
        other.firm.emplace_back(column, cell);
        return other;
    }
    void operator()(Village& village) const
    {
        village.parcel(1, k_15_mu, parcel).building(stands, building).enterprise(1, 1, firm);
    }
};

/// D1: closing frees the whole parcel, once, whatever the number of its flags.
[[nodiscard]] std::vector<SumRow> land_rows()
{
    const Works works;
    const Works out = works.with("所属名单", "散乱污").with("违法违规", "环保");
    const Works registered = out.with("登记面积(平方米)", "12000");
    const auto no_buildings = [](Village& village) {
        village.parcel(1, k_15_mu, {{"登记面积(平方米)", "10000"}})
            .enterprise(1, 1, {{"税收(万元)", "15"}, {"违法违规", "无"}, {"所属名单", "无"}});
    };
    return {
        of_parcel("D1", yes, out.with("税收(万元)", "15"), "reclaim_m2", 10'000.0,
                  "listed to go, in breach of law and low in tax: 10,000 m², once"),
        of_parcel("D1", no, works, "reclaim_m2", 0.0, "nothing wrong with it: it frees nothing"),
        of_parcel("D1", missing, no_buildings, "reclaim_m2", Nothing{},
                  "low in tax, so upgraded or rebuilt; without buildings nobody can say which "
                  "part stands free"),
        of_parcel("D1", contradiction, registered, "reclaim_m2", 12'000.0,
                  "12,000 m² registered and 10,000 m² drawn: the register counts", "area_differs"),
    };
}

/// D2: 10 m are kept from the wall at x = 50, so 40 m by 100 m stay; a circle 20 m wide does not
/// reach into its four corners: 4,000 - (4 - pi) x 100 = 3,914.16 m², a little more by its polygon.
[[nodiscard]] std::vector<SumRow> vacant_rows()
{
    const Works full;
    Works works;
    works.stands = {0, 0, 50, 100};
    const auto twice = [works](Village& village) {
        works(village);
        village.building(works.stands, works.building);
    };
    const auto no_buildings = [](Village& village) { village.parcel(1, k_15_mu); };
    return {
        of_parcel("D2", yes, works, "vacant_m2", 3'914.16, "the eastern 40 m", "", 2.5),
        of_parcel("D2", no, full, "vacant_m2", 0.0,
                  "15 m are left behind the setback, and 20 m are asked for"),
        of_parcel("D2", missing, no_buildings, "vacant_m2", Nothing{},
                  "no layer of buildings: not empty land, but unknown"),
        of_parcel("D2", contradiction, twice, "vacant_m2", 3'914.16,
                  "the same building twice takes no more ground", "", 2.5),
    };
}

/// D3: up to 1.5 times 10,000 m².
[[nodiscard]] std::vector<SumRow> floor_rows()
{
    const Works works;
    const Works stated = [&] {
        Works other = works;
        other.building.emplace_back("建筑面积(平方米)", "9000");
        return other;
    }();
    return {
        of_parcel("D3", yes, works.with("地上层数", "1"), "floor_potential_m2", 7'500.0,
                  "1.5 x 10,000 - 7,500"),
        of_parcel("D3", no, works, "floor_potential_m2", 0.0, "1.5 reached: none"),
        of_parcel("D3", missing, works.with("地上层数", ""), "floor_potential_m2", Nothing{},
                  "neither storeys nor floor area"),
        of_parcel("D3", contradiction, stated, "floor_potential_m2", 6'000.0,
                  "two storeys would be 15,000 m², 9,000 m² are stated: they count"),
    };
}

/// D4: a block is 50 mu or more of low parcels at most 20 m apart. Two of 200 m by 100 m are 60 mu.
[[nodiscard]] std::vector<SumRow> block_rows()
{
    const auto pair = [](double gap, const char* tax) {
        return [gap, tax](Village& village) {
            village.parcel(1, {0, 0, 200, 100}).parcel(2, {200 + gap, 0, 400 + gap, 100});
            village.enterprise(1, 1, {{"税收(万元)", "30"}});
            village.enterprise(2, 2, {{"税收(万元)", tax}});
        };
    };
    const std::string id = "QK-" + Village::parcel_code(1);
    const auto area = [&](Side side, std::function<void(Village&)> build, double expected,
                          const char* why, const char* issue) {
        return SumRow{"D4",     side,       k_zhuji, std::move(build),
                      "blocks", "block_id", id,      "area_m2",
                      expected, why,        issue};
    };
    return {
        area(yes, pair(20.0, "30"), 40'000.0, "1 of tax a mu each, 20 m apart: 60 mu", ""),
        of_parcel("D4", no, pair(20.01, "30"), "block_id", Nothing{},
                  "a centimetre farther, and each of 30 mu stands alone"),
        of_parcel("D4", missing, pair(20.0, ""), "block_id", Nothing{},
                  "the second one's tax is not known, so it is not called low"),
        area(contradiction, pair(-50.0, "30"), 35'000.0,
             "their outlines overlap by 50 m: that ground counts once", "parcel_overlap"),
    };
}

/// D5: upgrading frees what exceeds 0.52 tce for 10,000 yuan, and 2 t of carbon a tce with it.
[[nodiscard]] std::vector<SumRow> energy_rows()
{
    // 3 of tax a mu: low, and dear in energy.
    const Works low = Works{}.with("税收(万元)", "45").with("综合能耗(吨标煤)", "1000");
    const Works both = [&] {
        Works other = low.with("综合能耗(吨标煤)", "");
        other.firm.emplace_back("综合能耗等价值(吨标煤)", "1000");
        other.firm.emplace_back("综合能耗当量值(吨标煤)", "410");
        return other;
    }();
    const auto by_measure = [](Side side, const Works& works, const char* column, Expected expected,
                               const char* why) {
        return SumRow{"D5",      side,       k_zhuji,
                      works,     "measures", "measure",
                      "improve", column,     std::move(expected),
                      why};
    };
    return {
        of_parcel("D5", yes, low, "energy_room_tce", 480.0, "1,000 - 0.52 x 1,000"),
        of_parcel("D5", yes, low, "carbon_room_t", 960.0, "2 x 480"),
        by_measure(yes, low, "energy_room_tce", 480.0, "all of it by upgrading"),
        by_measure(yes, low, "carbon_room_t", 960.0, "its carbon"),
        of_parcel("D5", no, low.with("综合能耗(吨标煤)", "520"), "energy_room_tce", 0.0,
                  "as much as the line allows: none"),
        of_parcel("D5", no, low.with("工业增加值(万元)", "-1000"), "energy_room_tce", 1'000.0,
                  "a loss of value frees what is used, and no more"),
        of_parcel("D5", missing, low.with("工业增加值(万元)", ""), "energy_room_tce", Nothing{},
                  "without value added there is no excess to tell"),
        by_measure(missing, low.with("工业增加值(万元)", ""), "energy_undecided", 1.0,
                   "and the sum by measure says of how many"),
        of_parcel("D5", contradiction, both, "energy_room_tce", 480.0,
                  "1,000 as equivalent and 410 as calorific value: the equivalent one counts"),
        by_measure(contradiction, both, "energy_basis", std::string{"等价值 1"},
                   "and the result says that it does"),
    };
}

/// D6: the four batches, the first that fits.
[[nodiscard]] std::vector<SumRow> measure_rows()
{
    const Works works;
    const Works low = works.with("地上层数", "1");
    return {
        of_parcel("D6", yes, low, "measure", std::string{"rebuild"}, "a plot ratio of 0.75"),
        of_parcel("D6", no, works, "measure", Nothing{},
                  "1.5 is not below the line of 1.0: no measure"),
        of_parcel("D6", missing, works.with("地上层数", ""), "measure", Nothing{},
                  "no storeys: no plot ratio, and nothing is proposed"),
        of_parcel("D6", missing, works.with("地上层数", ""), "undecided",
                  std::string{"low_plot_ratio"}, "but the flag is told to be open"),
        of_parcel("D6", contradiction, low.with("所属名单", "落后产能"), "measure",
                  std::string{"close"},
                  "20 of tax a mu, and yet on the list of backward capacity: the list counts, "
                  "before the plot ratio"),
    };
}

} // namespace

std::vector<SumRow> freed_rows()
{
    std::vector<SumRow> all = land_rows();
    for (auto&& part : {vacant_rows(), floor_rows(), block_rows(), energy_rows(), measure_rows()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace tenglong::tests
