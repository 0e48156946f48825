#include "core/codes/industry_code.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace tenglong {

namespace {

struct Section {
    char letter;
    int first;
    int last;
    std::string_view zh;
    std::string_view en;
};

constexpr std::array<Section, 20> k_sections_2002{{
    {'A', 1, 5, "农、林、牧、渔业", "Agriculture, forestry, animal husbandry and fishery"},
    {'B', 6, 11, "采矿业", "Mining"},
    {'C', 13, 43, "制造业", "Manufacturing"},
    {'D', 44, 46, "电力、燃气及水的生产和供应业", "Electricity, gas and water"},
    {'E', 47, 50, "建筑业", "Construction"},
    {'F', 51, 59, "交通运输、仓储和邮政业", "Transport, storage and post"},
    {'G', 60, 62, "信息传输、计算机服务和软件业",
     "Information transmission, computer services and software"},
    {'H', 63, 65, "批发和零售业", "Wholesale and retail trade"},
    {'I', 66, 67, "住宿和餐饮业", "Hotels and catering"},
    {'J', 68, 71, "金融业", "Finance"},
    {'K', 72, 72, "房地产业", "Real estate"},
    {'L', 73, 74, "租赁和商务服务业", "Leasing and business services"},
    {'M', 75, 78, "科学研究、技术服务和地质勘查业",
     "Research, technical services and geological prospecting"},
    {'N', 79, 81, "水利、环境和公共设施管理业", "Water, environment and public facilities"},
    {'O', 82, 83, "居民服务和其他服务业", "Services to households and other services"},
    {'P', 84, 84, "教育", "Education"},
    {'Q', 85, 87, "卫生、社会保障和社会福利业", "Health, social security and welfare"},
    {'R', 88, 92, "文化、体育和娱乐业", "Culture, sports and entertainment"},
    {'S', 93, 97, "公共管理与社会组织", "Public management and social organisations"},
    {'T', 98, 98, "国际组织", "International organisations"},
}};

constexpr std::array<Section, 20> k_sections_2017{{
    {'A', 1, 5, "农、林、牧、渔业", "Agriculture, forestry, animal husbandry and fishery"},
    {'B', 6, 12, "采矿业", "Mining"},
    {'C', 13, 43, "制造业", "Manufacturing"},
    {'D', 44, 46, "电力、热力、燃气及水生产和供应业", "Electricity, heat, gas and water"},
    {'E', 47, 50, "建筑业", "Construction"},
    {'F', 51, 52, "批发和零售业", "Wholesale and retail trade"},
    {'G', 53, 60, "交通运输、仓储和邮政业", "Transport, storage and post"},
    {'H', 61, 62, "住宿和餐饮业", "Hotels and catering"},
    {'I', 63, 65, "信息传输、软件和信息技术服务业",
     "Information transmission, software and IT services"},
    {'J', 66, 69, "金融业", "Finance"},
    {'K', 70, 70, "房地产业", "Real estate"},
    {'L', 71, 72, "租赁和商务服务业", "Leasing and business services"},
    {'M', 73, 75, "科学研究和技术服务业", "Research and technical services"},
    {'N', 76, 79, "水利、环境和公共设施管理业", "Water, environment and public facilities"},
    {'O', 80, 82, "居民服务、修理和其他服务业",
     "Services to households, repair and other services"},
    {'P', 83, 83, "教育", "Education"},
    {'Q', 84, 85, "卫生和社会工作", "Health and social work"},
    {'R', 86, 90, "文化、体育和娱乐业", "Culture, sports and entertainment"},
    {'S', 91, 96, "公共管理、社会保障和社会组织",
     "Public management, social security and social organisations"},
    {'T', 97, 97, "国际组织", "International organisations"},
}};

/// 2011 has one division fewer in N (land management came in 2017), so all behind it are one lower.
[[nodiscard]] constexpr std::array<Section, 20> sections_of_2011()
{
    std::array<Section, 20> sections = k_sections_2017;
    for (Section& section : sections) {
        section.first -= section.letter > 'N' ? 1 : 0;
        section.last -= section.letter >= 'N' ? 1 : 0;
    }
    return sections;
}
constexpr std::array<Section, 20> k_sections_2011 = sections_of_2011();

struct Division {
    std::string_view zh;
    std::string_view en;
};

constexpr int k_first_division = 13;
using Divisions = std::array<Division, 31>; // 13 to 43

constexpr Divisions k_divisions_2002{{
    {"农副食品加工业", "Processing of farm food"},
    {"食品制造业", "Food"},
    {"饮料制造业", "Beverages"},
    {"烟草制品业", "Tobacco"},
    {"纺织业", "Textiles"},
    {"纺织服装、鞋、帽制造业", "Garments, footwear and headgear"},
    {"皮革、毛皮、羽毛(绒)及其制品业", "Leather, fur, feathers and their products"},
    {"木材加工及木、竹、藤、棕、草制品业", "Wood, bamboo, rattan, palm and straw products"},
    {"家具制造业", "Furniture"},
    {"造纸及纸制品业", "Paper and paper products"},
    {"印刷业和记录媒介的复制", "Printing and recorded media"},
    {"文教体育用品制造业", "Articles for culture, education and sports"},
    {"石油加工、炼焦及核燃料加工业", "Petroleum, coking and nuclear fuel"},
    {"化学原料及化学制品制造业", "Chemical materials and products"},
    {"医药制造业", "Medicines"},
    {"化学纤维制造业", "Chemical fibres"},
    {"橡胶制品业", "Rubber products"},
    {"塑料制品业", "Plastic products"},
    {"非金属矿物制品业", "Non-metallic mineral products"},
    {"黑色金属冶炼及压延加工业", "Smelting and rolling of ferrous metals"},
    {"有色金属冶炼及压延加工业", "Smelting and rolling of non-ferrous metals"},
    {"金属制品业", "Metal products"},
    {"通用设备制造业", "General machinery"},
    {"专用设备制造业", "Special machinery"},
    {"交通运输设备制造业", "Transport equipment"},
    {"", ""}, // 38 is not used in 2002
    {"电气机械及器材制造业", "Electrical machinery"},
    {"通信设备、计算机及其他电子设备制造业", "Communication equipment, computers and electronics"},
    {"仪器仪表及文化、办公用机械制造业", "Instruments, cultural and office machinery"},
    {"工艺品及其他制造业", "Artwork and other manufacturing"},
    {"废弃资源和废旧材料回收加工业", "Recycling of waste"},
}};

constexpr Divisions k_divisions_2017{{
    {"农副食品加工业", "Processing of farm food"},
    {"食品制造业", "Food"},
    {"酒、饮料和精制茶制造业", "Liquor, beverages and refined tea"},
    {"烟草制品业", "Tobacco"},
    {"纺织业", "Textiles"},
    {"纺织服装、服饰业", "Garments and apparel"},
    {"皮革、毛皮、羽毛及其制品和制鞋业", "Leather, fur, feathers, their products and footwear"},
    {"木材加工和木、竹、藤、棕、草制品业", "Wood, bamboo, rattan, palm and straw products"},
    {"家具制造业", "Furniture"},
    {"造纸和纸制品业", "Paper and paper products"},
    {"印刷和记录媒介复制业", "Printing and recorded media"},
    {"文教、工美、体育和娱乐用品制造业",
     "Articles for culture, education, arts, sports and entertainment"},
    {"石油、煤炭及其他燃料加工业", "Petroleum, coal and other fuels"},
    {"化学原料和化学制品制造业", "Chemical materials and products"},
    {"医药制造业", "Medicines"},
    {"化学纤维制造业", "Chemical fibres"},
    {"橡胶和塑料制品业", "Rubber and plastic products"},
    {"非金属矿物制品业", "Non-metallic mineral products"},
    {"黑色金属冶炼和压延加工业", "Smelting and rolling of ferrous metals"},
    {"有色金属冶炼和压延加工业", "Smelting and rolling of non-ferrous metals"},
    {"金属制品业", "Metal products"},
    {"通用设备制造业", "General machinery"},
    {"专用设备制造业", "Special machinery"},
    {"汽车制造业", "Motor vehicles"},
    {"铁路、船舶、航空航天和其他运输设备制造业",
     "Railway, ship, aerospace and other transport equipment"},
    {"电气机械和器材制造业", "Electrical machinery"},
    {"计算机、通信和其他电子设备制造业", "Computers, communication and other electronics"},
    {"仪器仪表制造业", "Instruments"},
    {"其他制造业", "Other manufacturing"},
    {"废弃资源综合利用业", "Recycling of waste"},
    {"金属制品、机械和设备修理业", "Repair of metal products, machinery and equipment"},
}};

[[nodiscard]] std::span<const Section> sections_of(IndustryEdition edition) noexcept
{
    switch (edition) {
    case IndustryEdition::y2002:
        return k_sections_2002;
    case IndustryEdition::y2011:
        return k_sections_2011;
    case IndustryEdition::y2017:
        break;
    }
    return k_sections_2017;
}

/// Numbers inside a section that an edition leaves out.
[[nodiscard]] bool is_unused(int division, IndustryEdition edition) noexcept
{
    return edition == IndustryEdition::y2002 && (division == 38 || division == 64);
}

} // namespace

