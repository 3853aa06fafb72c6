#include "engine/loaders/cloudformation/parameters_file.hpp"

#include <catch2/catch.hpp>

using namespace spile;
using namespace spile::engine;

namespace {

std::string read(const std::string& path, std::string text) {
    SourceMap sources;
    DiagnosticSink sink;
    const auto values = read_parameters_file(sources.add(path, std::move(text)), sources, {}, sink);
    if (!values) return "error: " + values.error().message;
    std::string shown;
    for (const auto& [name, value] : values.value())
        shown += name + "=" + value + ";";
    return shown;
}

}  // namespace

TEST_CASE("every usual shape of a parameter file is read") {
    CHECK(read("p.json",
               R"([{"ParameterKey": "A", "ParameterValue": "1"}, {"ParameterKey": "B", "ParameterValue": "x,y"}])") ==
          "A=1;B=x,y;");
    CHECK(read("p.json", R"(["A=1", "B=x=y"])") == "A=1;B=x=y;");
    CHECK(read("p.json", R"({"Parameters": {"A": "1", "B": true}, "Tags": {"T": "t"}})") == "A=1;B=true;");
    CHECK(read("p.json", R"({"A": "1", "B": ["x", "y"]})") == "A=1;B=x,y;");
    CHECK(read("p.yaml", "template-file-path: t.yaml\nparameters:\n  A: 1\ntags: {T: t}\n") == "A=1;");
    CHECK(read("p.json", R"([{"ParameterKey": "A", "UsePreviousValue": true}])").empty());
}

TEST_CASE("another shape is an error that names the shapes") {
    const std::string error =
        "error: the parameter file `p.json` is neither a list of ParameterKey and ParameterValue, nor a "
        "list of `NAME=VALUE`, nor a map of names";
    CHECK(read("p.json", R"([{"Key": "A"}])") == error);
    CHECK(read("p.json", R"(["A"])") == error);
    CHECK(read("p.json", R"({"A": {"B": 1}})") == error);
    CHECK(read("p.json", "\"A\"") == error);
    CHECK(read("p.json", "{") == "error: the parameter file `p.json` cannot be read");
}
