// Image references with the defaults of the field: docker.io, library/, latest. (distribution/reference, grammar in
// its package comment; a first part with a dot or colon, or `localhost`, is a registry.)
#include <array>
#include <string>

#include "engine/eval/operators/builtins.hpp"
#include "engine/eval/operators/names.hpp"
#include "engine/eval/operators/pieces.hpp"

namespace spile::engine::operators {

namespace {

constexpr std::array<std::string_view, 4> k_fields = {"registry", "repository", "tag", "digest"};

struct Reference {
    Value registry;
    Value repository;
    Value tag;
    Value digest;
};

bool all_of(std::string_view text, std::string_view punctuation, bool upper) {
    for (const char c : text) {
        const bool taken = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (upper && c >= 'A' && c <= 'Z') ||
                           punctuation.find(c) != std::string_view::npos;
        if (!taken) return false;
    }
    return true;
}

bool is_repository(std::string_view text) {
    const bool edges = !text.empty() && text.front() != '/' && text.back() != '/';
    return edges && text.find("//") == std::string_view::npos && all_of(text, "._-/", false);
}

bool is_tag(std::string_view text) {
    return !text.empty() && text.size() <= 128 && text.front() != '.' && text.front() != '-' &&
           all_of(text, "._-", true);
}

bool is_digest(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const std::string_view hex = text.substr(colon + 1);
    return hex.size() >= 32 && hex.find_first_not_of("0123456789abcdef") == std::string_view::npos &&
           (text.substr(0, colon) != "sha256" || hex.size() == 64);
}

bool names_registry(std::string_view part) {
    return part == "localhost" || part.find_first_of(".:") != std::string_view::npos;
}

/// Whether a part surely names a registry, also when it is known in part.
bool names_registry(const Piece& part) {
    for (const Segment& segment : part)
        if (segment.known() && segment.text.find_first_of(".:") != std::string_view::npos) return true;
    return !has_hole(part) && names_registry(known_text(part));
}

Piece joined(const std::vector<Piece>& parts, std::size_t first) {
    Piece out;
    for (std::size_t i = first; i < parts.size(); ++i) {
        if (i > first) out.push_back({.text = "/"});
        out.insert(out.end(), parts[i].begin(), parts[i].end());
    }
    return out;
}

/// Registry and repository of the text in front of tag and digest.
void read_name(const Piece& name, Value text, const Operands& with, Reference& out) {
    const std::vector<Piece> parts = split_at(name, "/", std::string_view::npos);
    const ValueFactory& make = *with.factory;
    if (parts.size() > 1 && names_registry(parts.front())) {
        out.registry = piece_value(parts.front(), text, with);
        const bool hub = out.registry.is(Kind::string) && out.registry.text() == "index.docker.io";
        if (hub) out.registry = make.string("docker.io", text.origin());
        out.repository = piece_value(joined(parts, 1), text, with);
    } else if (has_hole(parts.front())) {
        // The hole may hold the registry, or none, and further parts.
        out.registry = fresh_hole(text, with);
        out.repository = ending_with(known_tail(parts.back()), text, with);
    } else {
        out.registry = make.string("docker.io", text.origin());
        out.repository = piece_value(name, text, with);
    }
    const bool hub = out.registry.is(Kind::string) && out.registry.text() == "docker.io";
    if (hub && out.repository.is(Kind::string) && out.repository.text().find('/') == std::string_view::npos)
        out.repository = text_value("library/" + std::string(out.repository.text()), text, with);
}

/// Cuts `:tag` off the last part of the name.
void read_tag(Piece& name, Value text, const Operands& with, bool digest_written, Reference& out) {
    std::vector<Piece> parts = split_at(name, "/", std::string_view::npos);
    const std::vector<Piece> last = split_at(parts.back(), ":", 2);
    const bool open = has_hole(parts.back());
    if (last.size() == 2) {
        out.tag = piece_value(last[1], text, with);
        if (has_hole(last[1]) && !digest_written) out.digest = fresh_hole(text, with, true);
        parts.back() = last[0];
        name = joined(parts, 0);
        return;
    }
    if (!open) {
        out.tag = digest_written ? with.factory->missing("tag", text.origin())
                                 : with.factory->string("latest", text.origin());
        return;
    }
    // A hole in the last part may hold the tag, the digest, or both; what lies behind it belongs to either.
    out.tag = fresh_hole(text, with, true);
    if (!digest_written) out.digest = fresh_hole(text, with, true);
    Piece& end = parts.back();
    while (!end.empty() && end.back().known())
        end.pop_back();
    end.back().hole = fresh_hole(text, with);
    name = joined(parts, 0);
}

bool valid(const Reference& reference) {
    const auto fits = [](Value value, bool (*check)(std::string_view)) {
        return !value.is(Kind::string) || check(value.text());
    };
    return fits(reference.repository, is_repository) && fits(reference.tag, is_tag) &&
           fits(reference.digest, is_digest) && fits(reference.registry, [](std::string_view host) {
               return !host.empty() && all_of(host, ".-:[]_", true);
           });
}

}  // namespace

Value read_image(Value text, const Operands& with) {
    Reference reference;
    const std::vector<Piece> halves = split_at(piece_of(text), "@", 2);
    Piece name = halves[0];
    const bool digest_written = halves.size() == 2;
    reference.digest =
        digest_written ? piece_value(halves[1], text, with) : with.factory->missing("digest", text.origin());
    read_tag(name, text, with, digest_written, reference);
    read_name(name, text, with, reference);
    if (!valid(reference)) return failure("`" + display(text, with) + "` is no image reference", text, with);
    const std::array<Value, 4> fields = {reference.registry, reference.repository, reference.tag, reference.digest};
    return with.factory->record({.name = "image", .fields = k_fields}, fields, text.origin());
}

namespace builtins {

Value image(Arguments arguments, const Operands& with) {
    const Value text = arguments[0];
    if (form_of(text) == Form::image) return text;
    if (text.is(Kind::string) || text.is(Kind::partial)) return read_image(text, with);
    if (text.is(Kind::unknown)) return undecided_value(text, TypeHint::any, with);
    return wrong_kind("image", "a string", text, with);
}

}  // namespace builtins

}  // namespace spile::engine::operators
