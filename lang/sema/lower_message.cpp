// `else`, `because` and `remedy`: text with `{expr}` holes; `{{` and `}}` stand for braces.
#include "lang/sema/body.hpp"
#include "lang/sema/graft.hpp"

namespace spile::lang::sema {

namespace {

class MessageReader {
  public:
    MessageReader(Body& body, const syntax::Text& text)
        : body_(body), text_(text.text), offsets_(decoded_offsets(body.text(text.span), text.span.begin)) {}

    Template read() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c != '{' && c != '}') {
                literal_ += c;
                ++at_;
            } else if (at_ + 1 < text_.size() && text_[at_ + 1] == c) {
                literal_ += c;
                at_ += 2;
            } else if (c == '{') {
                hole();
            } else {
                complain(at_, at_ + 1, "`}` closes nothing", "write `}}` for a brace");
                ++at_;
            }
        }
        flush();
        return std::move(made_);
    }

  private:
    void flush() {
        if (!literal_.empty()) made_.pieces.push_back({.text = std::move(literal_)});
        literal_.clear();
    }

    // The closing brace of the hole that opens at at_, past nested braces and quoted texts.
    [[nodiscard]] std::size_t closing() const {
        std::size_t depth = 0;
        bool quoted = false;
        for (std::size_t i = at_; i < text_.size(); ++i) {
            if (text_[i] == '"') quoted = !quoted;
            if (quoted) continue;
            if (text_[i] == '{') ++depth;
            if (text_[i] == '}' && --depth == 0) return i;
        }
        return text_.npos;
    }

    void hole() {
        const std::size_t begin = at_ + 1;
        const std::size_t end = closing();
        if (end == text_.npos || text_.find_first_not_of(' ', begin) == end) {
            complain(at_, end == text_.npos ? text_.size() : end + 1,
                     end == text_.npos ? "`{` is never closed" : "`{}` names no value", "write `{{` for a brace");
            at_ = end == text_.npos ? text_.size() : end + 1;
            return;
        }
        flush();
        const auto place = [&](std::uint32_t offset) { return file_offset(begin + offset); };
        const auto root =
            graft_expression(body_.module, std::string_view(text_).substr(begin, end - begin), place, body_.env.sink);
        if (root != syntax::no_expr) made_.pieces.push_back({.text = "", .value = lower(body_, root).expr});
        at_ = end + 1;
    }

    [[nodiscard]] std::uint32_t file_offset(std::size_t at) const {
        return offsets_[at < offsets_.size() ? at : offsets_.size() - 1];
    }

    void complain(std::size_t begin, std::size_t end, std::string message, std::string help) {
        body_.report(DiagnosticKind::bad_interpolation, {file_offset(begin), file_offset(end)}, std::move(message),
                     std::move(help));
    }

    Body& body_;
    const std::string text_;
    const std::vector<std::uint32_t> offsets_;
    std::size_t at_ = 0;
    std::string literal_;
    Template made_;
};

}  // namespace

Template lower_message(Body& body, const syntax::Text& text) {
    return MessageReader(body, text).read();
}

}  // namespace spile::lang::sema
