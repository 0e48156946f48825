#include "tests/schema/json_schema.hpp"

#include <exception>
#include <fstream>
#include <iostream>
#include <span>
#include <string_view>

/// check_schema SCHEMA DOCUMENT [--open]: prints what does not fit and ends with 1 if anything does
/// not. Keys that the schema does not name are faults, unless it is --open.
int main(int argc, char** argv)
{
    try {
        const std::span words{argv, static_cast<std::size_t>(argc)};
        if (words.size() < 3) {
            std::cerr << "check_schema SCHEMA DOCUMENT [--open]\n";
            return 2;
        }
        std::ifstream schema{words[1]};
        std::ifstream document{words[2]};
        const bool strict = words.size() < 4 || std::string_view{words[3]} != "--open";
        const auto faults = tenglong::test::schema_faults(nlohmann::json::parse(schema),
                                                          nlohmann::json::parse(document), strict);
        for (const std::string& fault : faults) {
            std::cerr << fault << '\n';
        }
        return faults.empty() ? 0 : 1;
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << '\n';
        return 2;
    }
}
