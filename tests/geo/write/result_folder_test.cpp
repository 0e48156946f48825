#include "geo/write/result_folder.hpp"

#include "core/base/error.hpp"
#include "geo/write/text_file.hpp"
#include "tests/geo/write/support.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <random>
#include <string>
#include <sys/wait.h>

namespace tenglong::geo {
namespace {

namespace fs = std::filesystem;

void put(const fs::path& path, const std::string& text)
{
    TextFile file{path};
    file.add(text);
    file.close();
}

/// A result whose files all say which run wrote them.
void write_run(const fs::path& place, int run)
{
    ResultFolder folder{place, {.overwrite = true}};
    for (const std::string& name : ResultFolder::result_files()) {
        put(folder.file(name), std::to_string(run) + std::string(20'000, '.'));
    }
    folder.commit();
}

TEST(ResultFolder, IsWholeOrNotThere)
{
    const test::Scratch scratch;
    {
        ResultFolder folder{scratch / "result", {}};
        put(folder.file("summary.json"), "{}");
        EXPECT_FALSE(fs::exists(scratch / "result"));
    } // given up
    EXPECT_TRUE(fs::is_empty(scratch.path()));

    ResultFolder folder{scratch / "result", {}};
    put(folder.file("summary.json"), "{}");
    folder.commit();
    EXPECT_TRUE(fs::exists(scratch / "result" / "summary.json"));
}

TEST(ResultFolder, HoldsTheLayersOfTheRun)
{
    const test::Scratch scratch;
    ResultFolder folder{scratch / "result", {}};
    const std::vector<SpatialTable> tables{test::three_parcels()};
    folder.write_layers(tables, test::zone_40());
    folder.commit();

    EXPECT_TRUE(fs::exists(scratch / "result" / "result.gpkg"));
    EXPECT_TRUE(fs::exists(scratch / "result" / "parcels.geojson"));
    EXPECT_TRUE(fs::exists(scratch / "result" / "parcels.qml"));
    EXPECT_EQ(std::distance(fs::directory_iterator{scratch / "result"}, {}), 3);
}

TEST(ResultFolder, KeepsWhatTheUserPutIntoAnEarlierResult)
{
    const test::Scratch scratch;
    write_run(scratch / "result", 1);
    put(scratch / "result" / "批注.txt", "mine");
    fs::create_directory(scratch / "result" / "photos");
    put(scratch / "result" / "photos" / "a.jpg", "mine too");

    write_run(scratch / "result", 2);

    EXPECT_EQ(test::bytes_of(scratch / "result" / "批注.txt"), "mine");
    EXPECT_EQ(test::bytes_of(scratch / "result" / "photos" / "a.jpg"), "mine too");
    EXPECT_EQ(test::bytes_of(scratch / "result" / "summary.json").front(), '2');
    EXPECT_FALSE(fs::exists(scratch / "result.partial"));
}

TEST(ResultFolder, LetsOnlyOneRunWriteAtATime)
{
    const test::Scratch scratch;
    const ResultFolder first{scratch / "result", {}};
    EXPECT_THROW((ResultFolder{scratch / "result", {}}), Error);
}

TEST(ResultFolder, LeavesTheEarlierResultWholeWhenKilledAtAnyMoment)
{
    const test::Scratch scratch;
    const fs::path place = scratch / "result";
    write_run(place, 1);
    std::mt19937 random{11}; // NOLINT(*-msc51-cpp): the same moments each time
    int killed = 0;
    for (int round = 0; round < 60; ++round) {
        const pid_t child = ::fork();
        if (child == 0) {
            for (int run = 2; run < 1000; ++run) {
                write_run(place, 2 + run % 7);
            }
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(random() % 12'000));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        killed += WIFSIGNALED(status) ? 1 : 0;

        const std::string summary = test::bytes_of(place / "summary.json");
        ASSERT_EQ(summary.size(), 20'001U);
        for (const std::string& name : ResultFolder::result_files()) {
            ASSERT_EQ(test::bytes_of(place / name), summary) << name << " in round " << round;
        }
    }
    EXPECT_GT(killed, 30);
}

TEST(Partial, PartsOfSeveralFilesAreNeverReadTogetherWithNewOnes)
{
    const test::Scratch scratch;
    const fs::path target = scratch / "a.shp";
    const std::vector<std::string> names{"a.dbf", "a.shp", "a.shx"};
    const auto write = [&](int run) {
        Partial partial{target, {.overwrite = true}};
        for (const std::string& name : names) {
            put(partial.file(name), std::to_string(run));
        }
        partial.commit({"a.qix"});
    };
    write(-1);
    int apart = 0;
    for (int round = 0; round < 60; ++round) {
        const pid_t child = ::fork();
        if (child == 0) {
            for (int run = 0;; ++run) {
                write(run);
            }
        }
        ::usleep(static_cast<useconds_t>(3000 + 37 * round));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        const auto expect_one_set = [&] {
            for (const std::string& name : names) {
                EXPECT_EQ(test::bytes_of(scratch.path() / name), test::bytes_of(target)) << name;
            }
        };
        if (fs::exists(target)) {
            expect_one_set();
        } else {
            ++apart;
        }
        {
            const Partial next{target, {.overwrite = true}}; // completes what was begun
        }
        ASSERT_TRUE(fs::exists(target));
        expect_one_set();
        EXPECT_FALSE(fs::exists(scratch / "a.shp.partial"));
    }
    EXPECT_GT(apart, 0) << "no kill met a run between two moves";
}

TEST(Partial, AStaleIndexGoesWithTheFileItBelongsTo)
{
    const test::Scratch scratch;
    for (const char* name : {"a.gpkg", "a.gpkg-wal", "a.qix", "b.qix"}) {
        put(scratch / name, "old");
    }
    Partial refused{scratch / "b.shp", {}};
    put(refused.main(), "new");
    EXPECT_THROW(refused.commit({"b.qix"}), UsageError); // is somebody's, and nobody said so
    Partial partial{scratch / "a.gpkg", {.overwrite = true}};
    put(partial.main(), "new");
    partial.commit({"a.qix"});
    EXPECT_EQ(test::bytes_of(scratch / "a.gpkg"), "new");
    EXPECT_FALSE(fs::exists(scratch / "a.gpkg-wal"));
    EXPECT_FALSE(fs::exists(scratch / "a.qix"));
    EXPECT_TRUE(fs::exists(scratch / "b.qix"));
}

TEST(ResultFolder, ALogOfTheEarlierGeoPackageIsNotKept)
{
    const test::Scratch scratch;
    fs::create_directory(scratch / "result");
    for (const char* name : {"result.gpkg", "result.gpkg-wal", "notes.txt"}) {
        put(scratch.path() / "result" / name, "old");
    }
    ResultFolder folder{scratch / "result", {.overwrite = true}};
    put(folder.file("result.gpkg"), "new");
    folder.commit();
    EXPECT_EQ(test::bytes_of(scratch / "result/result.gpkg"), "new");
    EXPECT_EQ(test::bytes_of(scratch / "result/notes.txt"), "old");
    EXPECT_FALSE(fs::exists(scratch / "result/result.gpkg-wal"));
}

TEST(Partial, IsRemovedFromASignalHandler)
{
    const test::Scratch scratch;
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGINT, [](int) {
            remove_enlisted();
            ::_exit(130);
        });
        Partial partial{scratch / "result", {}};
        fs::create_directories(partial.file("a") / "b");
        put(partial.file("a") / "b" / "c.txt", "c");
        put(partial.file("ready"), "");
        for (;;) {
            ::pause();
        }
    }
    while (!fs::exists(scratch / "result.partial" / "ready")) {
        ::usleep(1000);
    }
    ::kill(child, SIGINT);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 130);
    EXPECT_TRUE(fs::is_empty(scratch.path()));
}

} // namespace
} // namespace tenglong::geo
