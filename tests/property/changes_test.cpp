// Random plans, made as facts by hand: both evaluators agree on policies over changes, and both say what a few lines of
// C++ make of the two sides. Stores have satellites on either side, views pull them, relations go over them.
#include <catch2/catch.hpp>
#include <map>
#include <optional>
#include <random>

#include "engine/reference/reference.hpp"
#include "tests/property/loaded.hpp"

using namespace spile;
using namespace spile::engine;

namespace {

constexpr const char* k_policies = R"(module org.changes

entity Store {
    size: int?
    logged: bool
    ruled: bool
    level: int?
}
view Store of r: tf "x_store" {
    size   = r.size
    logged = some l: tf "x_logging" where refers(l.store, r)
    ruled  = some levels(r.id, _)
    level  = the(l.level for l: tf "x_logging" where refers(l.store, r))
}

entity Logging {
    stores: list<any>
    level: any
}
view Logging of l: tf "x_logging" {
    stores = [l.store]
    level  = l.level
}
rule levels(store: any, l: Logging) if store in l.stores

entity Part { weight: int? }
view Part of r: tf "x_store" each p in r.parts key p.name {
    weight = p.weight
}

policy size "Stores do not shrink" {
    id T-SIZE
    severity low
    for c: change of Store
    when c.before exists and c.after exists and c.before.size exists
    require c.after.size exists and c.after.size >= c.before.size else "{c} shrinks"
}
policy raw "Stores do not shrink, as the plan has them" {
    id T-RAW
    severity low
    for c: change of tf "x_store"
    when c.before exists and c.after exists and c.before.size exists
    require c.after.size exists and c.after.size >= c.before.size else "{c} shrinks"
}
policy logged "Logging stays on" {
    id T-LOGGED
    severity low
    for c: change of Store
    when c.before exists and c.after exists and c.before.logged
    require c.after.logged else "{c} is no longer logged"
}
policy ruled "Logging stays on, by a rule" {
    id T-RULED
    severity low
    for c: change of Store
    when c.before exists and c.after exists and c.before.ruled
    require c.after.ruled else "{c} is no longer logged"
}
policy level "The level stays" {
    id T-LEVEL
    severity low
    for c: change of Store
    when c.before exists and c.after exists and c.before.level exists
    require c.after.level == c.before.level else "{c} has another level"
}
policy kept "Nothing is destroyed" {
    id T-KEPT
    severity low
    for c: change of Resource
    require "delete" not in c.actions and (c.before missing or c.after exists) else "{c} is destroyed"
}
policy parts "Parts are kept, and grow" {
    id T-PARTS
    severity low
    for c: change of Part
    when c.before exists
    require c.after exists and (c.before.weight missing or (c.after.weight ?? 0) >= c.before.weight) else "{c} is less"
}
policy now "What there is has a size" {
    id T-NOW
    severity low
    for s: Store
    require s.size exists and not s.ruled else "{s} has no size"
}
)";

/// A number, no number, or one that only apply will tell.
struct Number {
    enum class Kind : std::uint8_t { missing, known, unknown } kind = Kind::missing;
    int value = 0;
};
struct Logging {
    std::string store;
    Number level;
};
struct Side {
    std::map<std::string, Number> stores;
    std::map<std::string, std::map<std::string, Number>> parts;  // of stores
    std::map<std::string, Logging> loggings;
};

class Plan {
  public:
    explicit Plan(std::uint64_t seed) : random_(seed) {
        before = side(Number::Kind::known);
        after = side(Number::Kind::unknown);
    }
    Side before;
    Side after;

  private:
    bool chance(int in_ten) { return std::uniform_int_distribution(1, 10)(random_) <= in_ten; }
    Number number(Number::Kind also) {
        const int kind = std::uniform_int_distribution(0, 9)(random_);
        if (kind == 0) return {};
        if (kind == 1) return {also, 1};
        return {Number::Kind::known, std::uniform_int_distribution(1, 3)(random_)};
    }
    Side side(Number::Kind also) {
        Side made;
        for (const char* name : {"a", "b", "c"}) {
            if (!chance(7)) continue;
            made.stores[name] = number(also);
            for (const char* part : {"p", "q"})
                if (chance(5)) made.parts[name][part] = number(also);
        }
        for (const char* name : {"l1", "l2"}) {
            const char* stores[] = {"a", "b", "elsewhere"};
            if (chance(6)) made.loggings[name] = {stores[std::uniform_int_distribution(0, 2)(random_)], number(also)};
        }
        return made;
    }
    std::mt19937_64 random_;
};

