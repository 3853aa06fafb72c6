// PEGTL's own analysis of the grammar: no left recursion, no loop that does not advance.
#include <catch2/catch.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

#include "lang/syntax/grammar_declarations.hpp"
#include "lang/syntax/grammar_expressions.hpp"

using namespace spile::lang::syntax;

namespace {

struct left_recursive;
struct left_recursive : grammar::sor<grammar::seq<left_recursive, grammar::comma>, grammar::name> {};

}  // namespace

TEST_CASE("every loop of the grammar advances") {
    CHECK(tao::pegtl::analyze<grammar::expression>() == 0);
    CHECK(tao::pegtl::analyze<grammar::file>() == 0);
}

TEST_CASE("the analysis sees through the project's own combinators") {
    CHECK(tao::pegtl::analyze<grammar::deeper<left_recursive>>(-1) > 0);
}
