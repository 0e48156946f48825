#include "core/register/issue_list.hpp"

#include "core/register/keys.hpp"

#include <algorithm>
#include <tuple>

namespace tenglong {

void IssueList::add(std::string_view kind, Severity severity, RowPlace place, std::string subject,
                    Text text)
{
    m_issues.push_back({std::string{kind}, severity, place_of(place, m_sources), std::move(subject),
                        std::nullopt, std::move(text)});
}

std::vector<Issue> IssueList::take()
{
    const auto rank = [](const Issue& issue) {
        return std::tie(issue.place.file, issue.place.layer, issue.place.row, issue.kind,
                        issue.subject, issue.text.en);
    };
    std::stable_sort(m_issues.begin(), m_issues.end(),
                     [&](const Issue& a, const Issue& b) { return rank(a) < rank(b); });
    return std::move(m_issues);
}

Place place_of(RowPlace place, std::span<const Place> sources)
{
    Place full = place.source < sources.size() ? sources[place.source] : Place{};
    full.row = place.row;
    return full;
}

Text called(const EnterpriseRow& row)
{
    const std::string name{row.name.empty() ? shown_credit_code(row.credit_code)
                                            : std::string{row.name}};
    return name.empty() ? msg("(no name)") : Text{name, name};
}

Text called(const ParcelRecord& parcel)
{
    const std::string code = subject_of(parcel);
    return code.empty() ? msg("(no code)") : Text{code, code};
}

std::string subject_of(const EnterpriseRow& row)
{
    std::string code = shown_credit_code(row.credit_code);
    return code.empty() ? std::string{row.name} : code;
}

std::string subject_of(const ParcelRecord& parcel)
{
    return std::string{parcel.parcel_code.empty() ? parcel.unit_code : parcel.parcel_code};
}

Text listed(std::vector<Text> names)
{
    constexpr std::size_t k_most = 3;
    std::sort(names.begin(), names.end(), [](const Text& a, const Text& b) { return a.en < b.en; });
    Text text;
    for (std::size_t i = 0; i < std::min(names.size(), k_most); ++i) {
        text.zh += (i == 0 ? "" : "、") + names[i].zh;
        text.en += (i == 0 ? "" : ", ") + names[i].en;
    }
    return names.size() > k_most ? msg("{} and {} more", text, names.size() - k_most) : text;
}

} // namespace tenglong
