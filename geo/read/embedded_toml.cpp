#include "geo/read/embedded_toml.hpp"

#include "embedded/read_tables.hpp"

#include <stdexcept>
#include <string>

namespace tenglong::geo {

toml::table embedded_toml(std::string_view name)
{
    for (const embedded::File& file : embedded::read_tables()) {
        if (file.name == name) {
            return toml::parse(file.bytes, name);
        }
    }
    throw std::logic_error{"no embedded table " + std::string{name}};
}

} // namespace tenglong::geo
