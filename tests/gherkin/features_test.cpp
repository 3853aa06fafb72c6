// Every feature of the official test data: its tokens, tree and pickles, or its errors, as messages that must be equal.
#include <nlohmann/json.hpp>

#include "engine/scenario/messages.hpp"
#include "lang/gherkin/token.hpp"
#include "tally.hpp"
#include "tests/conformance/corpus.hpp"

namespace {

using namespace spile;
using namespace spile::engine::scenario;
namespace fs = std::filesystem;

std::vector<nlohmann::json> lines_of(const std::string& text) {
    std::vector<nlohmann::json> out;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty()) out.push_back(nlohmann::json::parse(line));
    }
    return out;
}

std::string dump(const std::vector<nlohmann::json>& messages) {
    std::string out;
    for (const nlohmann::json& message : messages)
        out += message.dump() + "\n";
    return out;
}

/// What the official test data calls the file.
std::string uri_of(const fs::path& path) {
    return "../testdata/" + path.parent_path().filename().string() + "/" + path.filename().string();
}

fs::path beside(const fs::path& path, const std::string& ending) {
    return path.string() + ending;
}

gherkin::Syntax syntax_of(const fs::path& path) {
    return path.extension() == ".md" ? gherkin::Syntax::markdown : gherkin::Syntax::plain;
}

std::string tree_of(const gherkin::Parsed& parsed, const std::string& uri) {
    return gherkin_document_json(parsed.document, uri) + "\n";
}

std::string pickles_of(const gherkin::Parsed& parsed, const std::string& uri) {
    std::string out;
    for (const gherkin::Pickle& pickle : gherkin::pickles(parsed.document))
        out += pickle_json(pickle, uri) + "\n";
    return out;
}

std::string errors_of(const gherkin::Parsed& parsed, const std::string& uri) {
    std::string out;
    for (const gherkin::ParseError& error : parsed.errors)
        out += parse_error_json(error, uri) + "\n";
    return out;
}

/// What is different first; empty: nothing. The whole texts would hide it.
std::string first_difference(const std::string& found, const std::string& wanted) {
    const std::size_t shorter = std::min(found.size(), wanted.size());
    std::size_t at = 0;
    while (at < shorter && found[at] == wanted[at])
        ++at;
    if (at == found.size() && at == wanted.size()) return "";
    const std::size_t begin = at < 60 ? 0 : at - 60;
    return "found:  …" + found.substr(begin, 140) + "\nwanted: …" + wanted.substr(begin, 140);
}

/// The file as its authors check it out: their .gitattributes asks for CRLF in some.
std::string official_text(const fs::path& path) {
    const std::string text = tests::read_file(path);
    if (path.string().find(".crlf.") == std::string::npos || text.find('\r') != std::string::npos) return text;
    std::string out;
    for (const char c : text)
        out += c == '\n' ? "\r\n" : std::string(1, c);
    return out;
}

bool same_messages(const std::string& ours, const fs::path& expected) {
    const std::string wanted = dump(lines_of(tests::read_file(expected)));
    const std::string found = dump(lines_of(ours));
    INFO(expected.string());
    CHECK(first_difference(found, wanted) == "");
    return found == wanted;
}

std::vector<fs::path> features(const fs::path& folder) {
    std::vector<fs::path> out;
    for (const fs::path& path : tests::files_below(folder, {".feature", ".md"}))
        out.push_back(path);
    return out;
}

}  // namespace

TEST_CASE("every good feature has the official tokens, tree and pickles") {
    const auto corpus = tests::corpus();
    if (!corpus) return;
    tests::Tally tally;
    for (const fs::path& path : features(*corpus / "gherkin/gherkin/good")) {
        const std::string text = official_text(path);
        const std::string uri = uri_of(path);
        const gherkin::Syntax syntax = syntax_of(path);
        INFO(path.string());

        const std::string tokens = print(gherkin::tokenize(text, syntax));
        const std::string wanted = tests::read_file(beside(path, ".tokens"));
        CHECK(first_difference(tokens, wanted) == "");
        tally.add("tokens", tokens == wanted);

        const gherkin::Parsed parsed = gherkin::parse(text, syntax);
        CHECK(errors_of(parsed, uri).empty());
        tally.add("sources", same_messages(source_json(text, uri, syntax), beside(path, ".source.ndjson")));
        tally.add("trees", same_messages(tree_of(parsed, uri), beside(path, ".ast.ndjson")));
        tally.add("pickles", same_messages(pickles_of(parsed, uri), beside(path, ".pickles.ndjson")));
    }
    for (const char* kind : {"tokens", "sources", "trees", "pickles"})
        tally.require_all(kind, 55);
}

TEST_CASE("every bad feature has the official errors") {
    const auto corpus = tests::corpus();
    if (!corpus) return;
    tests::Tally tally;
    for (const fs::path& path : features(*corpus / "gherkin/gherkin/bad")) {
        const gherkin::Parsed parsed = gherkin::parse(tests::read_file(path), syntax_of(path));
        tally.add("errors", same_messages(errors_of(parsed, uri_of(path)), beside(path, ".errors.ndjson")));
    }
    tally.require_all("errors", 12);
}

// tags.md: the data has only its messages, and its pickles are of a version that gave them no locations.
TEST_CASE("a source message without its file has the official tree too") {
    const auto corpus = tests::corpus();
    if (!corpus) return;
    tests::Tally tally;
    const std::string ending = ".source.ndjson";
    for (const fs::path& path : tests::files_below(*corpus / "gherkin/gherkin/good", {".ndjson"})) {
        const std::string name = path.string();
        if (!name.ends_with(ending)) continue;
        const fs::path feature = name.substr(0, name.size() - ending.size());
        if (fs::exists(feature)) continue;
        const std::string text = lines_of(tests::read_file(path)).at(0)["source"]["data"];
        const gherkin::Parsed parsed = gherkin::parse(text, syntax_of(feature));
        tally.add("trees of messages alone",
                  same_messages(tree_of(parsed, uri_of(feature)), beside(feature, ".ast.ndjson")));
    }
    tally.require_all("trees of messages alone", 1);
}
