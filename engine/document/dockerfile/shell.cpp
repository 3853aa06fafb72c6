#include "engine/document/dockerfile/shell.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/document/dockerfile/characters.hpp"

namespace spile::engine::dockerfile {

namespace {

constexpr std::uint32_t k_most_nested = 64;

/// Words that are syntax where a command may begin.
constexpr std::array<std::string_view, 9> k_openers = {"!",    "do",   "elif",  "else", "if",
                                                       "then", "time", "until", "while"};
constexpr std::array<std::string_view, 4> k_closers = {"done", "esac", "fi", "}"};

template <std::size_t Size>
bool one_of(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_name(std::string_view text) {
    if (text.empty() || is_digit(text.front())) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
}

class Reader {
  public:
    Reader(std::string_view text, ShellText& out) : text_(text), out_(out) {}

    void run() {
        list(Until::end);
        // What closes nothing is passed over, so that the rest is read all the same.
        while (at_ < text_.size()) {
            out_.broken = true;
            ++at_;
            list(Until::end);
        }
    }

  private:
    /// What ends a list of commands: the text, `)` of a subshell or substitution, or the backtick of an old one.
    enum class Until : std::uint8_t { end, parenthesis, backtick };

    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    [[nodiscard]] bool over() const { return at_ >= text_.size(); }
    [[nodiscard]] bool starts(std::string_view what) const { return text_.substr(at_).starts_with(what); }
    bool take(std::string_view what) {
        if (!starts(what)) return false;
        at_ += static_cast<std::uint32_t>(what.size());
        return true;
    }

    // ---- blanks and operators -----------------------------------------------------------------------------------

    void blanks() {
        while (!over()) {
            if (is_blank(peek())) {
                ++at_;
            } else if (peek() == '\\' && peek(1) == '\n') {
                at_ += 2;
            } else if (peek() == '#' && (at_ == 0 || is_space(text_[at_ - 1]) || text_[at_ - 1] == ';')) {
                const std::size_t end = text_.find('\n', at_);
                at_ = static_cast<std::uint32_t>(end == std::string_view::npos ? text_.size() : end);
            } else {
                return;
            }
        }
    }

    using Link = ShellCommand::Link;

    /// The operator between two commands, if one stands here.
    std::optional<Link> link() {
        if (take("&&")) return Link::and_then;
        if (take("||")) return Link::or_else;
        if (take("|&") || take("|")) return Link::pipe;
        if (take(";;&") || take(";;") || take(";&")) {
            if (inside(Construct::Kind::choice)) constructs_.back().at_pattern = true;
            return Link::next;
        }
        if (take(";") || take("\n")) return Link::next;
        if (starts("&>")) return std::nullopt;
        if (take("&")) return Link::background;
        return std::nullopt;
    }

    // ---- lists --------------------------------------------------------------------------------------------------

    void list(Until until) {
        Link how = Link::first;
        const std::size_t constructs = constructs_.size();
        const bool chained = chained_;
        chained_ = false;
        while (!over()) {
            blanks();
            if (over() || ended(until)) break;
            if (const std::optional<Link> found = link()) {
                how = *found;
                if (how == Link::and_then || how == Link::or_else) chained_ = true;
                if (how == Link::next || how == Link::background) chained_ = false;
                continue;
            }
            if (inside(Construct::Kind::choice) && constructs_.back().at_pattern && pattern()) continue;
            const std::uint32_t before = at_;
            command(how);
            if (at_ == before) break;
        }
        out_.broken = out_.broken || constructs_.size() > constructs;
        constructs_.resize(std::min(constructs_.size(), constructs));
        chained_ = chained;
    }

    [[nodiscard]] bool ended(Until until) const {
        if (until == Until::parenthesis) return peek() == ')';
        return until == Until::backtick && peek() == '`';
    }

    void command(Link how) {
        if (peek() == '(') {
            ++at_;
            const std::size_t constructs = constructs_.size();
            open(Construct::Kind::group);
            nested(Until::parenthesis);
            constructs_.resize(constructs);
            return;
        }
        if (peek() == ')') return;  // a fault of the text
        ShellCommand command;
        command.link = how;
        command.depth = depth_;
        command.range.begin = at_;
        simple(command);
    }

    void nested(Until until) {
        if (depth_ + 1 > k_most_nested) {
            out_.broken = true;
            at_ = static_cast<std::uint32_t>(text_.size());
            return;
        }
        ++depth_;
        list(until);
        --depth_;
        if (over())
            out_.broken = true;
        else
            ++at_;
    }

    // ---- one command --------------------------------------------------------------------------------------------

    /// Reserved words in front are taken off; what they say of conditions is kept.
    void simple(ShellCommand& command) {
        std::uint32_t end = at_;
        while (true) {
            blanks();
            if (over() || is_end_of_command()) break;
            if (redirect(command)) {
                end = at_;
                continue;
            }
            if (peek() == '(') {
                // `name() { … }`: a function, whose body runs when somebody calls it.
                if (command.words.size() == 1 && peek(1) == ')') {
                    at_ += 2;
                    function_ = true;
                    return;
                }
                out_.broken = true;
                ++at_;
                continue;
            }
            const std::uint32_t begin = at_;
            ShellWord word = read_word();
            if (at_ == begin) {
                out_.broken = true;
                ++at_;
                continue;
            }
            if (command.words.empty() && command.assignments.empty() && !word.quoted) {
                const std::string text = word.text();
                if (reserved(text)) {
                    command.range.begin = at_;
                    end = at_;
                    continue;
                }
                if (text == "for" || text == "select" || text == "case") {
                    header(text);
                    return;
                }
            }
            end = at_;
            if (command.words.empty() && is_assignment(word))
                command.assignments.push_back(std::move(word));
            else
                command.words.push_back(std::move(word));
            if (command.words.size() == 1 && command.words.front().text() == "[[") test(command, end);
        }
        if (command.words.empty() && command.assignments.empty() && command.redirects.empty()) return;
        command.conditional = chained_ || conditional();
        command.range.end = end;
        const std::uint32_t first = !command.assignments.empty() ? command.assignments.front().range.begin
                                    : !command.words.empty()     ? command.words.front().range.begin
                                                                 : command.range.begin;
        command.range.begin = first;
        out_.commands.push_back(std::move(command));
    }

    [[nodiscard]] bool is_end_of_command() const {
        const char c = peek();
        return c == '\n' || c == ';' || c == '|' || c == ')' || (c == '&' && peek(1) != '>') ||
               (c == '`' && backticks_ > 0);
    }

    // ---- constructs ---------------------------------------------------------------------------------------------

    /// `if`, a loop, `case` or a group that is open; conditional from `then`, `do` or a pattern on.
    struct Construct {
        enum class Kind : std::uint8_t { branch, loop, choice, group };
        Kind kind = Kind::group;
        bool conditional = false;
        bool at_pattern = false;  // choice: a pattern comes next
    };

    [[nodiscard]] bool inside(Construct::Kind kind) const {
        return !constructs_.empty() && constructs_.back().kind == kind;
    }
    [[nodiscard]] bool conditional() const {
        return std::any_of(constructs_.begin(), constructs_.end(),
                           [](const Construct& each) { return each.conditional; });
    }
    void open(Construct::Kind kind) {
        if (constructs_.size() < k_most_nested)
            constructs_.push_back({kind, chained_ || kind == Construct::Kind::choice, kind == Construct::Kind::choice});
        else
            out_.broken = true;
    }
    void close(Construct::Kind kind) {
        if (inside(kind))
            constructs_.pop_back();
        else
            out_.broken = true;
    }

    /// True for a word that is syntax here.
    bool reserved(std::string_view word) {
        using Kind = Construct::Kind;
        if (word == "if") open(Kind::branch);
        if (word == "while" || word == "until") open(Kind::loop);
        if ((word == "then" && inside(Kind::branch)) || (word == "do" && inside(Kind::loop)))
            constructs_.back().conditional = true;
        if (word == "fi") close(Kind::branch);
        if (word == "done") close(Kind::loop);
        if (word == "esac") close(Kind::choice);
        if (word == "}") close(Kind::group);
        if (word == "{") {
            open(Kind::group);
            if (function_ && inside(Kind::group)) constructs_.back().conditional = true;
            chained_ = false;
            function_ = false;
            return true;
        }
        return one_of(k_openers, word) || one_of(k_closers, word);
    }

    /// `for x in a b`, `case $x in`: no commands, but substitutions in them are.
    void header(std::string_view kind) {
        if (kind != "case") open(Construct::Kind::loop);
        while (true) {
            blanks();
            if (over() || peek() == '\n' || peek() == ';') return;
            const std::uint32_t begin = at_;
            const ShellWord word = read_word();
            if (at_ == begin) {
                ++at_;
                continue;
            }
            if (kind == "case" && word.text() == "in") {
                open(Construct::Kind::choice);
                return;
            }
        }
    }

    /// Passes `a|b)` of a `case`; false when `esac` stands here.
    bool pattern() {
        if (starts("esac")) return false;
        const std::size_t end = text_.find(')', at_ + 1);
        constructs_.back().at_pattern = false;
        if (end == std::string_view::npos) return false;
        at_ = static_cast<std::uint32_t>(end + 1);
        return true;
    }

    /// `[[ a && b ]]`: operators inside are its own.
    void test(ShellCommand& command, std::uint32_t& end) {
        while (!over()) {
            blanks();
            if (over()) return;
            const std::uint32_t begin = at_;
            ShellWord word = read_word();
            if (at_ == begin) {
                ++at_;
                continue;
            }
            const bool closes = word.text() == "]]";
            command.words.push_back(std::move(word));
            end = at_;
            if (closes) return;
        }
    }

    static bool is_assignment(const ShellWord& word) {
        if (word.pieces.empty() || !word.pieces.front().known) return false;
        std::string_view text = word.pieces.front().text;
        const std::size_t equals = text.find('=');
        if (equals == std::string_view::npos) return false;
        text = text.substr(0, equals);
        if (text.ends_with("+")) text.remove_suffix(1);
        return is_name(text);
    }

    bool redirect(ShellCommand& command) {
        std::uint32_t look = at_;
        while (look < text_.size() && is_digit(text_[look]))
            ++look;
        if (look < text_.size() && text_[look] == '&' && look + 1 < text_.size() && text_[look + 1] == '>') ++look;
        if (look >= text_.size() || (text_[look] != '<' && text_[look] != '>')) return false;
        // `<(…)` and `>(…)` are words.
        if (look + 1 < text_.size() && text_[look + 1] == '(') return false;
        std::uint32_t end = look;
        while (end < text_.size() &&
               (text_[end] == '<' || text_[end] == '>' || text_[end] == '&' || text_[end] == '|') && end - look < 3)
            ++end;
        if (text_.substr(look, end - look) == "<<" && end < text_.size() && text_[end] == '-') ++end;
        ShellRedirect found;
        found.operation = text_.substr(at_, end - at_);
        at_ = end;
        blanks();
        found.target = read_word();
        command.redirects.push_back(std::move(found));
        return true;
    }

    // ---- words --------------------------------------------------------------------------------------------------

    static void add(ShellWord& word, std::string_view text) {
        if (word.pieces.empty() || !word.pieces.back().known) word.pieces.push_back({});
        word.pieces.back().text += text;
    }

    ShellWord read_word() {
        ShellWord word;
        word.range.begin = at_;
        while (!over()) {
            const char c = peek();
            if (is_space(c) || c == ';' || c == '|' || c == '&' || c == '(' || c == ')') break;
            if (c == '<' || c == '>') {
                if (peek(1) != '(') break;
                process_substitution(word);
            } else if (c == '\\') {
                escaped(word);
            } else if (c == '\'') {
                single_quoted(word);
            } else if (c == '"') {
                double_quoted(word);
            } else if (c == '`') {
                if (backticks_ > 0) break;
                substitution(word);
            } else if (c == '$') {
                dollar(word);
            } else {
                add(word, text_.substr(at_++, 1));
            }
        }
        word.range.end = at_;
        return word;
    }

    void escaped(ShellWord& word) {
        ++at_;
        if (over()) return;
        word.quoted = true;
        if (peek() != '\n') add(word, text_.substr(at_, 1));
        ++at_;
    }

    void single_quoted(ShellWord& word) {
        const std::size_t close = text_.find('\'', at_ + 1);
        const std::size_t end = close == std::string_view::npos ? text_.size() : close;
        out_.broken = out_.broken || close == std::string_view::npos;
        word.quoted = true;
        add(word, text_.substr(at_ + 1, end - at_ - 1));
        at_ = static_cast<std::uint32_t>(std::min(end + 1, text_.size()));
    }

    void double_quoted(ShellWord& word) {
        ++at_;
        word.quoted = true;
        add(word, {});
        while (!over() && peek() != '"') {
            if (peek() == '\\' && at_ + 1 < text_.size()) {
                if (std::string_view("$`\"\\\n").find(peek(1)) == std::string_view::npos) add(word, "\\");
                if (peek(1) != '\n') add(word, text_.substr(at_ + 1, 1));
                at_ += 2;
            } else if (peek() == '$') {
                dollar(word);
            } else if (peek() == '`' && backticks_ == 0) {
                substitution(word);
            } else {
                add(word, text_.substr(at_++, 1));
            }
        }
        if (over())
            out_.broken = true;
        else
            ++at_;
    }

    void hole(ShellWord& word, std::uint32_t begin) const {
        word.pieces.push_back({std::string(text_.substr(begin, at_ - begin)), false});
    }

    void dollar(ShellWord& word) {
        const std::uint32_t begin = at_++;
        if (over()) {
            add(word, "$");
            return;
        }
        if (starts("((")) {
            skip_to_close('(', ')');
        } else if (peek() == '(') {
            ++at_;
            commands_inside(Until::parenthesis);
        } else if (peek() == '{') {
            skip_to_close('{', '}');
        } else if (peek() == '\'' || peek() == '"') {
            // $'…' and $"…": quoted text; the escapes of the first stay as they are.
            if (peek() == '\'')
                single_quoted(word);
            else
                double_quoted(word);
            return;
        } else if (is_letter(peek()) || peek() == '_') {
            while (is_letter(peek()) || is_digit(peek()) || peek() == '_')
                ++at_;
        } else if (is_digit(peek()) || std::string_view("@*#?-$!").find(peek()) != std::string_view::npos) {
            ++at_;
        } else {
            add(word, "$");
            return;
        }
        hole(word, begin);
    }

    /// From an opening bracket behind its close; brackets nest, quotes do not count.
    void skip_to_close(char open, char close) {
        std::uint32_t depth = 0;
        while (!over()) {
            const char c = text_[at_++];
            if (c == '\\' && !over()) {
                ++at_;
            } else if (c == open) {
                ++depth;
            } else if (c == close && --depth == 0) {
                return;
            }
        }
        out_.broken = true;
    }

    void substitution(ShellWord& word) {
        const std::uint32_t begin = at_++;
        ++backticks_;
        commands_inside(Until::backtick);
        --backticks_;
        hole(word, begin);
    }

    void process_substitution(ShellWord& word) {
        const std::uint32_t begin = at_;
        at_ += 2;
        commands_inside(Until::parenthesis);
        hole(word, begin);
    }

    void commands_inside(Until until) {
        const std::uint32_t backticks = backticks_;
        if (until == Until::parenthesis) backticks_ = 0;
        nested(until);
        backticks_ = backticks;
    }

    std::string_view text_;
    ShellText& out_;
    std::uint32_t at_ = 0;
    std::uint32_t depth_ = 0;
    std::uint32_t backticks_ = 0;
    std::vector<Construct> constructs_;
    bool chained_ = false;   // behind && or || in this list
    bool function_ = false;  // the group that opens next is a function's body
};

}  // namespace

bool ShellWord::known() const noexcept {
    return std::all_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.known; });
}

std::string ShellWord::text() const {
    std::string out;
    for (const Piece& piece : pieces)
        out += piece.text;
    return out;
}

ShellText read_shell(std::string_view text) {
    ShellText out;
    Reader(text, out).run();
    return out;
}

}  // namespace spile::engine::dockerfile
