#include "engine/scenario/terraform/resolve.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "engine/scenario/names.hpp"

namespace spile::engine::scenario::terraform {

namespace {

using Kind = Stated::Kind;

// References copy values; a few lines may multiply them without end.
constexpr std::size_t k_most_values = 200'000;
constexpr std::size_t k_most_hops = 200;

PlanValue::Kind plan_kind(Kind kind) {
    switch (kind) {
        case Kind::boolean:
            return PlanValue::Kind::boolean;
        case Kind::number:
            return PlanValue::Kind::number;
        case Kind::text:
            return PlanValue::Kind::text;
        case Kind::list:
            return PlanValue::Kind::list;
        case Kind::map:
            return PlanValue::Kind::map;
        default:
            return PlanValue::Kind::null;
    }
}

std::size_t size_of(const PlanValue& value) {
    std::size_t size = 1;
    for (const PlanValue& item : value.items)
        size += size_of(item);
    return size;
}

std::size_t depth_of(const PlanValue& value) {
    std::size_t depth = 0;
    for (const PlanValue& item : value.items)
        depth = std::max(depth, depth_of(item));
    return depth + 1;
}

// Whether nothing would change. A member that is null is as good as none.
bool same_value(const PlanValue& a, const PlanValue& b) {
    if (a.unknown || b.unknown || a.kind != b.kind || a.text != b.text) return false;
    if (a.kind != PlanValue::Kind::map) {
        return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_value);
    }
    const auto all_in = [](const PlanValue& left, const PlanValue& right) {
        for (std::size_t i = 0; i < left.items.size(); ++i) {
            const PlanValue* other = right.find(left.keys[i]);
            if (!same_value(left.items[i], other == nullptr ? PlanValue() : *other)) return false;
        }
        return true;
    };
    return all_in(a, b) && all_in(b, a);
}

class Resolver {
  public:
    Resolver(const std::vector<StatedResource>& planned, const std::vector<StatedResource>& current)
        : planned_(planned), current_(current), attributes_(planned.size()) {}

    Result<std::vector<PlannedResource>> run(Completeness completeness) {
        for (std::size_t i = 0; i < planned_.size(); ++i)
            by_address_.emplace(planned_[i].address, i);
        if (!take_current()) return *error_;
        std::vector<PlannedResource> made;
        for (std::size_t i = 0; i < planned_.size(); ++i) {
            std::optional<PlanValue> after = resource(i);
            if (!after) return *error_;
            PlannedResource& resource = made.emplace_back();
            resource.address = planned_[i].address;
            resource.stated = &planned_[i];
            resource.after = std::move(after);
        }
        for (const Named& named : named_) {
            if (!complete(*made[named.resource].after, named)) return *error_;
        }
        for (PlannedResource& resource : made)
            if (!join(resource, completeness)) return *error_;
        for (const StatedResource& resource : current_) {
            if (by_address_.contains(resource.address)) continue;
            made.push_back({resource.address, before_.at(resource.address), std::nullopt, nullptr, {"delete"}});
        }
        return made;
    }

  private:
    enum class State : std::uint8_t { untouched, busy, done };
    struct Attribute {
        State state = State::untouched;
        PlanValue value;
    };
    // An attribute that a reference names and that is not stated: it is there all the same.
    struct Named {
        std::size_t resource = 0;
        std::vector<EditStep> path;
        PlanValue value;
        std::uint32_t line = 0;
    };

    bool fail(std::uint32_t line, std::string_view name, const std::string& problem) {
        if (!error_) error_ = at_line(line, name, problem);
        return false;
    }
    bool fail(std::uint32_t line, const std::string& problem) { return fail(line, k_planned_name, problem); }

    bool take_current() {
        for (const StatedResource& resource : current_) {
            if (resource.address.data)
                return fail(resource.line, k_current_name,
                            "`" + text(resource.address) +
                                "` is a data source, which nothing is done to; state it "
                                "under the planned resources");
            if (resource.replaced)
                return fail(resource.line, k_current_name, "`!replace` is for the planned resources");
            PlanValue value;
            if (!current_value(resource.attributes, value)) return false;
            before_.emplace(resource.address, std::move(value));
        }
        return true;
    }

