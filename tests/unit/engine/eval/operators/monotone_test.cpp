// Meaning 2: saying what an unknown is never turns a yes into a no or a no into a yes. Values are made with unknown
// parts, then the same with each part filled in.
#include <map>
#include <random>

#include "tests/unit/engine/eval/operators/fixture.hpp"

using namespace spile;
using namespace spile::engine;

namespace {

class Random {
  public:
    explicit Random(std::uint32_t seed) : engine_(seed) {}
    std::size_t below(std::size_t limit) { return engine_() % limit; }
    bool one_in(std::size_t count) { return below(count) == 0; }
    template <class Items>
    const auto& pick(const Items& items) {
        return items[below(std::size(items))];
    }

  private:
    std::mt19937 engine_;
};

constexpr std::array<const char*, 17> k_texts = {"",
                                                 "a",
                                                 "b",
                                                 "ab",
                                                 "a*",
                                                 "A",
                                                 "22",
                                                 "tcp",
                                                 "10.0.0.0/8",
                                                 "1.2",
                                                 "a,b",
                                                 " a ",
                                                 "2027-01-01",
                                                 "arn:aws:s3:::a",
                                                 "host.io/a:1",
                                                 "{\"a\":1}",
                                                 "[1,\"a\"]"};
constexpr std::array<const char*, 17> k_partials = {
    "a${X}",           "${X}b",        "${X}${Y}",       "a${}b",          "10.${X}.0.0/16", "arn:aws:s3:::${X}",
    "arn:${Y}:s3:::a", "${X}:a",       "host.io/${X}:1", "host.io/a:${X}", "${X}/a",         "{\"a\":\"${X}\"}",
    "[1,${X}]",        "{\"a\":${Y}}", " ${X} a",        "a,${X},b",       "10.0.0.${X}"};
constexpr std::array<const char*, 7> k_words = {"", "a", "b", "10", "aws", "A", "x"};
constexpr std::array<const char*, 4> k_producers = {"", "X", "Y", "Z"};
constexpr std::array<const char*, 3> k_keys = {"a", "b", "22"};

struct Monotone : OperatorFixture {
    Random random{20261123};
    UnitId generated = unit("Made", "AWS::S3::Bucket", "BucketName");
    UnitId named = unit("Named", "AWS::S3::Bucket", "BucketName", text("a"));
    std::map<std::string, Value> known;  // what each producer turned out to be
    // What a deployment gives says so: its chain leads through a parameter.
    Step step{.role = Step::Role::parameter};
    Origin given{.chain = &step};

    Value scalar() {
        switch (random.below(9)) {
            case 0:
                return null();
            case 1:
                return boolean(random.one_in(2));
            case 2:
                return number(static_cast<std::int64_t>(random.below(4)));
            case 3:
                return number(22);
            case 4:
                return cidr(random.one_in(2) ? "10.1.0.0/16" : "0.0.0.0/0");
            case 5:
                return ports(0, 22);
            case 6:
                return version(random.one_in(2) ? "1.2" : "1.10");
            default:
                return text(random.pick(k_texts));
        }
    }
    Value undecided_part() {
        switch (random.below(4)) {
            case 0:
                return partial(random.pick(k_partials));
            case 1:
                return between(1, 3);
            default: {
                const std::array<TypeHint, 6> hints = {TypeHint::any,     TypeHint::string, TypeHint::number,
                                                       TypeHint::boolean, TypeHint::list,   TypeHint::map};
                const std::string_view producer = random.pick(k_producers);
                // A producer is one value, of one type.
                const TypeHint hint = producer == "X" || producer == "Y" ? TypeHint::string
                                      : producer == "Z"                  ? TypeHint::number
                                                                         : random.pick(hints);
                return unknown(hint, producer, producer.empty() && random.one_in(4));
            }
        }
    }
    Value value(int depth) {
        const std::size_t choice = random.below(depth > 0 ? 10 : 7);
        if (choice < 3) return scalar();
        if (choice < 6) return undecided_part();
        if (choice == 6) return random.one_in(3) ? resource(random.one_in(2) ? generated : named) : Value();
        if (choice == 7) {
            std::vector<std::pair<std::string_view, Value>> members;
            for (const char* key : k_keys)
                if (random.one_in(2)) members.emplace_back(key, value(depth - 1));
            return map(members, random.one_in(4));
        }
        std::vector<Element> elements;
        for (std::size_t i = random.below(4); i > 0; --i) {
            const bool perhaps = random.one_in(4);
            elements.push_back({.value = value(depth - 1), .must = perhaps ? k_never : k_always});
        }
        const bool open = random.one_in(4);
        return choice == 8 ? make.list(elements, open, nullptr) : make.set(elements, open, nullptr);
    }

