#include "engine/scenario/instructions.hpp"

#include <algorithm>

#include "engine/document/dockerfile/dockerfile.hpp"

namespace spile::engine::scenario {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// On one line, without what only joins lines.
std::string on_one_line(std::string_view text, char escape) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool joins = text[i] == escape && text.find_first_not_of(" \t\r", i + 1) < text.size() &&
                           text[text.find_first_not_of(" \t\r", i + 1)] == '\n';
        if (!joins && !is_blank(text[i]))
            out += text[i];
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (out.ends_with(' '))
        out.pop_back();
    return out;
}

std::uint32_t line_at(std::string_view text, std::uint32_t offset) {
    return 1 + static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + offset, '\n'));
}

InstructionPlace place_of(Given::Document& document, const dockerfile::Instruction& instruction) {
    const std::string& text = document.text;
    InstructionPlace place;
    place.document = &document;
    const std::size_t before =
        instruction.span.begin == 0 ? std::string::npos : text.rfind('\n', instruction.span.begin - 1);
    place.begin = before == std::string::npos ? 0 : static_cast<std::uint32_t>(before + 1);
    // A heredoc's span may end with the break of its last line.
    const std::uint32_t last = std::max(instruction.span.end, instruction.span.begin + 1) - 1;
    const std::size_t after = text.find('\n', last);
    place.end = static_cast<std::uint32_t>(after == std::string::npos ? text.size() : after + 1);
    place.first_line = line_at(text, instruction.span.begin);
    place.last_line = line_at(text, last);
    return place;
}

struct Candidate {
    InstructionPlace place;
    std::string text;
};

std::vector<Candidate> instructions_of(Given& given) {
    std::vector<Candidate> all;
    for (Given::Document& document : given.documents) {
        if (document.kind != InputKind::dockerfile) continue;
        const dockerfile::Dockerfile read = dockerfile::read_dockerfile(document.text);
        for (const dockerfile::Instruction& instruction : read.instructions) {
            const std::string_view text = document.text;
            const Span span = instruction.span;
            all.push_back({place_of(document, instruction),
                           on_one_line(text.substr(span.begin, span.end - span.begin), read.escape)});
        }
    }
    return all;
}

Error several(const std::string& words, const std::vector<const Candidate*>& found) {
    std::string places;
    for (const Candidate* each : found) {
        places += (places.empty() ? "" : ", ") + each->place.document->path + ":" +
                  std::to_string(each->place.first_line) + " `" + each->text + "`";
    }
    return Error{"several instructions begin with `" + words + "`: " + places +
                 "; write more of the one that is meant"};
}

Result<Given::Document*> only_dockerfile(Given& given) {
    Given::Document* only = nullptr;
    for (Given::Document& document : given.documents) {
        if (document.kind != InputKind::dockerfile) continue;
        if (only != nullptr)
            return Error{"there are several Dockerfiles; `the instruction … is added behind …` says in which"};
        only = &document;
    }
    if (only == nullptr)
        return Error{"there is no Dockerfile to edit; a Given step such as `the Dockerfile:` comes first"};
    return only;
}

std::string with_break(std::string lines) {
    if (!lines.empty() && !lines.ends_with('\n')) lines += '\n';
    return lines;
}

// What is put in must be an instruction, or the step would test something else than it says.
Answer must_be_instructions(const std::string& lines) {
    const dockerfile::Dockerfile read = dockerfile::read_dockerfile(lines);
    if (read.instructions.empty()) return Failure{"`" + lines + "` is no instruction", {}};
    for (const dockerfile::Instruction& instruction : read.instructions) {
        if (instruction.known) continue;
        const auto& keywords = dockerfile::instruction_keywords();
        return Failure{"there is no instruction `" + instruction.keyword + "`" +
                           nearest_of(instruction.keyword, {keywords.begin(), keywords.end()}),
                       {}};
    }
    return std::nullopt;
}

}  // namespace

Result<InstructionPlace> find_instruction(Given& given, const std::string& words) {
    const std::vector<Candidate> all = instructions_of(given);
    if (all.empty()) return Error{"there is no Dockerfile to edit; a Given step such as `the Dockerfile:` comes first"};
    const std::string wanted = on_one_line(words, '\n');
    if (wanted.empty()) return Error{"the instruction is empty; write its words"};
    std::vector<const Candidate*> found;
    for (const Candidate& each : all)
        if (each.text == wanted) found.push_back(&each);
    if (found.empty())
        for (const Candidate& each : all)
            if (each.text.starts_with(wanted + " ")) found.push_back(&each);
    if (found.size() == 1) return found.front()->place;
    if (found.size() > 1) return several(words, found);
    std::vector<std::string> known;
    for (const Candidate& each : all)
        known.push_back(each.text);
    const std::string near = nearest_of(wanted, known);
    return Error{"no Dockerfile has an instruction `" + words + "`" +
                 (near.empty() ? "; there are " + listed(known) : near)};
}

Answer replace_instruction(Given& given, const std::string& words, const std::string& lines) {
    const Result<InstructionPlace> place = find_instruction(given, words);
    if (!place.ok()) return Failure{place.error().message, {}};
    if (!lines.empty())
        if (Answer wrong = must_be_instructions(lines)) return wrong;
    const InstructionPlace& at = place.value();
    at.document->text.replace(at.begin, at.end - at.begin, with_break(lines));
    return std::nullopt;
}

Answer add_instruction_behind(Given& given, const std::string& words, const std::string& lines) {
    const Result<InstructionPlace> place = find_instruction(given, words);
    if (!place.ok()) return Failure{place.error().message, {}};
    if (Answer wrong = must_be_instructions(lines)) return wrong;
    std::string& text = place.value().document->text;
    const bool unfinished = place.value().end == text.size() && !text.ends_with('\n');
    text.insert(place.value().end, (unfinished ? "\n" : "") + with_break(lines));
    return std::nullopt;
}

Answer add_instruction(Given& given, const std::string& lines) {
    const Result<Given::Document*> only = only_dockerfile(given);
    if (!only.ok()) return Failure{only.error().message, {}};
    if (Answer wrong = must_be_instructions(lines)) return wrong;
    std::string& text = only.value()->text;
    text = with_break(std::move(text)) + with_break(lines);
    return std::nullopt;
}

}  // namespace spile::engine::scenario
