#include "engine/eval/operators/domains.hpp"

#include <array>
#include <string>

#include "engine/eval/operators/names.hpp"

namespace spile::engine::operators {

namespace {

std::optional<DomainValue> parse(Domain domain, std::string_view text) {
    switch (domain) {
        case Domain::cidr:
            return parse_cidr(text);
        case Domain::time:
            return parse_time(text);
        case Domain::duration:
            return parse_duration(text);
        case Domain::version:
            return parse_version(text);
        case Domain::protocol:
            return parse_protocol(text);
        case Domain::glob:
        case Domain::regex:
            return DomainValue{.domain = domain, .text = text};
        case Domain::ports:
            return std::nullopt;
    }
    return std::nullopt;
}

/// A partial text next to an address range is compared by what is known of the range.
bool may_be_range(Value sample, Value text) {
    if (!sample.is(Kind::domain) || sample.domain().domain != Domain::cidr) return true;
    const auto written = cidr_bounds(sample);
    const auto known = cidr_bounds(text);
    return !written || !known || same_range(*written, *known) != Truth::no;
}

Value protocol_field(const DomainValue& protocol, std::string_view name, Value at, const Operands& with) {
    if (name == "number") return number_value(protocol.from, at, with);
    if (name == "is_all") return with.factory->boolean(protocol.from == -1, at.origin());
    const std::string_view known = protocol_name(protocol.from);
    return known.empty() ? text_value(std::to_string(protocol.from), at, with)
                         : with.factory->string(known, at.origin());
}

Value ports_field(const DomainValue& ports, std::string_view name, Value at, const Operands& with) {
    if (name == "from") return number_value(ports.from, at, with);
    if (name == "to") return number_value(ports.to, at, with);
    return with.factory->boolean(ports.from == 0 && ports.to == 65535, at.origin());
}

Value cidr_field(const DomainValue& range, std::string_view name, Value at, const Operands& with) {
    if (name == "prefix") return number_value(range.prefix, at, with);
    if (name == "is_ipv6") return with.factory->boolean(range.v6, at.origin());
    return with.factory->string(range.text, at.origin());
}

Value partial_cidr_field(Value range, std::string_view name, const Operands& with) {
    const auto bounds = cidr_bounds(range);
    if (name == "text") return range.fields()[0];
    if (name == "is_ipv6") {
        const std::array<Value, 1> because = {range};
        return truth_value(bounds ? Truth::no : Truth::maybe, because, with);
    }
    if (bounds && bounds->least_prefix == bounds->greatest_prefix)
        return number_value(bounds->least_prefix, range, with);
    return undecided_value(range, TypeHint::number, with);
}

/// The domain's name in domain_fields.def; empty for domains without fields.
std::string_view domain_name(Domain domain) {
    switch (domain) {
        case Domain::cidr:
            return "cidr";
        case Domain::time:
            return "time";
        case Domain::duration:
            return "duration";
        case Domain::version:
            return "version";
        case Domain::protocol:
            return "protocol";
        case Domain::ports:
            return "ports";
        case Domain::glob:
        case Domain::regex:
            break;
    }
    return {};
}

bool has_field(std::string_view type, std::string_view name) {
#define SPILE_DOMAIN_FIELD(type_name, field_name, field_type, doc) \
    if (type == #type_name && name == #field_name) return true;
#include "lang/program/domain_fields.def"
#undef SPILE_DOMAIN_FIELD
    return false;
}

}  // namespace

Form form_of(Value value) {
    if (!value.is(Kind::record)) return Form::none;
    const std::string_view name = value.record_type().name;
    if (name == "arn") return Form::arn;
    if (name == "image") return Form::image;
    return name == "cidr" ? Form::partial_cidr : Form::none;
}

std::optional<Value> read_like(Value sample, Value text, const Operands& with) {
    const Form form = form_of(sample);
    if (form == Form::arn || form == Form::image) {
        const Value read = form == Form::arn ? read_arn(text, with) : read_image(text, with);
        return is_error(read) ? std::nullopt : std::optional(read);
    }
    if (text.is(Kind::partial)) return may_be_range(sample, text) ? std::optional(text) : std::nullopt;
    const Domain domain = sample.is(Kind::domain) ? sample.domain().domain : Domain::cidr;
    const auto read = parse(domain, text.text());
    return read ? std::optional(with.factory->domain(*read, text.origin())) : std::nullopt;
}

Value domain_field(Value value, std::string_view name, const Operands& with) {
    if (form_of(value) == Form::partial_cidr && has_field("cidr", name)) return partial_cidr_field(value, name, with);
    if (!value.is(Kind::domain) || !has_field(domain_name(value.domain().domain), name))
        return failure(std::string(kind_name(value)) + " has no field `" + std::string(name) + "`", value, with);
    const DomainValue& domain = value.domain();
    switch (domain.domain) {
        case Domain::cidr:
            return cidr_field(domain, name, value, with);
        case Domain::protocol:
            return protocol_field(domain, name, value, with);
        case Domain::ports:
            return ports_field(domain, name, value, with);
        case Domain::duration:
            return number_value(domain.seconds, value, with);
        default:
            return with.factory->string(domain.text, value.origin());
    }
}

}  // namespace spile::engine::operators
