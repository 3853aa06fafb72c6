#include "engine/loaders/compose/compose.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/eval/operators.hpp"

using namespace spile;
using namespace spile::engine;

namespace {

struct Loaded {
    SourceMap sources;
    FactGraph graph{sources};
    DiagnosticSink sink;
    std::vector<BuildStatement> builds;

    explicit Loaded(const std::string& text, const std::string& path = "shop/compose.yaml") {
        load_compose(sources.add(path, text), graph, {}, builds, sink);
    }
    [[nodiscard]] std::string built(std::size_t number) const {
        const BuildStatement& each = builds.at(number);
        return display(each.image, {.factory = &graph.factory()}) + " by " + each.dockerfile + " in " + each.context +
               (each.target.empty() ? "" : " to " + each.target);
    }
};

}  // namespace

TEST_CASE("files are compose files by their names and what they hold") {
    CHECK(is_compose("a/compose.yaml", "services:\n"));
    CHECK(is_compose("docker-compose.yml", "name: x\nservices:\n"));
    CHECK(is_compose("docker-compose.test.yml", "services:\n"));
    CHECK(is_compose("compose-dev.yaml", "services:\n"));
    CHECK_FALSE(is_compose("compose.yaml", "volumes:\n"));
    CHECK_FALSE(is_compose("composer.yaml", "services:\n"));
    CHECK_FALSE(is_compose("services.yaml", "services:\n"));
    CHECK_FALSE(is_compose("compose.json", "{\"services\": {}}"));
}

TEST_CASE("services are units, and those with build and image say what is built") {
    const Loaded loaded(
        "services:\n"
        "  web:\n    image: shop/web:1\n    build: web\n"
        "  api:\n    image: shop/api\n    build: {context: ../api, dockerfile: docker/Dockerfile, target: Final}\n"
        "  cache:\n    image: redis:7\n"
        "  own:\n    build: .\n");
    CHECK(loaded.graph.of_type("docker", "service").size() == 4);
    CHECK(loaded.graph.unit(loaded.graph.of_type("docker", "service")[2]).address == "services.cache");
    REQUIRE(loaded.builds.size() == 2);
    CHECK(loaded.built(0) == "shop/web:1 by shop/web/Dockerfile in shop/web");
    CHECK(loaded.built(1) == "shop/api by api/docker/Dockerfile in api to Final");
    CHECK(loaded.builds[0].said_by == "shop/compose.yaml:4");
    CHECK(loaded.builds[0].image.origin()->span.span == Span{28, 38});
}

TEST_CASE("variables of the environment are holes") {
    const Loaded loaded("services:\n  a: {build: ., image: \"x/$$y:${TAG:-1}\"}\n  b: {build: ., image: $ALL}\n");
    REQUIRE(loaded.builds.size() == 2);
    CHECK(loaded.builds[0].image.is(Kind::partial));
    CHECK(loaded.built(0).starts_with("x/$y:"));
    CHECK(loaded.builds[1].image.is(Kind::unknown));
}

TEST_CASE("contexts that are not here say nothing") {
    CHECK(Loaded("services:\n  a: {build: \"https://example.org/x.git\", image: x}\n").builds.empty());
    CHECK(Loaded("services:\n  a: {build: /srv/x, image: x}\n").builds.empty());
    CHECK(Loaded("services:\n  a: {build: {dockerfile_inline: FROM x}, image: x}\n").builds.empty());
    CHECK(Loaded("services:\n  a: {build: [x], image: x}\n").builds.empty());
    CHECK(Loaded("services: [x]\n").graph.units().empty());
}

TEST_CASE("a broken file is a diagnostic") {
    const Loaded loaded("services:\n  a: {build\n");
    CHECK(loaded.sink.has_errors());
    CHECK(loaded.graph.documents()[0].failed);
}

TEST_CASE("a statement that finds no Dockerfile or no stage is a warning") {
    Loaded loaded("services:\n  a: {build: web, image: x}\n");
    std::vector<std::string> warnings;
    add_builds(loaded.builds, loaded.graph, nullptr, warnings);
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0] == "shop/compose.yaml:2: the Dockerfile `shop/web/Dockerfile` is not among the inputs");
}
