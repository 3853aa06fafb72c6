#include "engine/report/escape.hpp"

#include <catch2/catch.hpp>

#include "engine/report/escape.hpp"
#include "tests/unit/engine/report/sample_report.hpp"

using namespace spile;
using namespace spile::engine;

TEST_CASE("visible text has no control, bidirectional or broken characters") {
    CHECK(visible("a\x1b[0m\tb\nc\r") == "a\\x1b[0m\\tb\\nc\\x0d");
    CHECK(visible("\xe2\x80\xae"
                  "abc") == "\\u{202e}abc");
    CHECK(visible("\xc2\x9b") == "\\u{9b}");
    CHECK(visible("gr\xc3\xb6\xc3\x9f") == "gr\xc3\xb6\xc3\x9f");
    CHECK(visible("\xff\xc3") == "\\xff\\xc3");
    CHECK(visible_line("\ta\x07") == "\ta\\x07");
}

TEST_CASE("XML text is well formed whatever it holds") {
    CHECK(xml("<a b=\"c\">&\x01\n") == "&lt;a b=&quot;c&quot;&gt;&amp;\\x01&#10;");
    CHECK(xml("\xef\xbf\xbf") == "\\u{ffff}");
}

TEST_CASE("Markdown cells hold no markup, HTML, links or mentions") {
    CHECK(markdown("a|b `c` <i> [x](y)") == "a\\|b \\`c\\` &lt;i&gt; \\[x\\]\\(y\\)");
    CHECK(markdown("@me #1 https://e.example") == "&#64;<!-- -->me &#35;<!-- -->1 https&#58;<!-- -->//e.example");
    CHECK(markdown("www.e.example") == "www<!-- -->.e.example");
    CHECK(markdown("a\nb") == "a\\\\nb");
}

TEST_CASE("GitHub commands escape data and properties") {
    CHECK(github_data("50%\r\n:,") == "50%25%0D%0A:,");
    CHECK(github_property("a:b,c%") == "a%3Ab%2Cc%25");
}

TEST_CASE("paths become URI references") {
    CHECK(uri("./a b/c:d.yaml") == "a%20b/c%3Ad.yaml");
    CHECK(uri("gr\xc3\xb6") == "gr%C3%B6");
    CHECK(uri("") == "-");
}

TEST_CASE("SARIF messages hold no links") {
    CHECK(sarif_text("see [x](http://e)") == "see \\[x\\](http://e)");
    CHECK(sarif_text("Tags[0] is missing") == "Tags[0] is missing");
}

TEST_CASE("lengths count characters and UTF-16 units") {
    CHECK(utf16_length("a\xc3\xb6\xf0\x9f\x98\x80") == 4);
    CHECK(character_count("a\xc3\xb6\xf0\x9f\x98\x80") == 3);
    CHECK(prefix("a\xc3\xb6", 2) == "a");
    CHECK(prefix("a\xc3\xb6", 3) == "a\xc3\xb6");
}
