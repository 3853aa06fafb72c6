#include <string>

#include "engine/eval/operators/support.hpp"

namespace spile::engine {

using namespace operators;

namespace {

Value domain_literal(const std::optional<DomainValue>& value, std::string_view text, const Operands& with) {
    if (value) return with.factory->domain(*value, nullptr);
    // The checker refuses such a literal; a program that was not checked still gets an answer.
    return failure("`" + std::string(text) + "` cannot be read", {}, with);
}

}  // namespace

Value literal(const lang::Expr& expr, const Operands& with) {
    const ValueFactory& make = *with.factory;
    const std::string_view text = make.arena().copy(std::string_view(expr.text));
    switch (expr.op) {
        case lang::Op::null_value:
            return make.null(nullptr);
        case lang::Op::boolean:
            return make.boolean(text == "true", nullptr);
        case lang::Op::number: {
            const auto number = Decimal::parse(text);
            return number ? make.number(*number, nullptr) : domain_literal(std::nullopt, text, with);
        }
        case lang::Op::string:
        case lang::Op::arn:
        case lang::Op::severity:
            return make.string(text, nullptr);
        case lang::Op::regex:
            return make.domain({.domain = Domain::regex, .text = text}, nullptr);
        case lang::Op::glob:
            return make.domain({.domain = Domain::glob, .text = text}, nullptr);
        case lang::Op::cidr:
            return domain_literal(parse_cidr(text), text, with);
        case lang::Op::version:
            return domain_literal(parse_version(text), text, with);
        case lang::Op::time:
            return domain_literal(parse_time(text), text, with);
        case lang::Op::duration:
            return domain_literal(parse_duration(text), text, with);
        case lang::Op::protocol:
            return domain_literal(parse_protocol(text), text, with);
        default:
            return failure("not a literal", {}, with);
    }
}

}  // namespace spile::engine
