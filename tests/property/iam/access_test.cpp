// What iam.decision and iam.access say against IAM's decision about every request of a small universe.
#include <catch2/catch.hpp>
#include <cstdio>
#include <set>

#include "engine/eval/guarded/relations.hpp"
#include "tests/property/iam/simulation.hpp"
#include "tests/property/loaded.hpp"

using namespace spile;
using namespace spile::test;
using iam::Request;
using iam::Statement;

namespace {

constexpr std::uint64_t k_cases = 1000;

engine::GuardedRelation& relation(engine::RelationStore& store, const lang::Program& program, const std::string& name) {
    std::uint32_t found = 0;
    while (found < program.relations.size() &&
           (program.relations[found].module != "module.test" || program.relations[found].name != name))
        ++found;
    REQUIRE(found < program.relations.size());
    return store.relation(found, engine::Era::after);
}

std::vector<Request> requests() {
    const std::vector<std::pair<const char*, const char*>> callers = {
        {"arn:aws:iam::111111111111:role/r", "111111111111"},
        {"arn:aws:iam::111111111111:user/u", "111111111111"},
        {"arn:aws:iam::222222222222:role/r", "222222222222"},
        {"", ""}};
    const std::vector<std::map<std::string, std::vector<std::string>>> contexts = {
        {},
        {{"aws:principalorgid", {"o-one"}}, {"aws:sourceip", {"10.1.2.3"}}, {"aws:tagkeys", {"a", "b"}}},
        {{"aws:principalorgid", {"o-two"}}, {"aws:securetransport", {"true"}}, {"s3:max-keys", {"7"}}},
        {{"aws:sourceip", {"52.1.2.3"}}, {"aws:tagkeys", {"a"}}, {"aws:currenttime", {"2026-06-01T00:00:00Z"}}}};
    std::vector<Request> all;
    for (const auto& [principal, account] : callers)
        for (const char* action : {"s3:GetObject", "s3:PutObject", "S3:getbucketacl"})
            for (const char* resource : {"arn:aws:s3:::a/x", "arn:aws:s3:::b"})
                for (const auto& context : contexts)
                    all.push_back({principal, account, action, resource, context});
    return all;
}

iam::Words words() {
    const std::vector<iam::Test> tests = {{"StringEquals", "aws:PrincipalOrgID", {"o-one"}},
                                          {"StringNotEquals", "AWS:principalorgid", {"o-one", "o-three"}},
                                          {"StringEqualsIfExists", "aws:PrincipalOrgID", {"o-two"}},
                                          {"StringNotEqualsIfExists", "aws:PrincipalOrgID", {"o-two"}},
                                          {"StringEqualsIgnoreCase", "aws:PrincipalOrgID", {"O-ONE"}},
                                          {"StringLike", "aws:PrincipalOrgID", {"o-t*"}},
                                          {"StringNotLike", "aws:PrincipalOrgID", {"?-one"}},
                                          {"Null", "aws:PrincipalOrgID", {"true"}},
                                          {"Null", "aws:SourceIp", {"false"}},
                                          {"IpAddress", "aws:SourceIp", {"10.0.0.0/8", "192.168.0.0/16"}},
                                          {"NotIpAddress", "aws:SourceIp", {"52.0.0.0/8"}},
                                          {"Bool", "aws:SecureTransport", {"true"}},
                                          {"BoolIfExists", "aws:SecureTransport", {"false"}},
                                          {"ForAnyValue:StringEquals", "aws:TagKeys", {"b", "c"}},
                                          {"ForAllValues:StringEquals", "aws:TagKeys", {"a"}},
                                          {"ForAnyValue:StringNotEquals", "aws:TagKeys", {"a"}},
                                          {"ForAllValues:StringNotLike", "aws:TagKeys", {"b*"}},
                                          {"NumericLessThan", "s3:max-keys", {"10"}},
                                          {"NumericGreaterThanEquals", "s3:max-keys", {"8"}},
                                          {"DateGreaterThan", "aws:CurrentTime", {"2026-01-01T00:00:00Z"}}};
    return {.principals = {"*", "111111111111", "arn:aws:iam::222222222222:root", "arn:aws:iam::111111111111:user/u",
                           "arn:aws:iam::111111111111:*", "arn:aws:iam::222222222222:role/r"},
            .actions = {"*", "s3:*", "s3:Get*", "s3:PutObject", "S3:GETOBJECT", "s3:?etObject", "sqs:*"},
            .resources = {"*", "arn:aws:s3:::a/*", "arn:aws:s3:::?", "arn:aws:s3:::b", "arn:*:s3:::a*x"},
            .allow_tests = tests,
            .deny_tests = tests};
}

const char* const k_module = R"(module module.test
import iam
import iam.decision
import iam.access
entity Asked { request: decision.Request }
view Asked of r: cfn "Custom::Request" {
    request = decision.Request(
        principal: r.Principal, account: r.Account, action: r.Action, resource: r.Resource, context: r.Context
    )
}
fn statements() -> list<iam.Statement> =
    [s for b: cfn "AWS::S3::BucketPolicy", s in iam.statements(b.PolicyDocument)]
rule lets(q: Asked) if decision.allowed(statements(), q.request)
rule shared(p: access.ResourcePolicy) if access.shared(p)
)";

