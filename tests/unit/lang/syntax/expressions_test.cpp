// Expressions: what binds how, each construct, and that keywords are names where they are not asked for.
#include <catch2/catch.hpp>
#include <string>

#include "lang/syntax/dump.hpp"
#include "lang/syntax/parse.hpp"

using namespace spile;
using namespace spile::lang::syntax;

namespace {

std::string tree(const std::string& text) {
    SourceMap sources;
    DiagnosticSink sink;
    const SourceId id = sources.add("expression", text);
    const ParsedExpression parsed = parse_expression(id, sources, sink);
    std::string out;
    for (const Diagnostic& each : sink.all())
        out += std::string(info(each.kind).code) + " " + std::string(sources.text(each.where)) + ": " + each.message;
    return sink.has_errors() ? out : dump(parsed.holder, parsed.root);
}

}  // namespace

TEST_CASE("operators bind in the order of the grammar") {
    CHECK(tree("a or b and c") == "(or a (and b c))");
    CHECK(tree("a and b or c and d or e") == "(or (and a b) (and c d) e)");
    CHECK(tree("(a or b) and c") == "(and (or a b) c)");
    CHECK(tree("(a or b) or c") == "(or (or a b) c)");
    CHECK(tree("not a == b") == "(not (== a b))");
    CHECK(tree("not not a and b") == "(and (not (not a)) b)");
    CHECK(tree("a + b * c - d") == "(- (+ a (* b c)) d)");
    CHECK(tree("a * b ?? c / d") == "(/ (* a (?? b c)) d)");
    CHECK(tree("a ?? b ?? c") == "(?? (?? a b) c)");
    CHECK(tree("a ++ b == c ++ d") == "(== (++ a b) (++ c d))");
    CHECK(tree("a.b ?? 1 >= 2") == "(>= (?? (.b a) 1) 2)");
    CHECK(tree("if a or b then c else if d then e else f") == "(if (or a b) c (if d e f))");
    CHECK(tree("a == 1 and some x in xs where x or y") == "(and (== a 1) (some [x in xs] where (or x y)))");
    CHECK(tree("a -1") == "(- a 1)");
    CHECK(tree("a == -1") == "(== a -1)");
}

TEST_CASE("each comparison and test has its operator") {
    for (const std::string sign : {"==", "!=", "<=", ">=", "<", ">", "in", "not in", "matches", "like"})
        CHECK(tree("a " + sign + " b") == "(" + sign + " a b)");
    for (const std::string word : {"exists", "missing", "empty"})
        CHECK(tree("a.b " + word) == "(" + word + " (.b a))");
    CHECK(tree("a not \n in b") == "(not in a b)");
}

TEST_CASE("paths chain to the left") {
    CHECK(tree("a.b[0].c[*].d(x, key: y)") == "(call (.d ([*] (.c ([] (.b a) 0)))) x key:y)");
    CHECK(tree("f()") == "(call f)");
    CHECK(tree("bucket.tags[\"scratch\"]") == "([] (.tags bucket) \"scratch\")");
}

TEST_CASE("collections and comprehensions") {
    CHECK(tree("[]") == "(list)");
    CHECK(tree("[1, 2]") == "(list 1 2)");
    CHECK(tree("{}") == "(set)");
    CHECK(tree("{1}") == "(set 1)");
    CHECK(tree("{:}") == "(map)");
    CHECK(tree("{a: 1, \"b\": 2}") == "(map a 1 \"b\" 2)");
    CHECK(tree("[x.a for x in xs where x.b]") == "(list-for (.a x) [x in xs] where (.b x))");
    CHECK(tree("{x for x in xs}") == "(set-for x [x in xs])");
    CHECK(tree("{t.Key: t.Value for t in r.Tags}") == "(map-for (.Key t) (.Value t) [t in (.Tags r)])");
}

TEST_CASE("generators take four forms") {
    CHECK(tree("some x in xs, y in x.ys") == "(some [x in xs] [y in (.ys x)])");
    CHECK(tree("some (k, v) in m where v == 1") == "(some [k,v in m] where (== v 1))");
    CHECK(tree("none b: s3.Bucket where b.open") == "(none [b: s3.Bucket] where (.open b))");
    CHECK(tree("some e: tf \"aws_s3_bucket\"") == "(some [e: tf \"aws_s3_bucket\"])");
    CHECK(tree("some e: json *") == "(some [e: json *])");
    CHECK(tree("some net.flow(net.internet, db, _)") == "(some [net.flow (.internet net) db _])");
    CHECK(tree("all x in xs where x.a satisfy x.b or x.c") == "(all (or (.b x) (.c x)) [x in xs] where (.a x))");
}

