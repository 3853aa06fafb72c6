// Values as messages print them.
#include <string>

#include "engine/eval/operators/domains.hpp"
#include "engine/eval/operators/units.hpp"

namespace spile::engine {

using namespace operators;

namespace {

constexpr std::size_t k_most = 200;
constexpr std::string_view k_cut = "…";

/// What stands in the document where a part of a text is not known: `${AWS::Partition}`.
std::string written_hole(Value hole, const Operands& with) {
    if (hole.sensitive() || !hole.is(Kind::unknown)) return {};
    if (hole.unknown().attribute.starts_with("{{resolve:")) return std::string(hole.unknown().attribute);
    const Step* step = hole.origin() == nullptr ? nullptr : hole.origin()->chain;
    for (; step != nullptr; step = step->next) {
        if (step->text.starts_with("${")) return std::string(step->text);
        for (const std::string_view call : {"!Ref ", "Ref ", "!GetAtt ", "Fn::GetAtt "}) {
            if (!step->text.starts_with(call)) continue;
            std::string_view name = step->text.substr(call.size());
            const bool quoted = name.size() > 2 && (name.front() == '"' || name.front() == '\'');
            if (quoted) name = name.substr(1, name.size() - 2);
            return "${" + std::string(name) + "}";
        }
    }
    const Unknown& about = hole.unknown();
    if (with.graph == nullptr || !about.unit.valid() || about.attribute.empty()) return {};
    const std::string name(with.graph->unit(about.unit).name);
    return "${" + name + (about.attribute == "Ref" ? "" : "." + std::string(about.attribute)) + "}";
}

/// Stops adding once the text is long enough to be cut.
class Printer {
  public:
    explicit Printer(const Operands& with) : with_(&with) {}

    void print(Value value, int depth);
    [[nodiscard]] std::string take() && {
        if (text_.size() <= k_most) return std::move(text_);
        std::size_t end = k_most - k_cut.size();
        while (end > 0 && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U)
            --end;
        text_.resize(end);
        return std::move(text_ += k_cut);
    }

  private:
    [[nodiscard]] bool full() const { return text_.size() > k_most; }
    void add(std::string_view text) { text_ += text.substr(0, k_most + 1); }

    void print_list(Value list, int depth) {
        add(list.is_set() ? "{" : "[");
        bool first = true;
        for (const Element& element : list.elements()) {
            if (full()) return;
            if (!first) add(", ");
            first = false;
            print(element.value, depth + 1);
        }
        if (list.open()) add(first ? "…" : ", …");
        add(list.is_set() ? "}" : "]");
    }
    void print_map(Value map, int depth) {
        add("{");
        bool first = true;
        for (const Member& member : map.members()) {
            if (full()) return;
            if (!first) add(", ");
            first = false;
            add(member.key);
            add(": ");
            print(member.value, depth + 1);
        }
        if (map.open()) add(first ? "…" : ", …");
        add("}");
    }
    void print_record(Value record, int depth) {
        if (form_of(record) == Form::arn) return print_joined(record, "arn", ":", depth);
        if (form_of(record) == Form::image) return print_image(record, depth);
        if (form_of(record) == Form::partial_cidr) return print(record.fields()[0], depth);
        add(record.record_type().name);
        add("(");
        for (std::size_t i = 0; i < record.fields().size() && !full(); ++i) {
            if (i > 0) add(", ");
            add(record.record_type().fields[i]);
            add(": ");
            print(record.fields()[i], depth + 1);
        }
        add(")");
    }
    void print_joined(Value record, std::string_view front, std::string_view between, int depth) {
        add(front);
        for (const Value field : record.fields()) {
            add(between);
            print(field, depth + 1);
        }
    }
    void print_image(Value image, int depth) {
        const auto fields = image.fields();
        print(fields[0], depth + 1);
        add("/");
        print(fields[1], depth + 1);
        print_optional(":", fields[2], depth);
        print_optional("@", fields[3], depth);
    }
    void print_optional(std::string_view front, Value value, int depth) {
        if (presence(value) != Truth::yes) return;
        add(front);
        print(value, depth + 1);
    }
    void print_number(Value number) {
        if (number.is(Kind::interval) && number.open()) return add("at least " + number.number().text());
        add(number.number().text());
        if (number.is(Kind::interval)) add(" to " + number.upper().text());
    }
    void print_unit(Value subject) {
        const Unit* const unit = unit_of(subject, *with_);
        add(unit == nullptr ? std::string_view("(resource)") : unit->name);
        if (subject.is(Kind::entity) && !subject.entity().key.empty())
            add("[" + std::string(subject.entity().key) + "]");
    }

    const Operands* with_;
    std::string text_;
};

void Printer::print(Value value, int depth) {
    constexpr int deepest = 32;
    if (value.sensitive()) return add("(sensitive)");
    if (depth > deepest) return add("…");
    switch (value.kind()) {
        case Kind::missing:
            return add("(missing)");
        case Kind::null:
            return add("null");
        case Kind::boolean:
            return add(value.boolean() ? "true" : "false");
        case Kind::number:
        case Kind::interval:
            return print_number(value);
        case Kind::string:
            return add(value.text());
        case Kind::partial:
            for (const Segment& segment : value.segments()) {
                const std::string written = segment.known() ? std::string() : written_hole(segment.hole, *with_);
                if (segment.known() || !written.empty())
                    add(segment.known() ? segment.text : written);
                else
                    print(segment.hole, depth + 1);
            }
            return;
        case Kind::list:
            return print_list(value, depth);
        case Kind::map:
            return print_map(value, depth);
        case Kind::record:
            return print_record(value, depth);
        case Kind::domain:
            return add(value.domain().text);
        case Kind::resource:
        case Kind::entity:
            return print_unit(value);
        case Kind::unknown:
            return add("(unknown)");
        case Kind::error:
            return add("(error)");
        case Kind::choice:
            for (std::size_t i = 0; i < value.arms().size() && !full(); ++i) {
                if (i > 0) add(" or ");
                print(value.arms()[i].value, depth + 1);
            }
            return;
    }
}

}  // namespace

std::string display(Value value, const Operands& with) {
    Printer printer(with);
    printer.print(value, 0);
    return std::move(printer).take();
}

}  // namespace spile::engine
