#include "lang/diagnostics/diagnostic.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace spile;

TEST_CASE("each diagnostic has a code of its own and is found by it, in either case") {
    std::set<std::string_view> codes;
    for (const DiagnosticInfo& about : all_diagnostics()) {
        CHECK(codes.insert(about.code).second);
        CHECK(find_diagnostic(about.code) == about.kind);
        CHECK_FALSE(about.title.empty());
    }
    CHECK(find_diagnostic("sp0101") == DiagnosticKind::syntax_error);
    CHECK_FALSE(find_diagnostic("SP0100"));
}

TEST_CASE("a diagnostic prints its code, place, line, carets, labels and help") {
    SourceMap sources;
    const SourceId source = sources.add("a.spile", "module a\n\tfor bucket s3.Bucket\n");
    const Diagnostic diagnostic{.kind = DiagnosticKind::syntax_error,
                                .where = {source, {14, 20}},
                                .message = "`s3` where `:` should stand",
                                .labels = {{{source, {0, 6}}, "in this module"}, {{}, "without a place"}},
                                .help = "write `for bucket: s3.Bucket`"};
    CHECK(render_text(diagnostic, sources, Colour::off) ==
          "error[SP0101]: `s3` where `:` should stand\n"
          "  --> a.spile:2:6\n"
          "2 | \tfor bucket s3.Bucket\n"
          "  | \t    ^^^^^^\n"
          "  note: in this module\n"
          "  --> a.spile:1:1\n"
          "1 | module a\n"
          "  | ^^^^^^\n"
          "  = note: without a place\n"
          "  = help: write `for bucket: s3.Bucket`\n");
}

TEST_CASE("sorted diagnostics follow source and offset, and say nothing twice") {
    DiagnosticSink sink;
    const auto at = [](std::uint32_t source, std::uint32_t begin) {
        return Diagnostic{.kind = DiagnosticKind::syntax_error,
                          .where = {SourceId{source}, {begin, begin + 1}},
                          .message = "`x` is odd"};
    };
    for (const auto& diagnostic : {at(1, 4), at(0, 9), at(0, 2), at(0, 9)})
        sink.add(diagnostic);
    sink.sort();
    REQUIRE(sink.all().size() == 3);
    CHECK(sink.all()[0].where.span.begin == 2);
    CHECK(sink.all()[1].where.span.begin == 9);
    CHECK(sink.all()[2].where.source == SourceId{1});
    CHECK(sink.has_errors());
}
