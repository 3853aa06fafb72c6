#include "engine/loaders/dockerfile/dockerfile.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "engine/eval/operators.hpp"

using namespace spile;
using namespace spile::engine;

namespace {

struct Loaded {
    SourceMap sources;
    FactGraph graph{sources};
    DiagnosticSink sink;

    explicit Loaded(const std::string& text, const DockerfileOptions& options = {}) {
        load_dockerfile(sources.add("Dockerfile", text), graph, options, sink);
    }
    [[nodiscard]] const Unit& unit(std::string_view type, std::size_t number = 0) const {
        return graph.unit(graph.of_type("docker", type).at(number));
    }
    /// The member at a dotted path of a unit's attributes; missing where there is none.
    [[nodiscard]] Value at(const Unit& unit, std::string_view path) const {
        Value value = unit.attributes;
        while (!path.empty()) {
            const std::string_view name = path.substr(0, path.find('.'));
            path.remove_prefix(std::min(path.size(), name.size() + 1));
            if (value.is(Kind::list)) {
                value = value.elements()[std::stoul(std::string(name))].value;
                continue;
            }
            const Member* member = value.member(name);
            if (member == nullptr) return {};
            value = member->value;
        }
        return value;
    }
    [[nodiscard]] std::string text(const Unit& unit, std::string_view path) const {
        return display(at(unit, path), {.factory = &graph.factory()});
    }
    [[nodiscard]] std::string suppressions() const {
        std::string out;
        for (const Suppression& each : graph.documents()[0].suppressions) {
            out += std::string(each.tool) + ":" + std::string(each.id);
            if (each.unit) out += " " + std::string(graph.unit(*each.unit).name);
            if (!each.reason.empty()) out += " (" + std::string(each.reason) + ")";
            out += "\n";
        }
        return out;
    }
};

}  // namespace

TEST_CASE("a stage has what its instructions set, else what the stage below it set") {
    const Loaded loaded(
        "FROM debian AS base\nUSER app:staff\nENV A=1\nLABEL x=y\nEXPOSE 80\nHEALTHCHECK CMD true\n"
        "FROM base\nENV B=${A}2\nFROM scratch\n");
    const Unit& second = loaded.unit("stage", 1);
    CHECK(loaded.text(second, "user") == "app");
    CHECK(loaded.text(second, "environment.B") == "12");
    CHECK(loaded.text(second, "labels.x") == "y");
    CHECK(loaded.text(second, "exposed.0.port") == "80");
    CHECK(loaded.text(second, "health_check") == "CMD");
    CHECK(loaded.at(second, "base.stage").unit() == loaded.graph.of_type("docker", "stage")[0]);
    CHECK(loaded.at(second, "base.image").is(Kind::missing));
    const Unit& third = loaded.unit("stage", 2);
    CHECK(loaded.at(third, "user").is(Kind::missing));
    CHECK(loaded.at(third, "base.scratch").boolean());
    CHECK(loaded.at(third, "final").boolean());
    CHECK_FALSE(loaded.at(second, "used").boolean());
    // The image below may set more.
    CHECK(loaded.at(second, "labels").open());
    CHECK_FALSE(loaded.at(third, "labels").open());
}

TEST_CASE("instructions know how their keyword is written, and whether most are written so") {
    const Loaded loaded("from debian\nrun a\nRUN b\nRun c\nuser app\n");
    CHECK(loaded.text(loaded.unit("stage"), "base.written") == "from");
    CHECK(loaded.at(loaded.unit("stage"), "base.consistent").boolean());
    CHECK(loaded.text(loaded.unit("RUN", 0), "written") == "run");
    CHECK(loaded.at(loaded.unit("RUN", 0), "consistent").boolean());
    CHECK_FALSE(loaded.at(loaded.unit("RUN", 1), "consistent").boolean());
    CHECK(loaded.text(loaded.unit("RUN", 2), "written") == "Run");
    CHECK_FALSE(loaded.at(loaded.unit("RUN", 2), "consistent").boolean());
    // As many in either casing: upper case is the one to follow.
    const Loaded even("from debian\nRUN a\n");
    CHECK_FALSE(even.at(even.unit("stage"), "base.consistent").boolean());
    CHECK(even.at(even.unit("RUN"), "consistent").boolean());
}