std::string policy_json(const std::vector<Statement>& statements) {
    return "{\"Type\": \"AWS::S3::BucketPolicy\", \"Properties\": {\"Bucket\": \"a\", \"PolicyDocument\": "
           "{\"Statement\": " +
           iam::as_json(statements) + "}}}";
}

}  // namespace

TEST_CASE("random statements decide every request of a small universe as IAM does") {
    const auto rules = compiled_library(k_module);
    REQUIRE(rules->wrong == "");
    const std::vector<Request> universe = requests();
    std::string asked;
    for (std::size_t i = 0; i < universe.size(); ++i)
        asked += ",\n\"Q" + std::to_string(i) +
                 "\": {\"Type\": \"Custom::Request\", \"Properties\": " + iam::as_json(universe[i]) + "}";
    std::uint64_t yes = 0;
    std::uint64_t compared = 0;
    std::uint64_t wrong = 0;
    for (std::uint64_t seed = 1; seed <= k_cases && wrong < 3; ++seed) {
        Dice dice(seed);
        const std::vector<Statement> statements = iam::draw(dice, words());
        const auto judged =
            test::judged(*rules, "t.json", "{\"Resources\": {\"P\": " + policy_json(statements) + asked + "}}");
        REQUIRE(judged->readable);
        engine::RelationStore store(*judged->evaluation);
        std::set<std::string> certain;
        for (const engine::GuardedTuple& tuple : relation(store, rules->program, "lets").tuples()) {
            CHECK(tuple.must == engine::k_always);
            certain.emplace(judged->graph.unit(engine::Evaluation::unit_of(tuple.values[0])).name);
        }
        for (std::size_t i = 0; i < universe.size(); ++i) {
            const bool right = iam::allowed(statements, universe[i]);
            yes += right ? 1 : 0;
            ++compared;
            if (right == (certain.count("Q" + std::to_string(i)) != 0)) continue;
            ++wrong;
            FAIL_CHECK("case " << seed << ": " << iam::as_json(universe[i]) << " is " << (right ? "allowed" : "denied")
                               << " by\n"
                               << iam::as_json(statements));
            break;
        }
    }
    std::printf("%llu requests decided by %llu random sets of statements, %llu allowed\n",
                static_cast<unsigned long long>(compared), static_cast<unsigned long long>(k_cases),
                static_cast<unsigned long long>(yes));
    if (wrong == 0) CHECK((yes > compared / 20 && yes < compared / 2));
}

