#include "engine/eval/operators/domains.hpp"
#include "engine/eval/operators/support.hpp"

namespace spile::engine {

using namespace operators;

namespace {

Truth in_list(Value item, Value list, const Operands& with) {
    Truth found = list.open() && !item.is(Kind::missing) ? Truth::maybe : Truth::no;
    for (const Element& element : list.elements()) {
        if (found == Truth::yes) break;
        found = disjoin(found, conjoin(membership(element), equal(item, element.value, with)));
    }
    return found;
}

Truth in_keys(Value item, Value map, const Operands& with) {
    Truth found = map.open() && !item.is(Kind::missing) ? Truth::maybe : Truth::no;
    for (const Member& member : map.members()) {
        if (found == Truth::yes) break;
        const Value key = with.factory->string(member.key, nullptr);
        found = disjoin(found, conjoin(presence(member.value), equal(item, key, with)));
    }
    return found;
}

Truth in_ports(Value item, const DomainValue& ports) {
    if (item.is(Kind::domain) && item.domain().domain == Domain::ports) {
        const bool inside = ports.from <= item.domain().from && item.domain().to <= ports.to;
        return inside ? Truth::yes : Truth::no;
    }
    if (item.is(Kind::number)) {
        const auto port = item.number().whole();
        return port && ports.from <= *port && *port <= ports.to ? Truth::yes : Truth::no;
    }
    if (item.is(Kind::interval)) {
        const Decimal from(ports.from);
        const Decimal to(ports.to);
        if (to < item.number() || (!item.open() && item.upper() < from)) return Truth::no;
        return Truth::maybe;
    }
    if (item.is(Kind::unknown)) return Truth::maybe;
    return Truth::no;
}

Truth in_range(Value item, Value range, const Operands& with) {
    Value inner = item;
    if (item.is(Kind::string)) {
        const auto read = read_like(range, item, with);
        if (!read) return Truth::no;
        inner = *read;
    }
    const bool none = !inner.is(Kind::unknown) && !inner.is(Kind::partial) && !inner.is(Kind::record) &&
                      !(inner.is(Kind::domain) && inner.domain().domain == Domain::cidr);
    if (none) return Truth::no;
    const auto left = cidr_bounds(inner);
    const auto right = cidr_bounds(range);
    const Truth within = left && right ? range_within(*left, *right) : Truth::maybe;
    return item.is(Kind::partial) ? conjoin(within, Truth::maybe) : within;  // a text may turn out to be no range
}

}  // namespace

Truth in(Value item, Value collection, const Operands& with) {
    if (collection.is(Kind::choice)) return over_arms(collection, [&](Value arm) { return in(item, arm, with); });
    if (item.is(Kind::choice)) return over_arms(item, [&](Value arm) { return in(arm, collection, with); });
    if (is_error(collection)) return Truth::maybe;
    if (collection.is(Kind::missing) || collection.is(Kind::null)) return Truth::no;
    if (collection.is(Kind::list)) return in_list(item, collection, with);
    if (collection.is(Kind::map)) return in_keys(item, collection, with);
    if (is_error(item)) return Truth::maybe;
    if (item.is(Kind::missing)) return Truth::no;
    if (collection.is(Kind::domain) && collection.domain().domain == Domain::ports)
        return in_ports(item, collection.domain());
    if (collection.is(Kind::domain) && collection.domain().domain == Domain::cidr)
        return in_range(item, collection, with);
    if (form_of(collection) == Form::partial_cidr) return in_range(item, collection, with);
    return Truth::maybe;
}

}  // namespace spile::engine
