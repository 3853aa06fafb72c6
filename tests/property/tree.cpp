#include <utility>

#include "tests/property/generate.hpp"

namespace spile::test {

namespace {

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

void write_json(const Tree& tree, std::string& out) {
    const bool is_map = tree.kind == Tree::Kind::map;
    if (!is_map && tree.kind != Tree::Kind::list) {
        out += tree.kind == Tree::Kind::text ? quoted(tree.scalar) : tree.scalar;
        return;
    }
    out += is_map ? "{" : "[";
    for (std::size_t i = 0; i < tree.members.size(); ++i) {
        if (i > 0) out += ", ";
        if (is_map) out += quoted(tree.members[i].first) + ": ";
        write_json(tree.members[i].second, out);
    }
    out += is_map ? "}" : "]";
}

bool is_intrinsic(const Tree& tree) {
    return tree.kind == Tree::Kind::map && tree.members.size() == 1 &&
           (tree.members[0].first == "Ref" || tree.members[0].first == "Condition" ||
            tree.members[0].first.starts_with("Fn::"));
}

void write_yaml(const Tree& tree, int indent, std::string& out);

void write_member(const std::string& lead, const Tree& tree, int indent, std::string& out) {
    out += std::string(static_cast<std::size_t>(indent), ' ') + lead;
    write_yaml(tree, indent + 2, out);
}

// Begins behind `key:` or `-`, ends behind a line break.
void write_yaml(const Tree& tree, int indent, std::string& out) {
    if (is_intrinsic(tree)) {
        const std::string& name = tree.members[0].first;
        out += " !" + (name.starts_with("Fn::") ? name.substr(4) : name);
        write_yaml(tree.members[0].second, indent, out);
        return;
    }
    if (tree.kind == Tree::Kind::text || tree.kind == Tree::Kind::word || tree.members.empty()) {
        out += ' ';
        write_json(tree, out);
        out += '\n';
        return;
    }
    out += '\n';
    for (const auto& [key, value] : tree.members)
        write_member(tree.kind == Tree::Kind::map ? quoted(key) + ":" : "-", value, indent, out);
}

}  // namespace

Tree text(std::string value) {
    return {Tree::Kind::text, std::move(value), {}};
}

Tree list(std::vector<Tree> items) {
    Tree out{Tree::Kind::list, {}, {}};
    for (Tree& item : items)
        out.members.emplace_back(std::string(), std::move(item));
    return out;
}

Tree map(std::vector<std::pair<std::string, Tree>> members) {
    return {Tree::Kind::map, {}, std::move(members)};
}

std::string as_json(const Tree& tree) {
    std::string out;
    write_json(tree, out);
    return out + "\n";
}

std::string as_yaml(const Tree& tree) {
    std::string out;
    write_yaml(tree, 0, out);
    return out.substr(1);
}

Tree shuffled(const Tree& tree, Dice& dice) {
    Tree out = tree;
    for (auto& [key, value] : out.members)
        value = shuffled(value, dice);
    if (tree.kind != Tree::Kind::map) return out;
    for (std::size_t i = out.members.size(); i > 1; --i)
        std::swap(out.members[i - 1], out.members[dice.below(i)]);
    return out;
}

}  // namespace spile::test
