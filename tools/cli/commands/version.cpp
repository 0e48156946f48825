#include "tools/cli/commands/version.hpp"

#include "geo/geometry/libraries.hpp"
#include "tools/cli/commands.hpp"

namespace tenglong::tools {

namespace {

ExitCode run(const Console& console)
{
    console.out << "tenglong " << version() << '\n';
    for (const geo::Library& library : geo::libraries()) {
        console.out << library.name << ' ' << library.version << '\n';
    }
    return ExitCode::done;
}

} // namespace

Command version_command()
{
    return {.name = "version",
            .summary = msg("show the version, and those of the libraries that it runs with"),
            .examples = {{msg("for a report of a fault"), "tenglong version"},
                         {msg("the version alone"), "tenglong --version"}},
            .run = run};
}

} // namespace tenglong::tools
