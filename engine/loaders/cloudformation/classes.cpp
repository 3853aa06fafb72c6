// Which values of a parameter make a difference: the literals that conditions and rules compare it with, and the keys
// of mappings that are looked up by it.
#include <algorithm>

#include "engine/loaders/cloudformation/conditions.hpp"

namespace spile::engine::cloudformation {

namespace {

/// `!Ref P`, and `!Sub "${P}"` that says the same.
std::string_view referenced(const Raw& raw) {
    if (raw.call_of("Ref") && raw.argument->scalar()) return raw.argument->text;
    if (!raw.call_of("Fn::Sub") || !raw.argument->is(RawKind::string)) return {};
    const std::string_view text = raw.argument->text;
    if (!text.starts_with("${") || text.find('}') != text.size() - 1 || text.starts_with("${!")) return {};
    return text.substr(2, text.size() - 3);
}

class Collector {
  public:
    explicit Collector(Scope& scope) : scope_(scope) {}

    void visit(const Raw& raw) {
        if (raw.is(RawKind::call)) {
            if (raw.text == "Fn::Equals") equals(*raw.argument);
            if (raw.text == "Fn::Contains" || raw.text == "Fn::EachMemberEquals" || raw.text == "Fn::EachMemberIn")
                equals(*raw.argument);
            if (raw.text == "Fn::FindInMap") lookup(*raw.argument);
            visit(*raw.argument);
        }
        for (const Raw* item : raw.items)
            visit(*item);
        if (raw.is(RawKind::map))
            for (const RawMember& member : raw.members)
                visit(*member.value);
    }

  private:
    void add(std::string_view name, std::string_view text) {
        const auto found = scope_.parameters.find(name);
        if (found == scope_.parameters.end() || found->second.closed || found->second.settled) return;
        auto& classes = found->second.classes;
        if (classes.size() > k_max_arms) return;  // not told apart any more (open_parameters)
        if (std::find(classes.begin(), classes.end(), text) == classes.end()) classes.emplace_back(text);
    }

    /// What the other side can be, as far as the template spells it.
    void add_literals(std::string_view name, const Raw& other) {
        if (other.scalar() && !other.is(RawKind::null)) add(name, other.text);
        for (const Raw* item : other.items)
            add_literals(name, *item);
        const auto found = scope_.parameters.find(referenced(other));
        if (found == scope_.parameters.end()) return;
        if (const auto text = scalar_text(scope_, found->second.value)) add(name, *text);
        if (found->second.closed)
            for (const std::string& text : found->second.classes)
                add(name, text);
    }

    void equals(const Raw& argument) {
        if (!argument.is(RawKind::list) || argument.items.size() != 2) return;
        for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
            if (const std::string_view name = referenced(*argument.items[side]); !name.empty())
                add_literals(name, *argument.items[1 - side]);
            // Members of a list, each compared with the other side.
            for (const Raw* item : argument.items[side]->items)
                if (const std::string_view name = referenced(*item); !name.empty())
                    add_literals(name, *argument.items[1 - side]);
        }
    }

    void lookup(const Raw& argument) {
        if (!argument.is(RawKind::list) || argument.items.size() < 3 || !argument.items[0]->scalar()) return;
        const auto mapping = scope_.mappings.find(argument.items[0]->text);
        if (mapping == scope_.mappings.end() || !mapping->second.body->is(RawKind::map)) return;
        const std::string_view top = referenced(*argument.items[1]);
        const std::string_view second = referenced(*argument.items[2]);
        for (const RawMember& row : mapping->second.body->members) {
            if (!top.empty()) add(top, row.key);
            const bool other_row = argument.items[1]->scalar() && argument.items[1]->text != row.key;
            if (second.empty() || other_row || !row.value->is(RawKind::map)) continue;
            for (const RawMember& cell : row.value->members)
                add(second, cell.key);
        }
    }

    Scope& scope_;
};

}  // namespace

void collect_classes(Scope& scope) {
    Collector collector(scope);
    for (const RawMember& section : scope.root->members)
        if (section.key != "Parameters" && section.key != "Mappings" && section.key != "Metadata")
            collector.visit(*section.value);
}

}  // namespace spile::engine::cloudformation
