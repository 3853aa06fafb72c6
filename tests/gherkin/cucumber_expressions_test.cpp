// Every case of the official test data of cucumber expressions: tokens, trees, regular expressions, matches and errors.
#include <yaml-cpp/yaml.h>

#include <cstdlib>

#include "lang/gherkin/cucumber_expression.hpp"
#include "lang/gherkin/expression_tree.hpp"
#include "lang/gherkin/regular_expression.hpp"
#include "tally.hpp"
#include "tests/conformance/corpus.hpp"

namespace {

using namespace spile;
using namespace spile::gherkin;

const char* word(ExpressionTokenType type) {
    static constexpr const char* words[] = {"START_OF_LINE",  "END_OF_LINE",  "WHITE_SPACE",
                                            "BEGIN_OPTIONAL", "END_OPTIONAL", "BEGIN_PARAMETER",
                                            "END_PARAMETER",  "ALTERNATION",  "TEXT"};
    return words[static_cast<std::size_t>(type)];
}

const char* word(ExpressionNodeType type) {
    static constexpr const char* words[] = {"TEXT_NODE",        "OPTIONAL_NODE",  "ALTERNATION_NODE",
                                            "ALTERNATIVE_NODE", "PARAMETER_NODE", "EXPRESSION_NODE"};
    return words[static_cast<std::size_t>(type)];
}

std::string place(const char* type, std::uint32_t start, std::uint32_t end) {
    return std::string(type) + " " + std::to_string(start) + "-" + std::to_string(end);
}

/// One line for each token, ours and theirs alike.
std::string print(const std::vector<ExpressionToken>& tokens) {
    std::string out;
    for (const ExpressionToken& token : tokens)
        out += place(word(token.type), token.start, token.end) + " [" + token.text + "]\n";
    return out;
}

std::string wanted_place(const YAML::Node& node) {
    return place(node["type"].as<std::string>().c_str(), node["start"].as<std::uint32_t>(),
                 node["end"].as<std::uint32_t>());
}

std::string wanted_tokens(const YAML::Node& tokens) {
    std::string out;
    for (const YAML::Node& token : tokens)
        out += wanted_place(token) + " [" + token["text"].as<std::string>() + "]\n";
    return out;
}

std::string print(const ExpressionNode& node, const std::string& indent = "") {
    std::string out = indent + place(word(node.type), node.start, node.end);
    out += node.type == ExpressionNodeType::text ? " [" + node.text + "]\n" : "\n";
    for (const ExpressionNode& child : node.nodes)
        out += print(child, indent + "  ");
    return out;
}

std::string wanted_tree(const YAML::Node& node, const std::string& indent = "") {
    std::string out = indent + wanted_place(node);
    out += node["token"] ? " [" + node["token"].as<std::string>() + "]\n" : "\n";
    for (const YAML::Node& child : node["nodes"])
        out += wanted_tree(child, indent + "  ");
    return out;
}

bool is_decimal(const std::string& type) {
    return type == "float" || type == "double";
}

/// "[18]\n[blind]\n"; numbers as the type reads them, because the test data writes 1500.0 for "1.5E+3".
std::string print(const std::optional<std::vector<Argument>>& arguments) {
    if (!arguments) return "no match";
    std::string out;
    for (const Argument& argument : *arguments) {
        const bool decimal = is_decimal(argument.parameter_type);
        out += "[" + (decimal ? std::to_string(std::strtod(argument.text.c_str(), nullptr)) : argument.text) + "]\n";
    }
    return out;
}

std::string wanted_arguments(const YAML::Node& wanted, const std::optional<std::vector<Argument>>& found) {
    if (wanted.IsNull()) return "no match";
    std::string out;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const bool decimal = found && i < found->size() && is_decimal((*found)[i].parameter_type);
        out += "[" + (decimal ? std::to_string(wanted[i].as<double>()) : wanted[i].as<std::string>()) + "]\n";
    }
    return out;
}

template <class Check>
void for_each_case(const char* folder, int cases, Check check) {
    const auto corpus = tests::corpus();
    if (!corpus) return;
    tests::Tally tally;
    const auto root = *corpus / "gherkin/cucumber-expressions" / folder;
    for (const auto& path : tests::files_below(root, {".yaml"})) {
        const YAML::Node test = YAML::Load(tests::read_file(path));
        INFO(path.string());
        const auto [found, wanted] = check(test);
        CHECK(found == wanted);
        tally.add(folder, found == wanted);
    }
    tally.require_all(folder, cases);
}

using Pair = std::pair<std::string, std::string>;

}  // namespace

TEST_CASE("every official cucumber expression has its tokens") {
    for_each_case("cucumber-expression/tokenizer", 16, [](const YAML::Node& test) -> Pair {
        const auto tokens = tokenize_expression(test["expression"].as<std::string>());
        const std::string found = tokens ? print(tokens.value()) : tokens.error().message;
        return {found,
                test["exception"] ? test["exception"].as<std::string>() : wanted_tokens(test["expected_tokens"])};
    });
}

TEST_CASE("every official cucumber expression has its tree") {
    for_each_case("cucumber-expression/parser", 28, [](const YAML::Node& test) -> Pair {
        const auto tree = parse_expression(test["expression"].as<std::string>());
        const std::string found = tree ? print(tree.value()) : tree.error().message;
        return {found, test["exception"] ? test["exception"].as<std::string>() : wanted_tree(test["expected_ast"])};
    });
}

TEST_CASE("every official cucumber expression becomes its regular expression") {
    for_each_case("cucumber-expression/transformation", 8, [](const YAML::Node& test) -> Pair {
        const auto expression = CucumberExpression::compile(test["expression"].as<std::string>(), ParameterTypes());
        const std::string found = expression ? expression.value().regex() : expression.error().message;
        return {found, test["expected_regex"].as<std::string>()};
    });
}

TEST_CASE("every official cucumber expression matches as expected") {
    for_each_case("cucumber-expression/matching", 65, [](const YAML::Node& test) -> Pair {
        const auto expression = CucumberExpression::compile(test["expression"].as<std::string>(), ParameterTypes());
        if (test["exception"])
            return {expression ? "no error" : expression.error().message, test["exception"].as<std::string>()};
        if (!expression) return {expression.error().message, ""};
        const auto found = expression.value().match(test["text"].as<std::string>());
        return {print(found), wanted_arguments(test["expected_args"], found)};
    });
}

TEST_CASE("every official regular expression matches as expected") {
    for_each_case("regular-expression/matching", 3, [](const YAML::Node& test) -> Pair {
        const auto expression = RegularExpression::compile(test["expression"].as<std::string>());
        if (!expression) return {expression.error().message, ""};
        const auto found = expression.value().match(test["text"].as<std::string>());
        std::string ours = found ? "" : "no match";
        std::string theirs;
        for (const auto& group : found.value_or(std::vector<std::optional<std::string>>{}))
            ours += group ? "[" + *group + "]\n" : "nothing\n";
        for (const YAML::Node& wanted : test["expected_args"])
            theirs += wanted.IsNull() ? "nothing\n" : "[" + wanted.as<std::string>() + "]\n";
        return {ours, theirs};
    });
}
