#include "tests/unit/engine/eval/operators/fixture.hpp"

using namespace spile;
using namespace spile::engine;
using lang::Builtin;

namespace {

struct References : OperatorFixture {
    UnitId made = unit("Made", "AWS::S3::Bucket", "BucketName");
    UnitId named = unit("Named", "AWS::S3::Bucket", "BucketName", text("logs"));
    UnitId half = unit("Half", "AWS::S3::Bucket", "BucketName", partial("logs-${Account}"));
    UnitId queue = unit("Queue", "AWS::SQS::Queue", "QueueName", text("jobs"));
    UnitId stack = unit("Child", "AWS::CloudFormation::Stack");
    UnitId elsewhere = unit("Made", "AWS::S3::Bucket", "BucketName", {}, other_document);

    Value attribute(UnitId of, std::string_view name) {
        const std::string producer = std::to_string(of.value) + "." + std::string(name);
        return make.unknown({.cause = "made at deployment",
                             .producer = keep(producer),
                             .unit = of,
                             .attribute = name,
                             .type = TypeHint::string},
                            nullptr);
    }
    Value parameter(UnitId in_unit) {
        Origin* const origin = graph.arena().make<Origin>(Origin{.unit = in_unit});
        return make.unknown({.cause = "parameter", .producer = "Bucket", .type = TypeHint::string}, origin);
    }
    Value sub(std::string_view front, Value hole, std::string_view back) {
        const std::array<Segment, 3> segments = {Segment{.text = front}, Segment{.hole = hole}, Segment{.text = back}};
        return make.partial(segments, nullptr);
    }
    Truth refers(Value value, UnitId target) { return truth(Builtin::refers, {value, resource(target)}); }
};

}  // namespace

TEST_CASE_METHOD(References, "references that the document spells out") {
    CHECK(refers(attribute(made, "Ref"), made) == Truth::yes);
    CHECK(refers(attribute(made, "Arn"), named) == Truth::no);
    CHECK(refers(attribute(named, "Arn"), named) == Truth::yes);
    CHECK(refers(sub("arn:aws:s3:::", attribute(made, "Ref"), "/*"), made) == Truth::yes);
    CHECK(refers(sub("arn:aws:s3:::", attribute(made, "Ref"), "/*"), stack) == Truth::no);
    CHECK(refers(list({text("x"), attribute(made, "Ref")}), made) == Truth::yes);
    CHECK(refers(list({text("x"), attribute(queue, "Ref")}), made) == Truth::no);
    CHECK(refers(attribute(stack, "Outputs.Bucket"), made) == Truth::maybe);
    CHECK(refers(either(attribute(made, "Ref"), attribute(named, "Ref")), made) == Truth::maybe);
    CHECK(refers(resource(made), made) == Truth::yes);
    CHECK(refers(map({{"a", attribute(made, "Ref")}}), made) == Truth::no);
}

TEST_CASE_METHOD(References, "names that the document spells out") {
    CHECK(refers(text("logs"), named) == Truth::yes);
    CHECK(refers(text("other"), named) == Truth::no);
    CHECK(refers(text("logs"), made) == Truth::no);
    CHECK(refers(text("logs-1"), half) == Truth::maybe);
    CHECK(refers(text("data-1"), half) == Truth::no);
    CHECK(refers(partial("logs-${Account}"), half) == Truth::yes);
    CHECK(refers(text("arn:aws:s3:::logs"), named) == Truth::yes);
    CHECK(refers(text("arn:aws:s3:::logs/*"), named) == Truth::yes);
    CHECK(refers(text("arn:aws:s3:::other/logs"), named) == Truth::no);
    CHECK(refers(partial("arn:${Partition}:s3:::logs/*"), named) == Truth::yes);
    CHECK(refers(partial("arn:${Partition}:s3:::other/*"), named) == Truth::no);
    CHECK(refers(text("arn:aws:sqs:eu-west-1:1:jobs"), queue) == Truth::yes);
    CHECK(refers(text("https://sqs.eu-west-1.amazonaws.com/1/jobs"), queue) == Truth::yes);
    CHECK(refers(text("https://sqs.eu-west-1.amazonaws.com/1/other"), queue) == Truth::no);
    CHECK(refers(text("logs.s3.amazonaws.com"), named) == Truth::yes);
    CHECK(refers(text("https://logs.s3.eu-west-1.amazonaws.com/x"), named) == Truth::yes);
}

