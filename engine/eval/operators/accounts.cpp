// Whose account a principal or an ARN is in. The account of a deployment is seldom known while a template is checked;
// then a number that somebody wrote out is taken for another one, because templates call their own `AWS::AccountId`.
#include <algorithm>
#include <array>
#include <string_view>

#include "engine/eval/operators/builtins.hpp"
#include "engine/eval/operators/names.hpp"
#include "engine/eval/operators/units.hpp"

namespace spile::engine::operators {

namespace {

constexpr std::string_view k_parameter = "Parameters/AWS::AccountId";
constexpr std::string_view k_identity = "aws_caller_identity";

/// Resources whose attributes may be of any account: what somebody else wrote or answers, and other accounts.
constexpr std::array<std::string_view, 12> k_hearsay = {"AWS::CloudFormation::CustomResource",
                                                        "AWS::CloudFormation::Stack",
                                                        "AWS::Organizations::Account",
                                                        "AWS::SSM::Parameter",
                                                        "AWS::Serverless::Application",
                                                        "aws_cloudformation_stack",
                                                        "aws_lambda_invocation",
                                                        "aws_organizations_account",
                                                        "aws_organizations_organization",
                                                        "aws_s3_object",
                                                        "aws_secretsmanager_secret_version",
                                                        "aws_ssm_parameter"};

bool speaks_for_itself(std::string_view type) {
    return (type.starts_with("AWS::") || type.starts_with("aws_")) &&
           std::find(k_hearsay.begin(), k_hearsay.end(), type) == k_hearsay.end();
}

Truth by_producer(const Unknown& about, const Operands& with) {
    if (about.producer.ends_with(k_parameter)) return Truth::yes;
    if (!about.unit.valid() || with.graph == nullptr) return Truth::maybe;
    const Unit& unit = with.graph->unit(about.unit);
    if (unit.type == k_identity) return Truth::yes;
    return !unit.external && speaks_for_itself(unit.type) ? Truth::yes : Truth::maybe;
}

/// The number that the subject's document is known to be deployed to; missing where it is not known.
Value known_account(const Unit& subject, const Operands& with) {
    const auto given = with.graph->find(subject.document, "Parameters.AWS::AccountId");
    if (given && with.graph->unit(*given).body.is(Kind::string)) return with.graph->unit(*given).body;
    for (const UnitId id : with.graph->document(subject.document).units) {
        const Unit& unit = with.graph->unit(id);
        if (unit.type != k_identity) continue;
        const Member* const member = unit.attributes.member("account_id");
        if (member != nullptr && member->value.is(Kind::string)) return member->value;
    }
    return {};
}

Truth number_is_own(Value number, const Unit& subject, const Operands& with) {
    if (number.is(Kind::unknown)) return by_producer(number.unknown(), with);
    if (number.is(Kind::partial)) return Truth::maybe;
    if (!number.is(Kind::string) || number.text().empty()) return Truth::no;
    const Value account = known_account(subject, with);
    return account.is(Kind::string) && account.text() == number.text() ? Truth::yes : Truth::no;
}

bool begins_as_arn(Value text) {
    if (text.is(Kind::string)) return text.text().starts_with("arn:");
    return text.is(Kind::partial) && !text.segments().empty() && text.segments().front().known() &&
           text.segments().front().text.starts_with("arn:");
}

Truth is_own(Value value, const Unit& subject, const Operands& with);

Truth list_is_own(Value list, const Unit& subject, const Operands& with) {
    Truth all = list.open() ? Truth::maybe : Truth::yes;
    for (const Element& element : list.elements())
        all = conjoin(all, disjoin(negate(membership(element)), is_own(element.value, subject, with)));
    return all;
}

Truth is_own(Value value, const Unit& subject, const Operands& with) {
    switch (value.kind()) {
        case Kind::choice:
            return over_arms(value, [&](Value arm) { return is_own(arm, subject, with); });
        case Kind::list:
            return list_is_own(value, subject, with);
        case Kind::string:
        case Kind::partial: {
            if (!begins_as_arn(value)) return number_is_own(value, subject, with);
            const Value arn = read_arn(value, with);
            return is_error(arn) ? Truth::no : number_is_own(arn.fields()[3], subject, with);
        }
        case Kind::unknown:
            return value.unknown().may_be_missing ? Truth::maybe : by_producer(value.unknown(), with);
        case Kind::error:
            return Truth::maybe;
        default:
            return Truth::no;
    }
}

}  // namespace

namespace builtins {

Value own_account(Arguments arguments, const Operands& with) {
    const Value subject = arguments[1];
    if (subject.is(Kind::unknown)) return truth_value(Truth::maybe, arguments, with);
    const Unit* const unit = unit_of(subject, with);
    if (unit == nullptr) return wrong_kind("own_account", "a resource", subject, with);
    const Value because[] = {arguments[0]};
    return truth_value(is_own(arguments[0], *unit, with), because, with);
}

}  // namespace builtins

}  // namespace spile::engine::operators