namespace {

// Callers from outside: of another account and another organisation or none, from another network, or unsigned. The
// actions, resources and addresses that no statement names stand for all others.
std::vector<Request> from_outside() {
    std::vector<std::map<std::string, std::vector<std::string>>> contexts{{}};
    const auto add = [&](const std::string& key, const std::vector<std::string>& values) {
        std::vector<std::map<std::string, std::vector<std::string>>> more;
        for (const auto& context : contexts) {
            for (const std::string& value : values) {
                more.push_back(context);
                if (!value.empty()) more.back()[key] = {value};
            }
        }
        contexts = std::move(more);
    };
    add("aws:principalorgid", {"", "o-two"});
    add("aws:sourcevpce", {"", "vpce-2"});
    add("aws:sourceip", {"8.8.8.8"});
    add("aws:securetransport", {"true", "false"});
    const std::vector<std::pair<const char*, const char*>> callers = {
        {"arn:aws:iam::222222222222:role/r", "222222222222"},
        {"arn:aws:iam::222222222222:role/s", "222222222222"},
        {"arn:aws:iam::333333333333:user/x", "333333333333"},
        {"", ""}};
    std::vector<Request> all;
    for (const auto& [principal, account] : callers)
        for (const char* action : {"s3:GetObject", "s3:GetOther", "s3:PutObject", "s3:Object", "s3:List", "sqs:Other"})
            for (const char* resource :
                 {"arn:aws:s3:::a/x", "arn:aws:s3:::a/other", "arn:aws:s3:::b", "arn:aws:s3:::other/x"})
                for (const auto& context : contexts) {
                    all.push_back({principal, account, action, resource, context});
                    if (account[0] != '\0') all.back().context["aws:principalaccount"] = {account};
                }
    return all;
}

// Several denials may take something away together that none of them does alone; `outside` looks at them one by one, so
// there are none here that complement each other.
iam::Words outside_words() {
    const iam::Test own{"StringEquals", "aws:PrincipalAccount", {"111111111111"}};
    return {.principals = {"*", "111111111111", "222222222222", "arn:aws:iam::222222222222:root",
                           "arn:aws:iam::111111111111:role/r", "arn:aws:iam::222222222222:role/r"},
            .actions = {"*", "s3:*", "s3:Get*", "s3:PutObject", "s3:*Object"},
            .resources = {"*", "arn:aws:s3:::a/*", "arn:aws:s3:::b", "arn:aws:s3:::a/x"},
            .allow_tests = {own,
                            {"StringEquals", "aws:PrincipalOrgID", {"o-one"}},
                            {"StringEqualsIfExists", "aws:PrincipalOrgID", {"o-one"}},
                            {"StringNotEquals", "aws:PrincipalOrgID", {"o-one"}},
                            {"IpAddress", "aws:SourceIp", {"52.0.0.0/8"}},
                            {"IpAddress", "aws:SourceIp", {"0.0.0.0/1", "128.0.0.0/1"}},
                            {"NotIpAddress", "aws:SourceIp", {"52.0.0.0/8"}},
                            {"StringEquals", "aws:SourceVpce", {"vpce-1"}},
                            {"StringLike", "aws:SourceVpce", {"*"}},
                            {"Bool", "aws:SecureTransport", {"true"}}},
            .deny_tests = {own,
                           {"StringNotEquals", "aws:PrincipalAccount", {"111111111111"}},
                           {"StringNotEquals", "aws:PrincipalOrgID", {"o-one"}},
                           {"StringNotEqualsIfExists", "aws:PrincipalOrgID", {"o-one"}},
                           {"NotIpAddress", "aws:SourceIp", {"52.0.0.0/8"}},
                           {"StringNotEquals", "aws:SourceVpce", {"vpce-1"}},
                           {"Bool", "aws:SecureTransport", {"false"}}},
            .denials_by_exception = false};
}

}  // namespace

TEST_CASE("a policy lets somebody in from outside exactly when some request from outside is allowed") {
    const auto rules = compiled_library(k_module);
    REQUIRE(rules->wrong == "");
    const std::vector<Request> universe = from_outside();
    std::uint64_t open = 0;
    std::uint64_t missed = 0;
    std::uint64_t alarms = 0;
    for (std::uint64_t seed = 1; seed <= k_cases && missed + alarms < 3; ++seed) {
        Dice dice(seed);
        const std::vector<Statement> statements = iam::draw(dice, outside_words());
        const auto judged = test::judged(*rules, "t.json", "{\"Resources\": {\"P\": " + policy_json(statements) + "}}",
                                         {{"AWS::AccountId", "111111111111"}});
        REQUIRE(judged->readable);
        engine::RelationStore store(*judged->evaluation);
        const auto& tuples = relation(store, rules->program, "shared").tuples();
        for (const engine::GuardedTuple& tuple : tuples)
            CHECK(tuple.must == engine::k_always);
        const Request* witness = nullptr;
        for (const Request& request : universe) {
            if (iam::allowed(statements, request)) witness = &request;
        }
        open += witness != nullptr ? 1 : 0;
        if ((witness != nullptr) == !tuples.empty()) continue;
        ++(witness != nullptr ? missed : alarms);
        FAIL_CHECK("case " << seed << ": "
                           << (witness != nullptr ? "allowed is " + iam::as_json(*witness) : "nothing is allowed")
                           << " by\n"
                           << iam::as_json(statements));
    }
    std::printf("%llu random policies compared with %llu requests from outside each, %llu open to some\n",
                static_cast<unsigned long long>(k_cases), static_cast<unsigned long long>(universe.size()),
                static_cast<unsigned long long>(open));
    CHECK((open > k_cases / 10 && open < k_cases));
}
