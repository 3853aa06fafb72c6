// YAML text to a flat tree. libyaml gives the events, with marks at both ends; this file turns its character marks into
// byte spans, resolves scalars, finds repeated keys and counts what aliases will cost before anything is expanded.

#include <yaml.h>

#include <map>

#include "engine/document/char_offsets.hpp"
#include "engine/document/key_set.hpp"
#include "engine/document/yaml_tree.hpp"

namespace spile::engine {

namespace {

constexpr std::string_view k_core_prefix = "tag:yaml.org,2002:";

std::string_view view(const yaml_char_t* text, std::size_t length) {
    return {reinterpret_cast<const char*>(text), length};
}
std::string_view view(const yaml_char_t* text) {
    return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

ScalarStyle style_of(yaml_scalar_style_t style) {
    switch (style) {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE:
            return ScalarStyle::single_quoted;
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
            return ScalarStyle::double_quoted;
        case YAML_LITERAL_SCALAR_STYLE:
            return ScalarStyle::literal_block;
        case YAML_FOLDED_SCALAR_STYLE:
            return ScalarStyle::folded_block;
        case YAML_ANY_SCALAR_STYLE:
        case YAML_PLAIN_SCALAR_STYLE:
            break;
    }
    return ScalarStyle::plain;
}

/// libyaml's parser and the event it made last, freed together.
class LibYaml {
  public:
    explicit LibYaml(std::string_view text) {
        made_ = yaml_parser_initialize(&parser_) == 1;
        if (!made_) throw std::bad_alloc();
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }
    LibYaml(const LibYaml&) = delete;
    LibYaml& operator=(const LibYaml&) = delete;
    ~LibYaml() {
        yaml_event_delete(&event_);
        yaml_parser_delete(&parser_);
    }
    /// Null on an error; the event lives until the next call.
    const yaml_event_t* next() {
        yaml_event_delete(&event_);
        return yaml_parser_parse(&parser_, &event_) == 1 ? &event_ : nullptr;
    }
    [[nodiscard]] const yaml_parser_t& parser() const { return parser_; }

  private:
    yaml_parser_t parser_{};
    yaml_event_t event_{};
    bool made_ = false;
};

class YamlReader {
  public:
    YamlReader(std::string_view text, const Limits& limits, Reporter report)
        : whole_(text),
          base_(byte_order_mark(text)),
          text_(text.substr(base_)),
          limits_(limits),
          report_(report),
          offsets_(text_),
          yaml_(text_) {}

    YamlTree read() {
        while (!ended_) {
            const yaml_event_t* event = yaml_.next();
            if (event == nullptr) {
                syntax_error();
                break;
            }
            take(*event);
        }
        if (!failed_) check_merges();
        tree_.ok = !failed_;
        return std::move(tree_);
    }

  private:
    /// A list or map whose end has not come yet.
    struct Open {
        std::uint32_t node = 0;
        bool map = false;
        bool value_next = false;
        bool merge_next = false;   // the value that comes is that of a `<<`
        std::uint64_t events = 2;  // of all below, aliases expanded
        std::uint32_t height = 1;
        std::string_view anchor;
    };
    struct Anchor {
        std::uint32_t node = 0;
        std::uint64_t events = 1;
        std::uint32_t height = 0;
        bool complete = true;
    };

    [[nodiscard]] std::uint32_t offset(const yaml_mark_t& mark) const { return offsets_.byte_of(mark.index) + base_; }
    [[nodiscard]] char byte(std::uint32_t at) const { return at < whole_.size() ? whole_[at] : '\0'; }
    [[nodiscard]] Span one_character(std::uint32_t at) const {
        const auto size = static_cast<std::uint32_t>(whole_.size());
        if (at >= size) return {size, size};
        std::uint32_t end = at + 1;
        while (end < size && (static_cast<unsigned char>(whole_[end]) & 0xC0U) == 0x80U)
            ++end;
        return {at, end};
    }

    void fail(DiagnosticKind kind, Span span, std::string message, std::string help = {}) {
        report_.add(kind, span, std::move(message), std::move(help));
        failed_ = ended_ = true;
    }

    void take(const yaml_event_t& event) {
        switch (event.type) {
            case YAML_NO_EVENT:
            case YAML_STREAM_START_EVENT:
            case YAML_DOCUMENT_END_EVENT:
                return;
            case YAML_STREAM_END_EVENT:
                ended_ = true;
                if (tree_.nodes.empty()) fail(DiagnosticKind::empty_document, {0, 0}, "the document is empty");
                return;
            case YAML_DOCUMENT_START_EVENT:
                if (tree_.nodes.empty()) return;
                fail(DiagnosticKind::second_document, {offset(event.start_mark), offset(event.end_mark)},
                     "a second document starts here; only files with one are read", "split the file");
                return;
            case YAML_ALIAS_EVENT:
                alias(event);
                return;
            case YAML_SCALAR_EVENT:
                scalar(event);
                return;
            case YAML_SEQUENCE_START_EVENT:
            case YAML_MAPPING_START_EVENT:
                open(event);
                return;
            case YAML_SEQUENCE_END_EVENT:
            case YAML_MAPPING_END_EVENT:
                close(event);
                return;
        }
    }

    // ---- places

    /// Where the properties (`&anchor !tag`) before `end` begin and where the tag among them is.
    Span tag_span(std::uint32_t at, std::uint32_t end) const {
        while (at < end) {
            const char c = byte(at);
            if (c == '!' || c == '&') {
                const std::uint32_t begin = at;
                at = property_end(at, end);
                if (c == '!') return {begin, at};
            } else if (c == '#') {
                while (at < end && byte(at) != '\n')
                    ++at;
            } else {
                ++at;
            }
        }
        return {};
    }
    std::uint32_t property_end(std::uint32_t at, std::uint32_t end) const {
        if (byte(at) == '!' && byte(at + 1) == '<') {
            while (at < end && byte(at) != '>')
                ++at;
            return std::min(at + 1, end);
        }
        const std::string_view stops = byte(at) == '&' ? " \t\r\n,[]{}:" : " \t\r\n,[]{}";
        while (at < end && stops.find(byte(at)) == std::string_view::npos)
            ++at;
        return at;
    }
    /// The first byte of the value after its properties, spaces and comments.
    std::uint32_t after_properties(std::uint32_t at, std::uint32_t end) const {
        while (at < end) {
            const char c = byte(at);
            if (c == '!' || c == '&') {
                at = property_end(at, end);
            } else if (c == '#') {
                while (at < end && byte(at) != '\n')
                    ++at;
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                ++at;
            } else {
                return at;
            }
        }
        return end;
    }
    /// A block scalar ends with its last line that is not blank; libyaml's mark is behind the blank ones.
    std::uint32_t block_end(std::uint32_t begin, std::uint32_t end) const {
        const auto blank = [&](std::uint32_t at) { return byte(at) == ' ' || byte(at) == '\t'; };
        const std::uint32_t marked = end;
        while (end > begin + 1 && (blank(end - 1) || byte(end - 1) == '\n' || byte(end - 1) == '\r'))
            --end;
        while (end < marked && blank(end))
            ++end;
        return end;
    }

    // ---- nodes

    YamlNode& add(YamlKind kind, Span span) {
        YamlNode& node = tree_.nodes.emplace_back();
        node.kind = kind;
        node.span = span;
        node.next = static_cast<std::uint32_t>(tree_.nodes.size());
        return node;
    }

    /// Every node that starts comes by here: is it a key, and are there not too many?
    bool starts(YamlKind kind, Span at) {
        const bool key = !open_.empty() && open_.back().map && !open_.back().value_next;
        if (key && kind != YamlKind::scalar) {
            fail(DiagnosticKind::key_not_scalar, at, "a key must be a scalar, not a map or a list");
            return false;
        }
        if (kind != YamlKind::scalar && open_.size() >= limits_.depth) {
            report_.too_deep(at, limits_.depth);
            failed_ = ended_ = true;
            return false;
        }
        return true;
    }

    /// A finished node is counted in its parent; a finished key is looked for among its siblings.
    void finished(std::uint32_t index, std::uint64_t events, std::uint32_t height) {
        const YamlNode& value = tree_.resolve(index);
        last_end_ = tree_.nodes[index].span.end;
        if ((total_ += events) > limits_.events && !ended_) {
            report_.too_many_events(tree_.nodes[index].span, limits_.events);
            failed_ = ended_ = true;
        }
        if (open_.empty()) return;
        Open& parent = open_.back();
        parent.events += events;
        parent.height = std::max(parent.height, height + 1);
        if (!parent.map) return;
        if (!parent.value_next) {
            key(index, value, tree_.nodes[index].span);
        } else if (parent.merge_next) {
            merges_.push_back(index);
            parent.merge_next = false;
        }
        parent.value_next = !parent.value_next;
    }

    void key(std::uint32_t index, const YamlNode& value, Span written) {
        if (value.text == "<<" && value.style == ScalarStyle::plain && value.tag.empty()) {
            tree_.nodes[index].merge_key = true;
            tree_.nodes[open_.back().node].has_merge = true;
            open_.back().merge_next = true;
        }
        if (const auto before = keys_[maps_ - 1].insert(value.text, written)) {
            report_.duplicate_key(value.text, *before, written);
            failed_ = true;
            if (++duplicates_ >= k_most_duplicates) ended_ = true;
        }
    }

    void remember(std::string_view name, Anchor anchor) {
        if (name.empty()) return;
        anchors_.insert_or_assign(std::string(name), anchor);
    }

    void tag(YamlNode& node, std::string_view name, std::uint32_t begin, std::uint32_t end) {
        if (name.empty()) return;
        node.tag_span = tag_span(begin, end);
        if (!name.starts_with(k_core_prefix) && name != "!") node.tag = tree_.arena.copy(name);
    }

    void scalar(const yaml_event_t& event) {
        const auto& data = event.data.scalar;
        const std::uint32_t begin = offset(event.start_mark);
        std::uint32_t end = offset(event.end_mark);
        const ScalarStyle style = style_of(data.style);
        const bool has_properties = data.tag != nullptr || data.anchor != nullptr;
        const std::uint32_t content = has_properties ? after_properties(begin, end) : begin;
        if (style == ScalarStyle::literal_block || style == ScalarStyle::folded_block) end = block_end(content, end);
        if (!starts(YamlKind::scalar, {content, end})) return;
        const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
        YamlNode& node = add(YamlKind::scalar, {content, end});
        node.style = style;
        node.text = keep(view(data.value, data.length), node.span, style);
        tag(node, view(data.tag), begin, content);
        resolve(node, view(data.tag), style);
        remember(view(data.anchor), {index, 1, 0, true});
        finished(index, 1, 0);
    }

    /// The decoded text where it stands in the source, else a copy.
    std::string_view keep(std::string_view text, Span span, ScalarStyle style) {
        const bool quoted = style == ScalarStyle::single_quoted || style == ScalarStyle::double_quoted;
        const std::uint32_t begin = span.begin + (quoted ? 1 : 0);
        const std::string_view written = whole_.substr(std::min<std::size_t>(begin, whole_.size()), text.size());
        return written == text ? written : tree_.arena.copy(text);
    }

    void resolve(YamlNode& node, std::string_view name, ScalarStyle style) {
        const bool core = name.starts_with(k_core_prefix);
        const std::string_view type = core ? name.substr(k_core_prefix.size()) : std::string_view{};
        const bool typed = type == "int" || type == "float" || type == "bool" || type == "null";
        // A local tag (`!Ref 5`) leaves the meaning of its scalar to the loader, so it resolves like an untagged one.
        if (name == "!" || (core && !typed) || (style != ScalarStyle::plain && !typed)) return;
        const YamlScalar resolved = resolve_plain(node.text);
        node.token = resolved.token;
        if (node.token != Token::number) return;
        node.number = resolved.number.empty() ? node.text : tree_.arena.copy(resolved.number);
    }

    void open(const yaml_event_t& event) {
        const bool map = event.type == YAML_MAPPING_START_EVENT;
        const std::string_view name = view(map ? event.data.mapping_start.tag : event.data.sequence_start.tag);
        const std::string_view anchor = view(map ? event.data.mapping_start.anchor : event.data.sequence_start.anchor);
        const std::uint32_t begin = offset(event.start_mark);
        std::uint32_t at = offset(event.end_mark);
        // The mark is behind the bracket, before the first key or dash, or (a list no deeper than its key) behind the
        // first dash.
        const char last = at > begin ? byte(at - 1) : '\0';
        const bool bracket = last == (map ? '{' : '[');
        if (bracket || (!map && last == '-' && byte(at) != '-')) --at;
        if (!starts(map ? YamlKind::map : YamlKind::list, {at, at + (bracket ? 1 : 0)})) return;
        const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
        YamlNode& node = add(map ? YamlKind::map : YamlKind::list, {at, at});
        node.bracket = bracket;
        tag(node, name, begin, at);
        remember(anchor, {index, 0, 0, false});
        open_.push_back({index, map, false, false, 2, 1, anchor.empty() ? anchor : tree_.arena.copy(anchor)});
        last_end_ = at + (bracket ? 1 : 0);
        if (map && ++maps_ > keys_.size()) keys_.emplace_back();
    }

    void close(const yaml_event_t& event) {
        const Open done = open_.back();
        open_.pop_back();
        if (done.map) keys_[--maps_].clear();
        YamlNode& node = tree_.nodes[done.node];
        node.next = static_cast<std::uint32_t>(tree_.nodes.size());
        node.span.end = node.bracket ? offset(event.end_mark) : std::max(last_end_, node.span.begin);
        if (!done.anchor.empty()) {
            // A second anchor of the same name inside this one is the newer of the two and stays.
            const auto found = anchors_.find(done.anchor);
            if (found != anchors_.end() && found->second.node == done.node) {
                found->second = {done.node, done.events, done.height, true};
            }
        }
        total_ -= done.events - 2;  // counted one by one already
        finished(done.node, done.events, done.height);
    }

    void alias(const yaml_event_t& event) {
        const Span span{offset(event.start_mark), offset(event.end_mark)};
        const std::string_view name = view(event.data.alias.anchor);
        const auto found = anchors_.find(name);
        if (found == anchors_.end() || !found->second.complete) {
            const bool inside = found != anchors_.end();
            fail(DiagnosticKind::unknown_alias, span,
                 inside ? "alias `*" + std::string(name) + "` stands inside what it stands for"
                        : "alias `*" + std::string(name) + "` has no anchor `&" + std::string(name) + "` before it");
            return;
        }
        const Anchor anchor = found->second;
        if (open_.size() + anchor.height > limits_.depth) {
            report_.too_deep(span, limits_.depth);
            failed_ = ended_ = true;
            return;
        }
        if (!starts(anchor.height > 0 ? YamlKind::list : YamlKind::scalar, span)) return;
        if ((alias_events_ += anchor.events) > limits_.alias_events) {
            fail(DiagnosticKind::alias_limit, span,
                 "aliases stand for more than " + std::to_string(limits_.alias_events) + " values and keys");
            return;
        }
        const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
        add(YamlKind::alias, span).target = anchor.node;
        finished(index, anchor.events, anchor.height);
    }

    // ---- what is left at the end

    void check_merges() {
        const auto is_map = [&](std::uint32_t index) { return tree_.resolve(index).kind == YamlKind::map; };
        for (const std::uint32_t value : merges_) {
            const YamlNode& node = tree_.resolve(value);
            bool good = is_map(value);
            if (node.kind == YamlKind::list) {
                const auto first = static_cast<std::uint32_t>(&node - tree_.nodes.data()) + 1;
                good = true;
                for (std::uint32_t item = first; item < node.next; item = tree_.nodes[item].next) {
                    good = good && is_map(item);
                }
            }
            if (good) continue;
            fail(DiagnosticKind::merge_value, tree_.nodes[value].span, "`<<` takes a map or a list of maps");
        }
    }

    void syntax_error() {
        const yaml_parser_t& parser = yaml_.parser();
        if (parser.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
        const std::string problem = parser.problem == nullptr ? "the text cannot be read" : parser.problem;
        const bool reader = parser.error == YAML_READER_ERROR;
        const std::uint32_t at =
            reader ? static_cast<std::uint32_t>(parser.problem_offset) + base_ : offset(parser.problem_mark);
        const Span span = one_character(at);
        Diagnostic diagnostic{DiagnosticKind::yaml_syntax, report_.place(span), problem, {}, {}};
        if (parser.context != nullptr && !reader) {
            diagnostic.message += " " + std::string(parser.context);
            const Span start = one_character(offset(parser.context_mark));
            if (start != span) diagnostic.labels.push_back({report_.place(start), std::string(parser.context)});
        }
        if (byte(at) == '\t') diagnostic.help = "indent with spaces, not with tabs";
        report_.add(std::move(diagnostic));
        failed_ = true;
    }

    std::string_view whole_;
    std::uint32_t base_;
    std::string_view text_;  // without the byte order mark
    Limits limits_;
    Reporter report_;
    CharOffsets offsets_;
    LibYaml yaml_;
    YamlTree tree_;
    std::vector<Open> open_;
    std::vector<KeySet> keys_;  // of the open maps; kept for the next ones
    std::size_t maps_ = 0;
    std::map<std::string, Anchor, std::less<>> anchors_;
    std::vector<std::uint32_t> merges_;  // values of `<<`
    std::uint32_t last_end_ = 0;
    std::uint64_t total_ = 0;
    std::uint64_t alias_events_ = 0;
    int duplicates_ = 0;
    bool failed_ = false;
    bool ended_ = false;
};

}  // namespace

YamlTree read_yaml(std::string_view text, const Limits& limits, Reporter report) {
    return YamlReader(text, limits, report).read();
}

}  // namespace spile::engine