TEST_CASE_METHOD(References, "parameters cannot name what this template makes") {
    CHECK(refers(parameter(queue), made) == Truth::no);
    CHECK(refers(parameter(queue), elsewhere) == Truth::maybe);
    CHECK(refers(parameter(queue), named) == Truth::maybe);
    CHECK(refers(unknown(), made) == Truth::maybe);
    CHECK(refers(Value(), made) == Truth::no);
    CHECK(refers(number(1), named) == Truth::no);
    CHECK(is_error(call(Builtin::refers, {text("a"), text("b")})));
}

TEST_CASE_METHOD(References, "what everybody can read is hardcoded") {
    const auto hardcoded = [&](Value value) { return truth(Builtin::hardcoded, {value}); };
    const Step by_parameter{.role = Step::Role::parameter};
    const Step by_default{.role = Step::Role::parameter_default, .next = &by_parameter};
    const Origin bound{.chain = &by_parameter};
    const Origin defaulted{.chain = &by_default};
    CHECK(hardcoded(text("hunter2")) == Truth::yes);
    CHECK(hardcoded(number(12345678)) == Truth::yes);
    CHECK(hardcoded(text("")) == Truth::no);
    CHECK(hardcoded(text("{{resolve:secretsmanager:db:SecretString:password}}")) == Truth::no);
    CHECK(hardcoded(text("{{resolve:ssm-secure:password:1}}")) == Truth::no);
    CHECK(hardcoded(text("{{resolve:ssm:password:1}}")) == Truth::yes);
    CHECK(hardcoded(make.string("bound", &bound)) == Truth::no);
    CHECK(hardcoded(make.string("default", &defaulted)) == Truth::yes);
    CHECK(hardcoded(make.marked(text("default"), true, true)) == Truth::yes);
    CHECK(hardcoded(parameter(queue)) == Truth::no);
    CHECK(hardcoded(attribute(made, "Arn")) == Truth::no);
    CHECK(hardcoded(partial("pw-${Parameter}")) == Truth::no);
    CHECK(hardcoded(partial("pw-${}")) == Truth::maybe);
    CHECK(hardcoded(unknown()) == Truth::maybe);
    CHECK(hardcoded(Value()) == Truth::no);
    CHECK(hardcoded(null()) == Truth::no);
}

TEST_CASE_METHOD(References, "what no document asks for is not configured") {
    const auto configured = [&](Value value) { return call(Builtin::configured, {value}); };
    CHECK(configured(make.unknown({.cause = "known after apply", .unset = true}, nullptr)).is(Kind::missing));
    CHECK(configured(make.unknown({.cause = "known after apply"}, nullptr)).is(Kind::unknown));
    CHECK(configured(text("stated")).text() == "stated");
    CHECK(configured(Value()).is(Kind::missing));
    CHECK(configured(null()).is(Kind::null));
}

TEST_CASE_METHOD(References, "what comes from a parameter without NoEcho is echoed") {
    const auto echoed = [&](Value value) { return truth(Builtin::echoed, {value}); };
    const Step by_parameter{.role = Step::Role::parameter};
    const Origin bound{.chain = &by_parameter};
    const Value open = make.unknown({.cause = "not given", .producer = "P"}, &bound);
    CHECK(echoed(open) == Truth::yes);
    CHECK(echoed(make.marked(open, true, false)) == Truth::no);
    CHECK(echoed(make.string("bound", &bound)) == Truth::yes);
    const Step by_default{.role = Step::Role::parameter_default, .next = &by_parameter};
    const Origin defaulted{.chain = &by_default};
    CHECK(echoed(make.string("default", &defaulted)) == Truth::yes);
    CHECK(echoed(make.string("{{resolve:secretsmanager:db:SecretString:password}}", &defaulted)) == Truth::no);
    CHECK(echoed(unknown()) == Truth::maybe);
    CHECK(echoed(text("hunter2")) == Truth::no);
    CHECK(echoed(attribute(made, "Arn")) == Truth::no);
    const std::array<Segment, 2> segments = {Segment{.text = "pw-"}, Segment{.hole = open}};
    CHECK(echoed(make.partial(segments, nullptr)) == Truth::yes);
    CHECK(echoed(error()) == Truth::maybe);
    CHECK(echoed(Value()) == Truth::no);
}

