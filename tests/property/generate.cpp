#include "tests/property/generate.hpp"

#include <utility>

namespace spile::test {

namespace {

const std::vector<const char*> k_words = {"a", "b", "c", "ab"};

class Template {
  public:
    explicit Template(Dice& dice) : dice_(dice) {}

    Tree document(std::vector<Parameter>& open) {
        std::vector<std::pair<std::string, Tree>> sections;
        sections.emplace_back("Parameters", parameters(open));
        sections.emplace_back(
            "Mappings",
            map({{"M", map({{"a", map({{"k", text("a")}, {"l", text("b")}})}, {"b", map({{"k", text("c")}})}})}}));
        sections.emplace_back("Conditions", conditions());
        sections.emplace_back("Resources", resources());
        return map(std::move(sections));
    }

  private:
    Tree parameters(std::vector<Parameter>& open) {
        std::vector<std::pair<std::string, Tree>> made;
        for (int i = 0; i < 4; ++i) {
            Parameter parameter{"P" + std::to_string(i), {}};
            std::vector<std::pair<std::string, Tree>> members{{"Type", text("String")}};
            const std::size_t shape = dice_.below(8);
            if (shape < 4) {
                parameter.allowed = {"a", "b"};
                if (shape == 0) parameter.allowed.emplace_back("c");
                std::vector<Tree> allowed;
                for (const std::string& value : parameter.allowed)
                    allowed.push_back(text(value));
                members.emplace_back("AllowedValues", list(std::move(allowed)));
            }
            if (shape == 7)
                members.emplace_back("Default", text(dice_.one_of(k_words)));
            else
                open.push_back(parameter);
            made.emplace_back(parameter.name, map(std::move(members)));
        }
        return map(std::move(made));
    }

    std::string parameter() { return "P" + std::to_string(dice_.below(4)); }
    std::string condition() { return "C" + std::to_string(dice_.below(conditions_)); }
    static Tree call(const char* name, Tree argument) { return map({{name, std::move(argument)}}); }
    Tree named_condition() { return call("Condition", text(condition())); }

    Tree conditions() {
        std::vector<std::pair<std::string, Tree>> made;
        for (conditions_ = 0; conditions_ < 4; ++conditions_) {
            Tree body = call("Fn::Equals", list({call("Ref", text(parameter())), text(dice_.one_of(k_words))}));
            if (conditions_ > 1 && dice_.chance(40)) {
                const std::size_t shape = dice_.below(3);
                body = shape == 0   ? call("Fn::Not", list({named_condition()}))
                       : shape == 1 ? call("Fn::And", list({named_condition(), named_condition()}))
                                    : call("Fn::Or", list({named_condition(), named_condition()}));
            }
            made.emplace_back("C" + std::to_string(conditions_), std::move(body));
        }
        return map(std::move(made));
    }

    Tree choice(Tree a, Tree b) { return call("Fn::If", list({text(condition()), std::move(a), std::move(b)})); }
    static Tree no_value() { return call("Ref", text("AWS::NoValue")); }

    Tree value(int depth) {
        const std::size_t shape = dice_.below(depth > 1 ? 9 : 14);
        if (shape < 4) return text(dice_.one_of(k_words));
        if (shape < 7) return call("Ref", text(parameter()));
        if (shape == 7) return call("Fn::Sub", text(dice_.one_of({"a${P0}", "${P1}b", "a${P2}c", "b"})));
        if (shape == 8) return call("Fn::FindInMap", list({text("M"), call("Ref", text(parameter())), text("k")}));
        if (shape < 12) return choice(value(depth + 1), value(depth + 1));
        if (shape == 12) return choice(value(depth + 1), no_value());
        return call("Fn::ImportValue", text("elsewhere"));
    }

    Tree tag(int depth) {
        if (depth == 0 && dice_.chance(35)) return choice(tag(1), dice_.chance(60) ? no_value() : tag(1));
        std::vector<std::pair<std::string, Tree>> members{{"Key", value(1)}};
        if (dice_.chance(85)) members.emplace_back("Value", value(1));
        return map(std::move(members));
    }

    Tree tags() {
        std::vector<Tree> items;
        for (std::size_t n = dice_.below(4); n > 0; --n)
            items.push_back(tag(0));
        Tree made = list(std::move(items));
        if (dice_.chance(12)) {  // nobody sees its members
            Tree open = call("Fn::Split", list({text(","), call("Fn::ImportValue", text("tags"))}));
            return dice_.chance(60) ? std::move(open) : choice(std::move(made), std::move(open));
        }
        if (dice_.chance(10)) return choice(std::move(made), dice_.chance(50) ? no_value() : list({tag(1)}));
        return made;
    }

