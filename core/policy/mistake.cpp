#include "core/policy/mistake.hpp"

#include <fmt/format.h>

namespace tenglong {

std::string shown(const Mistake& mistake, Lang lang)
{
    if (mistake.line == 0) {
        return fmt::format("{}: {}", mistake.file, mistake.text.in(lang));
    }
    return fmt::format("{}:{}:{}: {}", mistake.file, mistake.line, mistake.column,
                       mistake.text.in(lang));
}

} // namespace tenglong
