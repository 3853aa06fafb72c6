// The line format is described in stdlib/schema/README.md. Definitions are made empty first, so that types can point at
// them before (and while) they are filled: that is all that recursion needs.
#include "lang/schema/block_parser.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace spile::schema {
namespace {

constexpr int k_max_depth = 16;

// The tag type of the specification, written `T`.
constexpr std::array<Property, 2> k_tag_properties{
    {{.name = "Key", .type = {}, .required = true, .default_value = {}},
     {.name = "Value", .type = {}, .required = true, .default_value = {}}}};
constexpr Record k_tag{.name = "Tag", .properties = k_tag_properties};

class BlockParser {
  public:
    BlockParser(std::string_view text, std::string_view block, Arena& arena)
        : text_(text), block_(block), arena_(arena) {}

    const ResourceType* parse() {
        make_records(block_);
        auto* out = arena_.make<ResourceType>();
        out->name = next_line().substr(1);
        parse_head(*out);
        out->properties = parse_properties();
        for (Record* record : records_) {
            next_line();  // its `:Name`, which make_records read
            record->properties = parse_properties();
        }
        if (!block_.empty()) fail(block_, "unexpected line");
        out->records = arena_.copy(std::vector<const Record*>(records_.begin(), records_.end()));
        return out;
    }

  private:
    [[noreturn]] void fail(std::string_view at, std::string_view what) const { fail_at(text_, at, what); }

    std::string_view next_line() {
        const std::size_t end = std::min(block_.find('\n'), block_.size());
        const std::string_view line = block_.substr(0, end);
        block_.remove_prefix(std::min(end + 1, block_.size()));
        return line;
    }

    template <class T>
    void check_order(const std::vector<T>& before, std::string_view name) const {
        if (!before.empty() && !(name_of(before.back()) < name)) fail(name, "names are not in ascending order");
    }
    static std::string_view name_of(const Property& property) { return property.name; }
    static std::string_view name_of(const Attribute& attribute) { return attribute.name; }
    static std::string_view name_of(const Record* record) { return record->name; }

    void make_records(std::string_view rest) {
        for (std::size_t at = rest.find("\n:"); at != rest.npos; at = rest.find("\n:", at + 1)) {
            const std::string_view name = rest.substr(at + 2, rest.find('\n', at + 2) - (at + 2));
            if (name.empty()) fail(rest.substr(at + 1), "a type definition without a name");
            check_order(records_, name);
            records_.push_back(arena_.make<Record>(Record{.name = name, .properties = {}}));
        }
    }

    // The lines that come before the properties: `.key value…` and `@Attribute type`.
    void parse_head(ResourceType& out) {
        std::vector<Attribute> attributes;
        while (block_.starts_with('.') || block_.starts_with('@')) {
            std::string_view line = next_line();
            if (line.starts_with('.')) {
                parse_key(out, line);
                continue;
            }
            line.remove_prefix(1);
            const std::string_view name = take_name(line);
            check_order(attributes, name);
            attributes.push_back({.name = name, .type = take_type(line, name)});
            if (!line.empty()) fail(line, "unexpected text after an attribute");
        }
        out.attributes = arena_.copy(attributes);
        if (out.ref_identifier.empty()) out.ref_identifier = out.primary_identifier;
    }

    void parse_key(ResourceType& out, std::string_view line) {
        const std::vector<std::string_view> words = split(line, ' ');
        if (words[0] == ".open" && words.size() == 1) {
            out.open = true;
        } else if (words[0] == ".id" && words.size() > 1) {
            out.primary_identifier = arena_.copy(std::vector(words.begin() + 1, words.end()));
        } else if (words[0] == ".ref" && words.size() > 1) {
            out.ref_identifier = arena_.copy(std::vector(words.begin() + 1, words.end()));
        } else if (words[0] == ".tags" && words.size() == 3) {
            out.tag_property = words[1];
            out.tag_shape = tag_shape(words[2]);
        } else {
            fail(line, "unknown key");
        }
    }

    TagShape tag_shape(std::string_view word) const {
        if (word == "standard") return TagShape::list;
        if (word == "map") return TagShape::map;
        if (word == "asg") return TagShape::autoscaling;
        fail(word, "unknown way of tagging");
    }

    std::span<const Property> parse_properties() {
        std::vector<Property> out;
        while (block_.starts_with('-')) {
            std::string_view line = next_line().substr(1);
            Property property;
            property.name = take_name(line);
            check_order(out, property.name);
            property.required = take(line, '!');
            property.computed = take_computed(line);
            property.type = take_type(line, property.name);
            if (line.starts_with(" =")) {
                property.default_value = line.substr(2);
            } else if (!line.empty()) {
                fail(line, "unexpected text after a property");
            }
            out.push_back(property);
        }
        return arena_.copy(out);
    }

    std::string_view take_name(std::string_view& line) const {
        const std::string_view name = line.substr(0, std::min(line.find_first_of("!~^ "), line.size()));
        if (name.empty()) fail(line, "a line without a name");
        line.remove_prefix(name.size());
        return name;
    }

