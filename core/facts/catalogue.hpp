#pragma once

#include "core/facts/fact.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tenglong {

/// Every fact there is, declared once. The built-in ones come with the program; a policy profile
/// may add facts that it reads from a column or computes from others.
class FactCatalogue {
public:
    /// The built-in facts.
    FactCatalogue();

    /// \throws std::invalid_argument if the subject already has a fact of that name.
    FactId add(FactDeclaration declaration);

    [[nodiscard]] std::optional<FactId> find(SubjectKind subject, std::string_view name) const;

    /// For names in the program's own code. \throws std::out_of_range if there is no such fact.
    [[nodiscard]] FactId at(SubjectKind subject, std::string_view name) const;

    [[nodiscard]] const FactDeclaration& operator[](FactId fact) const
    {
        return m_facts[static_cast<std::size_t>(fact)];
    }

    [[nodiscard]] std::size_t size() const noexcept { return m_facts.size(); }
    [[nodiscard]] const std::vector<FactDeclaration>& facts() const noexcept { return m_facts; }

    /// The names of a subject's facts, sorted; for messages that suggest one.
    [[nodiscard]] std::vector<std::string> names(SubjectKind subject) const;

private:
    using Key = std::pair<SubjectKind, std::string>;
    struct Less {
        using is_transparent = void;
        template <class A, class B>
        bool operator()(const A& a, const B& b) const
        {
            return a.first != b.first ? a.first < b.first
                                      : std::string_view{a.second} < std::string_view{b.second};
        }
    };

    std::vector<FactDeclaration> m_facts;
    std::map<Key, FactId, Less> m_by_name;
};

} // namespace tenglong
