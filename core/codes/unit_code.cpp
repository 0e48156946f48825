#include "core/codes/unit_code.hpp"

#include "core/codes/code_text.hpp"

namespace tenglong {

namespace {

constexpr std::size_t k_length = 28;
constexpr std::size_t k_parcel_length = 19;
constexpr std::string_view k_features = "WFLQ";
constexpr std::string_view k_separators = "-_.";

} // namespace

UnitCode UnitCode::parse(std::string_view raw)
{
    UnitCode code;
    code.m_text = normalized_code(raw);
    if (!says_nothing(code.m_text)) {
        const std::string joined = without(code.m_text, k_separators);
        if (code_length(joined) == k_length && joined.size() == k_length) {
            code.m_text = joined;
        }
        code.read();
    }
    return code;
}

void UnitCode::read()
{
    const std::size_t length = code_length(m_text);
    m_state = CodeState::malformed;
    if (is_spreadsheet_number(m_text)) {
        m_note = msg("unit code '{}' was stored as a number and lost its digits; format the column "
                     "as text",
                     quoted_code(m_text));
        return;
    }
    if (length != k_length || m_text.size() != k_length) {
        take_parcel_only();
        return;
    }
    m_parcel = ParcelCode::parse(std::string_view{m_text}.substr(0, k_parcel_length));
    if (!m_parcel.is_structured()) {
        m_note = msg("unit code '{}': {}", m_text, m_parcel.note());
    } else if (k_features.find(m_text[k_parcel_length]) == std::string_view::npos) {
        m_note = msg("unit code '{}' has '{}' as character 20 where W, F, L or Q belongs", m_text,
                     m_text.substr(k_parcel_length, 1));
    } else if (const auto odd = first_not_digit(m_text, k_parcel_length + 1, k_length)) {
        m_note = msg("unit code '{}' has '{}' as character {} where a digit belongs", m_text,
                     odd->text, odd->position);
    } else {
        m_structured = true;
        m_state = m_parcel.state();
        m_note = m_parcel.note();
        if (feature() == 'W' && !is_only_zeros(number()) && m_state == CodeState::valid) {
            m_state = CodeState::unusual;
            m_note = msg("unit code '{}' has a number behind W, which stands for land with nothing "
                         "on it and is followed by 00000000",
                         m_text);
        }
    }
}

void UnitCode::take_parcel_only()
{
    m_note = msg("unit code '{}' has {} characters; it has 28", quoted_code(m_text),
                 code_length(m_text));
    if (m_text.size() < k_parcel_length) {
        return;
    }
    ParcelCode head = ParcelCode::parse(std::string_view{m_text}.substr(0, k_parcel_length));
    if (head.is_structured()) {
        m_parcel = std::move(head);
    } else if (const ParcelCode whole = ParcelCode::parse(m_text); whole.is_structured()) {
        m_parcel = whole;
    }
}

} // namespace tenglong
