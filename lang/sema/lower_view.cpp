// Views: how an entity's fields are read from one raw type.
#include <algorithm>

#include "lang/sema/declarations.hpp"

namespace spile::lang::sema {

namespace {

class ViewLowering {
  public:
    ViewLowering(Environment& env, syntax::Module& module, std::uint32_t index, const syntax::View& view,
                 std::uint32_t entity)
        : body_{env, module, index}, view_(view) {
        made_.entity = entity;
        made_.tool = view.raw.tool.text;
        made_.type = view.raw.type ? view.raw.type->text : "*";
        made_.where_declared = body_.at(view.entity.span);
    }

    View lower_view() {
        const TypeId raw = resolve_raw(body_.env, body_.module.source, view_.raw);
        made_.variable = bind(body_, view_.variable, raw, Use::optional);
        if (view_.each) lower_each();
        if (view_.where != syntax::no_expr) {
            made_.where = lower_condition(body_, view_.where);
            assume(body_, view_.where, Holds::yes);
        }
        made_.lets = lower_lets(body_, view_.lets);
        lower_fields();
        made_.frame = body_.frame;
        return std::move(made_);
    }

  private:
    void lower_each() {
        syntax::Generator generator;
        generator.names.push_back(*view_.each);
        generator.source = view_.each_source;
        const Generator each = lower_generator(body_, generator);
        made_.each = each.slot;
        made_.each_source = each.source;
        const Typed key = lower(body_, view_.key);
        made_.key = key.expr;
        const TypeKind kind = body_.kind(key);
        if (kind == TypeKind::any || kind == TypeKind::string || kind == TypeKind::integer ||
            kind == TypeKind::union_of) {
            return;
        }
        body_.report(DiagnosticKind::type_mismatch, body_.expr(key).where.span,
                     "a key is a text or a whole number, and this is `" + body_.env.types.text(key.type) + "`");
    }

    void lower_fields() {
        const std::vector<TypedName> fields = body_.env.entities.at(made_.entity);
        made_.fields.assign(fields.size(), k_no_expr);
        std::vector<bool> given(fields.size(), false);
        for (const syntax::Let& field : view_.fields) {
            const auto found = std::find_if(fields.begin(), fields.end(),
                                            [&](const TypedName& each) { return each.name == field.name.text; });
            if (found == fields.end()) {
                unknown_field(field.name, fields);
                continue;
            }
            const auto at = static_cast<std::size_t>(found - fields.begin());
            if (given[at]) {
                body_.report(DiagnosticKind::duplicate_name, field.name.span,
                             "field `" + field.name.text + "` is given twice");
            }
            given[at] = true;
            made_.fields[at] = lower_as(body_, field.value, found->type, "field `" + found->name + "`");
        }
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (!given[i] && !body_.env.types.optional(fields[i].type)) missing_field(fields[i]);
        }
    }

    void unknown_field(const syntax::Name& name, const std::vector<TypedName>& fields) {
        std::vector<std::string> known;
        for (const TypedName& each : fields)
            known.push_back(each.name);
        body_.report(DiagnosticKind::unknown_field, name.span,
                     "`" + view_.entity.text + "` has no field `" + name.text + "`" + suggestion(name.text, known));
    }

    void missing_field(const TypedName& field) {
        body_.report(DiagnosticKind::view_field_missing, view_.entity.span,
                     "this view does not say what `" + field.name + ": " + body_.env.types.text(field.type) + "` is",
                     "give the field, or declare it `" + body_.env.types.text(field.type) + "?`");
    }

    Body body_;
    const syntax::View& view_;
    View made_;
};

void check_unique(Environment& env, const View& view) {
    for (const std::uint32_t other : env.program.entities[view.entity].views) {
        const View& earlier = env.program.views[other];
        if (earlier.tool != view.tool || earlier.type != view.type) continue;
        env.report(DiagnosticKind::duplicate_view, view.where_declared,
                   "`" + env.program.entities[view.entity].name + "` has a view on " + view.tool + " \"" + view.type +
                       "\" already",
                   "", {{earlier.where_declared, "the first one"}});
    }
}

}  // namespace

void lower_views(Environment& env, Modules& modules, std::uint32_t module) {
    for (const syntax::View& view : modules[module].views) {
        const Members& entities = env.modules[module].entities;
        const auto entity = entities.find(view.entity.text);
        if (entity == entities.end()) {
            std::vector<std::string> known;
            for (const auto& [name, member] : entities)
                known.push_back(name);
            env.report(DiagnosticKind::unknown_type, {modules[module].source, view.entity.span},
                       "this module has no entity `" + view.entity.text + "`" + suggestion(view.entity.text, known),
                       "views stand in the module that declares the entity");
            continue;
        }
        View made = ViewLowering(env, modules[module], module, view, entity->second.index).lower_view();
        check_unique(env, made);
        env.program.entities[made.entity].views.push_back(static_cast<std::uint32_t>(env.program.views.size()));
        env.program.views.push_back(std::move(made));
    }
}

}  // namespace spile::lang::sema
