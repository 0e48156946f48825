#pragma once

#include "core/policy/profile.hpp"
#include "geo/run/judge.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// What the flags of a policy say of subjects: the problems that hold, those that nobody can tell,
/// and the one that leads.
class Statuses {
public:
    Statuses(const Profile& profile, const Judged& judged);

    /// The rules that are flags: the leading ones first, then the others as the policy has them.
    [[nodiscard]] const std::vector<std::size_t>& flags() const noexcept { return m_flags; }

    /// The flags that have that answer, in that order.
    void find(std::size_t row, Truth truth, std::vector<std::string_view>& ids) const;

    /// The leading flag that holds; nothing if none does.
    [[nodiscard]] std::optional<std::size_t> leading(std::size_t row) const;

private:
    const Judged* m_judged;
    std::vector<std::size_t> m_flags;
};

/// What stands as the status of a subject of which no flag holds.
inline constexpr std::string_view k_normal = "normal";

} // namespace tenglong::geo