    Value concrete(TypeHint hint) {
        switch (hint) {
            case TypeHint::string:
                return make.string(random.pick(k_words), &given);
            case TypeHint::number:
                return make.number(Decimal(static_cast<std::int64_t>(random.below(4))), &given);
            case TypeHint::boolean:
                return make.boolean(random.one_in(2), &given);
            case TypeHint::list:
                return random.one_in(2) ? list({}) : texts({"a"});
            case TypeHint::map:
                return random.one_in(2) ? map({}) : map({{"a", text("a")}});
            case TypeHint::any:
                break;
        }
        const std::array<TypeHint, 5> hints = {TypeHint::string, TypeHint::number, TypeHint::boolean, TypeHint::list,
                                               TypeHint::map};
        return concrete(random.pick(hints));
    }
    Value filled_unknown(Value value) {
        const Unknown& about = value.unknown();
        if (about.may_be_missing && random.one_in(3)) return {};
        if (about.producer.empty()) return concrete(about.type);
        const auto [found, fresh] = known.try_emplace(std::string(about.producer));
        if (fresh) found->second = concrete(about.type);
        return found->second;
    }
    Value filled_list(Value list) {
        std::vector<Element> elements;
        for (const Element& element : list.elements())
            if (element.must == k_always || random.one_in(2)) elements.push_back({.value = filled(element.value)});
        if (list.open())
            for (std::size_t i = random.below(3); i > 0; --i)
                elements.insert(elements.begin() + static_cast<std::ptrdiff_t>(random.below(elements.size() + 1)),
                                {.value = scalar()});
        return list.is_set() ? make.set(elements, false, list.origin()) : make.list(elements, false, list.origin());
    }
    Value filled_map(Value map) {
        std::vector<Member> members;
        for (const Member& member : map.members())
            members.push_back({.key = member.key, .value = filled(member.value)});
        for (const char* key : k_keys)
            if (map.open() && map.member(key) == nullptr && random.one_in(3))
                members.push_back({.key = key, .value = scalar()});
        return make.map(members, false, map.origin());
    }
    /// The same value with nothing left open.
    Value filled(Value value) {
        switch (value.kind()) {
            case Kind::unknown:
                return filled_unknown(value);
            case Kind::partial: {
                std::vector<Segment> segments;
                for (const Segment& segment : value.segments())
                    segments.push_back(segment.known() ? segment : Segment{.text = filled(segment.hole).text()});
                return make.partial(segments, &given);
            }
            case Kind::interval:
                return number(static_cast<std::int64_t>(1 + random.below(3)));
            case Kind::list:
                return filled_list(value);
            case Kind::map:
                return filled_map(value);
            default:
                return value;
        }
    }

    void same(const std::string& what, Truth before, Truth after, const std::vector<Value>& values,
              const std::vector<Value>& fills) {
        if (before == Truth::maybe || after == Truth::maybe || before == after) return;
        std::string message = what + " turned from " + letter(before) + " to " + letter(after) + ":";
        for (std::size_t i = 0; i < values.size(); ++i)
            message += "\n  " + show(values[i]) + "  then  " + show(fills[i]);
        FAIL_CHECK(message);
    }
    void operators(const std::vector<Value>& v, const std::vector<Value>& f) {
        same("==", equal(v[0], v[1], with), equal(f[0], f[1], with), v, f);
        same("<", less(v[0], v[1], with), less(f[0], f[1], with), v, f);
        same("<=", less_equal(v[0], v[1], with), less_equal(f[0], f[1], with), v, f);
        same("in", in(v[0], v[1], with), in(f[0], f[1], with), v, f);
        same("like", like(v[0], v[1], with), like(f[0], f[1], with), v, f);
        same("matches", matches(v[0], "a", with), matches(f[0], "a", with), v, f);
        same("exists", exists(v[0]), exists(f[0]), v, f);
        same("empty", empty(v[0]), empty(f[0]), v, f);
        same("truth", truth_of(v[0]), truth_of(f[0]), v, f);
    }
    /// Whatever can be asked of two results.
    void results(const std::string& what, Value before, Value after, const std::vector<Value>& v,
                 const std::vector<Value>& f) {
        same(what, truth_of(before), truth_of(after), v, f);
        if (is_error(after)) return;
        same(what + " exists", exists(before), exists(after), v, f);
        same(what + " is empty", empty(before), empty(after), v, f);
        for (int i = 0; i < 3; ++i) {
            const Value probe = scalar();
            const std::string with_probe =
                what + " against " + show(probe) + ", " + show(before) + " then " + show(after);
            same(with_probe + " ==", equal(before, probe, with), equal(after, probe, with), v, f);
            same(with_probe + " in", in(probe, before, with), in(probe, after, with), v, f);
            same(with_probe + " <", less(before, probe, with), less(after, probe, with), v, f);
            same(with_probe + " like", like(before, text("*a*"), with), like(after, text("*a*"), with), v, f);
        }
    }
    void values(const std::vector<Value>& v, const std::vector<Value>& f) {
        results("++", concatenate(v[0], v[1], with), concatenate(f[0], f[1], with), v, f);
        for (const lang::Op op : {lang::Op::add, lang::Op::subtract, lang::Op::multiply, lang::Op::divide})
            results("arithmetic", arithmetic(op, v[0], v[1], with), arithmetic(op, f[0], f[1], with), v, f);
        results("index", index(v[0], v[1], with), index(f[0], f[1], with), v, f);
        const char* const name = random.pick(k_keys);
        results("field", field(v[0], name, with), field(f[0], name, with), v, f);
    }
    void builtin(const std::vector<Value>& v, const std::vector<Value>& f) {
        const lang::BuiltinInfo& info = random.pick(lang::all_builtins());
        std::size_t count = 0;
        const std::string_view parameters = info.signature.substr(0, info.signature.find(") ->"));
        for (const char c : parameters)
            count += c == ':' ? 1 : 0;
        const std::span<const Value> before(v.data(), count);
        const std::span<const Value> after(f.data(), count);
        results(std::string(info.name), engine::call(info.builtin, before, with),
                engine::call(info.builtin, after, with), v, f);
    }
};

}  // namespace

TEST_CASE_METHOD(Monotone, "filling in what is unknown never turns an answer") {
    for (int i = 0; i < 20000; ++i) {
        known.clear();
        std::vector<Value> values;
        std::vector<Value> fills;
        for (int k = 0; k < 3; ++k) {
            values.push_back(value(2));
            fills.push_back(filled(values.back()));
        }
        operators(values, fills);
        this->values(values, fills);
        for (int k = 0; k < 3; ++k)
            builtin(values, fills);
    }
    SUCCEED("20,000 cases");
}
