#include "engine/document/dockerfile/instruction.hpp"

#include <algorithm>
#include <array>

#include "engine/document/dockerfile/arguments.hpp"
#include "engine/document/dockerfile/characters.hpp"
#include "lang/base/ascii.hpp"

namespace spile::engine::dockerfile {

namespace {

/// How an instruction's arguments are read.
enum class Reading : std::uint8_t {
    blank_words,
    quoted_words,
    list_or_words,
    list_or_text,
    text,
    pairs,
    health,
    nested
};

struct Known {
    std::string_view keyword;
    Reading reading;
};

constexpr std::array<Known, 18> k_known = {{{"ADD", Reading::list_or_words},
                                            {"ARG", Reading::quoted_words},
                                            {"CMD", Reading::list_or_text},
                                            {"COPY", Reading::list_or_words},
                                            {"ENTRYPOINT", Reading::list_or_text},
                                            {"ENV", Reading::pairs},
                                            {"EXPOSE", Reading::blank_words},
                                            {"FROM", Reading::blank_words},
                                            {"HEALTHCHECK", Reading::health},
                                            {"LABEL", Reading::pairs},
                                            {"MAINTAINER", Reading::text},
                                            {"ONBUILD", Reading::nested},
                                            {"RUN", Reading::list_or_text},
                                            {"SHELL", Reading::list_or_text},
                                            {"STOPSIGNAL", Reading::text},
                                            {"USER", Reading::text},
                                            {"VOLUME", Reading::list_or_words},
                                            {"WORKDIR", Reading::text}}};

class Reader {
  public:
    Reader(const MappedText& line, char escape, std::vector<Problem>& problems)
        : line_(line), text_(line.text()), escape_(escape), problems_(problems) {}

    Instruction read() {
        const Span all = trimmed(text_, {0, static_cast<std::uint32_t>(text_.size())});
        std::uint32_t keyword_end = all.begin;
        while (keyword_end < all.end && !is_blank(text_[keyword_end]))
            ++keyword_end;
        out_.keyword = text_.substr(all.begin, keyword_end - all.begin);
        out_.written = out_.keyword;
        out_.keyword_span = line_.source_span({all.begin, keyword_end});
        out_.span = line_.source_span(all);
        const Flags flags = split_flags(text_, {keyword_end, all.end});
        for (const FlagPiece& flag : flags.flags)
            out_.flags.push_back(flag_of(flag));
        const Span rest = trimmed(text_, {flags.rest, all.end});
        out_.text = line_.slice(rest);
        const std::string keyword = upper_case(out_.keyword);
        const auto* known =
            std::find_if(k_known.begin(), k_known.end(), [&](const Known& each) { return each.keyword == keyword; });
        if (known == k_known.end()) return std::move(out_);
        out_.keyword = keyword;
        out_.known = true;
        if (rest.begin < rest.end) read_arguments(known->reading, rest);
        return std::move(out_);
    }

  private:
    Word word(const Piece& piece) const { return {piece.text, line_.source_span(piece.range)}; }
    Word word(Span range) const {
        return {text_.substr(range.begin, range.end - range.begin), line_.source_span(range)};
    }
    void problem(Span range, std::string message) {
        problems_.push_back({line_.source_span(range), std::move(message)});
    }

    Flag flag_of(const FlagPiece& piece) const {
        Flag flag;
        flag.span = line_.source_span(piece.range);
        const std::size_t equals = piece.text.find('=');
        flag.name = piece.text.substr(2, equals == std::string::npos ? equals : equals - 2);
        if (equals != std::string::npos) flag.value = piece.text.substr(equals + 1);
        return flag;
    }

