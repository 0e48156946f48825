#include "tools/cli/parser.hpp"

#include "core/base/error.hpp"
#include "tools/cli/shared_options.hpp"

#include <gtest/gtest.h>

namespace tenglong::tools {
namespace {

using Words = std::vector<std::string>;

/// tenglong check JOB [FILE…], with the shared options, and tenglong policy list.
class Parser : public testing::Test {
protected:
    Parser()
    {
        Command check{.name = "check", .summary = {"检查", "check"}};
        check.parameters = {
            {.name = "JOB", .help = {"任务", "job"}, .take = into(m_job), .required = true},
            {.name = "FILE", .help = {"文件", "file"}, .take = into(m_files), .repeated = true},
            {.name = "--help", .letter = 'h', .help = {"帮助", "help"}, .take = into(m_help)}};
        m_judging.declare(check);
        m_output.declare(check, {"目录", "folder"});
        m_run.declare(check);
        m_talk.declare(check);
        m_finding.declare(check);
        check.run = [](Console&) { return ExitCode::done; };
        Command list{.name = "list", .summary = {"列出", "list"}, .run = check.run};
        Command policy{.name = "policy", .summary = {"政策", "policy"}, .children = {list}};
        m_root = {.name = "tenglong", .summary = {"腾笼", "tenglong"}, .children = {check, policy}};
    }

    Request parsed(const Words& words)
    {
        m_path = "tenglong";
        return parse(m_root, words, m_path);
    }

    /// What the program says of a wrong line.
    std::string fault(const Words& words)
    {
        try {
            parsed(words);
        } catch (const UsageError& error) {
            return error.text().en;
        }
        return "no fault";
    }

    std::string m_path = "tenglong";
    std::string m_job;
    Words m_files;
    bool m_help = false;
    JudgingOptions m_judging;
    OutputOptions m_output;
    RunOptions m_run;
    TalkOptions m_talk;
    FindingOptions m_finding;
    Command m_root;
};

TEST_F(Parser, HandsEachValueToItsOption)
{
    const Request request =
        parsed({"check", "a.toml", "--set", "job.area=plane", "--as-of=2023-12-31", "-o", "out",
                "b.shp", "c.shp", "--set", "job.crs = a=b", "--threads", "2", "--no-progress", "-q",
                "--fail-on", "warning"});

    EXPECT_EQ(request.kind, Request::Kind::run);
    EXPECT_EQ(request.command->name, "check");
    EXPECT_EQ(m_path, "tenglong check");
    EXPECT_EQ(m_job, "a.toml");
    EXPECT_EQ(m_files, (Words{"b.shp", "c.shp"}));
    EXPECT_EQ(m_judging.set, (std::vector<Setting>{{"job.area", "plane"}, {"job.crs", "a=b"}}));
    EXPECT_EQ(m_judging.as_of, Date(2023, 12, 31));
    EXPECT_EQ(m_output.out, "out");
    EXPECT_EQ(m_run.threads, 2U);
    EXPECT_EQ(m_talk.progress, false);
    EXPECT_TRUE(m_talk.quiet);
    EXPECT_FALSE(m_talk.verbose);
    EXPECT_EQ(m_finding.fail_on, Severity::warning);
}

TEST_F(Parser, LeavesWhatIsNotGivenAsItWas)
{
    parsed({"check", "a.toml"});

    EXPECT_EQ(m_talk.progress, std::nullopt);
    EXPECT_EQ(m_judging.as_of, std::nullopt);
    EXPECT_EQ(m_finding.fail_on, Severity::error);
    EXPECT_EQ(m_run.threads, 0U);
}

TEST_F(Parser, TakesWordsBehindTwoDashesAsArguments)
{
    parsed({"check", "--", "--job.toml"});

    EXPECT_EQ(m_job, "--job.toml");
}

TEST_F(Parser, TakesAnArgumentThatIsNamedLikeACommand)
{
    parsed({"check", "policy", "check"});

    EXPECT_EQ(m_job, "policy");
    EXPECT_EQ(m_files, Words{"check"});
}

TEST_F(Parser, NamesTheCommandThatWasMeant)
{
    EXPECT_EQ(fault({"chekc", "a.toml"}),
              "there is no command 'tenglong chekc'; did you mean 'check'?");
    EXPECT_EQ(fault({"policy", "lst"}),
              "there is no command 'tenglong policy lst'; did you mean 'list'?");
    EXPECT_EQ(m_path, "tenglong policy");
}

TEST_F(Parser, SaysThatACommandIsMissing)
{
    EXPECT_EQ(fault({}), "a command is missing; 'tenglong --help' lists them");
    EXPECT_EQ(fault({"policy"}), "a command is missing; 'tenglong policy --help' lists them");
}

TEST_F(Parser, NamesTheOptionThatWasMeant)
{
    EXPECT_EQ(fault({"check", "a.toml", "--as-off", "2023-12-31"}),
              "there is no option '--as-off'; did you mean '--as-of'?");
    EXPECT_EQ(fault({"check", "a.toml", "--no-progres"}),
              "there is no option '--no-progres'; did you mean '--no-progress'?");
    EXPECT_EQ(fault({"check", "a.toml", "-x"}), "there is no option '-x'");
}

TEST_F(Parser, SaysWhatAValueShouldHaveBeen)
{
    EXPECT_EQ(fault({"check", "a.toml", "--threads", "two"}),
              "'--threads' takes a whole number of at least 1, not 'two'");
    EXPECT_EQ(fault({"check", "a.toml", "--threads", "0"}),
              "'--threads' takes a whole number of at least 1, not '0'");
    EXPECT_EQ(fault({"check", "a.toml", "--threads", "99999999999"}),
              "'--threads' takes a whole number of at least 1, not '99999999999'");
    EXPECT_EQ(fault({"check", "a.toml", "--as-of", "2023-02-30"}),
              "'--as-of' takes a day such as 2023-12-31, not '2023-02-30'");
    EXPECT_EQ(fault({"check", "a.toml", "--set", "area"}),
              "'--set' takes KEY=VALUE such as job.area=plane, not 'area'");
    EXPECT_EQ(fault({"check", "a.toml", "--fail-on", "fatal"}),
              "'--fail-on' takes one of note, warning, error, not 'fatal'");
}

TEST_F(Parser, SaysThatAValueIsMissing)
{
    EXPECT_EQ(fault({"check", "a.toml", "--out"}), "'--out' needs a value");
    EXPECT_EQ(fault({"check", "a.toml", "--out", "--overwrite"}), "'--out' needs a value: DIR");
    EXPECT_EQ(fault({"check", "a.toml", "--overwrite=yes"}), "'--overwrite' takes no value");
}

TEST_F(Parser, CountsArguments)
{
    EXPECT_EQ(fault({"check"}), "JOB is missing; see 'tenglong check --help'");
    EXPECT_EQ(fault({"policy", "list", "b"}),
              "'b' is one argument too many; see 'tenglong policy list --help'");
    EXPECT_EQ(fault({"check", "a", "--policy", "x", "--policy", "y"}),
              "'--policy' is given 2 times; give it once");
}

TEST_F(Parser, GrantsHelpWhateverElseIsWrong)
{
    EXPECT_EQ(parsed({"check", "--threads", "x", "--hlp", "--help"}).kind, Request::Kind::help);
    EXPECT_EQ(parsed({"check", "-h"}).command->name, "check");
}

} // namespace
} // namespace tenglong::tools
