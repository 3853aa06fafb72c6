#include "lang/gherkin/cucumber_expression.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "lang/gherkin/expression_tree.hpp"

using namespace spile::gherkin;

namespace {

ParameterTypes own_types() {
    ParameterTypes types;
    REQUIRE(types.add({"verdict", {"pass", "fail", "not applicable"}}));
    REQUIRE(types.add({"path", {"`([^`]+)`"}}));
    return types;
}

std::string error_of(const std::string& expression, const ParameterTypes& types = {}) {
    const auto compiled = CucumberExpression::compile(expression, types);
    return compiled ? "" : compiled.error().message;
}

}  // namespace

TEST_CASE("arguments are what the parameter types caught, with their places in bytes") {
    const ParameterTypes types = own_types();
    const auto expression = CucumberExpression::compile("the verdict(s) for {word} at {path} is/are {verdict}", types);
    REQUIRE(expression.ok());
    const std::string text = "the verdict for B\u00FCcket at `Tags[0]` is not applicable";
    const auto found = expression.value().match(text);
    REQUIRE(found);
    REQUIRE(found->size() == 3);
    CHECK(found->at(0).text == "B\u00FCcket");
    CHECK(found->at(1).text == "Tags[0]");
    CHECK(found->at(1).parameter_type == "path");
    CHECK(text.substr(found->at(1).begin, found->at(1).end - found->at(1).begin) == "Tags[0]");
    CHECK(found->at(2).text == "not applicable");
    CHECK(!expression.value().match("the verdict for Bucket at `x` is passing"));
    CHECK(!expression.value().match(""));
    CHECK(expression.value().source() == "the verdict(s) for {word} at {path} is/are {verdict}");
}

TEST_CASE("a string loses its quotes and the backslashes before quotes, and keeps its place") {
    const auto expression = CucumberExpression::compile("say {string}", ParameterTypes());
    const std::string text = R"(say "a \"b\" \n 'c'")";
    const auto found = expression.value().match(text);
    REQUIRE(found);
    CHECK(found->at(0).text == R"(a "b" \n 'c')");
    CHECK(found->at(0).begin == 5);
    CHECK(found->at(0).end == text.size() - 1);
    CHECK(expression.value().match("say ''")->at(0).text.empty());
}

TEST_CASE("names of parameter types are taken once") {
    ParameterTypes types = own_types();
    CHECK(!types.add({"int", {"x"}}));
    CHECK(!types.add({"verdict", {"x"}}));
    CHECK(types.find("verdict")->patterns.size() == 3);
    CHECK(types.find("none") == nullptr);
    CHECK(types.names().size() == 13);
}

TEST_CASE("a broken expression says where, what and what to do") {
    CHECK(error_of("the {verdikt}") ==
          "This Cucumber Expression has a problem at column 5:\n\n"
          "the {verdikt}\n"
          "    ^-------^\n"
          "Undefined parameter type 'verdikt'.\n"
          "Please register a ParameterType for 'verdikt'");
    CHECK(error_of("a \\b").find("column 4") != std::string::npos);
    CHECK(error_of("\u00E9 (").find("column 3") != std::string::npos);
}

TEST_CASE("a parameter type whose pattern is broken makes no expression") {
    ParameterTypes types;
    types.add({"odd", {"("}});
    CHECK(error_of("{odd}", types).find("gives no regular expression") != std::string::npos);
}

TEST_CASE("long and deep expressions are refused") {
    CHECK(error_of(std::string(5000, 'a')) == "a cucumber expression may have 4096 bytes, this one has 5000");
    CHECK(error_of(std::string(2000, '(') + "a" + std::string(2000, ')')).find("more than 64 deep") !=
          std::string::npos);
    CHECK(error_of(std::string(4096, '}')).empty());
    CHECK(error_of(std::string(4096, '/')).find("Alternative may not be empty") != std::string::npos);
}

TEST_CASE("positions of tokens count characters") {
    const auto tokens = tokenize_expression("\U0001F600\\/ {");
    REQUIRE(tokens.ok());
    REQUIRE(tokens.value().size() == 5);
    CHECK(tokens.value()[1].text == "\U0001F600/");
    CHECK(tokens.value()[1].end == 3);
    CHECK(tokens.value()[3].start == 4);
}
