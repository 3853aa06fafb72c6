#include <catch2/catch.hpp>
#include <string>

#include "engine/document/dockerfile/shell.hpp"

using namespace spile;
using namespace spile::engine::dockerfile;

namespace {

using Link = ShellCommand::Link;

/// One line a command: link, `?` when conditional, depth, words.
std::string listing(std::string_view text) {
    std::string out;
    for (const ShellCommand& command : read_shell(text).commands) {
        switch (command.link) {
            case Link::first:
                out += "-";
                break;
            case Link::next:
                out += ";";
                break;
            case Link::and_then:
                out += "&&";
                break;
            case Link::or_else:
                out += "||";
                break;
            case Link::pipe:
                out += "|";
                break;
            case Link::background:
                out += "&";
                break;
        }
        if (command.conditional) out += "?";
        if (command.depth > 0) out += std::to_string(command.depth);
        for (const ShellWord& word : command.assignments)
            out += " " + word.text();
        for (const ShellWord& word : command.words)
            out += " <" + word.text() + ">";
        for (const ShellRedirect& redirect : command.redirects)
            out += " " + redirect.operation + redirect.target.text();
        out += "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("a line of commands is divided at its operators") {
    CHECK(listing("set -eux; apt-get update && apt-get install -y curl || exit 1\nrm -rf /x & wait") ==
          "- <set> <-eux>\n"
          "; <apt-get> <update>\n"
          "&&? <apt-get> <install> <-y> <curl>\n"
          "||? <exit> <1>\n"
          "; <rm> <-rf> </x>\n"
          "& <wait>\n");
    CHECK(listing("curl -s x | tar xz |& tee log") == "- <curl> <-s> <x>\n| <tar> <xz>\n| <tee> <log>\n");
}

TEST_CASE("quotes and escapes are taken off, and what they hold divides nothing") {
    CHECK(listing("echo 'a && b' \"c;d\" e\\ f \\; # no ; command\nls") ==
          "- <echo> <a && b> <c;d> <e f> <;>\n; <ls>\n");
    CHECK(listing("echo \"a \\\"b\\\" \\n\"") == "- <echo> <a \"b\" \\n>\n");
}

TEST_CASE("variables and substitutions stay holes, and the commands inside are commands") {
    const std::string_view text = "X=1 Y=$(id -u) make V=\"${V:-1}\" `nproc`";
    CHECK(listing(text) == "-1 <id> <-u>\n-1 <nproc>\n- X=1 Y=$(id -u) <make> <V=${V:-1}> <`nproc`>\n");
    const ShellText read = read_shell(text);
    CHECK_FALSE(read.broken);
    const ShellCommand& make = read.commands.back();
    CHECK(make.assignments[0].known());
    CHECK_FALSE(make.assignments[1].known());
    CHECK_FALSE(make.words[1].known());
    CHECK(text.substr(make.words[1].range.begin, make.words[1].range.end - make.words[1].range.begin) ==
          "V=\"${V:-1}\"");
    CHECK(text.substr(make.range.begin, make.range.end - make.range.begin) == text);
}

TEST_CASE("branches, loops and choices make their commands conditional, their conditions not") {
    CHECK(listing("if [ -f a ]; then one; elif two; then three; else four; fi; five") ==
          "- <[> <-f> <a> <]>\n;? <one>\n;? <two>\n;? <three>\n;? <four>\n; <five>\n");
    CHECK(listing("for x in a $(ls); do rm $x; done && after") == "-1 <ls>\n;? <rm> <$x>\n&&? <after>\n");
    CHECK(listing("case \"$a\" in x|y) one ;; (*) two; three ;; esac\nfour") ==
          "-? <one>\n;? <two>\n;? <three>\n; <four>\n");
    CHECK(listing("while read a; do b; done < file") == "- <read> <a>\n;? <b>\n; <file\n");
}

TEST_CASE("subshells and groups keep their depth, functions run later") {
    CHECK(listing("(cd /x && make) && { a; b; }") == "-1 <cd> </x>\n&&?1 <make>\n&&? <a>\n;? <b>\n");
    CHECK(listing("f() { one; }; f") == "-? <one>\n; <f>\n");
}

TEST_CASE("redirections are no arguments") {
    CHECK(listing("a 2>/dev/null >out <<<\"x y\" b 2>&1 &>all") == "- <a> <b> 2>/dev/null >out <<<x y 2>&1 &>all\n");
}

TEST_CASE("double brackets hold their operators") {
    CHECK(listing("[[ $a == b && -f c ]] && d") == "- <[[> <$a> <==> <b> <-f> <c> <]]>\n&&? <d>\n");
}

TEST_CASE("what is no shell ends, and says so") {
    for (const char* text : {"echo 'open", "echo \"open", "(a", "a ) b", "$(", "if a; then", "a ( b", "`"}) {
        INFO(text);
        CHECK(read_shell(text).broken);
    }
    CHECK(listing("a ) b") == "- <a>\n- <b>\n");
    const std::string deep(10'000, '(');
    CHECK(read_shell(deep).broken);
}
