#pragma once

#include "core/base/issue.hpp"
#include "core/register/records.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// Gathers the issues of a step, with the file of each row.
class IssueList {
public:
    /// \pre the sources outlive the list.
    explicit IssueList(std::span<const Place> sources) : m_sources{sources} {}

    void add(std::string_view kind, Severity severity, RowPlace place, std::string subject,
             Text text);

    /// The issues in the order of files, rows and kinds, whatever the order of the steps.
    [[nodiscard]] std::vector<Issue> take();

private:
    std::span<const Place> m_sources;
    std::vector<Issue> m_issues;
};

/// A row's place with its file. A source that is not listed gives a place without a file.
[[nodiscard]] Place place_of(RowPlace place, std::span<const Place> sources);

/// What issues call an enterprise: its name, else its credit code, unless that is an identity
/// number; else "(no name)".
[[nodiscard]] Text called(const EnterpriseRow& row);

/// What issues call a parcel: its code, else its unit code, else "(no code)".
[[nodiscard]] Text called(const ParcelRecord& parcel);

/// The subject of an issue: the credit code if it may be shown, else the name.
[[nodiscard]] std::string subject_of(const EnterpriseRow& row);
[[nodiscard]] std::string subject_of(const ParcelRecord& parcel);

/// At most three of many, sorted, for a sentence: "A, B, C and 2 more".
[[nodiscard]] Text listed(std::vector<Text> names);

} // namespace tenglong