TEST_CASE("the layers of the target and of the stages below it are shipped, those that it copies from are not") {
    const Loaded loaded("FROM a AS base\nFROM a AS tools\nFROM base\nCOPY --from=tools /a /a\nFROM a AS later\n",
                        {.target = "2"});
    CHECK(loaded.at(loaded.unit("stage", 0), "shipped").boolean());
    CHECK_FALSE(loaded.at(loaded.unit("stage", 1), "shipped").boolean());
    CHECK(loaded.at(loaded.unit("stage", 1), "used").boolean());
    CHECK(loaded.at(loaded.unit("stage", 2), "shipped").boolean());
    CHECK_FALSE(loaded.at(loaded.unit("stage", 3), "shipped").boolean());
}

TEST_CASE("FROM knows which of its names nothing declares") {
    const Loaded loaded("ARG A=1\nARG B\nFROM --platform=$D/$TARGETARCH x:$A$B${C}${E:-1}\nFROM x\n");
    CHECK(loaded.text(loaded.unit("stage", 0), "base.undefined") == "[C, D]");
    CHECK(loaded.text(loaded.unit("stage", 1), "base.undefined") == "[]");
}

TEST_CASE("what is copied knows the folder that is set in front of it") {
    const Loaded loaded("FROM a\nCOPY a b\nWORKDIR app\nCOPY a b\nWORKDIR lib\nADD a b\n");
    CHECK(loaded.at(loaded.unit("COPY", 0), "workdir").is(Kind::missing));
    CHECK(loaded.at(loaded.unit("WORKDIR", 0), "workdir").is(Kind::missing));
    CHECK(loaded.text(loaded.unit("COPY", 1), "workdir") == "app");
    CHECK(loaded.text(loaded.unit("WORKDIR", 1), "workdir") == "app");
    CHECK(loaded.text(loaded.unit("ADD"), "workdir") == "lib");
}

TEST_CASE("arguments reach only the stages that declare them, and defaults are assumptions") {
    const std::string text =
        "ARG TAG=12\nARG OPEN\nFROM debian:$TAG AS a\nRUN echo $TAG $OPEN\nARG TAG\nARG OPEN\nRUN echo $TAG $OPEN\n"
        "ARG OWN=x\nENV OWN=y\nRUN echo $OWN\n";
    const Loaded loaded(text);
    CHECK(loaded.text(loaded.unit("stage"), "base.image") == "debian:12");
    CHECK(loaded.at(loaded.unit("stage"), "base.image").assumed());
    // Not declared: the base image may set them.
    CHECK(loaded.at(loaded.unit("RUN", 0), "commands.0.arguments.0").is(Kind::unknown));
    CHECK(loaded.text(loaded.unit("RUN", 1), "commands.0.arguments.0") == "12");
    const Value open = loaded.at(loaded.unit("RUN", 1), "commands.0.arguments.1");
    REQUIRE(open.is(Kind::unknown));
    CHECK(open.unknown().cause == "build argument `OPEN` has no value");
    CHECK(loaded.text(loaded.unit("RUN", 2), "commands.0.arguments.0") == "y");

    DockerfileOptions given;
    given.build_arguments = {{"TAG", "13"}, {"OPEN", "z"}};
    const Loaded with(text, given);
    CHECK(with.text(with.unit("stage"), "base.image") == "debian:13");
    CHECK_FALSE(with.at(with.unit("stage"), "base.image").assumed());
    CHECK(with.text(with.unit("RUN", 1), "commands.0.arguments.1") == "z");
}