    void read_arguments(Reading reading, Span rest) {
        switch (reading) {
            case Reading::blank_words:
                words(split_blanks(text_, rest));
                return;
            case Reading::quoted_words:
                words(split_quoted(text_, rest, escape_));
                return;
            case Reading::list_or_words:
                if (!list(rest)) words(split_blanks(text_, rest));
                return;
            case Reading::list_or_text:
                if (!list(rest)) out_.form = Form::text;
                return;
            case Reading::text:
                out_.form = Form::text;
                return;
            case Reading::pairs:
                pairs(rest);
                return;
            case Reading::health:
                health(rest);
                return;
            case Reading::nested:
                out_.form = Form::nested;
                out_.nested.push_back(read_instruction(line_.slice(rest), escape_, problems_));
                return;
        }
    }

    void words(const std::vector<Piece>& pieces) {
        out_.form = Form::words;
        for (const Piece& piece : pieces)
            out_.words.push_back(word(piece));
    }

    /// True when the JSON form was meant, also a wrong one.
    bool list(Span rest) {
        const JsonForm json = read_json_form(text_, rest);
        if (!json.is_list) return false;
        out_.form = Form::json;
        if (!json.strings) {
            problem(rest, "a list of arguments holds texts in double quotes only");
            return true;
        }
        for (const Piece& piece : *json.strings)
            out_.words.push_back(word(piece));
        return true;
    }

    void pairs(Span rest) {
        const std::vector<Piece> found = split_quoted(text_, rest, escape_);
        if (found.empty()) return;
        out_.form = Form::pairs;
        if (found.front().text.find('=') == std::string::npos) {
            old_pair(rest);
            return;
        }
        for (const Piece& piece : found) {
            const std::size_t equals = piece.text.find('=');
            if (equals == std::string::npos) {
                problem(piece.range, "`" + piece.text + "` has no `=`: " + out_.keyword + " takes NAME=value");
                continue;
            }
            // Escapes stay in the text, so that offsets in the word and in the line are the same up to the `=`.
            const auto middle = static_cast<std::uint32_t>(text_.find('=', piece.range.begin));
            Pair pair;
            pair.name = {piece.text.substr(0, equals), line_.source_span({piece.range.begin, middle})};
            pair.value = {piece.text.substr(equals + 1), line_.source_span({middle + 1, piece.range.end})};
            out_.pairs.push_back(std::move(pair));
        }
    }

    // `ENV NAME value with blanks`: the first word is the name, all the rest the value.
    void old_pair(Span rest) {
        std::uint32_t end = rest.begin;
        while (end < rest.end && !is_blank(text_[end]))
            ++end;
        std::uint32_t value = end;
        while (value < rest.end && is_blank(text_[value]))
            ++value;
        if (end == rest.end) {
            problem(rest, out_.keyword + " has a name and no value");
            return;
        }
        out_.pairs.push_back({word(Span{rest.begin, end}), word(Span{value, rest.end}), false});
    }

    void health(Span rest) {
        std::uint32_t end = rest.begin;
        while (end < rest.end && !is_space(text_[end]))
            ++end;
        out_.health = text_.substr(rest.begin, end - rest.begin);
        const Span command = trimmed(text_, {end, rest.end});
        out_.text = line_.slice(command);
        if (command.begin == command.end) return;
        if (!list(command)) out_.form = Form::text;
    }

    const MappedText& line_;
    const std::string& text_;
    char escape_;
    std::vector<Problem>& problems_;
    Instruction out_;
};

}  // namespace

const std::vector<std::string_view>& instruction_keywords() {
    static const std::vector<std::string_view> keywords = [] {
        std::vector<std::string_view> out;
        for (const Known& known : k_known)
            out.push_back(known.keyword);
        return out;
    }();
    return keywords;
}

bool takes_heredocs(const Instruction& instruction) {
    if (instruction.form == Form::nested)
        return !instruction.nested.empty() && takes_heredocs(instruction.nested.front());
    return instruction.form != Form::json &&
           (instruction.keyword == "ADD" || instruction.keyword == "COPY" || instruction.keyword == "RUN");
}

Instruction read_instruction(const MappedText& line, char escape, std::vector<Problem>& problems) {
    return Reader(line, escape, problems).read();
}

}  // namespace spile::engine::dockerfile
