// Edits of real templates at random places: the text that results, read again, is the tree of the original with the
// same edit made there, and the opposite edit leads back. The tree here knows nothing of how texts are edited.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <map>
#include <random>
#include <variant>

#include "corpus.hpp"
#include "engine/document/edit.hpp"

using namespace spile;
using namespace spile::engine;
using namespace spile::tests;

namespace {

struct Tree {
    Token token = Token::end;
    std::string text;
    std::string tag;
    std::vector<std::pair<std::string, Tree>> members;  // of a map; elements of a list have no key
    friend bool operator==(const Tree&, const Tree&) = default;
};

class Reader {
  public:
    Reader(const std::string& text, Format format)
        : cursor_(open_document(sources_.add("input", text), sources_, format, {}, sink_)) {}
    Tree read() {
        Tree tree = value(Event(cursor_->next()));
        return cursor_->failed() ? Tree{} : tree;
    }

  private:
    Tree value(const Event& event) {
        Tree tree{event.token, std::string(event.text), std::string(event.tag), {}};
        if (event.token == Token::null_value) tree.text.clear();
        if (event.token != Token::begin_list && event.token != Token::begin_map) return tree;
        for (;;) {
            const Event child = cursor_->next();
            if (child.token == Token::end_list || child.token == Token::end_map || child.token == Token::end)
                return tree;
            if (child.token != Token::key) {
                tree.members.emplace_back("", value(child));
                continue;
            }
            std::string key(child.text);
            tree.members.emplace_back(std::move(key), value(Event(cursor_->next())));
        }
    }

    SourceMap sources_;
    DiagnosticSink sink_;
    std::unique_ptr<Cursor> cursor_;
};

Tree read(const std::string& text, Format format) {
    return Reader(text, format).read();
}

/// Maps ordered by key: what is left when order does not count.
Tree sorted(Tree tree) {
    for (auto& [key, child] : tree.members)
        child = sorted(std::move(child));
    if (tree.token == Token::begin_map)
        std::stable_sort(tree.members.begin(), tree.members.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
    return tree;
}

std::string quoted(const std::string& text) {
    constexpr const char* digits = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += std::string("\\u00") + digits[c >> 4] + digits[c & 15];
        } else {
            out += c;
        }
    }
    return out + '"';
}

/// The tree as YAML in flow style.
std::string written(const Tree& tree) {
    std::string out = tree.tag.empty() ? "" : tree.tag + " ";
    switch (tree.token) {
        case Token::begin_list:
        case Token::begin_map: {
            const bool map = tree.token == Token::begin_map;
            out += map ? "{" : "[";
            for (std::size_t i = 0; i < tree.members.size(); ++i) {
                if (i > 0) out += ", ";
                if (map) out += quoted(tree.members[i].first) + ": ";
                out += written(tree.members[i].second);
            }
            return out + (map ? "}" : "]");
        }
        case Token::null_value:
            return out + "null";
        case Token::boolean:
        case Token::number:
            return out + tree.text;
        default:
            return out + quoted(tree.text);
    }
}