/// The facts of a plan, as a loader would make them.
class Facts {
  public:
    Facts(FactGraph& graph, SourceId source) : graph_(graph), source_(source) {
        Document document;
        document.path = "plan.json";
        document.source = source;
        document.kind = InputKind::tfplan;
        document_ = graph.add_document(std::move(document));
    }

    void add(const Plan& plan) {
        std::map<std::string, std::pair<std::optional<Value>, std::optional<Value>>> stores;
        std::map<std::string, std::pair<std::optional<Value>, std::optional<Value>>> loggings;
        for (const auto& [name, size] : plan.before.stores)
            stores[name].first = store(name, size, plan.before);
        for (const auto& [name, size] : plan.after.stores)
            stores[name].second = store(name, size, plan.after);
        for (const auto& [name, each] : plan.before.loggings)
            loggings[name].first = logging(each);
        for (const auto& [name, each] : plan.after.loggings)
            loggings[name].second = logging(each);
        for (const auto& [name, sides] : stores)
            unit("x_store", name, sides.first, sides.second);
        for (const auto& [name, sides] : loggings)
            unit("x_logging", name, sides.first, sides.second);
        graph_.add_former_units(document_);
    }

  private:
    const ValueFactory& make() const { return graph_.factory(); }
    const Origin* origin(const std::string& path) {
        const Path* const at = graph_.arena().make<Path>(Path{.key = graph_.arena().copy(std::string_view(path))});
        Origin made;
        made.span = {source_, {0, 1}};
        made.path = at;
        return graph_.arena().make<Origin>(made);
    }
    Value value(const Number& number, const std::string& path) {
        if (number.kind == Number::Kind::unknown) return make().unknown({.cause = "known after apply"}, origin(path));
        if (number.kind == Number::Kind::missing) return make().missing("size", origin(path));
        return make().number(Decimal(number.value), origin(path));
    }
    Value text(std::string_view text) { return make().string(graph_.arena().copy(text), origin("text")); }
    Value store(const std::string& name, const Number& size, const Side& side) {
        std::vector<Element> parts;
        if (const auto found = side.parts.find(name); found != side.parts.end()) {
            for (const auto& [part, weight] : found->second) {
                const Member members[] = {{"name", {}, text(part)},
                                          {"weight", {}, value(weight, name + "." + part + ".weight")}};
                parts.push_back({.value = make().map(members, false, origin(name + ".parts." + part))});
            }
        }
        const Member members[] = {{"id", {}, text(name)},
                                  {"size", {}, value(size, name + ".size")},
                                  {"parts", {}, make().list(parts, false, origin(name + ".parts"))}};
        return make().map(members, false, origin(name));
    }
    Value logging(const Logging& each) {
        const Member members[] = {{"store", {}, text(each.store)}, {"level", {}, value(each.level, "level")}};
        return make().map(members, false, origin("logging"));
    }
    void unit(std::string_view type, const std::string& name, std::optional<Value> before, std::optional<Value> after) {
        static constexpr std::string_view create[] = {"create"};
        static constexpr std::string_view remove[] = {"delete"};
        static constexpr std::string_view update[] = {"update"};
        PlannedChange* const change = graph_.arena().make<PlannedChange>();
        change->actions = !before ? create : !after ? remove : update;
        if (before) change->before = *before;
        const std::string_view address = graph_.arena().copy(std::string(type) + "." + name);
        Unit made;
        made.document = document_;
        made.kind = after ? UnitKind::resource : UnitKind::removed;
        made.tool = "tf";
        made.name = made.address = address;
        made.type = type;
        made.name_span = {source_, {0, 1}};
        made.physical_name_property = "id";
        made.change = change;
        if (after) made.attributes = *after;
        graph_.add_unit(made);
    }

    FactGraph& graph_;
    SourceId source_;
    DocumentId document_;
};

enum class Says : std::uint8_t { pass, fail, unknown, not_applicable };

Says grows(const Number& before, const Number& after) {
    if (before.kind == Number::Kind::missing) return Says::not_applicable;
    if (after.kind == Number::Kind::missing) return Says::fail;
    if (after.kind == Number::Kind::unknown) return Says::unknown;
    return after.value >= before.value ? Says::pass : Says::fail;
}