TEST_CASE("commands are those of the shell form, of heredocs and of a shell in exec form") {
    const Loaded loaded(
        "FROM debian\nRUN <<EOF\nset -e\n/usr/bin/make all\nEOF\nRUN [\"bash\", \"-ec\", \"a | b\"]\nRUN [\"prog\", "
        "\"x y\"]\n"
        "RUN <<EOF\n#!/usr/bin/env python3\nprint(1)\nEOF\nSHELL [\"pwsh\", \"-c\"]\nRUN Get-Item\n");
    CHECK(loaded.text(loaded.unit("RUN", 0), "commands.1.name") == "make");
    CHECK(loaded.text(loaded.unit("RUN", 0), "commands.1.arguments.0") == "all");
    CHECK(loaded.text(loaded.unit("RUN", 1), "commands.1.link") == "pipe");
    CHECK(loaded.text(loaded.unit("RUN", 2), "commands.0.arguments.0") == "x y");
    CHECK(loaded.at(loaded.unit("RUN", 3), "commands").elements().empty());
    CHECK(loaded.at(loaded.unit("RUN", 4), "commands").is(Kind::unknown));
}

TEST_CASE("an instruction keeps its address when others come in front of it") {
    const Loaded one("FROM debian AS a\nRUN x\nRUN x\n");
    const Loaded two("FROM debian AS a\nRUN y\nRUN x\nUSER z\nRUN x\n");
    CHECK(one.unit("RUN", 0).address == two.unit("RUN", 1).address);
    CHECK(one.unit("RUN", 1).address == two.unit("RUN", 2).address);
    CHECK(one.unit("RUN", 0).address != one.unit("RUN", 1).address);
}

TEST_CASE("stages that copy from themselves or from nowhere end") {
    const Loaded loaded(
        "FROM a AS b\nCOPY --from=b /x /y\nCOPY --from=7 /x /y\nFROM b AS c\nCOPY --from=c . .\nFROM c AS c\n");
    CHECK(loaded.graph.of_type("docker", "stage").size() == 3);
    CHECK(loaded.at(loaded.unit("COPY", 0), "from_stage").is(Kind::missing));
    CHECK(loaded.unit("stage", 2).name == "c#2");
}

TEST_CASE("suppressions of other tools in a Dockerfile are facts") {
    const Loaded loaded(
        "# check=skip=JSONArgsRecommended,StageNameCasing;error=true\n"
        "# hadolint global ignore=DL3003\n"
        "# checkov:skip=CKV_DOCKER_2:no service\n"
        "# kics-scan disable=aaaa,bbbb\n"
        "FROM debian\n"
        "# hadolint ignore=DL3008,DL3009 # old base\n"
        "RUN apt-get install x\n"
        "# trivy:ignore:DS-0002\n"
        "USER root\n"
        "# kics-scan ignore-line\n"
        "EXPOSE 22\n"
        "# hadolint ignore=DL9999\n");
    CHECK(loaded.suppressions() ==
          "buildkit:JSONArgsRecommended\nbuildkit:StageNameCasing\nhadolint:DL3003\n"
          "checkov:CKV_DOCKER_2 (no service)\nkics:aaaa\nkics:bbbb\n"
          "hadolint:DL3008 RUN (old base)\nhadolint:DL3009 RUN (old base)\ntrivy:DS-0002 USER\nkics:* EXPOSE\n");
}

TEST_CASE("a check that is skipped behind the directives is skipped for the instruction below") {
    const Loaded loaded("FROM debian\n# check=skip=LegacyKeyValueFormat,StageNameCasing\nENV A 1\nENV B 1\n");
    CHECK(loaded.suppressions() == "buildkit:LegacyKeyValueFormat ENV\nbuildkit:StageNameCasing ENV\n");
    CHECK(Loaded("FROM debian\n# check=skip=A\n").suppressions().empty());
    CHECK(Loaded("# check=skip=A\nFROM debian\n").suppressions() == "buildkit:A\n");
}

TEST_CASE("what is no Dockerfile at all is said, and nothing else happens") {
    const Loaded broken("\xff\xfe");
    CHECK(broken.sink.has_errors());
    CHECK(broken.graph.documents()[0].failed);
    CHECK(Loaded("").sink.has_errors());
    CHECK(Loaded("RUN x\nARG A=1\n").graph.units().size() == 2);
}