TEST_CASE("aggregates tell generators, relations and values apart") {
    CHECK(tree("count(x in xs)") == "(count - [x in xs])");
    CHECK(tree("count((k, v) in m where v)") == "(count - [k,v in m] where v)");
    CHECK(tree("count(b: s3.Bucket)") == "(count - [b: s3.Bucket])");
    CHECK(tree("count(edge(a, b))") == "(count - [edge a b])");
    CHECK(tree("count(net.edge(a, b), x in xs where p)") == "(count - [net.edge a b] [x in xs] where p)");
    CHECK(tree("count(distinct a.person for a in as)") == "(count distinct (.person a) [a in as])");
    CHECK(tree("count(f(x) for x in xs)") == "(count (call f x) [x in xs])");
    CHECK(tree("sum(x.size for x in xs where x.on)") == "(sum (.size x) [x in xs] where (.on x))");
    CHECK(tree("first(x for x in xs by x.at)") == "(first x [x in xs] by (.at x))");
    CHECK(tree("the(e for e: tf \"t\" where refers(e.b, r))") == "(the e [e: tf \"t\"] where (call refers (.b e) r))");
    CHECK(tree("count(x)").substr(0, 6) == "SP0101");
    CHECK(tree("min + max(x for x in xs)") == "(+ min (max x [x in xs]))");
}

TEST_CASE("literals keep exact content") {
    CHECK(tree("1_000.50") == "1000.50");
    CHECK(tree("1e3") == "1e3");
    CHECK(tree("24h") == "24h");
    CHECK(tree("1h30m") == "1h30m");
    CHECK(tree("2027-03-31") == "2027-03-31");
    CHECK(tree("2027-03-31T10:00:00Z") == "2027-03-31T10:00:00Z");
    CHECK(tree("2024-02-29") == "2024-02-29");
    CHECK(tree("r\"^a\\d+$\"") == "r\"^a\\\\d+$\"");
    CHECK(tree("cidr \"10.0.0.0/8\"") == "cidr\"10.0.0.0/8\"");
    CHECK(tree("arn \"arn:aws:s3:::b\"") == "arn\"arn:aws:s3:::b\"");
    CHECK(tree("version \"1.2\"") == "version\"1.2\"");
    CHECK(tree("glob \"a*\"") == "glob\"a*\"");
    CHECK(tree("\"a\\\"b\\\\c\\nd\"") == "\"a\\\"b\\\\c\\nd\"");
    CHECK(tree("\"\\u{e9}\\u{1F600}\"") == "\"\xc3\xa9\xf0\x9f\x98\x80\"");
    CHECK(tree("\"a\tb\"") == tree("\"a\\tb\""));
    CHECK(tree("\"${AWS::Region} # no comment\"") == "\"${AWS::Region} # no comment\"");
    CHECK(tree("true") == "true");
    CHECK(tree("trueish") == "trueish");
}

TEST_CASE("a malformed literal is SP0104") {
    CHECK(tree("12abc").starts_with("SP0104 12abc: "));
    CHECK(tree("1_").starts_with("SP0104 1_: "));
    CHECK(tree("\"a\\qb\"").starts_with("SP0104 \\q: unknown escape `\\q`"));
    CHECK(tree("\"\\u{110000}\"").starts_with("SP0104 \\u: "));
    CHECK(tree("\"\\u{d800}\"").starts_with("SP0104 \\u: "));
    CHECK(tree("2027-02-29").starts_with("SP0104 2027-02-29: "));
    CHECK(tree("2027-13-01").starts_with("SP0104 "));
    CHECK(tree("2027-01-01T25:00:00Z").starts_with("SP0104 "));
}