    Tree resources() {
        std::vector<std::pair<std::string, Tree>> made;
        const std::size_t buckets = 1 + dice_.below(3);
        for (std::size_t i = 0; i < buckets; ++i) {
            std::vector<std::pair<std::string, Tree>> properties;
            if (dice_.chance(80)) properties.emplace_back("BucketName", value(0));
            if (dice_.chance(80)) properties.emplace_back("AccessControl", value(0));
            if (dice_.chance(85)) properties.emplace_back("Tags", tags());
            add(made, "B" + std::to_string(i), "AWS::S3::Bucket", std::move(properties));
        }
        for (std::size_t i = dice_.below(3); i > 0; --i) {
            const Tree target = call("Ref", text("B" + std::to_string(dice_.below(buckets))));
            const std::size_t shape = dice_.below(4);
            Tree bucket = shape < 2 ? target : shape == 2 ? choice(target, value(1)) : call("Ref", text(parameter()));
            add(made, "Q" + std::to_string(i), "AWS::S3::BucketPolicy",
                {{"Bucket", std::move(bucket)}, {"PolicyDocument", map({})}});
        }
        return map(std::move(made));
    }

    void add(std::vector<std::pair<std::string, Tree>>& to, std::string name, const char* type,
             std::vector<std::pair<std::string, Tree>> properties) {
        std::vector<std::pair<std::string, Tree>> members{{"Type", text(type)}};
        if (dice_.chance(25)) members.emplace_back("Condition", text(condition()));
        members.emplace_back("Properties", map(std::move(properties)));
        to.emplace_back(std::move(name), map(std::move(members)));
    }

    Dice& dice_;
    std::size_t conditions_ = 0;
};

class Policies {
  public:
    explicit Policies(Dice& dice) : dice_(dice) {}

    std::string module() {
        std::string out = k_head;
        for (int i = 0; i < 4; ++i) {
            const std::string n = std::to_string(i);
            out += "policy p" + n + " \"p" + n + "\" {\n    id T-" + n + "\n    severity low\n    for b: B\n";
            if (dice_.chance(30)) out += "    when " + condition(1) + "\n";
            if (dice_.chance(20))
                out += "    let early = " + condition(1) + "\n    deny early and " + condition(2) + "\n";
            out += (dice_.chance(50) ? "    require " : "    deny ") + condition(0) + "\n}\n";
        }
        return out;
    }

  private:
    static constexpr const char* k_head = R"(module random

entity B {
    name: any?
    acl: any?
    tags: list<any>
}
view B of r: cfn "AWS::S3::Bucket" {
    name = r.BucketName
    acl  = r.AccessControl
    tags = [t for t in r.Tags]
}

entity Label {
    bucket: any
    key: any?
    value: any?
}
view Label of r: cfn "AWS::S3::Bucket" each t in r.Tags key t.Key where t.Key != "c" {
    bucket = r
    key    = t.Key
    value  = t.Value
}

rule step(x: B, y: B) if x.acl == y.name
rule step(x: B, y: B) if (some q: cfn "AWS::S3::BucketPolicy" where refers(q.Bucket, x)) and x.name == y.acl
rule reach(x: B, y: B) if step(x, y)
rule reach(x: B, z: B) if reach(x, y) and step(y, z)
rule lone(x: B) if not (some reach(x, _))
rule tagged(x: B, key: any) if t in x.tags and key == t.Key
rule bare(x: B) if not (some tagged(x, _))
rule akin(x: B, y: B) if tagged(x, key) and tagged(y, key)
rule kin(x: B, y: B) if akin(x, y)
rule kin(x: B, z: B) if kin(x, y) and akin(y, z)
rule marked(x: B, value: any) if akin(x, y) and (some t in y.tags where t.Key == x.name and value == t.Value)
rule labelled(key: any) if (some l: Label where key == l.key and l.value exists)

fn first_of(x: any?, y: any?) -> any? = x ?? y

)";

    std::string word() { return std::string("\"") + dice_.one_of(k_words) + "\""; }
    std::string words() { return "{" + word() + ", " + word() + "}"; }
    std::string number() { return std::to_string(dice_.below(4)); }
    std::string order() { return dice_.one_of({"<", "<=", ">", ">=", "==", "!="}); }

    std::string operand() {
        const std::string t = tag();
        switch (dice_.below(6)) {
            case 0:
                return "b.name";
            case 1:
                return "b.acl";
            case 2:
                return "first_of(b.name, b.acl)";
            case 3:
                return "the(" + t + ".Value for " + t + " in b.tags where " + of_tag(t) + ")";
            case 4:
                return "(if " + of_operand(dice_.chance(50) ? "b.name" : "b.acl") + " then b.acl else b.name)";
            default:
                return "{" + t + ".Key: " + t + ".Value for " + t + " in b.tags}[" + word() + "]";
        }
    }

