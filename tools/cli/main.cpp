#include "core/base/error.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/help.hpp"
#include "tools/cli/interrupt.hpp"
#include "tools/cli/parser.hpp"

#include <malloc.h>

#include <exception>
#include <iostream>
#include <span>

namespace tenglong::tools {

namespace {

ExitCode answer(const std::vector<std::string>& arguments, Console& console)
{
    const Command root = program();
    const Request request = parse(root, arguments, console.command);
    switch (request.kind) {
    case Request::Kind::help:
        console.out << help_page(*request.command, console.command, console.lang);
        return ExitCode::done;
    case Request::Kind::version:
        console.out << "tenglong " << version() << '\n';
        return ExitCode::done;
    case Request::Kind::run:
        break;
    }
    const Interrupt interrupt{console.lang};
    return request.command->run(console);
}

/// A full disk or a closed pipe shows only when the stream is emptied.
ExitCode flushed(ExitCode code, const Console& console)
{
    if (!console.out.flush()) {
        throw Error{msg("cannot write to the standard output")};
    }
    return code;
}

/// The only place that catches, prints and decides how the program ends.
ExitCode run(const std::vector<std::string>& arguments)
{
    Console console{.out = std::cout, .err = std::cerr, .lang = choose_lang(arguments)};
    try {
        return flushed(answer(arguments, console), console);
    } catch (const UsageError& fault) {
        console.error(fault.text());
        return ExitCode::usage;
    } catch (const Error& fault) {
        console.error(fault.text());
        return ExitCode::failure;
    } catch (const std::bad_alloc&) {
        console.error(msg("out of memory"));
        return ExitCode::failure;
    } catch (const std::exception& fault) {
        console.error(msg("a fault of the program itself: {}", std::string{fault.what()}));
        return ExitCode::failure;
    }
}

/// What a step frees goes back to the system at once, column by column. By itself the C library
/// comes to keep pieces of up to 32 MB, and a survey frees hundreds of them.
void give_memory_back()
{
    constexpr int k_column = 4 << 20;
    mallopt(M_MMAP_THRESHOLD, k_column);
    mallopt(M_TRIM_THRESHOLD, k_column);
}

} // namespace

} // namespace tenglong::tools

int main(int argc, char** argv)
{
    tenglong::tools::give_memory_back();
    const std::span words{argv, static_cast<std::size_t>(argc)};
    const std::vector<std::string> arguments{words.begin() + (words.empty() ? 0 : 1), words.end()};
    return static_cast<int>(tenglong::tools::run(arguments));
}