std::optional<char> section_of(int division, IndustryEdition edition) noexcept
{
    for (const Section& section : sections_of(edition)) {
        if (division >= section.first && division <= section.last &&
            !is_unused(division, edition)) {
            return section.letter;
        }
    }
    return std::nullopt;
}

std::optional<Text> section_name(char letter, IndustryEdition edition)
{
    for (const Section& section : sections_of(edition)) {
        if (section.letter == letter) {
            return Text{std::string{section.zh}, std::string{section.en}};
        }
    }
    return std::nullopt;
}

std::optional<Text> division_name(int division, IndustryEdition edition)
{
    if (section_of(division, edition) != 'C') {
        return std::nullopt;
    }
    const Divisions& names =
        edition == IndustryEdition::y2002 ? k_divisions_2002 : k_divisions_2017;
    const Division& found = names.at(static_cast<std::size_t>(division - k_first_division));
    if (division == 25 && edition == IndustryEdition::y2011) {
        return Text{"石油加工、炼焦和核燃料加工业", "Petroleum, coking and nuclear fuel"};
    }
    return Text{std::string{found.zh}, std::string{found.en}};
}

std::string_view name(IndustryEdition edition) noexcept
{
    switch (edition) {
    case IndustryEdition::y2002:
        return "GB/T 4754-2002";
    case IndustryEdition::y2011:
        return "GB/T 4754-2011";
    case IndustryEdition::y2017:
        break;
    }
    return "GB/T 4754-2017";
}

} // namespace tenglong