TEST_CASE("keywords are names where the grammar does not ask for them") {
    CHECK(tree("rule.key == id") == "(== (.key rule) id)");
    CHECK(tree("a.where.and.not.in") == "(.in (.not (.and (.where a))))");
    CHECK(tree("F(in: 1, not: 2, all: 3, if: 4)") == "(call F in:1 not:2 all:3 if:4)");
    CHECK(tree("count + first + the") == "(+ (+ count first) the)");
    CHECK(tree("cidr == version") == "(== cidr version)");
    CHECK(tree("some rule in group.ingress where rule.policy") ==
          "(some [rule in (.ingress group)] where (.policy rule))");
    CHECK(tree("some view: entity where by") == "(some [view: entity] where by)");
    CHECK(tree("android or notable and inner") == "(or android (and notable inner))");
    CHECK(tree("_") == "_");
    CHECK(tree("_a") == "_a");
}

TEST_CASE("blanks and comments are skipped after every token") {
    CHECK(tree("# first\n a # one\n . # two\n b[ # three\n 0 ] == # four\n c # end") == "(== ([] (.b a) 0) c)");
    CHECK(tree("a\r\n and\r\n b") == "(and a b)");
}

TEST_CASE("an expression's errors say what was seen and expected") {
    CHECK(tree("a ==") == "SP0101 : found the end of the file, expected a value after the comparison");
    CHECK(tree("a == b == c") == "SP0101 ==: found `==`, expected `and` or `or`: comparisons do not chain");
    CHECK(tree("some x xs") == "SP0101 xs: found `xs`, expected `in`, `:` or `(` after the name");
    CHECK(tree("all x in xs where y") == "SP0101 : found the end of the file, expected `where` or `satisfy`");
    CHECK(tree("f(a b)") == "SP0101 b: found `b`, expected `,` or `)` after the argument");
    CHECK(tree("[1, ]") == "SP0101 ]: found `]`, expected a value after `,`");
    CHECK(tree("{a: 1, b}") == "SP0101 }: found `}`, expected `:` after the key");
    CHECK(tree("a b") == "SP0101 b: found `b`, expected an operator or the end");
    CHECK(tree("a && b") == "SP0101 &&: found `&&`, expected an operator or the end");
    CHECK(tree("x == some y in ys") == "SP0101 some: found `some`, expected a value after the comparison");
    CHECK(tree("\"abc") == "SP0102 \"abc: the text has no closing `\"` on its line");
    CHECK(tree("a == \"abc\n + 1") == "SP0102 \"abc: the text has no closing `\"` on its line");
}

TEST_CASE("nesting has a limit, SP0103, and hostile depth does not exhaust the stack") {
    const auto repeated = [](const std::string& what, std::size_t times) {
        std::string out;
        for (std::size_t i = 0; i < times; ++i)
            out += what;
        return out;
    };
    CHECK(tree(repeated("(", 60) + "a" + repeated(")", 60)) == "a");
    for (const std::string open : {"(", "[", "{", "f(", "a[", "not ", "count(", "if ", "some x in xs where ",
                                   "{1: ", "the(f(", "all x in (", "x in [", "[y for x in "}) {
        INFO(open);
        const std::string text = repeated(open, 100000);
        CHECK(tree(text).substr(0, 2) == "SP");
    }
    CHECK(tree(repeated("not ", 100000) + "a").starts_with("SP0103 "));
    CHECK(tree("a" + repeated(" + a", 100000)).starts_with("SP0103 "));
    CHECK(tree("a" + repeated(".a", 100000)).starts_with("SP0103 "));
    CHECK(tree("a" + repeated(" and a", 1000)).starts_with("(and a a"));
}

TEST_CASE("spans are what the author wrote") {
    SourceMap sources;
    DiagnosticSink sink;
    const std::string text = "  a.b  == ( c or d ) # end\n";
    const SourceId id = sources.add("expression", text);
    const ParsedExpression parsed = parse_expression(id, sources, sink);
    const auto written = [&](Span span) { return text.substr(span.begin, span.end - span.begin); };
    const Expr& root = parsed.holder.exprs.at(parsed.root);
    CHECK(written(root.span) == "a.b  == ( c or d )");
    CHECK(written(root.text_span) == "==");
    const Expr& left = parsed.holder.exprs.at(root.children.at(0));
    CHECK(written(left.span) == "a.b");
    CHECK(written(left.text_span) == "b");
    CHECK(written(parsed.holder.exprs.at(root.children.at(1)).span) == "c or d");
}
