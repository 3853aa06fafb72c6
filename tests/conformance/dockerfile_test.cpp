// Dockerfiles: BuildKit's own parse trees, its tables of word expansion, and Dockerfiles in the wild with their counts.
#include <simdjson.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <map>
#include <set>
#include <sstream>

#include "corpus.hpp"
#include "engine/document/dockerfile/dockerfile.hpp"
#include "engine/document/dockerfile/shell.hpp"
#include "engine/document/dockerfile/words.hpp"

using namespace spile;
using namespace spile::tests;
using namespace spile::engine::dockerfile;

namespace {

// As Go's strconv.Quote writes what occurs here.
std::string in_go(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\t')
            out += "\\t";
        else if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out + "\"";
}

std::string lower(std::string text) {
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

/// BuildKit's dump of one instruction.
std::string dump(const Instruction& instruction) {
    std::string out = "(" + lower(instruction.keyword);
    if (!instruction.flags.empty()) {
        out += " [";
        for (const Flag& flag : instruction.flags)
            out += (out.back() == '[' ? "" : " ") + in_go(flag.text());
        out += "]";
    }
    if (!instruction.health.empty()) out += " " + in_go(instruction.health);
    for (const Word& word : instruction.words)
        out += " " + in_go(word.text);
    for (const Pair& pair : instruction.pairs)
        out += " " + in_go(pair.name.text) + " " + in_go(pair.value.text) + " " + in_go(pair.equals ? "=" : "");
    if (instruction.form == Form::text) out += " " + in_go(instruction.text.text());
    for (const Instruction& nested : instruction.nested)
        out += " " + dump(nested);
    return out + ")";
}

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1));
}

Variables variables(const std::map<std::string, std::string>& values) {
    return [&values](std::string_view name) {
        const auto found = values.find(std::string(name));
        if (found == values.end()) return Variable{};
        return Variable{Variable::State::known, found->second};
    };
}

}  // namespace

TEST_CASE("Dockerfiles have the parse trees that BuildKit's tests expect") {
    const auto folder = corpus();
    if (!folder) return;
    simdjson::dom::parser parser;
    std::istringstream lines(read_file(*folder / "suites" / "buildkit.jsonl"));
    std::size_t all = 0;
    std::size_t equal = 0;
    for (std::string line; std::getline(lines, line);) {
        const simdjson::dom::element row = parser.parse(line);
        if (std::string_view(row["suite"]) != "buildkit-parse") continue;
        const std::string path{row["input_path"].get_string().value()};
        const std::string text = read_file(*folder / "suites" / "buildkit" / path);
        const Dockerfile found = read_dockerfile(text);
        INFO(path);
        ++all;
        bool must_fail = false;
        if (row["must_fail"].get(must_fail) == simdjson::SUCCESS && must_fail) {
            CHECK_FALSE(found.problems.empty());
            equal += found.problems.empty() ? 0 : 1;
            continue;
        }
        std::vector<std::string> expected;
        for (const auto each : row["ast"].get_array())
            expected.emplace_back(std::string_view(each));
        std::vector<std::string> dumped;
        for (const Instruction& instruction : found.instructions)
            dumped.push_back(dump(instruction));
        CHECK(dumped == expected);
        CHECK(found.problems.empty());
        equal += dumped == expected ? 1 : 0;
    }
    std::printf("BuildKit parse trees: %zu of %zu equal\n", equal, all);
    CHECK(all >= 9);
}

TEST_CASE("words of Dockerfiles expand as BuildKit's tables say") {
    const auto folder = corpus();
    if (!folder) return;
    const std::map<std::string, std::string> values = {
        {"PWD", "/home"}, {"SHELL", "bash"}, {"KOREAN", "한국어"}, {"NULL", ""}};
    std::istringstream lines(read_file(*folder / "suites" / "buildkit" / "envVarTest"));
    std::size_t all = 0;
    std::size_t equal = 0;
    for (std::string line; std::getline(lines, line);) {
        const std::size_t first = line.find('|');
        const std::size_t last = line.rfind('|');
        if (line.starts_with("#") || first == last || line.starts_with("W")) continue;
        const std::string word = trimmed(line.substr(first + 1, last - first - 1));
        const std::string expected = trimmed(line.substr(last + 1));
        const Result<Expansion> found = expand(word, '\\', variables(values));
        const std::string text = found.ok() ? found.value().whole.text() : "error";
        INFO(word);
        CHECK(text == expected);
        ++all;
        equal += text == expected ? 1 : 0;
    }
    std::printf("BuildKit envVarTest, Linux: %zu of %zu lines equal\n", equal, all);
    CHECK(all >= 100);
}

