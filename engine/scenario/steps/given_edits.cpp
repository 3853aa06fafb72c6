// Given: edits of templates, plans and Dockerfiles, before they are loaded.
#include "engine/scenario/edits.hpp"
#include "engine/scenario/instructions.hpp"

namespace spile::engine::scenario {

namespace {

using Keyword = StepDefinition::Keyword;
using Takes = StepDefinition::Takes;

Answer removed(Play& play, const Call& call) {
    return remove_value(play.give(), call.argument(0), play.stage().policies->schema());
}

Answer set(Play& play, const Call& call) {
    return set_value(play.give(), call.argument(0), call.argument(1), play.stage().policies->schema());
}

Answer set_to_text(Play& play, const Call& call) {
    return set_value(play.give(), call.argument(0), call.doc_string().content, play.stage().policies->schema());
}

Answer unknown(Play& play, const Call& call) {
    return make_unknown(play.give(), call.argument(0), play.stage().policies->schema());
}

Answer instruction_removed(Play& play, const Call& call) {
    return replace_instruction(play.give(), call.argument(0), {});
}

Answer instruction_replaced(Play& play, const Call& call) {
    return replace_instruction(play.give(), call.argument(0), call.argument(1));
}

Answer instruction_replaced_by_lines(Play& play, const Call& call) {
    return replace_instruction(play.give(), call.argument(0), call.doc_string().content + "\n");
}

Answer instruction_added(Play& play, const Call& call) {
    return add_instruction(play.give(), call.argument(0));
}

Answer instruction_added_behind(Play& play, const Call& call) {
    return add_instruction_behind(play.give(), call.argument(1), call.argument(0));
}

constexpr StepDefinition k_steps[] = {
    {Keyword::given, "{path} is removed", Takes::nothing, removed},
    {Keyword::given, "{path} is set to {value}", Takes::nothing, set},
    {Keyword::given, "{path} is set to:", Takes::doc_string, set_to_text},
    {Keyword::given, "{path} is unknown", Takes::nothing, unknown},
    {Keyword::given, "the instruction {instruction} is removed", Takes::nothing, instruction_removed},
    {Keyword::given, "the instruction {instruction} is replaced by {instruction}", Takes::nothing,
     instruction_replaced},
    {Keyword::given, "the instruction {instruction} is replaced by:", Takes::doc_string, instruction_replaced_by_lines},
    {Keyword::given, "the instruction {instruction} is added", Takes::nothing, instruction_added},
    {Keyword::given, "the instruction {instruction} is added behind {instruction}", Takes::nothing,
     instruction_added_behind},
};

}  // namespace

std::span<const StepDefinition> given_edits() {
    return k_steps;
}

}  // namespace spile::engine::scenario