    bool current_value(const Stated& stated, PlanValue& made) {
        if (stated.kind == Kind::unknown || stated.kind == Kind::reference)
            return fail(stated.line, k_current_name, "what is there already is known; write the value");
        return plain(stated, made,
                     [this](const Stated& inner, PlanValue& value) { return current_value(inner, value); });
    }

    // Everything but references and what is unknown.
    template <class Inner>
    bool plain(const Stated& stated, PlanValue& made, const Inner& inner) {
        made.sensitive = stated.sensitive;
        if (stated.kind == Kind::json) {
            PlanValue value;
            if (!inner(stated.items.front(), value)) return false;
            made.unknown = partly_unknown(value);
            made.sensitive = partly_sensitive(value);
            made.kind = PlanValue::Kind::text;
            if (!made.unknown) made.text = compact_json(value);
            return true;
        }
        made.kind = plan_kind(stated.kind);
        made.text = stated.text;
        made.keys = stated.keys;
        for (const Stated& item : stated.items)
            if (!inner(item, made.items.emplace_back())) return false;
        return true;
    }

    std::optional<PlanValue> resource(std::size_t index) {
        PlanValue made = PlanValue::map();
        for (std::size_t i = 0; i < planned_[index].attributes.keys.size(); ++i) {
            const PlanValue* value = attribute(index, i);
            if (value == nullptr) return std::nullopt;
            made.add(planned_[index].attributes.keys[i], *value);
        }
        return made;
    }

    // The value of a resource's attribute; null after an error.
    const PlanValue* attribute(std::size_t index, std::size_t position) {
        auto& known = attributes_[index];
        const Stated& stated = planned_[index].attributes.items[position];
        known.resize(planned_[index].attributes.keys.size());
        Attribute& own = known[position];
        if (own.state == State::busy) {
            fail(stated.line, "references go round in a circle: `" + text(planned_[index].address) + "." +
                                  planned_[index].attributes.keys[position] + "` refers to itself through others");
            return nullptr;
        }
        if (own.state == State::done) return &own.value;
        own.state = State::busy;
        PlanValue made;
        if (!value(stated, made)) return nullptr;
        own.value = std::move(made);
        own.state = State::done;
        return &own.value;
    }

    bool value(const Stated& stated, PlanValue& made) {
        if (depth_ > k_most_hops) return fail(stated.line, "references lead to references too many times");
        if (stated.kind == Kind::unknown) {
            made.unknown = true;
            return true;
        }
        ++depth_;
        const bool done =
            stated.kind == Kind::reference
                ? reference(stated, made)
                : plain(stated, made, [this](const Stated& inner, PlanValue& v) { return value(inner, v); });
        --depth_;
        return done;
    }

    bool reference(const Stated& stated, PlanValue& made) {
        const auto found = by_address_.find(stated.target);
        if (found == by_address_.end()) return fail(stated.line, no_such(stated.target));
        const std::vector<EditStep> path = parse_path(stated.text).value();
        const std::size_t index = found->second;
        const std::vector<std::string>& keys = planned_[index].attributes.keys;
        const auto key = std::find(keys.begin(), keys.end(), path.front().key);
        Walk walk;
        if (key != keys.end()) {
            const PlanValue* whole = attribute(index, static_cast<std::size_t>(key - keys.begin()));
            if (whole == nullptr) return false;
            walk = follow(*whole, std::span(path).subspan(1));
        }
        if (walk.end == nullptr) {  // it is there all the same, of both
            const auto before = before_.find(stated.target);
            if (before != before_.end()) walk = follow(before->second, path);
            made.unknown = walk.end == nullptr;
            if (walk.end != nullptr) made = *walk.end;
            named_.push_back({index, path, made, stated.line});
        } else {
            made = *walk.end;
        }
        made.sensitive = made.sensitive || walk.sensitive;
        if (depth_of(made) > k_deepest_value)
            return fail(stated.line, "references put values too deep into one another");
        copied_ += size_of(made);
        return copied_ <= k_most_values ||
               fail(stated.line, "references copy more than " + std::to_string(k_most_values) + " values");
    }

