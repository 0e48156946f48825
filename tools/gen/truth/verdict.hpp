#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tenglong::tools::gen {

/// `depends`: what is meant is a setting that nobody has fixed; a result may say either.
enum class Verdict : std::uint8_t { no, yes, undecided, depends };

[[nodiscard]] constexpr std::string_view name_of(Verdict verdict) noexcept
{
    switch (verdict) {
    case Verdict::no:
        return "no";
    case Verdict::yes:
        return "yes";
    case Verdict::undecided:
        return "undecided";
    case Verdict::depends:
        break;
    }
    return "depends";
}

[[nodiscard]] constexpr Verdict verdict_of(bool value) noexcept
{
    return value ? Verdict::yes : Verdict::no;
}

/// Strong logic of three values; `depends` wins over what is undecided.
[[nodiscard]] constexpr Verdict both(Verdict a, Verdict b) noexcept
{
    if (a == Verdict::no || b == Verdict::no) {
        return Verdict::no;
    }
    if (a == Verdict::yes) {
        return b;
    }
    return b == Verdict::yes ? a : a == Verdict::depends ? a : b;
}

[[nodiscard]] constexpr Verdict either(Verdict a, Verdict b) noexcept
{
    if (a == Verdict::yes || b == Verdict::yes) {
        return Verdict::yes;
    }
    if (a == Verdict::no) {
        return b;
    }
    return b == Verdict::no ? a : a == Verdict::depends ? a : b;
}

/// A comparison with a value that may be missing.
template <class Value, class Test>
[[nodiscard]] Verdict test(const std::optional<Value>& value, Test holds)
{
    return value ? verdict_of(holds(*value)) : Verdict::undecided;
}

} // namespace tenglong::tools::gen
