// IAM's decision, written a second time and plainly: a request is looked at statement by statement. Nothing of the rule
// language is used here. (AWS, IAM user guide: policy evaluation logic, condition operators, multivalued keys.)
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/property/generate.hpp"

namespace spile::test::iam {

struct Test {
    std::string op;  // "ForAnyValue:StringLikeIfExists"
    std::string key;
    std::vector<std::string> values;
};

struct Statement {
    bool allow = true;
    bool but_principals = false;  // NotPrincipal
    std::vector<std::string> principals;
    bool but_actions = false;
    std::vector<std::string> actions;
    bool but_resources = false;
    std::vector<std::string> resources;
    std::vector<Test> tests;
};

struct Request {
    std::string principal;  // ARN, empty for one who does not sign
    std::string account;
    std::string action;
    std::string resource;
    std::map<std::string, std::vector<std::string>> context;  // keys in lower case
};

[[nodiscard]] bool allowed(const std::vector<Statement>& statements, const Request& request);

/// What to draw statements from.
struct Words {
    std::vector<const char*> principals;
    std::vector<const char*> actions;
    std::vector<const char*> resources;
    std::vector<Test> allow_tests;
    std::vector<Test> deny_tests;
    bool denials_by_exception = true;  // Deny with NotAction and NotResource, too
};

[[nodiscard]] std::vector<Statement> draw(Dice& dice, const Words& words);
/// As a list of statements in JSON.
[[nodiscard]] std::string as_json(const std::vector<Statement>& statements);
[[nodiscard]] std::string as_json(const Request& request);

}  // namespace spile::test::iam
