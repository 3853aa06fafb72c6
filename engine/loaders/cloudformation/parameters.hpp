// Parameters and pseudo parameters: what is known of each value.
//
// bound (--param, passed to a nested stack)   that value
// AWS::SSM::Parameter::Value<…>, not bound    unknown: Default names a place, not a value; a class a compared literal
// AllowedValues, not a list type              one class a value; of one alone: that value
// Default alone                               that value, marked assumed
// none of these, compared with literals       one class a literal and "(other)", where it is unknown
// none of these                               unknown
// NoEcho marks whatever results as sensitive.
#pragma once

#include "engine/loaders/cloudformation/evaluate.hpp"

namespace spile::engine::cloudformation {

/// Reads the Parameters section and adds the pseudo parameters. Values are what can be said without atoms.
void declare_parameters(Scope& scope);

/// Leads the values' origins to the parameters' units, once these are in the graph.
void place_parameters(Scope& scope);

/// Makes an atom for each parameter that has classes, in name order, and its value a choice.
void open_parameters(Scope& scope);

}  // namespace spile::engine::cloudformation