    std::string no_such(const Address& target) const {
        const std::string name = text(target);
        if (before_.contains(target))
            return "`" + name +
                   "` is only among the current resources, so the plan deletes it; nothing can refer to it";
        std::vector<std::string> known;
        for (const StatedResource& resource : planned_)
            known.push_back(text(resource.address));
        const std::string near = nearest_of(name, known);
        return "`!ref` names `" + name + "`, which is not among the planned resources" +
               (near.empty() ? "; they are " + listed(known) : near);
    }

    // Where a path leads in a value; `end` is null where something is missing.
    struct Walk {
        const PlanValue* end = nullptr;
        bool sensitive = false;
    };
    static Walk follow(const PlanValue& from, std::span<const EditStep> path) {
        Walk walk{&from, from.sensitive};
        for (const EditStep& step : path) {
            const PlanValue& at = *walk.end;
            if (at.unknown) return walk;
            if (step.index && at.kind == PlanValue::Kind::list && *step.index < at.items.size())
                walk.end = &at.items[*step.index];
            else
                walk.end = step.index ? nullptr : at.find(step.key);
            if (walk.end == nullptr) return {};
            walk.sensitive = walk.sensitive || walk.end->sensitive;
        }
        return walk;
    }

    // Puts a value that a reference names where nothing is stated.
    bool complete(PlanValue& after, const Named& named) {
        PlanValue* at = &after;
        for (std::size_t i = 0; i < named.path.size(); ++i) {
            if (at->unknown) return true;
            const EditStep& step = named.path[i];
            const std::string wrong =
                "`!ref " + text(planned_[named.resource].address) + "." + path_text(named.path) + "`: ";
            if (step.index) {
                if (at->kind != PlanValue::Kind::list || *step.index >= at->items.size())
                    return fail(named.line, wrong + "there is no position " + std::to_string(*step.index));
                at = &at->items[*step.index];
                continue;
            }
            if (at->kind != PlanValue::Kind::map)
                return fail(named.line, wrong + "what is stated there has no `" + step.key + "`");
            if (PlanValue* member = at->find(step.key)) {
                at = member;
                continue;
            }
            PlanValue value = named.value;
            if (i + 1 < named.path.size()) {  // of a part, nothing but that the whole is unknown can be said
                value = PlanValue();
                value.unknown = true;
            }
            at->add(step.key, std::move(value));
            return true;
        }
        return true;
    }

    // What is there now, and what is done.
    bool join(PlannedResource& resource, Completeness completeness) {
        if (resource.address.data) {
            if (partly_unknown(*resource.after)) resource.actions = {"read"};
            return true;
        }
        const auto before = before_.find(resource.address);
        const bool replaced = resource.stated->replaced;
        if (before == before_.end()) {
            resource.actions = {"create"};
            if (!replaced || completeness == Completeness::partial) return true;
            return fail(resource.stated->line, "`" + text(resource.address) +
                                                   "` is not among the current resources, so `!replace` has nothing to "
                                                   "replace");
        }
        resource.before = before->second;
        const bool same = same_value(*resource.before, *resource.after);
        if (replaced)
            resource.actions = {"delete", "create"};
        else
            resource.actions = {same ? "no-op" : "update"};
        return true;
    }

    const std::vector<StatedResource>& planned_;
    const std::vector<StatedResource>& current_;
    std::map<Address, std::size_t> by_address_;
    std::map<Address, PlanValue> before_;
    std::vector<std::vector<Attribute>> attributes_;  // of each planned resource
    std::vector<Named> named_;
    std::size_t depth_ = 0;
    std::size_t copied_ = 0;
    std::optional<Error> error_;
};

}  // namespace

Result<std::vector<PlannedResource>> resolve(const std::vector<StatedResource>& planned,
                                             const std::vector<StatedResource>& current, Completeness completeness) {
    return Resolver(planned, current).run(completeness);
}

}  // namespace spile::engine::scenario::terraform
