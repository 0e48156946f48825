#include "core/codes/code_state.hpp"

namespace tenglong {

std::string_view key(CodeState state) noexcept
{
    switch (state) {
    case CodeState::missing:
        return "missing";
    case CodeState::valid:
        return "valid";
    case CodeState::unusual:
        return "unusual";
    case CodeState::old_form:
        return "old_form";
    case CodeState::provisional:
        return "provisional";
    case CodeState::wrong_check:
        return "wrong_check";
    case CodeState::malformed:
        break;
    }
    return "malformed";
}

Text label(CodeState state)
{
    switch (state) {
    case CodeState::missing:
        return msg("no code");
    case CodeState::valid:
        return msg("valid code");
    case CodeState::unusual:
        return msg("unusual code");
    case CodeState::old_form:
        return msg("code of an earlier numbering");
    case CodeState::provisional:
        return msg("provisional code");
    case CodeState::wrong_check:
        return msg("wrong check digit");
    case CodeState::malformed:
        break;
    }
    return msg("malformed code");
}

} // namespace tenglong
