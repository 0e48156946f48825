#pragma once

#include "core/base/date.hpp"
#include "core/base/translation.hpp"
#include "core/base/units.hpp"
#include "core/facts/fact.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tenglong {

/// A policy document that figures and rules are taken from.
struct Document {
    std::string key;
    Text title;
    Text short_title;   ///< as it stands behind a sentence: 诸暨市方案
    std::string number; ///< 文号, e.g. 甬政发〔2021〕59号
    std::string status; ///< "in force", "draft", "expired"
};

/// Where a figure or a rule stands: the key of a document and the clause in it.
struct Citation {
    std::string document;
    std::string clause;

    [[nodiscard]] bool empty() const noexcept { return document.empty() && clause.empty(); }
    friend bool operator==(const Citation&, const Citation&) = default;
};

/// A number with unit, a period of time, or a day.
using FigureValue = std::variant<Quantity, Period, Date>;

/// A named figure of a policy.
struct Figure {
    std::string key;
    Text label;
    FigureValue value;
    Citation citation;
    /// False where the document names the matter but sets no figure: the value is a default.
    bool set = true;
    Text note; ///< where a default comes from
};

/// Figures looked up by a code: the entry with the longest prefix of the code counts.
struct LookupTable {
    std::string key;
    Text label;
    FactId by{}; ///< the fact whose code is looked up
    /// industry: the section letter of the code is left out; else the code as it is.
    bool industry = false;
    Unit unit;
    std::map<std::string, double, std::less<>> values;
    std::optional<double> otherwise; ///< for codes that no entry fits
    Citation citation;
    bool set = true;
    Text note;

    [[nodiscard]] std::optional<double> find(std::string_view code) const;
};

[[nodiscard]] Text shown(const FigureValue& value);
[[nodiscard]] Text shown(const Period& period);

} // namespace tenglong