TEST_CASE("words of Dockerfiles divide as BuildKit's tables say") {
    const auto folder = corpus();
    if (!folder) return;
    std::map<std::string, std::string> values;
    std::istringstream lines(read_file(*folder / "suites" / "buildkit" / "wordsTest"));
    std::size_t all = 0;
    std::size_t equal = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.starts_with("#")) continue;
        if (line.starts_with("ENV ")) {
            const std::size_t equals = line.find('=');
            values[trimmed(line.substr(4, equals - 4))] = line.substr(equals + 1);
            continue;
        }
        const std::size_t bar = line.find('|');
        const std::string word = trimmed(line.substr(0, bar));
        std::string expected = line.substr(bar + 1);
        expected.erase(0, expected.find_first_not_of(' '));
        const Result<Expansion> found = expand(word, '\\', variables(values));
        std::string text = found.ok() ? "" : "error";
        for (std::size_t i = 0; found.ok() && i < found.value().words.size(); ++i)
            text += (i == 0 ? "" : ",") + found.value().words[i].text();
        INFO(word);
        CHECK(text == expected);
        ++all;
        equal += text == expected ? 1 : 0;
    }
    std::printf("BuildKit wordsTest: %zu of %zu lines equal\n", equal, all);
    CHECK(all >= 20);
}

TEST_CASE("every Dockerfile of the corpus has its instructions and stages") {
    const auto folder = corpus();
    if (!folder) return;
    simdjson::dom::parser parser;
    std::size_t all = 0;
    std::size_t equal = 0;
    for (const auto& list : files_below(*folder / "dockerfiles", {".jsonl"})) {
        std::istringstream lines(read_file(list));
        for (std::string line; std::getline(lines, line);) {
            const simdjson::dom::element row = parser.parse(line);
            const std::string path{row["input_path"].get_string().value()};
            const Dockerfile found = read_dockerfile(read_file(list.parent_path() / list.stem() / path));
            std::map<std::string, std::uint64_t> expected;
            for (const auto [key, value] : row["load"]["instructions"].get_object())
                expected[std::string(key)] = value.get_uint64();
            std::set<std::string> syntax;
            for (const auto each : row["load"]["syntax"].get_array())
                syntax.emplace(std::string_view(each));
            std::map<std::string, std::uint64_t> counted;
            std::uint64_t unknown = 0;
            std::set<std::string> found_syntax;
            for (const Directive& directive : found.directives)
                found_syntax.insert("directive-" + directive.name);
            for (const Instruction& instruction : found.instructions) {
                if (!instruction.known) {
                    ++unknown;
                    continue;
                }
                ++counted[instruction.keyword];
                for (const Flag& flag : instruction.flags)
                    found_syntax.insert("--" + flag.name);
                if (!instruction.heredocs.empty()) found_syntax.insert("heredoc");
            }
            INFO(path);
            CHECK(counted == expected);
            CHECK(counted["FROM"] == row["load"]["stages"].get_uint64().value());
            CHECK(unknown == row["load"]["unknown"].get_uint64().value());
            // The list names only some flags; what it names is there, and heredocs are nowhere else.
            CHECK(std::includes(found_syntax.begin(), found_syntax.end(), syntax.begin(), syntax.end()));
            CHECK(found_syntax.contains("heredoc") == syntax.contains("heredoc"));
            CHECK(found.problems.empty());
            ++all;
            equal += counted == expected ? 1 : 0;
        }
    }
    std::printf("Dockerfiles: %zu of %zu with equal counts\n", equal, all);
    CHECK(all >= 32);
}

TEST_CASE("every RUN of the corpus divides into commands") {
    const auto folder = corpus();
    if (!folder) return;
    std::size_t texts = 0;
    std::size_t commands = 0;
    for (const auto& path : files_below(*folder / "dockerfiles", {"", ".Dockerfile"})) {
        const std::string text = read_file(path);
        // A shell of its own speaks another language (PowerShell).
        if (text.find("SHELL [") != std::string::npos) continue;
        for (const Instruction& instruction : read_dockerfile(text).instructions) {
            if (instruction.keyword != "RUN" || instruction.form != Form::text) continue;
            std::vector<std::string> shells;
            for (const Heredoc& heredoc : instruction.heredocs)
                shells.push_back(heredoc.content.text());
            if (shells.empty()) shells.push_back(instruction.text.text());
            for (const std::string& shell : shells) {
                const ShellText found = read_shell(shell);
                INFO(path << ": " << shell);
                CHECK_FALSE(found.broken);
                CHECK_FALSE(found.commands.empty());
                ++texts;
                commands += found.commands.size();
            }
        }
    }
    std::printf("RUN: %zu texts, %zu commands\n", texts, commands);
    CHECK(texts >= 100);
}