TEST_CASE("a KICS suppression above FROM is for all that stands in the stage") {
    const Loaded loaded(
        "# kics-scan ignore-block\nFROM debian AS base\nRUN a\n# kics-scan ignore-line\nUSER b\nFROM base\nRUN c\n");
    CHECK(loaded.suppressions() == "kics:* base\nkics:* RUN\nkics:* USER\nkics:* USER\n");
}

TEST_CASE("KICS suppressions by UUID are by name") {
    const Loaded loaded("# kics-scan disable=9513a694-aa0d-41d8-be61-3271e056f36b,aa93e17f\nFROM debian\n");
    CHECK(loaded.suppressions() == "kics:dockerfile/add_instead_of_copy\nkics:dockerfile/chown_flag_exists\n");
}

TEST_CASE("stages that copy from themselves, or from stages that come later, end") {
    const Loaded loaded(
        "FROM debian AS a\nCOPY --from=a /x /x\nCOPY --from=b /x /x\nFROM b AS b\nCOPY --from=a /x /x\n"
        "FROM a AS a\nRUN --mount=type=bind,from=a true\nFROM 3\n");
    CHECK(loaded.graph.of_type("docker", "stage").size() == 4);
    const Unit& itself = loaded.unit("COPY", 0);
    CHECK(loaded.at(itself, "from_stage").is(Kind::missing));
    CHECK(loaded.text(loaded.unit("stage", 1), "base.image") == "b");
    CHECK(loaded.text(loaded.unit("stage", 3), "base.image") == "3");
}

TEST_CASE("what no ARG or ENV sets is undeclared, for certain over scratch alone") {
    const Loaded loaded("FROM scratch\nARG A\nCOPY $A $B ${C:-c} $HTTP_PROXY /x/\nFROM base\nCOPY $B /x\n");
    const Unit& first = loaded.unit("COPY", 0);
    CHECK(loaded.at(first, "undeclared").elements().size() == 1);
    CHECK(loaded.text(first, "undeclared.0.name") == "B");
    CHECK(loaded.text(first, "undeclared.0.set") == "false");
    CHECK(loaded.at(loaded.unit("COPY", 1), "undeclared.0.set").is(Kind::unknown));
}

TEST_CASE("the ignore file of the context says which sources are not there") {
    SourceMap sources;
    FactGraph graph(sources);
    DiagnosticSink sink;
    DockerfileOptions options;
    options.ignore_file = sources.add(".dockerignore", "*\n!src\n[\n");
    load_dockerfile(sources.add("Dockerfile", "FROM a\nCOPY src/a b /x/\nCOPY . /y\nCOPY --from=c b /z\n"), graph,
                    options, sink);
    const auto& copies = graph.of_type("docker", "COPY");
    const auto count = [&](std::size_t number, std::string_view name) {
        const Member* member = graph.unit(copies.at(number)).attributes.member(name);
        return member == nullptr ? std::size_t{99} : member->value.elements().size();
    };
    CHECK(count(0, "ignored") == 1);
    CHECK(count(0, "admits") == 0);
    CHECK(count(1, "ignored") == 0);
    CHECK(count(1, "admits") == 0);
    CHECK(count(2, "ignored") == 99);
    REQUIRE(sink.all().size() == 1);
    CHECK(sources.path(sink.all()[0].where.source) == ".dockerignore");
}

TEST_CASE("without a build context nobody knows what is ignored") {
    SourceMap sources;
    FactGraph graph(sources);
    DiagnosticSink sink;
    DockerfileOptions options;
    options.has_context = false;
    load_dockerfile(sources.add("-", "FROM a\nCOPY . /y\n"), graph, options, sink);
    CHECK(graph.unit(graph.of_type("docker", "COPY")[0]).attributes.member("ignored")->value.is(Kind::unknown));
}
