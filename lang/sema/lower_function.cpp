// Functions: parameters are slots 0 …, the body has the declared type.
#include "lang/sema/declarations.hpp"

namespace spile::lang::sema {

void lower_functions(Environment& env, Modules& modules, std::uint32_t module) {
    for (const syntax::Function& function : modules[module].functions) {
        const std::uint32_t index = env.modules[module].functions.find(function.name.text)->second.index;
        const Signature signature = env.functions[index];
        Body body{env, modules[module], module};
        for (std::size_t i = 0; i < function.parameters.size() && i < signature.parameters.size(); ++i)
            static_cast<void>(bind(body, function.parameters[i].name, signature.parameters[i].type, Use::optional));
        const ExprIndex value =
            lower_as(body, function.body, signature.result, "the result of `" + function.name.text + "`");
        env.program.functions[index].body = value;
        env.program.functions[index].frame = body.frame;
    }
}

std::vector<Let> lower_lets(Body& body, const std::vector<syntax::Let>& lets) {
    std::vector<Let> made;
    for (const syntax::Let& let : lets) {
        const Typed value = lower(body, let.value);
        const Slot slot = bind(body, let.name, value.type, Use::optional);
        made.push_back({.slot = slot, .value = value.expr, .name = let.name.text});
    }
    return made;
}

}  // namespace spile::lang::sema
