#include "engine/document/dockerfile/words.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "engine/document/dockerfile/characters.hpp"
#include "engine/document/dockerfile/shell_pattern.hpp"

namespace spile::engine::dockerfile {

namespace {

constexpr int k_most_nested = 64;
/// Value times pattern, in bytes, that a substitution by pattern may cost.
constexpr std::size_t k_most_work = 20'000'000;

void add_known(Expanded& to, std::string_view text) {
    if (text.empty()) return;
    if (to.pieces.empty() || !to.pieces.back().known) to.pieces.push_back({});
    to.pieces.back().text += text;
}

void add(Expanded& to, const Expanded& what) {
    for (const Expanded::Piece& piece : what.pieces) {
        if (piece.known)
            add_known(to, piece.text);
        else
            to.pieces.push_back(piece);
    }
}

Expanded known_text(std::string_view text) {
    Expanded out;
    add_known(out, text);
    return out;
}

/// Collects words: blanks divide unless they were quoted or escaped.
class Words {
  public:
    void add_plain(std::string_view text) {
        for (const char c : text) {
            if (is_space(c))
                end();
            else
                add_known(word_, std::string_view(&c, 1));
        }
    }
    void add_plain(const Expanded& text) {
        for (const Expanded::Piece& piece : text.pieces) {
            if (piece.known)
                add_plain(piece.text);
            else
                word_.pieces.push_back(piece);
        }
    }
    void add_quoted(const Expanded& text) { add(word_, text); }
    void add_quoted(std::string_view text) { add_known(word_, text); }
    std::vector<Expanded> take() {
        end();
        return std::move(words_);
    }

  private:
    void end() {
        if (!word_.pieces.empty()) words_.push_back(std::move(word_));
        word_ = {};
    }
    std::vector<Expanded> words_;
    Expanded word_;
};

/// What stands up to the character that ends it.
struct Part {
    Expanded whole;
    std::vector<Expanded> words;
};

/// How an escape in front of a character reads: it is taken off, or kept for a pattern to see.
enum class Escapes : std::uint8_t { removed, kept };

class Expander {
  public:
    Expander(std::string_view text, char escape, const Variables& variables)
        : text_(text), escape_(escape), variables_(variables) {}

    Result<Expansion> run() {
        std::optional<Part> part = read_until(std::nullopt, Escapes::removed);
        if (!part) return Error{error_};
        return Expansion{std::move(part->whole), std::move(part->words), std::move(unset_)};
    }

  private:
    [[nodiscard]] bool over() const { return at_ >= text_.size(); }
    [[nodiscard]] char peek() const { return text_[at_]; }

    std::nullopt_t fail(std::string message) {
        if (error_.empty()) error_ = std::move(message);
        return std::nullopt;
    }

    std::optional<Part> read_until(std::optional<char> stop, Escapes escapes) {
        if (++depth_ > k_most_nested) return fail("substitutions are nested deeper than 64");
        Part out;
        Words words;
        while (!over() && peek() != stop) {
            const char c = peek();
            if (c == '\'' || c == '"' || c == '$') {
                const std::optional<Expanded> inner = c == '$'   ? dollar()
                                                      : c == '"' ? double_quoted()
                                                                 : single_quoted();
                if (!inner) return std::nullopt;
                add(out.whole, *inner);
                if (c == '$')
                    words.add_plain(*inner);
                else
                    words.add_quoted(*inner);
                continue;
            }
            ++at_;
            if (c != escape_) {
                add_known(out.whole, {&c, 1});
                words.add_plain(std::string_view(&c, 1));
                continue;
            }
            std::string taken;
            if (escapes == Escapes::kept) taken += c;
            if (!over()) taken += text_[at_++];
            add_known(out.whole, taken);
            words.add_quoted(taken);
        }
        if (stop) {
            if (over()) return fail(std::string("`") + *stop + "` is missing");
            ++at_;
        }
        --depth_;
        out.words = words.take();
        return out;
    }

    std::optional<Expanded> single_quoted() {
        const std::size_t close = text_.find('\'', at_ + 1);
        if (close == std::string_view::npos) return fail("a single quote is not closed");
        Expanded out = known_text(text_.substr(at_ + 1, close - at_ - 1));
        at_ = close + 1;
        return out;
    }

    std::optional<Expanded> double_quoted() {
        ++at_;
        Expanded out;
        while (!over() && peek() != '"') {
            if (peek() == '$') {
                const std::optional<Expanded> value = dollar();
                if (!value) return std::nullopt;
                add(out, *value);
                continue;
            }
            char c = text_[at_++];
            // Other escapes stay as they are written.
            if (c == escape_ && !over() && (peek() == '"' || peek() == '$' || peek() == escape_)) c = text_[at_++];
            add_known(out, {&c, 1});
        }
        if (over()) return fail("a double quote is not closed");
        ++at_;
        return out;
    }

    /// A name, the digits of a position, or one special character; empty when there is none.
    std::string name() {
        const std::size_t begin = at_;
        if (over()) return {};
        if (is_digit(peek())) {
            while (!over() && is_digit(peek()))
                ++at_;
        } else if (std::string_view("@*#?-$!").find(peek()) != std::string_view::npos) {
            ++at_;
        } else {
            while (!over() && (is_letter(peek()) || is_digit(peek()) || peek() == '_' || (peek() & 0x80) != 0))
                ++at_;
        }
        return std::string(text_.substr(begin, at_ - begin));
    }