bool logged(const Side& side, const std::string& store) {
    for (const auto& [name, each] : side.loggings)
        if (each.store == store) return true;
    return false;
}

/// What T-SIZE, T-RAW, T-LOGGED, T-RULED, T-KEPT and T-PARTS must say, by "ID address" or "ID address#key".
std::map<std::string, Says> expected(const Plan& plan) {
    std::map<std::string, Says> out;
    std::map<std::string, int> stores;
    for (const Side* side : {&plan.before, &plan.after})
        for (const auto& [name, size] : side->stores)
            ++stores[name];
    for (const auto& [name, count] : stores) {
        const std::string address = "x_store." + name;
        const auto before = plan.before.stores.find(name);
        const auto after = plan.after.stores.find(name);
        const bool was = before != plan.before.stores.end();
        const bool is = after != plan.after.stores.end();
        const Says size = was && is ? grows(before->second, after->second) : Says::not_applicable;
        out["T-SIZE " + address] = out["T-RAW " + address] = size;
        const Says log = !was || !is || !logged(plan.before, name) ? Says::not_applicable
                         : logged(plan.after, name)                ? Says::pass
                                                                   : Says::fail;
        out["T-LOGGED " + address] = out["T-RULED " + address] = log;
        out["T-KEPT " + address] = was && !is ? Says::fail : Says::pass;
        const auto parts_of = [&](const Side& side) {
            const auto found = side.parts.find(name);
            return found == side.parts.end() || !side.stores.contains(name) ? std::map<std::string, Number>()
                                                                            : found->second;
        };
        const auto parts_before = parts_of(plan.before);
        const auto parts_after = parts_of(plan.after);
        for (const auto& [part, weight] : parts_after)
            if (!parts_before.contains(part)) out["T-PARTS " + address + "#" + part] = Says::not_applicable;
        for (const auto& [part, weight] : parts_before) {
            const auto there = parts_after.find(part);
            const Says says = there == parts_after.end() ? Says::fail : grows(weight, there->second);
            out["T-PARTS " + address + "#" + part] = says == Says::not_applicable ? Says::pass : says;
        }
    }
    return out;
}

Says said(Verdict verdict) {
    switch (verdict) {
        case Verdict::pass:
            return Says::pass;
        case Verdict::fail:
            return Says::fail;
        case Verdict::not_applicable:
            return Says::not_applicable;
        default:
            return Says::unknown;
    }
}

}  // namespace

TEST_CASE("random changes mean what the reference interpreter and both sides say") {
    const auto rules = test::compiled({{"policy.spile", k_policies}});
    REQUIRE(rules->wrong == "");
    std::map<Says, int> seen;
    int formers = 0;
    for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
        const Plan plan(seed);
        FactGraph graph(rules->sources);
        Facts(graph, rules->sources.add("plan.json", "{}")).add(plan);
        Evaluation evaluation(rules->program, graph, 0);
        const std::vector<Outcome> outcomes = evaluate(evaluation, {});
        const Reference reference = interpret(evaluation, all_worlds(graph.guards(), 16));
        for (const std::string& line : differences(reference, outcomes, evaluation))
            FAIL_CHECK("plan " << seed << ": " << line);
        for (const auto& [name, says] : expected(plan)) {
            std::optional<Says> found;
            for (const Outcome& outcome : outcomes) {
                const std::string id = rules->program.policies[outcome.policy].id + " " +
                                       std::string(graph.unit(outcome.subject).address) +
                                       (outcome.key.empty() ? "" : "#" + outcome.key);
                if (id == name) found = said(outcome.verdict);
            }
            INFO("plan " << seed << ": " << name);
            REQUIRE(found.has_value());
            CHECK(static_cast<int>(*found) == static_cast<int>(says));
            ++seen[says];
        }
        for (const Outcome& outcome : outcomes) {
            CHECK(graph.unit(outcome.subject).kind != UnitKind::former);
            // What is judged as it will be is what will be.
            if (rules->program.policies[outcome.policy].id == "T-NOW")
                CHECK(graph.unit(outcome.subject).kind == UnitKind::resource);
        }
        for (const Unit& unit : graph.units())
            formers += unit.kind == UnitKind::former ? 1 : 0;
    }
    CHECK(formers > 1000);
    for (const Says each : {Says::pass, Says::fail, Says::unknown, Says::not_applicable})
        CHECK(seen[each] > 200);
}
