// One case of a peer's suite: a template, the rules that the case speaks about, and what the peer reports.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace spile::tests {

struct Expected {
    std::string rule;
    std::string resource;  // empty: the suite does not say which
};

enum class PeerVerdict { pass, fail, skip };

struct SuiteCase {
    std::string name;  // "cfn_nag-0107"
    std::filesystem::path input;
    std::vector<std::string> scope;  // rules that the case speaks about
    bool every_rule = false;         // it speaks about all of them
    std::vector<Expected> expected;
    std::map<std::string, PeerVerdict> verdicts;    // by rule, where the suite has them
    std::map<std::string, std::string> parameters;  // values given to the template
    std::map<std::string, bool> conditions;         // values given to its conditions
};

/// The cases of suites/SUITE.jsonl, in order.
[[nodiscard]] std::vector<SuiteCase> read_suite(const std::filesystem::path& corpus, const std::string& suite);

}  // namespace spile::tests
