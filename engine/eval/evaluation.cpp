#include "engine/eval/evaluation.hpp"

#include "lang/base/check.hpp"
#include "lang/schema/schema.hpp"
#include "lang/source/balanced.hpp"

namespace spile::engine {

Evaluation::Evaluation(const lang::Program& program, FactGraph& graph, std::int64_t now)
    : program_(&program),
      graph_(&graph),
      factory_(arena_),
      operands_{.factory = &factory_, .graph = &graph, .now = now},
      literals_(program.exprs.size()),
      literal_made_(program.exprs.size(), false),
      units_(graph.units().size()),
      records_(program.entities.size(), nullptr) {
    for (const Document& document : graph.documents()) {
        for (const UnitId unit : document.units) {
            if (graph.unit(unit).kind == UnitKind::resource && !graph.unit(unit).external) resources_.push_back(unit);
            const PlannedChange* const change = graph.unit(unit).change;
            if (change == nullptr || graph.unit(unit).kind == UnitKind::data) continue;
            changed_.push_back(unit);
            if (change->former.valid()) former_resources_.push_back(change->former);
        }
        if (document.incomplete.empty() || unnamed_) continue;
        unnamed_tool_ = document.kind == InputKind::tfplan || document.kind == InputKind::tfstate ? "tf" : "cfn";
        unnamed_ = factory_.unknown({.cause = intern(document.incomplete)}, nullptr);
    }
}

std::optional<Value> Evaluation::unnamed_resource(std::string_view tool) {
    return tool == "*" || tool == unnamed_tool_ ? unnamed_ : std::nullopt;
}

Value Evaluation::resource(UnitId unit) {
    Value& made = units_.at(unit.value);
    if (made.is(Kind::missing)) {
        Origin origin;
        origin.span = origin.key = graph_->unit(unit).name_span;
        origin.unit = unit;
        made = factory_.resource(unit, arena_.make<Origin>(origin));
    }
    return made;
}

const RecordType& Evaluation::record_type(std::uint32_t entity) {
    if (records_.at(entity) == nullptr) {
        const lang::Entity& declared = program_->entities[entity];
        std::vector<std::string_view> names;
        for (const lang::RecordField& field : declared.fields)
            names.push_back(field.name);
        records_[entity] = arena_.make<RecordType>(RecordType{declared.name, arena_.copy(names)});
    }
    return *records_[entity];
}

bool Evaluation::may_have_more(Value source) {
    if (source.is(Kind::missing) || source.is(Kind::null)) return false;
    return source.open() || !(source.is(Kind::list) || source.is(Kind::map));
}

void Evaluation::each_of(Value source, const std::function<bool(Value, Guard, Guard, std::size_t)>& visit) {
    std::size_t position = 0;
    if (source.is(Kind::list)) {
        for (const Element& element : source.elements()) {
            if (!visit(element.value, element.must, element.may, position++)) return;
        }
    } else if (source.is(Kind::map)) {
        for (const Member& member : source.members()) {
            if (!visit(member.value, k_always, k_always, position++)) return;
        }
    }
}

std::string Evaluation::key_text(Value key, std::size_t position) {
    if (key.is(Kind::string) && !key.sensitive()) return std::string(key.text());
    if (key.is(Kind::number) && !key.sensitive()) return key.number().text();
    return "#" + std::to_string(position);
}

Value Evaluation::literal(lang::ExprIndex index) {
    if (index >= literals_.size()) {  // expressions compiled later, by a query
        literals_.resize(program_->exprs.size());
        literal_made_.resize(program_->exprs.size(), false);
    }
    if (!literal_made_[index]) {
        literals_[index] = engine::literal(program_->expr(index), operands_);
        literal_made_[index] = true;
    }
    return literals_[index];
}

std::string Evaluation::source_text(SourceSpan where) const {
    std::string out;
    const SourceMap& sources = graph_->sources();
    for (const char c : sources.text(balanced(sources, where))) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    return out;
}

Value Evaluation::either(lang::ExprIndex condition) {
    Unknown about;
    about.cause = intern("`" + source_text(program_->expr(condition).where) + "` is not decided");
    about.may_be_missing = true;
    return factory_.unknown(about, nullptr);
}

std::string_view Evaluation::intern(std::string text) {
    const auto found = interned_.find(text);
    if (found != interned_.end()) return found->second;
    const std::string_view kept = arena_.copy(text);
    interned_.emplace(std::move(text), kept);
    return kept;
}

Value Evaluation::instance(std::uint32_t view, UnitId unit, std::string_view key, Value each) {
    const bool placed = each.origin() != nullptr && each.origin()->path != nullptr;
    std::string path = placed ? FactGraph::dotted(each.origin()->path) : std::string();
    auto [entry, added] = instances_.try_emplace({view, unit.value, std::string(key), path});
    if (added) {
        const std::uint32_t entity = view == k_resource_entity ? k_resource_entity : program_->views[view].entity;
        EntityInstance made;
        made.entity = entity;
        made.view = view;
        made.unit = unit;
        made.key = intern(std::string(key));
        made.path = intern(std::move(path));
        made.each = each;
        Origin origin;
        origin.span = graph_->unit(unit).name_span;
        origin.key = origin.span;
        origin.unit = unit;
        entry->second = factory_.entity(made, arena_.make<Origin>(origin));
    }
    return entry->second;
}

UnitId Evaluation::unit_of(Value subject) {
    if (subject.is(Kind::resource)) return subject.unit();
    if (subject.is(Kind::entity)) return subject.entity().unit;
    return UnitId{};
}

std::vector<UnitId> Evaluation::units(std::string_view tool, std::string_view type, lang::Range::Scope scope,
                                      Era era) const {
    if (scope == lang::Range::Scope::declared) return graph_->of_type(tool, type, era);
    std::vector<UnitId> found;
    for (const Document& document : graph_->documents()) {
        for (const UnitId id : document.units) {
            const Unit& unit = graph_->unit(id);
            const bool meant = (tool.empty() || unit.tool == tool) && (type == "*" || unit.type == type);
            if (meant && (unit.external || unit.kind == UnitKind::data)) found.push_back(id);
        }
    }
    return found;
}

// Tags come as a list of {Key, Value} or as a map, by type; the schema says under which property.
Value Evaluation::tags_of(const Unit& unit) {
    if (unit.tool == "tf") {
        // With the tags that the provider adds, where the plan knows them.
        const Value all = unit.attributes.is(Kind::map) ? field(unit.attributes, "tags_all", operands_) : Value();
        return all.is(Kind::missing) && unit.attributes.is(Kind::map) ? field(unit.attributes, "tags", operands_) : all;
    }
    const std::string_view property = unit.schema != nullptr && !unit.schema->tag_property.empty()
                                          ? std::string_view(unit.schema->tag_property)
                                          : "Tags";
    const Value written = unit.attributes.is(Kind::map) ? field(unit.attributes, property, operands_) : Value();
    if (!written.is(Kind::list)) return written;
    std::vector<Member> members;
    bool open = written.open();
    bool secret = false;
    for (const Element& element : written.elements()) {
        const Value key = element.value.is(Kind::map) ? field(element.value, "Key", operands_) : Value();
        secret = secret || key.sensitive();
        if (!key.is(Kind::string)) {
            open = true;
            continue;
        }
        const Value content = field(element.value, "Value", operands_);
        std::vector<Arm> arms{{element.must, content}, {guards().complement(element.may), Value()}};
        const Guard open_guard = guards().without(element.may, element.must);
        if (open_guard != k_never) arms.push_back({open_guard, factory_.error("the tag may be absent", nullptr)});
        members.push_back({key.text(), {}, factory_.choice(arms, guards(), content.origin())});
    }
    return factory_.marked(factory_.map(members, open, written.origin()), secret, false);
}

Value Evaluation::resource_field(UnitId id, std::string_view name) {
    const Unit& unit = graph_->unit(id);
    Origin at;
    at.span = at.key = unit.name_span;
    at.unit = id;
    const Origin* origin = arena_.make<Origin>(at);
    if (name == "name") return factory_.string(unit.name, origin);
    if (name == "type") return factory_.string(unit.type, origin);
    if (name == "document") return factory_.string(intern(graph_->document(unit.document).path), origin);
    if (name == "taggable")
        return factory_.boolean(unit.schema != nullptr && !unit.schema->tag_property.empty(), origin);
    if (name == "tags") return tags_of(unit);
    if (name == "properties") return unit.attributes;
    return factory_.error("there is no such field", origin);
}

namespace {

void append_key(Value value, std::string& out);

void append_list_key(Value value, std::string& out) {
    out += value.is_set() ? '{' : '[';
    for (const Element& element : value.elements()) {
        append_key(element.value, out);
        out += ',';
    }
    out += value.open() ? "…]" : "]";
}

void append_place(Value value, std::string& out) {
    const Origin* origin = value.origin();
    if (origin == nullptr) return;
    out += std::to_string(origin->span.source.value) + ":" + std::to_string(origin->span.span.begin) + ":" +
           std::to_string(origin->span.span.end);
}

void append_key(Value value, std::string& out) {
    switch (value.kind()) {
        case Kind::missing:
            out += "-";
            return;
        case Kind::null:
            out += "null";
            return;
        case Kind::boolean:
            out += value.boolean() ? "true" : "false";
            return;
        case Kind::number:
            out += "n" + value.number().text();
            return;
        case Kind::interval:
            out += "i" + value.number().text() + ".." + value.upper().text();
            return;
        case Kind::string:
            out += "s" + std::to_string(value.text().size()) + ":" + std::string(value.text());
            return;
        case Kind::partial:
            out += "p";
            for (const Segment& segment : value.segments()) {
                if (segment.known())
                    out += std::string(segment.text);
                else
                    append_key(segment.hole, out);
                out += '\x1f';
            }
            return;
        case Kind::list:
            append_list_key(value, out);
            return;
        case Kind::map:
            out += "m{";
            for (const Member& member : value.members()) {
                out += std::string(member.key) + "=";
                append_key(member.value, out);
                out += ',';
            }
            out += "}";
            return;
        case Kind::record:
            out += "r" + std::string(value.record_type().name) + "(";
            for (const Value& field : value.fields()) {
                append_key(field, out);
                out += ',';
            }
            out += ")";
            return;
        case Kind::domain: {
            const DomainValue& domain = value.domain();
            out += "d" + std::to_string(static_cast<int>(domain.domain)) + ":" + std::to_string(domain.seconds) + ":" +
                   std::to_string(domain.from) + ":" + std::to_string(domain.to) + ":" + std::to_string(domain.prefix) +
                   (domain.v6 ? "v6" : "");
            if (domain.domain == Domain::cidr) {
                for (const std::uint8_t byte : domain.address)
                    out += "," + std::to_string(byte);
            } else if (domain.domain == Domain::version || domain.domain == Domain::glob ||
                       domain.domain == Domain::regex) {
                out += std::string(domain.text);
            }
            return;
        }
        case Kind::resource:
            out += "u" + std::to_string(value.unit().value);
            return;
        case Kind::entity:
            out += "e" + std::to_string(value.entity().entity) + "," + std::to_string(value.entity().unit.value) + "," +
                   std::string(value.entity().key) + "," + std::string(value.entity().path);
            return;
        case Kind::unknown:
            out += "?" + std::string(value.unknown().producer);
            if (!value.unknown().producer.empty()) return;
            out += value.unknown().cause;  // a collection's unseen members stand at the collection's place
            append_place(value, out);
            return;
        case Kind::error:
            out += "!" + std::string(value.text());
            append_place(value, out);
            return;
        case Kind::choice:
            out += "c";
            for (const Arm& arm : value.arms()) {
                out += std::to_string(arm.guard.index) + "?";
                append_key(arm.value, out);
            }
            return;
    }
}

}  // namespace

std::string canonical_key(Value value) {
    std::string out;
    append_key(value, out);
    return out;
}

std::string join_key(Value value) {
    switch (value.kind()) {
        case Kind::resource:
        case Kind::entity:
            return "u" + std::to_string(value.unit().value);
        case Kind::boolean:
        case Kind::number:
        case Kind::string:
            return canonical_key(value);
        default:
            return {};
    }
}

std::string order_key(std::span<const Value> columns, const FactGraph& graph) {
    std::string out;
    for (const Value value : columns) {
        const UnitId unit = Evaluation::unit_of(value);
        if (unit.valid()) out += graph.document(graph.unit(unit).document).path + "\x1f";
        if (unit.valid()) out += std::string(graph.unit(unit).address) + "\x1f";
        out += canonical_key(value) + "\x1e";
    }
    return out;
}

Value column_value(Value value, const ValueFactory& make) {
    switch (value.kind()) {
        case Kind::boolean:
        case Kind::number:
        case Kind::string:
        case Kind::domain:
            return make.with_origin(value, nullptr);
        default:
            return value;
    }
}

bool stands_for_many(std::span<const Value> columns) {
    return std::any_of(columns.begin(), columns.end(), [](Value value) {
        switch (value.kind()) {
            case Kind::null:
            case Kind::boolean:
            case Kind::number:
            case Kind::string:
            case Kind::domain:
            case Kind::resource:
            case Kind::entity:
                return false;
            default:
                return true;
        }
    });
}

std::vector<Element> distinct(const std::vector<Element>& elements, GuardSpace& guards) {
    std::vector<Element> out;
    std::map<std::string, std::size_t> known;
    for (const Element& element : elements) {
        if (element.value.is(Kind::unknown) && element.value.unknown().producer.empty()) {
            out.push_back(element);  // nobody knows whether it is one of the others
            continue;
        }
        const auto [entry, added] = known.try_emplace(canonical_key(element.value), out.size());
        if (added) {
            out.push_back(element);
            continue;
        }
        Element& first = out[entry->second];
        first.must = guards.disjoin(first.must, element.must);
        first.may = guards.disjoin(first.may, element.may);
    }
    return out;
}

}  // namespace spile::engine
