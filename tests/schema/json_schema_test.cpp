#include "tests/schema/json_schema.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace tenglong::test {
namespace {

using Json = nlohmann::json;
using Faults = std::vector<std::string>;

[[nodiscard]] Json small_schema()
{
    return Json::parse(R"({
        "type": "object", "required": ["day", "count"],
        "properties": {
            "day": {"$ref": "#/$defs/date"},
            "count": {"type": "integer", "minimum": 0},
            "state": {"enum": ["open", "done"]},
            "since": {"anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]},
            "rows": {"type": "array", "items": {"type": ["number", "null"]}},
            "kinds": {"type": "object", "additionalProperties": {"type": "string"}}},
        "$defs": {"date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"}}})");
}

[[nodiscard]] Faults faults(const char* document, bool strict = true)
{
    return schema_faults(small_schema(), Json::parse(document), strict);
}

TEST(JsonSchema, ADocumentThatFitsHasNoFault)
{
    EXPECT_EQ(faults(R"({"day": "2023-12", "count": 0, "state": "open", "since": null,
                         "rows": [1, 0.5, null], "kinds": {"a": "b"}})"),
              Faults{});
}

TEST(JsonSchema, EachKindOfFaultIsNamedWithItsPlace)
{
    EXPECT_EQ(faults(R"({"day": "2023-12"})"), Faults{"/count: is not there"});
    EXPECT_EQ(faults(R"({"day": "December", "count": 0})"),
              Faults{R"(/day: is not like "^[0-9]{4}-[0-9]{2}$")"});
    EXPECT_EQ(faults(R"({"day": "2023-12", "count": 0.5})"),
              Faults{R"(/count: is not of type "integer")"});
    EXPECT_EQ(faults(R"({"day": "2023-12", "count": -1})"), Faults{"/count: is below 0"});
    EXPECT_EQ(faults(R"({"day": "2023-12", "count": 1, "state": "shut"})"),
              Faults{R"(/state: is "shut", not one of ["open","done"])"});
    EXPECT_EQ(faults(R"({"day": "2023-12", "count": 1, "since": 3})"),
              Faults{"/since: fits none of its alternatives"});
    EXPECT_EQ(faults(R"({"day": "2023-12", "count": 1, "rows": [1, "2"]})"),
              Faults{R"(/rows/1: is not of type ["number","null"])"});
    EXPECT_EQ(faults(R"({"day": "2023-12", "count": 1, "kinds": {"a": 1}})"),
              Faults{R"(/kinds/a: is not of type "string")"});
    EXPECT_EQ(faults("[]"), Faults{R"(the document: is not of type "object")"});
}

TEST(JsonSchema, AKeyThatIsNotNamedIsAFaultOnlyWhereItIsAskedFor)
{
    const char* more = R"({"day": "2023-12", "count": 1, "more": 1})";
    EXPECT_EQ(faults(more, true), Faults{"/more: is not in the schema; add it there"});
    EXPECT_EQ(faults(more, false), Faults{});
}

TEST(JsonSchema, AWordThatTheCheckDoesNotKnowIsNotPassedOver)
{
    EXPECT_THROW(static_cast<void>(schema_faults(Json{{"maximum", 3}}, Json(4), true)),
                 std::invalid_argument);
}

TEST(Schemas, ThatAreShippedUseOnlyWordsThatTheCheckKnows)
{
    std::size_t found = 0;
    for (const auto& file : std::filesystem::directory_iterator{"docs/schema"}) {
        std::ifstream text{file.path()};
        const Json schema = Json::parse(text);
        EXPECT_NE(schema_faults(schema, Json::object(), true), Faults{}) << file.path();
        ++found;
    }
    EXPECT_GE(found, 6U);
}

} // namespace
} // namespace tenglong::test