struct NewValue {
    std::string yaml;
    std::string json;
};
const std::vector<NewValue> k_values{
    {"word", R"("word")"},
    {"12.50", "12.50"},
    {"\"quoted: text # with [marks]\"", R"("quoted: text # with [marks]")"},
    {"plain, with {braces} and:none", R"("plain, with {braces} and:none")"},
    {"!Ref Name", R"({"Ref": "Name"})"},
    {"!GetAtt A.B.C", R"({"Fn::GetAtt": ["A", "B.C"]})"},
    {"{a: 1, b: [x, !Sub '${y}']}", R"({"a": 1, "b": ["x", {"Fn::Sub": "${y}"}]})"},
    {"a: 1\nb:\n  - x\n  - c: !Ref d\n    e: true", R"({"a": 1, "b": ["x", {"c": {"Ref": "d"}, "e": true}]})"},
    {"- one\n- two: 2\n", R"(["one", {"two": 2}])"},
    {"|\n  first\n    second # not a comment\n", R"("first\n  second # not a comment\n")"},
    {"!If\n- c\n- 1\n- !Ref x", R"({"Fn::If": ["c", 1, {"Ref": "x"}]})"},
    {"null", "null"},
    {"[]", "[]"},
};

class Trial {
  public:
    Trial(std::string text, Format format, std::mt19937& random)
        : text_(std::move(text)), format_(format), random_(random), tree_(read(text_, format)) {}

    [[nodiscard]] bool readable() const { return !tree_.members.empty(); }

    void run() {
        Tree expected = tree_;
        Edit edit = walk(expected);
        Tree* parent = parent_;
        const std::size_t which = which_;
        const bool map = parent->token == Token::begin_map;
        const auto at = parent->members.begin() + static_cast<std::ptrdiff_t>(which);
        Edit inverse = edit;
        bool ordered = true;
        if (below(2) == 0) {
            edit.kind = Edit::Kind::remove;
            inverse.kind = Edit::Kind::set;
            inverse.value = written(at->second);
            ordered = which + 1 == parent->members.size();
            if (!map && !ordered) inverse.path.clear();  // an element cannot be put back in the middle
            if (parent->members.size() == 1 && !map && edit.path.size() == 1) inverse.path.clear();
            parent->members.erase(at);
        } else {
            const NewValue& value = k_values[below(k_values.size())];
            edit.kind = Edit::Kind::set;
            edit.value = value.yaml;
            Tree put = format_ == Format::json ? read(value.json, Format::json) : read(value.yaml + "\n", Format::yaml);
            const std::size_t how = below(3);
            if (how == 0) {  // another value
                inverse.kind = Edit::Kind::set;
                inverse.value = written(at->second);
                at->second = put;
            } else {  // one more, perhaps below a parent that is not there
                edit.path.back() = map ? EditStep{"New Key: " + std::to_string(below(9)), {}}
                                       : EditStep{"", static_cast<std::uint32_t>(parent->members.size())};
                inverse = Edit{Edit::Kind::remove, edit.path, ""};
                if (how == 2) {
                    edit.path.push_back({"Deeper", {}});
                    edit.path.push_back({"", 0});
                    put = Tree{Token::begin_list, "", "", {{"", put}}};
                    put = Tree{Token::begin_map, "", "", {{"Deeper", put}}};
                }
                parent->members.emplace_back(map ? edit.path[inverse.path.size() - 1].key : "", put);
            }
        }
        check(edit, expected, inverse, ordered);
    }

    static inline std::map<std::string, std::size_t> counts;

  private:
    std::size_t below(std::size_t n) { return random_() % n; }

    /// A path to a random member or element of `tree`.
    Edit walk(Tree& tree) {
        Edit edit;
        parent_ = nullptr;
        for (Tree* here = &tree; !here->members.empty() && (parent_ == nullptr || below(6) != 0);) {
            parent_ = here;
            which_ = below(here->members.size());
            edit.path.push_back(here->token == Token::begin_map ? EditStep{here->members[which_].first, {}}
                                                                : EditStep{"", static_cast<std::uint32_t>(which_)});
            here = &here->members[which_].second;
        }
        return edit;
    }

    void check(const Edit& edit, const Tree& expected, const Edit& inverse, bool ordered) {
        const Result<std::string> edited = engine::edit(text_, format_, edit);
        std::string path;
        for (const EditStep& step : edit.path)
            path += step.index ? "[" + std::to_string(*step.index) + "]" : "." + step.key;
        INFO((edit.kind == Edit::Kind::remove ? "remove " : "set ") << path << " to " << edit.value);
        if (!edited) {
            const bool shared = edited.error().message.find("anchor") != std::string::npos ||
                                edited.error().message.find("alias") != std::string::npos ||
                                edited.error().message.find("merge key") != std::string::npos;
            ++counts[shared ? "shared by aliases" : "refused"];
            INFO(edited.error().message);
            CHECK(shared);
            return;
        }
        ++counts["edits"];
        const Tree found = read(edited.value(), format_);
        if (!(found == expected)) {
            ++counts["wrong"];
            INFO(edited.value());
            CHECK(written(found) == written(expected));
            return;
        }
        if (inverse.path.empty()) return;
        const Result<std::string> back = engine::edit(edited.value(), format_, inverse);
        if (!back) {
            INFO("back: " << back.error().message);
            CHECK(back.ok());
            return;
        }
        ++counts["inverses"];
        const Tree again = read(back.value(), format_);
        CHECK(written(ordered ? again : sorted(again)) == written(ordered ? tree_ : sorted(tree_)));
    }

    std::string text_;
    Format format_;
    std::mt19937& random_;
    Tree tree_;
    Tree* parent_ = nullptr;
    std::size_t which_ = 0;
};

}  // namespace

TEST_CASE("edits of real templates are edits of their trees, and the opposite edit leads back") {
    const auto folder = corpus();
    if (!folder) return;
    std::mt19937 random(7);  // NOLINT: the same places each time
    std::size_t files = 0;
    std::vector<std::pair<std::filesystem::path, int>> paths;
    for (const auto& [part, edits] : {std::pair{"templates", 25}, std::pair{"suites", 3}})
        for (const auto& path : files_below(*folder / part, {".yaml", ".yml", ".json"}))
            paths.emplace_back(path, edits);
    for (const auto& [path, edits] : paths) {
        const bool json = path.extension() == ".json";
        const std::string text = read_file(path);
        INFO(path.string());
        for (const Format format : {Format::json, Format::yaml}) {
            if (format == Format::json && !json) continue;
            Trial trial(text, format, random);
            if (!trial.readable()) continue;
            ++files;
            for (int i = 0; i < edits; ++i)
                trial.run();
        }
    }
    std::printf("edit: %zu texts", files);
    for (const auto& [what, count] : Trial::counts)
        std::printf(", %zu %s", count, what.c_str());
    std::printf("\n");
    CHECK(files > 1'000);
    CHECK(Trial::counts["inverses"] > 5'000);
}
