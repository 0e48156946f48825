#include "core/codes/admin_code.hpp"

#include "core/base/text.hpp"
#include "core/codes/code_text.hpp"

#include <algorithm>
#include <array>

namespace tenglong {

namespace {

struct Province {
    std::string_view code;
    std::string_view zh;
    std::string_view en;
};

constexpr std::array<Province, 34> k_provinces{{
    {"11", "北京市", "Beijing"},
    {"12", "天津市", "Tianjin"},
    {"13", "河北省", "Hebei"},
    {"14", "山西省", "Shanxi"},
    {"15", "内蒙古自治区", "Inner Mongolia"},
    {"21", "辽宁省", "Liaoning"},
    {"22", "吉林省", "Jilin"},
    {"23", "黑龙江省", "Heilongjiang"},
    {"31", "上海市", "Shanghai"},
    {"32", "江苏省", "Jiangsu"},
    {"33", "浙江省", "Zhejiang"},
    {"34", "安徽省", "Anhui"},
    {"35", "福建省", "Fujian"},
    {"36", "江西省", "Jiangxi"},
    {"37", "山东省", "Shandong"},
    {"41", "河南省", "Henan"},
    {"42", "湖北省", "Hubei"},
    {"43", "湖南省", "Hunan"},
    {"44", "广东省", "Guangdong"},
    {"45", "广西壮族自治区", "Guangxi"},
    {"46", "海南省", "Hainan"},
    {"50", "重庆市", "Chongqing"},
    {"51", "四川省", "Sichuan"},
    {"52", "贵州省", "Guizhou"},
    {"53", "云南省", "Yunnan"},
    {"54", "西藏自治区", "Tibet"},
    {"61", "陕西省", "Shaanxi"},
    {"62", "甘肃省", "Gansu"},
    {"63", "青海省", "Qinghai"},
    {"64", "宁夏回族自治区", "Ningxia"},
    {"65", "新疆维吾尔自治区", "Xinjiang"},
    {"71", "台湾省", "Taiwan"},
    {"81", "香港特别行政区", "Hong Kong"},
    {"82", "澳门特别行政区", "Macao"},
}};

constexpr std::array<std::size_t, 5> k_lengths{2, 4, 6, 9, 12};

} // namespace

AdminCode AdminCode::parse(std::string_view raw)
{
    AdminCode code;
    code.m_text = normalized_code(raw);
    const std::size_t length = code_length(code.m_text);
    if (says_nothing(code.m_text)) {
        return code;
    }
    code.m_state = CodeState::malformed;
    if (is_spreadsheet_number(code.m_text)) {
        code.m_note = msg("region code '{}' was stored as a number and lost its digits; format the "
                          "column as text",
                          quoted_code(code.m_text));
    } else if (const auto odd = first_not_digit(code.m_text, 0, code.m_text.size())) {
        code.m_note = msg("region code '{}' has '{}' as character {}; it consists of digits",
                          quoted_code(code.m_text), odd->text, odd->position);
    } else if (std::find(k_lengths.begin(), k_lengths.end(), length) == k_lengths.end()) {
        code.m_note = msg("region code '{}' has {} digits; it has 6, 9 or 12",
                          quoted_code(code.m_text), length);
    } else if (is_only_zeros(code.m_text)) {
        code.m_note = msg("region code '{}' names no region", quoted_code(code.m_text));
    } else {
        code.m_state = CodeState::valid;
        code.note_what_is_unusual();
    }
    return code;
}

void AdminCode::note_what_is_unusual()
{
    if (!province_name(m_text)) {
        m_state = CodeState::unusual;
        m_note = msg("region code '{}' begins with '{}', which is no province", m_text,
                     m_text.substr(0, 2));
    } else if (is_development_zone()) {
        m_state = CodeState::unusual;
        m_note = msg("region code '{}' has the county code of a development zone", m_text);
    }
}

std::string_view AdminCode::significant() const noexcept
{
    if (m_state != CodeState::valid && m_state != CodeState::unusual) {
        return {};
    }
    std::string_view digits = m_text;
    // From the end, every level of zeros is a level that is not named.
    for (std::size_t level = k_lengths.size() - 1; level > 0; --level) {
        const std::size_t above = k_lengths[level - 1];
        if (digits.size() == k_lengths[level] && is_only_zeros(digits.substr(above))) {
            digits = digits.substr(0, above);
        }
    }
    return digits;
}

std::optional<AdminLevel> AdminCode::level() const noexcept
{
    switch (significant().size()) {
    case 2:
        return AdminLevel::province;
    case 4:
        return AdminLevel::city;
    case 6:
        return AdminLevel::county;
    case 9:
        return AdminLevel::town;
    case 12:
        return AdminLevel::village;
    default:
        return std::nullopt;
    }
}

std::string_view AdminCode::county() const noexcept
{
    const std::string_view digits = significant();
    return digits.size() < 6 ? std::string_view{} : digits.substr(0, 6);
}

bool AdminCode::is_development_zone() const noexcept
{
    const std::string_view code = county();
    return !code.empty() && code[4] == '7' && code[5] != '0';
}

std::optional<bool> AdminCode::is_inside(const AdminCode& outer) const noexcept
{
    if (significant().empty() || outer.significant().empty()) {
        return std::nullopt;
    }
    return significant().starts_with(outer.significant());
}

std::optional<Text> province_name(std::string_view code)
{
    for (const Province& province : k_provinces) {
        if (code.substr(0, 2) == province.code) {
            return Text{std::string{province.zh}, std::string{province.en}};
        }
    }
    return std::nullopt;
}

} // namespace tenglong
