// The printer's hold on the source: the next token, and the comments in front of it.
#include "lang/format/printer.hpp"

#include <algorithm>

#include "lang/base/check.hpp"
#include "lang/format/format.hpp"

namespace spile::lang::format {

std::string format(const syntax::Module& module, const SourceMap& sources) {
    return Printer(module, sources.text(module.source)).print();
}

std::string Printer::print() {
    if (text_.starts_with("\xef\xbb\xbf")) at_ = 3;
    header();
    const syntax::Declaration* before = nullptr;
    for (const syntax::Declaration& each : module_.declarations) {
        const bool together = before != nullptr && before->kind == each.kind && !is_block(each);
        start_line(together ? Blank::keep : Blank::always);
        declaration(each);
        before = &each;
    }
    flush_comments(Blank::keep);
    return out_.finish();
}

void Printer::token(std::string_view expected) {
    flush_comments(Blank::never);
    SPILE_CHECK(text_.substr(at_).starts_with(expected), "the formatter is out of step with the source");
    out_.text(expected);
    at_ += expected.size();
    trailing_comment();
}

void Printer::source(Span span) {
    token(text_.substr(span.begin, span.end - span.begin));
}

void Printer::word(std::string_view expected) {
    token(expected);
    out_.space();
}

char Printer::peek() {
    flush_comments(Blank::never);
    return at_ < text_.size() ? text_[at_] : '\0';
}

void Printer::trailing_comment() {
    const std::size_t next = text_.find_first_not_of(" \t", at_);
    if (next == std::string_view::npos || text_[next] != '#') return;
    const std::size_t end = std::min(text_.find('\n', next), text_.size());
    const std::string_view line = text_.substr(next, end - next);
    out_.trailing_comment(line.substr(0, line.find_last_not_of(" \t\r") + 1));
    at_ = end;
}

void Printer::flush_comments(Blank blank) {
    for (bool again = true; again;) {
        const std::size_t next = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
        const auto breaks = std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                       text_.begin() + static_cast<std::ptrdiff_t>(next), '\n');
        again = next < text_.size() && text_[next] == '#';
        const bool last = next == text_.size() || text_[next] == '}';  // of a body or the file
        if (blank != Blank::never && breaks > 1 && !last) out_.blank_line();
        at_ = next;
        if (!again) return;
        const std::size_t end = std::min(text_.find('\n', next), text_.size());
        const std::string_view line = text_.substr(next, end - next);
        out_.own_comment(line.substr(0, line.find_last_not_of(" \t\r") + 1));
        at_ = end;
    }
}

void Printer::start_line(Blank blank) {
    if (blank == Blank::always) {
        out_.blank_line();
    } else {
        out_.hard_line();
    }
    if (blank == Blank::never) {
        // The first line of a body: no empty line above it, but below its comments.
        const std::size_t next = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
        at_ = next;
    }
    flush_comments(Blank::keep);
}

void Printer::bracketed(std::string_view open, std::string_view close, const std::function<void()>& inside) {
    out_.open_group();
    token(open);
    const std::size_t next = text_.find_first_not_of(" \t\r\n", at_);
    if (text_.substr(next).starts_with(close)) {
        token(close);
    } else {
        out_.nest(4);
        out_.soft_line();
        inside();
        flush_comments(Blank::never);
        out_.unnest();
        out_.soft_line();
        token(close);
    }
    out_.close_group();
}

void Printer::body(std::vector<Line> lines) {
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.begin < b.begin; });
    out_.space();
    token("{");
    out_.nest(4);
    bool first = true;
    for (const Line& each : lines) {
        start_line(first ? Blank::never : Blank::keep);
        each.print();
        first = false;
    }
    const std::size_t next = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
    const bool comment = next < text_.size() && text_[next] == '#';
    if (comment) start_line(first ? Blank::never : Blank::keep);
    out_.unnest();
    if (comment || !lines.empty()) out_.hard_line();
    token("}");
}

}  // namespace spile::lang::format