TEST_CASE_METHOD(References, "what a document says of its resources") {
    CHECK(show(call(Builtin::logical_name, {resource(named)})) == "Named");
    CHECK(show(call(Builtin::document_path, {resource(named)})) == "template.yaml");
    CHECK(show(call(Builtin::resource_type, {resource(queue)})) == "AWS::SQS::Queue");
    CHECK(truth(Builtin::is_taggable, {resource(queue)}) == Truth::no);
    CHECK(call(Builtin::template_metadata, {resource(queue)}).is(Kind::missing));
    CHECK(is_error(call(Builtin::logical_name, {text("Named")})));
    CHECK(show(field(resource(named), "BucketName", with)) == "logs");
}

TEST_CASE_METHOD(References, "values as messages print them") {
    CHECK(show(Value()) == "(missing)");
    CHECK(show(unknown()) == "(unknown)");
    CHECK(show(error()) == "(error)");
    CHECK(show(list({text("a"), null(), boolean(false)})) == "[a, null, false]");
    CHECK(show(list({text("a"), make.marked(text("b"), true, false)})) == "[a, (sensitive)]");
    CHECK(show(make.marked(texts({"a"}), true, false)) == "(sensitive)");
    CHECK(show(record({text("aws:kms"), Value()})) == "Encryption(algorithm: aws:kms, key: (missing))");
    CHECK(show(resource(named)) == "Named");
    CHECK(show(make.entity({.unit = named, .key = "inline"}, nullptr)) == "Named[inline]");
    CHECK(show(either(text("a"), text("b"))) == "a or b");
    const std::string long_text = show(text(std::string(100, 'a') + "é" + std::string(200, 'b')));
    CHECK(long_text.size() == 200);
    CHECK(long_text.ends_with("…"));
    CHECK(show(text("x" +
                    [] {
                        std::string umlauts;
                        for (int i = 0; i < 150; ++i)
                            umlauts += "ü";
                        return umlauts;
                    }()))
              .size() <= 200);
    CHECK(show(call(Builtin::join, {list({text("a"), make.marked(text("b"), true, false)}), text("-")})) ==
          "(sensitive)");
}

TEST_CASE_METHOD(References, "what is not there says what and where") {
    const Path path{.key = "Encryption"};
    const Origin place{.span = {.source = SourceId{0}, .span = {20, 30}},
                       .key = {.source = SourceId{0}, .span = {5, 15}},
                       .path = &path};
    const Value around = make.with_origin(map({{"a", null()}}), &place);
    const Value absent = field(field(around, "b", with), "c", with);
    CHECK(absent.is(Kind::missing));
    CHECK(absent.text() == "b.c");
    CHECK(absent.origin()->span == place.key);
    CHECK(field(field(around, "a", with), "x", with).is(Kind::missing));
    CHECK(is_error(field(text("a"), "x", with)));
    CHECK(is_error(field(texts({"a"}), "x", with)));
    const Value part = field(unknown(TypeHint::any, "P"), "x", with);
    CHECK(cause_of(part) == "not known yet");
    CHECK(exists(part) == Truth::maybe);
    const Value letters = texts({"a", "b"});
    CHECK(show(index(letters, number(1), with)) == "b");
    CHECK(index(letters, number(2), with).is(Kind::missing));
    CHECK(index(letters, number(-1), with).is(Kind::missing));
    CHECK(is_error(index(letters, text("a"), with)));
    CHECK(is_error(index(letters, number("0.5"), with)));
    CHECK(is_error(index(set({text("a")}), number(0), with)));
    CHECK(show(index(map({{"k", number(1)}}), text("k"), with)) == "1");
    CHECK(index(map({{"k", number(1)}}), partial("x${X}"), with).is(Kind::missing));
    CHECK(index(map({{"k", number(1)}}), partial("${X}"), with).is(Kind::unknown) == true);
    CHECK(exists(index(list({text("a")}, true), number(0), with)) == Truth::maybe);
}