    // A name that is not in scope yet.
    std::string tag() { return "t" + std::to_string(names_++); }

    std::string of_operand(const std::string& x) {
        switch (dice_.below(8)) {
            case 0:
            case 1:
                return x + " == " + word();
            case 2:
                return x + " != " + word();
            case 3:
                return x + " in " + words();
            case 4:
                return x + (dice_.chance(50) ? " exists" : " missing");
            case 5:
                return "(" + x + " ?? \"a\") like \"" + dice_.one_of({"a*", "*b", "?", "c*"}) + "\"";
            case 6:
                return x + " == b.acl";
            default:
                return x + " empty";
        }
    }

    std::string of_tag(const std::string& t) {
        const std::string field = t + (dice_.chance(60) ? ".Key" : ".Value");
        if (dice_.chance(25)) return "(" + of_operand(field) + " or " + of_operand(t + ".Value") + ")";
        return of_operand(field);
    }

    std::string aggregate() {
        const std::string t = tag();
        const std::string in = " in b.tags where " + of_tag(t);
        switch (dice_.below(6)) {
            case 0:
                return "count(" + t + in + ") " + order() + " " + number();
            case 1:
                return "count(distinct " + t + ".Value for " + t + in + ") " + order() + " " + number();
            case 2:
                return "sum(length(" + t + ".Value) for " + t + in + ") " + order() + " " + number();
            case 3:
                return "(" + std::string(dice_.one_of({"min", "max"})) + "(length(" + t + ".Value) for " + t + in +
                       ") ?? 1) " + order() + " " + number();
            case 4:
                return "count(v" + t + " in {" + t + ".Value for " + t + in + "}) " + order() + " " + number();
            default:
                return "[" + t + ".Key for " + t + in + "] == [" + word() + "]";
        }
    }

    std::string related() {
        switch (dice_.below(11)) {
            case 0:
                return "reach(b, b)";
            case 6:
                return dice_.one_of({"bare(b)", "not kin(b, b)", "akin(b, b)", "labelled(\"a\")"});
            case 7:
                return "count(" + std::string(dice_.one_of({"tagged", "akin", "kin", "marked"})) + "(b, _)) " +
                       order() + " " + number();
            case 8: {
                const std::string k = tag();
                return "(" + std::string(dice_.one_of({"some ", "none "})) +
                       dice_.one_of({"tagged", "marked", "kin", "akin"}) + "(b, " + k + ") where " + k + " != b.acl)";
            }
            case 9: {
                const std::string k = tag();
                return "count(distinct " + k + " for tagged(b, " + k + ") where " + k + " != \"b\") " + order() + " " +
                       number();
            }
            case 10: {
                const std::string l = tag();
                return "(" + std::string(dice_.one_of({"some ", "none "})) + l + ": Label where " +
                       of_operand(l + ".key") + ")";
            }
            case 1:
                return "lone(b)";
            case 2: {
                const std::string y = tag();
                return "(some reach(b, " + y + ") where " + y + ".name == " + word() + ")";
            }
            case 3:
                return "count(reach(b, _)) " + order() + " " + number();
            case 4: {
                const std::string k = tag();
                return "(some tagged(b, " + k + ") where " + k + " == b.name)";
            }
            default: {
                const std::string q = tag();
                return "(" + std::string(dice_.one_of({"some ", "none "})) + q +
                       ": cfn \"AWS::S3::BucketPolicy\" where refers(" + q + ".Bucket, b))";
            }
        }
    }

    std::string quantified() {
        const std::string t = tag();
        if (dice_.chance(35)) return "(all " + t + " in b.tags where " + of_tag(t) + " satisfy " + of_tag(t) + ")";
        return "(" + std::string(dice_.one_of({"some ", "none "})) + t + " in b.tags where " + of_tag(t) + ")";
    }

    std::string condition(int depth) {
        const std::size_t shape = dice_.below(depth > 2 ? 7 : 11);
        if (shape < 2) return of_operand(operand());
        if (shape < 4) return quantified();
        if (shape < 6) return aggregate();
        if (shape == 6) return related();
        if (shape == 7) return "not (" + condition(depth + 1) + ")";
        return "(" + condition(depth + 1) + (shape < 10 ? " and " : " or ") + condition(depth + 1) + ")";
    }

    Dice& dice_;
    int names_ = 0;
};

}  // namespace

Case generate(std::uint64_t seed) {
    Dice dice(seed);
    Case made;
    made.policies = Policies(dice).module();
    made.document = Template(dice).document(made.open);
    return made;
}

}  // namespace spile::test