    Variable value_of(const std::string& name) {
        Variable found = variables_(name);
        if (found.state == Variable::State::unset && std::find(unset_.begin(), unset_.end(), name) == unset_.end())
            unset_.push_back(name);
        return found;
    }

    static Expanded text_of(const std::string& name, const Variable& variable) {
        if (variable.state != Variable::State::unknown) return known_text(variable.value);
        Expanded hole;
        hole.pieces.push_back({name, false});
        return hole;
    }

    std::optional<Expanded> dollar() {
        ++at_;
        if (over() || peek() != '{') {
            const std::string variable = name();
            if (variable.empty()) return known_text("$");
            return text_of(variable, value_of(variable));
        }
        ++at_;
        if (over()) return fail("`}` is missing");
        if (peek() == '{' || peek() == '}' || peek() == ':') return fail("a substitution without a name");
        const std::string variable = name();
        if (over()) return fail("`}` is missing");
        const char c = text_[at_++];
        if (c == '}') return text_of(variable, value_of(variable));
        if (c == '/') return replacement(variable);
        if (c == ':') {
            if (over()) return fail("`}` is missing");
            return operation(variable, text_[at_++], Empty::counts_as_unset);
        }
        return operation(variable, c, Empty::is_a_value);
    }

    enum class Empty : std::uint8_t { is_a_value, counts_as_unset };

    std::optional<Expanded> operation(const std::string& variable, char operation, Empty empty) {
        const bool by_pattern = operation == '#' || operation == '%';
        if (!by_pattern && operation != '-' && operation != '+' && operation != '?')
            return fail(std::string("`") + operation + "` is no operator of a substitution");
        const std::optional<Part> word = read_until('}', by_pattern ? Escapes::kept : Escapes::removed);
        if (!word) return std::nullopt;
        const Variable value = value_of(variable);
        if (value.state == Variable::State::unknown) return text_of(variable, value);
        if (by_pattern) return without_pattern(variable, value, operation, word->whole);
        const bool there =
            value.state == Variable::State::known && (empty == Empty::is_a_value || !value.value.empty());
        if (operation == '-') return there ? known_text(value.value) : word->whole;
        if (operation == '+') return there ? word->whole : Expanded();
        if (there) return known_text(value.value);
        const std::string message = word->whole.text();
        if (!message.empty()) return fail(variable + ": " + message);
        return fail(variable + (value.state == Variable::State::unset ? " has no value" : " is empty"));
    }

    /// The value is known; the hole stands for it when the pattern is not.
    std::optional<Expanded> without_pattern(const std::string& variable, const Variable& value, char operation,
                                            const Expanded& word) {
        if (!word.known()) return hole(variable);
        std::string pattern = word.text();
        ShellPattern::Length length = ShellPattern::Length::shortest;
        if (!pattern.empty() && pattern.front() == operation) {
            length = ShellPattern::Length::longest;
            pattern.erase(0, 1);
        }
        const std::optional<ShellPattern> compiled = compile(pattern, value.value);
        if (!compiled) return std::nullopt;
        const std::string& text = value.value;
        if (operation == '#') return known_text(text.substr(compiled->prefix(text, length).value_or(0)));
        return known_text(text.substr(0, compiled->suffix(text, length).value_or(text.size())));
    }

    std::optional<Expanded> replacement(const std::string& variable) {
        std::size_t most = 1;
        if (!over() && peek() == '/') {
            most = std::numeric_limits<std::size_t>::max();
            ++at_;
        }
        const std::optional<Part> pattern = read_until('/', Escapes::kept);
        if (!pattern) return std::nullopt;
        const std::optional<Part> with = read_until('}', Escapes::kept);
        if (!with) return std::nullopt;
        const Variable value = value_of(variable);
        if (value.state == Variable::State::unknown || !pattern->whole.known() || !with->whole.known())
            return hole(variable);
        const std::optional<ShellPattern> compiled = compile(pattern->whole.text(), value.value);
        if (!compiled) return std::nullopt;
        return known_text(compiled->replaced(value.value, with->whole.text(), most));
    }

    std::optional<ShellPattern> compile(const std::string& pattern, const std::string& value) {
        if (value.size() * value.size() * (pattern.size() + 1) > k_most_work)
            return fail("a pattern over a value of " + std::to_string(value.size()) + " bytes");
        Result<ShellPattern> compiled = ShellPattern::compile(pattern);
        if (!compiled.ok()) return fail(compiled.error().message);
        return std::move(compiled).value();
    }

    static Expanded hole(const std::string& variable) { return text_of(variable, {Variable::State::unknown, {}}); }

    std::string_view text_;
    char escape_;
    const Variables& variables_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::string error_;
    std::vector<std::string> unset_;
};

}  // namespace

bool Expanded::known() const noexcept {
    return std::all_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.known; });
}

std::string Expanded::text() const {
    std::string out;
    for (const Piece& piece : pieces)
        out += piece.known ? piece.text : "${" + piece.text + "}";
    return out;
}

Result<Expansion> expand(std::string_view text, char escape, const Variables& variables) {
    return Expander(text, escape, variables).run();
}

}  // namespace spile::engine::dockerfile
