// Given: edits of the templates, before they are loaded.
#include "engine/scenario/edits.hpp"

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
    return set_value(play.give(), call.argument(0), std::string(k_unknown_value), play.stage().policies->schema());
}

constexpr StepDefinition k_steps[] = {
    {Keyword::given, "{path} is removed", Takes::nothing, removed},
    {Keyword::given, "{path} is set to {value}", Takes::nothing, set},
    {Keyword::given, "{path} is set to:", Takes::doc_string, set_to_text},
    {Keyword::given, "{path} is unknown", Takes::nothing, unknown},
};

}  // namespace

std::span<const StepDefinition> given_edits() {
    return k_steps;
}

}  // namespace spile::engine::scenario
