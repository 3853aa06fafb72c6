// Lines -> instructions: directives, comments, continuations, heredocs.
#include <algorithm>
#include <array>

#include "engine/document/dockerfile/arguments.hpp"
#include "engine/document/dockerfile/characters.hpp"
#include "engine/document/dockerfile/dockerfile.hpp"
#include "engine/document/dockerfile/instruction.hpp"
#include "engine/document/readers.hpp"
#include "lang/base/ascii.hpp"

namespace spile::engine::dockerfile {

namespace {

constexpr std::array<std::string_view, 3> k_directives = {"check", "escape", "syntax"};

/// One line; `end` leaves out the line break and carriage returns in front of it.
struct Line {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t next = 0;
};

class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text), at_(byte_order_mark(text)) {}

    Dockerfile read() {
        while (at_ < text_.size()) {
            const Line line = next_line();
            const std::uint32_t begin = first_visible(line);
            if (begin == line.end) {
                directives_over_ = true;
                comments_.clear();
            } else if (text_[begin] == '#') {
                comment_line({begin, line.end});
            } else {
                directives_over_ = true;
                instruction(line, begin);
            }
        }
        if (out_.instructions.empty())
            out_.problems.push_back({{0, static_cast<std::uint32_t>(text_.size())}, "there is no instruction"});
        return std::move(out_);
    }

  private:
    Line next_line() {
        const std::size_t found = text_.find('\n', at_);
        Line line;
        line.begin = at_;
        line.end = static_cast<std::uint32_t>(found == std::string_view::npos ? text_.size() : found);
        line.next = static_cast<std::uint32_t>(found == std::string_view::npos ? text_.size() : found + 1);
        while (line.end > line.begin && text_[line.end - 1] == '\r')
            --line.end;
        at_ = line.next;
        return line;
    }

    std::uint32_t first_visible(const Line& line) const {
        std::uint32_t at = line.begin;
        while (at < line.end && is_space(text_[at]))
            ++at;
        return at;
    }

    std::string_view view(Span range) const { return text_.substr(range.begin, range.end - range.begin); }

    // ---- comments and directives --------------------------------------------------------------------------------

    void comment_line(Span range) {
        if (!directives_over_ && directive(range)) {
            comments_.clear();
            return;
        }
        directives_over_ = true;
        note_comment(range);
        comments_.push_back(out_.comments.back().text);
    }

    void note_comment(Span range) {
        const Span content = trimmed(text_, {range.begin + 1, range.end});
        out_.comments.push_back({std::string(view(content)), range});
    }

    /// `# name = value`; false when the comment is none.
    bool directive(Span range) {
        Span name = trimmed(text_, {range.begin + 1, range.end});
        const std::size_t equals = view(name).find('=');
        if (equals == std::string_view::npos) return false;
        const Span value = trimmed(text_, {name.begin + static_cast<std::uint32_t>(equals) + 1, range.end});
        name = trimmed(text_, {name.begin, name.begin + static_cast<std::uint32_t>(equals)});
        if (value.begin == value.end) return false;
        Directive found{lower_case(view(name)), std::string(view(value)), name, value};
        if (std::find(k_directives.begin(), k_directives.end(), found.name) == k_directives.end()) return false;
        if (out_.directive(found.name) != nullptr) {
            out_.problems.push_back({name, "the directive `" + found.name + "` is given twice"});
            return true;
        }
        if (found.name == "escape") {
            if (found.value == "\\" || found.value == "`")
                out_.escape = found.value.front();
            else
                out_.problems.push_back({value, "the escape character is ` or \\, not `" + found.value + "`"});
        }
        out_.directives.push_back(std::move(found));
        return true;
    }

    // ---- instructions -------------------------------------------------------------------------------------------

    /// Where an escape at the end of `range` takes the next line along; nothing when there is none. One that is escaped
    /// itself is none.
    std::optional<std::uint32_t> continuation(Span range) const {
        std::uint32_t end = range.end;
        while (end > range.begin && (text_[end - 1] == ' ' || text_[end - 1] == '\t'))
            --end;
        if (end == range.begin || text_[end - 1] != out_.escape) return std::nullopt;
        if (end - 1 > range.begin && text_[end - 2] == out_.escape) return std::nullopt;
        return end - 1;
    }

    /// The bytes of a line that belong to the instruction; whether it goes on.
    bool add_line(MappedText& joined, Span range) const {
        const std::optional<std::uint32_t> goes_on = continuation(range);
        if (goes_on) range.end = *goes_on;
        joined.append(view(range), range.begin);
        return goes_on.has_value();
    }

    void instruction(const Line& first, std::uint32_t begin) {
        MappedText joined;
        bool goes_on = add_line(joined, {begin, first.end});
        while (goes_on && at_ < text_.size()) {
            const Line line = next_line();
            const std::uint32_t visible = first_visible(line);
            if (visible == line.end) {
                out_.empty_continuations.push_back({line.begin, line.end});
            } else if (text_[visible] == '#') {
                note_comment({visible, line.end});
            } else {
                goes_on = add_line(joined, {line.begin, line.end});
            }
        }
        const Span visible = trimmed(joined.text(), {0, static_cast<std::uint32_t>(joined.text().size())});
        if (visible.begin == visible.end) return;
        Instruction read = read_instruction(joined, out_.escape, out_.problems);
        read.comments = std::move(comments_);
        comments_.clear();
        if (takes_heredocs(read)) heredocs(joined, read);
        out_.instructions.push_back(std::move(read));
    }

    void heredocs(const MappedText& joined, Instruction& instruction) {
        if (joined.text().find("<<") == std::string::npos) return;
        for (HeredocWord& word : heredoc_words(joined.text(), out_.escape)) {
            Heredoc heredoc;
            heredoc.name = std::move(word.name);
            heredoc.descriptor = std::move(word.descriptor);
            heredoc.expands = word.expands;
            heredoc.strips_tabs = word.strips_tabs;
            heredoc.span = joined.source_span(word.range);
            if (!heredoc_body(heredoc))
                out_.problems.push_back({heredoc.span, "no line says `" + heredoc.name + "`, which ends the text"});
            instruction.span.end = std::max(instruction.span.end, heredoc.body.end);
            instruction.heredocs.push_back(std::move(heredoc));
        }
    }

    /// False when the file ends before the terminator.
    bool heredoc_body(Heredoc& heredoc) {
        heredoc.body = {at_, at_};
        while (at_ < text_.size()) {
            const Line line = next_line();
            std::uint32_t begin = line.begin;
            while (heredoc.strips_tabs && begin < line.end && text_[begin] == '\t')
                ++begin;
            if (view({begin, line.end}) == heredoc.name) return true;
            heredoc.content.append(view({begin, line.next}), begin);
            heredoc.body.end = line.next;
        }
        return false;
    }

    std::string_view text_;
    std::uint32_t at_;
    Dockerfile out_;
    bool directives_over_ = false;
    std::vector<std::string> comments_;
};

}  // namespace

const Directive* Dockerfile::directive(std::string_view name) const {
    for (const Directive& each : directives) {
        if (each.name == name) return &each;
    }
    return nullptr;
}

Dockerfile read_dockerfile(std::string_view text) {
    return Reader(text).read();
}

}  // namespace spile::engine::dockerfile
