#pragma once

#include "tools/cli/values.hpp"

namespace tenglong::tools {

/// Options that several commands have. A command's own options struct derives from, or holds, the
/// ones that make sense for it and declares them in the order that its help shall have.
/// Each must outlive the command that it is declared in.

/// Where results go: -o/--out, --overwrite.
struct OutputOptions {
    std::string out;        ///< empty: the command's own default
    bool overwrite = false; ///< an existing result may be replaced

    void declare(Command& command, const Text& out_help);
};

/// What a run is judged by, over what the job file says: --set, --policy, --as-of.
struct JudgingOptions {
    std::vector<Setting> set; ///< in the order given; the last of one key counts
    std::string policy;       ///< id of a shipped profile, or a path; empty: as the job says
    std::optional<Date> as_of;

    void declare(Command& command);
};

/// How a run is done: --threads, --dry-run.
struct RunOptions {
    unsigned threads = 0; ///< 0: one for each core
    bool dry_run = false; ///< reads and checks all, writes nothing

    void declare(Command& command);
};

/// What is told on the way: --progress, -q, -v. Never on stdout.
struct TalkOptions {
    std::optional<bool> progress; ///< nothing: only if stderr is a terminal
    bool quiet = false;           ///< errors only
    bool verbose = false;         ///< what was decided on the way, too

    void declare(Command& command);
};

/// --fail-on: the lowest severity of a finding that makes the exit code 1.
struct FindingOptions {
    Severity fail_on = Severity::error;

    void declare(Command& command);
};

/// --json: the summary on stdout as one JSON document, and nothing else there.
struct JsonOption {
    bool json = false;

    void declare(Command& command);
};

} // namespace tenglong::tools
