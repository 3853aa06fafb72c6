// RUN in shell form -> commands as values.
#include <algorithm>
#include <set>

#include "engine/document/dockerfile/shell.hpp"
#include "engine/loaders/dockerfile/stage.hpp"

namespace spile::engine::dockerfile {

namespace {

std::string_view link_word(ShellCommand::Link link) {
    switch (link) {
        case ShellCommand::Link::first:
            return "first";
        case ShellCommand::Link::next:
            return "next";
        case ShellCommand::Link::and_then:
            return "and";
        case ShellCommand::Link::or_else:
            return "or";
        case ShellCommand::Link::pipe:
            return "pipe";
        case ShellCommand::Link::background:
            return "background";
    }
    return "next";
}

/// `$NAME` or `${NAME}`; empty for anything else.
std::string_view simple_name(std::string_view hole) {
    if (!hole.starts_with("$")) return {};
    hole.remove_prefix(1);
    if (hole.starts_with("{") && hole.ends_with("}")) hole = hole.substr(1, hole.size() - 2);
    const bool name = std::all_of(hole.begin(), hole.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
    return name ? hole : std::string_view();
}

std::string_view base_name(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

class Reader {
  public:
    Reader(const MappedText& text, const Stage& stage, const Values& values, const Path* path, std::vector<Value>& out)
        : text_(text), stage_(stage), values_(values), path_(path), out_(out) {}

    void read() {
        const ShellText shell = read_shell(text_.text());
        for (const ShellCommand& command : shell.commands) {
            for (const ShellWord& word : command.assignments)
                assigned_.insert(name_of_assignment(word));
        }
        for (const ShellCommand& command : shell.commands)
            out_.push_back(value_of(command));
    }

  private:
    static std::string name_of_assignment(const ShellWord& word) {
        const std::string& text = word.pieces.front().text;
        return text.substr(0, text.find_first_of("+="));
    }

    /// A text with holes: variables of the Dockerfile are known, what the shell itself sets is not.
    Value text(const ShellWord& word, const Path* path) const {
        const Origin* origin = values_.origin(text_.source_span(word.range), path);
        std::vector<Segment> segments;
        bool assumed = false;
        for (const ShellWord::Piece& piece : word.pieces) {
            if (piece.known) {
                if (!piece.text.empty()) segments.push_back({.text = values_.keep(piece.text)});
                continue;
            }
            const std::string name(simple_name(piece.text));
            Binding found;
            if (!name.empty() && !assigned_.contains(name)) found = stage_.scope.find(name);
            assumed = assumed || found.assumed;
            if (found.variable.state == Variable::State::known && !found.variable.value.empty()) {
                segments.push_back({.text = values_.keep(found.variable.value)});
            } else if (found.variable.state != Variable::State::known) {
                const std::string cause = "`" + piece.text + "` is known when the image is built";
                segments.push_back(
                    {.hole = values_.hole(piece.text, found.cause.empty() ? cause : found.cause, origin)});
            }
        }
        if (segments.empty()) return values_.make().string("", origin);
        const Value value = values_.make().partial(segments, origin);
        return assumed ? values_.make().marked(value, false, true) : value;
    }

    Value value_of(const ShellCommand& command) const {
        const auto position = static_cast<std::uint32_t>(out_.size());
        const Path* path = values_.below(values_.below(path_, "commands"), position);
        const Span span = text_.source_span(command.range);
        std::vector<Value> words;
        for (const ShellWord& word : command.words)
            words.push_back(
                text(word, values_.below(values_.below(path, "words"), static_cast<std::uint32_t>(words.size()))));
        std::vector<Value> assignments;
        for (const ShellWord& word : command.assignments)
            assignments.push_back(text(word, values_.below(path, "assignments")));
        std::vector<Value> redirects;
        for (const ShellRedirect& redirect : command.redirects)
            redirects.push_back(values_.text(redirect.operation + redirect.target.text(),
                                             text_.source_span(redirect.target.range),
                                             values_.below(path, "redirects")));
        Fields fields;
        if (!words.empty()) {
            const Value first = words.front();
            const Span at = text_.source_span(command.words.front().range);
            fields.add("name", first.is(Kind::string)
                                   ? values_.text(base_name(first.text()), at, values_.below(path, "name"))
                                   : first);
        }
        const std::vector<Value> arguments(words.begin() + (words.empty() ? 0 : 1), words.end());
        fields.add("arguments", values_.list(arguments, span, values_.below(path, "arguments")));
        fields.add("words", values_.list(words, span, values_.below(path, "words")));
        fields.add("assignments", values_.list(assignments, span, values_.below(path, "assignments")));
        fields.add("redirects", values_.list(redirects, span, values_.below(path, "redirects")));
        fields.add("conditional", values_.boolean(command.conditional, span, values_.below(path, "conditional")));
        fields.add("link", values_.text(link_word(command.link), span, values_.below(path, "link")));
        fields.add("position", values_.number(position, span, values_.below(path, "position")));
        const std::string_view written =
            std::string_view(text_.text()).substr(command.range.begin, command.range.end - command.range.begin);
        fields.add("text", values_.text(written, span, values_.below(path, "text")));
        return values_.map(fields, span, path);
    }

    const MappedText& text_;
    const Stage& stage_;
    const Values& values_;
    const Path* path_;
    std::vector<Value>& out_;
    std::set<std::string> assigned_;
};

bool is_posix_shell(std::string_view word) {
    const std::string_view name = base_name(word);
    return name == "sh" || name == "bash" || name == "ash" || name == "dash" || name == "zsh" || name == "ksh";
}

}  // namespace

std::optional<std::vector<Value>> commands_of(const Instruction& instruction, const Stage& stage, const Values& values,
                                              const Path* path) {
    std::vector<Value> out;
    if (instruction.form == Form::json) {
        // Exec form: one command, or a shell with its text.
        const bool shell = instruction.words.size() == 3 && is_posix_shell(instruction.words[0].text) &&
                           instruction.words[1].text.starts_with("-") && instruction.words[1].text.ends_with("c");
        MappedText text;
        if (shell) {
            text.append(instruction.words[2].text, instruction.words[2].span.begin);
        } else {
            for (const Word& word : instruction.words) {
                if (!text.text().empty()) text.append(" ", word.span.begin);
                text.append("'" + word.text + "'", word.span.begin);
            }
        }
        Reader(text, stage, values, path, out).read();
        return out;
    }
    if (!stage.shell_is_posix) return std::nullopt;
    const bool only_heredoc = instruction.text.text().starts_with("<<");
    if (!only_heredoc) Reader(instruction.text, stage, values, path, out).read();
    const bool fed_to_shell =
        only_heredoc || (!instruction.text.text().empty() && is_posix_shell(instruction.text.text().substr(
                                                                 0, instruction.text.text().find_first_of(" \t<"))));
    for (const Heredoc& heredoc : instruction.heredocs) {
        // `#!/usr/bin/python3` in the first line names another language.
        const std::string& content = heredoc.content.text();
        const bool other =
            content.starts_with("#!") && !is_posix_shell(content.substr(2, content.find_first_of("\n \r") - 2));
        if (fed_to_shell && !other) Reader(heredoc.content, stage, values, path, out).read();
    }
    return out;
}

}  // namespace spile::engine::dockerfile
