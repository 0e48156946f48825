#pragma once

#include "geo/read/aliases.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tenglong::geo {

/// A name that a field goes by in tables of one kind.
struct Alias {
    const Field* field = nullptr;
    Certainty certainty = Certainty::none;
    std::optional<Unit> unit; ///< what the name stands for unless the table says otherwise
    std::string companion;    ///< key of a column that must be there, or must not
    bool companion_absent = false;
};

/// The aliases of one kind by header_key().
class AliasIndex {
public:
    explicit AliasIndex(InputKind kind);

    [[nodiscard]] static const AliasIndex& of(InputKind kind);

    [[nodiscard]] std::span<const Alias> find(const std::string& key) const;

    /// The distinct fields that have a name which begins with `beginning`.
    [[nodiscard]] std::vector<const Field*> that_begin(std::string_view beginning) const;

    [[nodiscard]] const std::vector<const Field*>& fields() const noexcept { return m_fields; }

private:
    void add_name(std::string_view name, Alias alias);
    void add_field(const Field& field, Certainty certainty);

    std::unordered_map<std::string, std::vector<Alias>> m_by_key;
    std::vector<const Field*> m_fields;
};

} // namespace tenglong::geo
