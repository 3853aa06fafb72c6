// simdjson's own tree as oracle of the JSON cursor, over every JSON file of the corpus.
#include <simdjson.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <sstream>

#include "corpus.hpp"
#include "engine/document/cursor.hpp"

using namespace spile;
using namespace spile::engine;
using namespace spile::tests;

namespace {

/// The text of a number in a form that both sides can give.
std::string number(std::string_view text) {
    simdjson::dom::parser parser;
    return simdjson::minify(parser.parse(text.data(), text.size()).value());
}

/// Both write one line for each value and key.
void write_tree(const simdjson::dom::element& value, std::vector<std::string>& out) {
    switch (value.type()) {
        case simdjson::dom::element_type::OBJECT:
            out.emplace_back("{");
            for (const auto [key, member] : value.get_object()) {
                out.push_back("key " + std::string(key));
                write_tree(member, out);
            }
            out.emplace_back("}");
            return;
        case simdjson::dom::element_type::ARRAY:
            out.emplace_back("[");
            for (const auto item : value.get_array())
                write_tree(item, out);
            out.emplace_back("]");
            return;
        case simdjson::dom::element_type::STRING:
            out.push_back("string " + std::string(value.get_string().value()));
            return;
        case simdjson::dom::element_type::INT64:
        case simdjson::dom::element_type::UINT64:
        case simdjson::dom::element_type::DOUBLE:
        case simdjson::dom::element_type::BOOL:
        case simdjson::dom::element_type::NULL_VALUE:
            out.push_back(simdjson::minify(value));
            return;
    }
}

void write_events(Cursor& cursor, std::vector<std::string>& out) {
    for (const Event* event = &cursor.next(); event->token != Token::end; event = &cursor.next()) {
        switch (event->token) {
            case Token::begin_map:
                out.emplace_back("{");
                break;
            case Token::end_map:
                out.emplace_back("}");
                break;
            case Token::begin_list:
                out.emplace_back("[");
                break;
            case Token::end_list:
                out.emplace_back("]");
                break;
            case Token::key:
                out.push_back("key " + std::string(event->text));
                break;
            case Token::string:
                out.push_back("string " + std::string(event->text));
                break;
            case Token::number:
                out.push_back(number(event->text));
                break;
            case Token::boolean:
            case Token::null_value:
            case Token::end:
                out.emplace_back(event->text);
                break;
        }
    }
}

}  // namespace

TEST_CASE("the JSON cursor reads what simdjson's tree holds, for every JSON file of the corpus") {
    const auto folder = corpus();
    if (!folder) return;
    std::size_t all = 0;
    std::size_t equal = 0;
    simdjson::dom::parser parser;
    for (const char* part : {"templates", "suites", "plans"}) {
        for (const auto& path : files_below(*folder / part, {".json"})) {
            const std::string text = read_file(path);
            SourceMap sources;
            DiagnosticSink sink;
            const auto cursor = open_document(sources.add("input", text), sources, Format::json, {}, sink);
            std::vector<std::string> ours;
            write_events(*cursor, ours);
            std::vector<std::string> theirs;
            simdjson::dom::element tree;
            const bool read = parser.parse(text).get(tree) == simdjson::SUCCESS;
            if (read) write_tree(tree, theirs);
            ++all;
            INFO(path.string());
            for (const Diagnostic& each : sink.all())
                UNSCOPED_INFO(each.message);
            CHECK(cursor->failed() == !read);
            const bool same = ours == theirs;
            CHECK(same);
            equal += same ? 1 : 0;
        }
    }
    std::printf("json: %zu of %zu files equal simdjson's tree\n", equal, all);
    CHECK(all >= 600);
}
