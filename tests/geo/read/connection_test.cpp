#include "geo/read/connection.hpp"

#include "core/base/error.hpp"
#include "geo/read/layer.hpp"

#include <gtest/gtest.h>

namespace tenglong::geo {

namespace {

[[nodiscard]] Issue issue_of(const std::string& text)
{
    Issue issue;
    issue.place.file = "PG:dbname=a password='my secret'";
    issue.text = {text, text};
    return issue;
}

} // namespace

TEST(Connections, PasswordsAreNotTold)
{
    EXPECT_EQ(without_password("PG:dbname=a password=secret host=b"),
              "PG:dbname=a password=*** host=b");
    EXPECT_EQ(without_password("PG:dbname=a password='x y' host=b"),
              "PG:dbname=a password=*** host=b");
    EXPECT_EQ(without_password("PG:dbname=a password=x y host=b"), // its quotes are forgotten
              "PG:dbname=a password=*** host=b");
    EXPECT_EQ(without_password("PG:postgresql://me:secret@b/a"), "PG:postgresql://me:***@b/a");
    EXPECT_EQ(without_password("PG:postgresql://me:se@cret@b/a"), "PG:postgresql://me:***@b/a");
    EXPECT_EQ(without_password("MYSQL:land,user=me,password=secret,port=1"),
              "MYSQL:land,user=me,password=***,port=1");
    EXPECT_EQ(without_password("MSSQL:server=b;UID=me;PWD=secret;database=land"),
              "MSSQL:server=b;UID=me;PWD=***;database=land");
    EXPECT_EQ(without_password("OCI:me/secret@land"), "OCI:me/***@land");
    EXPECT_EQ(without_password("parcels.gpkg"), "parcels.gpkg");
}

TEST(Connections, IssuesNameASourceAsTheJobDoesAndHoldNoPassword)
{
    const std::string path = "PG:dbname=a password='my secret'";
    const SourceNames names{path, path};
    std::vector<Issue> issues{issue_of("earlier " + path), issue_of("'" + path + "' has no row"),
                              issue_of("missing \"=\" after \"secret\"")};
    names.apply(issues, 1);

    EXPECT_EQ(issues[0].text.en, "earlier " + path); // of another source
    EXPECT_EQ(issues[1].place.file, "PG:dbname=a password=***");
    EXPECT_EQ(issues[1].text.zh, "'PG:dbname=a password=***' has no row");
    EXPECT_EQ(issues[2].text.en, "missing \"=\" after \"***\"");
}

TEST(Connections, ADatabaseThatCannotBeReachedIsToldWithoutItsPassword)
{
    InputSpec spec;
    spec.section = "parcels";
    spec.path = "PG:host=/nowhere dbname=a password=hush hush";
    std::vector<Issue> issues;
    Workers workers{1};
    try {
        (void)read_layer(spec, issues, workers);
        FAIL() << "read from nothing";
    } catch (const Error& error) {
        EXPECT_EQ(error.text().en.find("hush"), std::string::npos) << error.text().en;
        EXPECT_EQ(error.text().zh.find("hush"), std::string::npos) << error.text().zh;
        EXPECT_NE(error.text().en.find("password=***"), std::string::npos) << error.text().en;
    }
}

} // namespace tenglong::geo
