#include "engine/loaders/cloudformation/for_each.hpp"

#include <algorithm>
#include <set>

#include "engine/loaders/cloudformation/evaluate.hpp"

namespace spile::engine::cloudformation {

namespace {

constexpr std::size_t k_max_nodes = 200'000;
constexpr std::size_t k_max_bytes = 16U << 20U;
constexpr std::string_view k_loop = "Fn::ForEach::";

using Bindings = std::map<std::string_view, std::string_view>;

std::string without_signs(std::string_view text) {
    std::string kept;
    for (const char c : text)
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) kept += c;
    return kept;
}

class Unroller {
  public:
    explicit Unroller(Scope& scope) : scope_(scope) {}

    const Raw* unroll(const Raw& raw, const Bindings& bindings) {
        if (raw.scalar()) return text(raw, bindings);
        if (raw.call_of("Ref") && raw.argument->scalar())
            if (const auto bound = bindings.find(raw.argument->text); bound != bindings.end())
                return node({.kind = RawKind::string, .span = raw.span, .text = bound->second, .written = false});
        Raw copy = raw;
        if (raw.is(RawKind::call)) {
            copy.argument = unroll(*raw.argument, bindings);
            return node(copy);
        }
        std::vector<const Raw*> items;
        for (const Raw* item : raw.items)
            items.push_back(unroll(*item, bindings));
        copy.items = scope_.arena().copy(items);
        copy.members = members(raw.members, bindings);
        return node(copy);
    }

  private:
    const Raw* node(const Raw& raw) {
        ++nodes_;
        return scope_.arena().make<Raw>(raw);
    }

    std::string_view substituted(std::string_view given, const Bindings& bindings) {
        if (bindings.empty() || given.find('{') == std::string_view::npos || bytes_ > k_max_bytes) return given;
        std::string out;
        bool changed = false;
        for (std::size_t i = 0; i < given.size(); ++i) {
            const bool opens = (given[i] == '$' || given[i] == '&') && i + 1 < given.size() && given[i + 1] == '{';
            const std::size_t close = opens ? given.find('}', i) : std::string_view::npos;
            const auto bound =
                close == std::string_view::npos ? bindings.end() : bindings.find(given.substr(i + 2, close - i - 2));
            if (bound == bindings.end()) {
                out += given[i];
                continue;
            }
            out += given[i] == '&' ? without_signs(bound->second) : std::string(bound->second);
            i = close;
            changed = true;
            if (bytes_ + out.size() > k_max_bytes) {  // the loop around it is refused at its next turn
                bytes_ += out.size();
                return given;
            }
        }
        if (changed) bytes_ += out.size();
        return changed ? scope_.keep(out) : given;
    }

    const Raw* text(const Raw& raw, const Bindings& bindings) {
        const std::string_view replaced = substituted(raw.text, bindings);
        if (replaced == raw.text) return &raw;
        Raw copy = raw;
        copy.text = replaced;
        copy.written = false;
        return node(copy);
    }

    std::span<const RawMember> members(std::span<const RawMember> raw, const Bindings& bindings) {
        std::vector<RawMember> out;
        for (const RawMember& member : raw) {
            if (member.key.starts_with(k_loop) && loop(member, bindings, out)) continue;
            out.push_back({substituted(member.key, bindings), member.key_span, unroll(*member.value, bindings)});
        }
        return scope_.arena().copy(out);
    }

    void refuse(const RawMember& member, const std::string& why) {
        scope_.report(DiagnosticKind::template_loop, member.key_span,
                      "the loop `" + std::string(member.key) + "` is not written out: " + why);
    }

    std::optional<std::vector<std::string_view>> collection(const Raw& raw, const Bindings& bindings) {
        const Raw* here = unroll(raw, bindings);
        const bool plain = here->is(RawKind::list) || here->call_of("Ref") || here->call_of("Fn::FindInMap");
        const Value list = plain ? evaluate(scope_, *here, {}) : Value();
        if (!list.is(Kind::list) || list.open()) return std::nullopt;
        std::vector<std::string_view> texts;
        nodes_ += list.elements().size();
        for (const Element& element : list.elements()) {
            // `[!Ref List]` is how a list parameter is often given.
            const std::span<const Element> inner = element.value.elements();
            if (inner.empty()) {
                const auto one = scalar_text(scope_, element.value);
                if (!one || element.must != k_always) return std::nullopt;
                texts.push_back(*one);
            }
            for (const Element& nested : inner)
                if (const auto one = scalar_text(scope_, nested.value)) texts.push_back(*one);
        }
        return texts;
    }

    /// Whether the loop was written out.
    bool loop(const RawMember& member, const Bindings& bindings, std::vector<RawMember>& out) {
        const Raw& body = *member.value;
        const bool shape = body.is(RawKind::list) && body.items.size() == 3 && body.items[0]->scalar();
        const Raw* pattern = shape ? body.items[2] : nullptr;
        if (pattern == nullptr || (!pattern->is(RawKind::map) && pattern->members.empty())) {
            refuse(member, "it takes a name, a collection and a map");
            return false;
        }
        const auto texts = collection(*body.items[1], bindings);
        if (!texts) {
            refuse(member, "its collection is not known");
            return false;
        }
        std::set<std::string_view> keys;
        for (const RawMember& other : out)
            keys.insert(other.key);
        for (const std::string_view value : *texts) {
            if (nodes_ > k_max_nodes || bytes_ > k_max_bytes) {
                refuse(member, "it makes too much");
                return false;
            }
            ++nodes_;
            Bindings inner = bindings;
            inner[body.items[0]->text] = value;
            for (const RawMember& made : members(pattern->members, inner)) {
                if (!keys.insert(made.key).second) {
                    refuse(member, "it makes `" + std::string(made.key) + "` twice");
                    return true;
                }
                out.push_back(made);
            }
        }
        return true;
    }

    Scope& scope_;
    std::size_t nodes_ = 0;
    std::size_t bytes_ = 0;  // of texts made by putting in names
};

}  // namespace

const Raw* unrolled(Scope& scope, const Raw& root) {
    if (scope.graph.sources().text(scope.source).find(k_loop) == std::string_view::npos) return &root;
    return Unroller(scope).unroll(root, {});
}

}  // namespace spile::engine::cloudformation
