#include "tools/cli/commands.hpp"

namespace tenglong::tools {

std::string version()
{
    return TENGLONG_VERSION;
}

} // namespace tenglong::tools
