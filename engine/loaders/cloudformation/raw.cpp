#include "engine/loaders/cloudformation/raw.hpp"

#include <string>
#include <vector>

namespace spile::engine::cloudformation {

namespace {

class Reader {
  public:
    Reader(Cursor& cursor, SourceId source, const SourceMap& sources, Arena& arena)
        : cursor_(cursor), source_(source), text_(sources.text(source)), arena_(arena) {}

    const Raw* read() {
        const Event event = cursor_.next();
        return event.token == Token::end ? nullptr : value(event);
    }

  private:
    SourceSpan at(Span span) const { return {source_, span}; }

    /// Views the source where the text stands there as it is; copies what was escaped or folded.
    std::string_view keep(std::string_view text, Span span) const {
        const std::string_view written = text_.substr(span.begin, span.end - span.begin);
        if (written == text) return written;
        if (written.size() == text.size() + 2 && written.substr(1, text.size()) == text)
            return written.substr(1, text.size());
        return arena_.copy(text);
    }

    const Raw* value(const Event& event) {
        const std::string_view tag = event.tag.empty() ? event.tag : arena_.copy(event.tag);
        const Span tag_span = event.tag_span;
        Raw raw;
        switch (event.token) {
            case Token::begin_list:
                raw = list(event);
                break;
            case Token::begin_map:
                raw = map(event);
                break;
            default:
                raw = scalar(event);
        }
        if (raw.kind == RawKind::map && raw.members.size() == 1 && is_function_key(raw.members.front().key)) {
            raw.kind = RawKind::call;
            raw.text = raw.members.front().key;
            raw.argument = raw.members.front().value;
        }
        if (!tag.empty()) return tagged(tag, tag_span, raw);
        return arena_.make<Raw>(raw);
    }

    Raw scalar(const Event& event) const {
        Raw raw{.span = at(event.span), .text = keep(event.text, event.span), .style = event.style};
        raw.kind = event.token == Token::null_value ? RawKind::null
                   : event.token == Token::boolean  ? RawKind::boolean
                   : event.token == Token::number   ? RawKind::number
                                                    : RawKind::string;
        return raw;
    }

    Raw list(const Event& begin) {
        const Span opened = begin.span;
        std::vector<const Raw*> items;
        for (;;) {
            const Event event = cursor_.next();
            if (event.token == Token::end_list || event.token == Token::end) {
                const Span span = event.token == Token::end ? opened : cover(opened, event.span);
                return {.kind = RawKind::list, .span = at(span), .items = arena_.copy(items)};
            }
            items.push_back(value(event));
        }
    }

    Raw map(const Event& begin) {
        const Span opened = begin.span;
        std::vector<RawMember> members;
        for (;;) {
            const Event event = cursor_.next();
            if (event.token != Token::key) {
                const Span span = event.token == Token::end ? opened : cover(opened, event.span);
                return {.kind = RawKind::map, .span = at(span), .members = arena_.copy(members)};
            }
            const std::string_view key = keep(event.text, event.span);
            const SourceSpan key_span = at(event.span);
            const Event first = cursor_.next();
            if (first.token == Token::end) continue;
            members.push_back({key, key_span, value(first)});
        }
    }

    const Raw* tagged(std::string_view tag, Span tag_span, const Raw& argument) {
        const std::string_view name = tag.substr(tag.starts_with('!') ? 1 : 0);
        const bool bare = name == "Ref" || name == "Condition";
        return arena_.make<Raw>(Raw{.kind = RawKind::call,
                                    .span = at(cover(tag_span, argument.span.span)),
                                    .text = bare ? name : arena_.copy("Fn::" + std::string(name)),
                                    .argument = arena_.make<Raw>(argument)});
    }

    Cursor& cursor_;
    SourceId source_;
    std::string_view text_;
    Arena& arena_;
};

}  // namespace

const RawMember* Raw::find(std::string_view key) const noexcept {
    for (const RawMember& member : members)
        if (member.key == key) return &member;
    return nullptr;
}

const Raw* Raw::get(std::string_view key) const noexcept {
    const RawMember* member = kind == RawKind::map ? find(key) : nullptr;
    return member == nullptr ? nullptr : member->value;
}

bool is_function_key(std::string_view key) {
    return key == "Ref" || (key.starts_with("Fn::") && !key.starts_with("Fn::ForEach::"));
}

const Raw* read_raw(Cursor& cursor, SourceId source, const SourceMap& sources, Arena& arena) {
    const Raw* root = Reader(cursor, source, sources, arena).read();
    return cursor.failed() ? nullptr : root;
}

}  // namespace spile::engine::cloudformation
