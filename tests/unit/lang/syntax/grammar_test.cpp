// PEGTL's own analysis of the grammar: no left recursion, no loop that does not advance.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <tao/pegtl/contrib/analyze.hpp>

#include "lang/syntax/grammar_declarations.hpp"
#include "lang/syntax/grammar_expressions.hpp"

using namespace spile::lang::syntax;

namespace {

struct left_recursive;
struct left_recursive : grammar::sor<grammar::seq<left_recursive, grammar::comma>, grammar::name> {};

std::string file(const std::string& path) {
    std::ifstream in(std::string(SPILE_SOURCE_DIR) + "/" + path);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("every rule of docs/reference/grammar.md is a rule of the code") {
    const std::string page = file("docs/reference/grammar.md");
    std::string code;
    for (const std::string phrase : {"lexical", "types", "expressions", "declarations"})
        code += file("lang/syntax/grammar_" + phrase + ".hpp");
    std::size_t rules = 0;
    for (std::size_t begin = 0; begin < page.size();) {
        const std::size_t end = std::min(page.find('\n', begin), page.size());
        const std::string line = page.substr(begin, end - begin);
        begin = end + 1;
        const std::size_t blank = line.find(' ');
        const std::size_t sign = line.find_first_not_of(' ', std::min(blank, line.size()));
        if (blank == 0 || sign == std::string::npos || line.compare(sign, 2, "= ") != 0) continue;
        ++rules;
        INFO(line);
        CHECK(code.find("struct " + line.substr(0, blank)) != std::string::npos);
    }
    CHECK(rules > 90);
}

TEST_CASE("every loop of the grammar advances") {
    CHECK(tao::pegtl::analyze<grammar::expression>() == 0);
    CHECK(tao::pegtl::analyze<grammar::file>() == 0);
}

TEST_CASE("the analysis sees through the project's own combinators") {
    CHECK(tao::pegtl::analyze<grammar::deeper<left_recursive>>(-1) > 0);
}
