#include "suite_case.hpp"

#include <simdjson.h>

#include <catch2/catch.hpp>

#include "corpus.hpp"

namespace spile::tests {

namespace {

using simdjson::dom::element;

std::string text(const element& object, std::string_view key) {
    std::string_view out;
    return object[key].get(out) == simdjson::SUCCESS ? std::string(out) : std::string();
}

std::string scalar(const element& value) {
    if (value.is_string()) return std::string(std::string_view(value));
    return simdjson::minify(value);
}

PeerVerdict verdict(std::string_view word) {
    if (word == "PASS") return PeerVerdict::pass;
    REQUIRE((word == "FAIL" || word == "SKIP"));
    return word == "FAIL" ? PeerVerdict::fail : PeerVerdict::skip;
}

void read_scope(const element& line, SuiteCase& into) {
    const element scope = line["scope"];
    into.every_rule = scope.is_string();
    if (into.every_rule) return;
    for (const element rule : scope.get_array())
        into.scope.emplace_back(std::string_view(rule));
}

void read_settings(const element& line, SuiteCase& into) {
    element settings;
    if (line["parameters"]["Parameters"].get(settings) == simdjson::SUCCESS)
        for (const auto [key, value] : settings.get_object())
            into.parameters[std::string(key)] = scalar(value);
    if (line["conditions"].get(settings) == simdjson::SUCCESS)
        for (const auto [key, value] : settings.get_object())
            into.conditions[std::string(key)] = bool(value);
    if (line["verdicts"].get(settings) == simdjson::SUCCESS)
        for (const auto [key, value] : settings.get_object())
            into.verdicts[std::string(key)] = verdict(std::string_view(value));
}

}  // namespace

std::vector<SuiteCase> read_suite(const std::filesystem::path& corpus, const std::string& suite) {
    std::vector<SuiteCase> cases;
    simdjson::dom::parser parser;
    const std::filesystem::path folder = corpus / "suites";
    std::istringstream lines(read_file(folder / (suite + ".jsonl")));
    for (std::string line; std::getline(lines, line);) {
        const element root = parser.parse(line);
        SuiteCase made;
        made.name = text(root, "case");
        made.input = folder / suite / text(root, "input_path");
        read_scope(root, made);
        for (const element each : root["expected"].get_array())
            made.expected.push_back({text(each, "rule"), text(each, "resource")});
        read_settings(root, made);
        cases.push_back(std::move(made));
    }
    return cases;
}

}  // namespace spile::tests