    static bool take(std::string_view& line, char c) {
        if (!line.starts_with(c)) return false;
        line.remove_prefix(1);
        return true;
    }

    static Computed take_computed(std::string_view& line) {
        if (take(line, '~')) return Computed::unless_given;
        return take(line, '^') ? Computed::always : Computed::no;
    }

    // ` type`, or nothing for a plain string. `owner` is the name that `{}` repeats.
    TypeRef take_type(std::string_view& line, std::string_view owner) {
        if (line.empty() || line.starts_with(" =")) return {};
        if (!take(line, ' ')) fail(line, "a space must come before the type");
        return take_union(line, owner, 0);
    }

    TypeRef take_union(std::string_view& line, std::string_view owner, int depth) {
        std::vector<TypeRef> members{take_one(line, owner, depth)};
        while (take(line, '|'))
            members.push_back(take_one(line, owner, depth));
        return members.size() == 1 ? members.front() : holding(TypeKind::union_of, members);
    }

    TypeRef holding(TypeKind kind, const std::vector<TypeRef>& members) {
        const std::span<const TypeRef> kept = arena_.copy(members);
        TypeRef out;
        out.kind = kind;
        out.first_member = kept.data();
        out.member_count = kept.size();
        return out;
    }

    TypeRef take_one(std::string_view& line, std::string_view owner, int depth) {
        if (line.empty()) fail(line, "a type is missing");
        if (depth > k_max_depth) fail(line, "a type is nested too deeply");
        const std::string_view at = line;
        line.remove_prefix(1);
        switch (at.front()) {
            case 's':
                return scalar(TypeKind::string, line);
            case 'i':
                return scalar(TypeKind::integer, line);
            case 'n':
                return scalar(TypeKind::number, line);
            case 'b':
                return scalar(TypeKind::boolean, line);
            case 'j':
                return scalar(TypeKind::json, line);
            case 't':
                return scalar(TypeKind::timestamp, line);
            case 'T':
                return record_type(k_tag);
            case '[': {
                TypeRef list = take_container(TypeKind::list, ']', line, owner, depth);
                list.at_most_one = take(line, '1');
                return list;
            }
            case '(':
                return take_container(TypeKind::set, ')', line, owner, depth);
            case '<':
                return take_container(TypeKind::map, '>', line, owner, depth);
            case '{':
                return take_record(line, owner);
            default:
                fail(at, "unknown type");
        }
    }

    TypeRef scalar(TypeKind kind, std::string_view& line) {
        TypeRef out;
        out.kind = kind;
        if (!take(line, '(')) return out;
        const std::size_t close = line.find(')');
        if (close == line.npos) fail(line, "allowed values without an end");
        out.allowed = arena_.copy(split(line.substr(0, close), '|'));
        line.remove_prefix(close + 1);
        return out;
    }

    TypeRef take_container(TypeKind kind, char close, std::string_view& line, std::string_view owner, int depth) {
        const TypeRef element = take_union(line, owner, depth + 1);
        if (!take(line, close)) fail(line, "a list, set or map without an end");
        return holding(kind, {element});
    }

    TypeRef take_record(std::string_view& line, std::string_view owner) {
        const std::size_t close = line.find('}');
        if (close == line.npos) fail(line, "a definition's name without an end");
        const std::string_view name = close == 0 ? owner : line.substr(0, close);
        const auto found = std::lower_bound(records_.begin(), records_.end(), name,
                                            [](const Record* r, std::string_view n) { return r->name < n; });
        if (found == records_.end() || (*found)->name != name) fail(line, "no such type definition");
        line.remove_prefix(close + 1);
        return record_type(**found);
    }

    static TypeRef record_type(const Record& record) {
        TypeRef out;
        out.kind = TypeKind::record;
        out.record = &record;
        return out;
    }

    static std::vector<std::string_view> split(std::string_view text, char separator) {
        std::vector<std::string_view> out;
        for (;;) {
            const std::size_t end = text.find(separator);
            out.push_back(text.substr(0, end));
            if (end == text.npos) return out;
            text.remove_prefix(end + 1);
        }
    }

    std::string_view text_;
    std::string_view block_;  // what is left to read
    Arena& arena_;
    std::vector<Record*> records_;
};

}  // namespace

const ResourceType* parse_block(std::string_view text, std::string_view block, Arena& arena) {
    return BlockParser(text, block, arena).parse();
}

void fail_at(std::string_view text, std::string_view at, std::string_view what) {
    const auto offset = static_cast<std::size_t>(at.data() - text.data());
    const std::size_t before = offset == 0 ? text.npos : text.rfind('\n', offset - 1);
    const std::size_t start = before == text.npos ? 0 : before + 1;
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n');
    const std::string shown(text.substr(start, std::min(text.find('\n', start), text.size()) - start));
    throw MalformedSchema("schema data, line " + std::to_string(line) + ": " + std::string(what) + ": `" + shown + "`");
}

}  // namespace spile::schema
