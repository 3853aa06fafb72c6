#include "engine/graph/fact_graph.hpp"

#include <catch2/catch.hpp>

using namespace spile;
using namespace spile::engine;

TEST_CASE("paths print as JSON pointers and in dots") {
    const Path root{nullptr, "Resources", 0};
    const Path name{&root, "a/b~c", 0};
    const Path list{&name, "Tags", 0};
    const Path item{&list, "", 2};
    CHECK(FactGraph::pointer(&item) == "/Resources/a~1b~0c/Tags/2");
    CHECK(FactGraph::dotted(&item) == "Resources.a/b~c.Tags[2]");
    CHECK(FactGraph::pointer(nullptr).empty());
    CHECK(FactGraph::dotted(nullptr).empty());
}

TEST_CASE("the graph finds units by type and by address") {
    SourceMap sources;
    FactGraph graph(sources);
    const DocumentId first = graph.add_document({.path = "a.yaml"});
    const DocumentId second = graph.add_document({.path = "b.yaml"});
    const UnitId late = graph.add_unit(
        {.document = second, .tool = "cfn", .name = "L", .address = "Resources.L", .type = "AWS::S3::Bucket"});
    const UnitId bucket = graph.add_unit(
        {.document = first, .tool = "cfn", .name = "L", .address = "Resources.L", .type = "AWS::S3::Bucket"});
    const UnitId queue = graph.add_unit(
        {.document = first, .tool = "cfn", .name = "Q", .address = "Resources.Q", .type = "AWS::SQS::Queue"});
    graph.add_unit(
        {.document = first, .kind = UnitKind::parameter, .tool = "cfn", .name = "P", .address = "Parameters.P"});
    graph.add_unit(
        {.document = first, .tool = "cfn", .address = "external/vpc-1", .type = "AWS::EC2::VPC", .external = true});
    CHECK(graph.of_type("cfn", "AWS::S3::Bucket") == std::vector<UnitId>{bucket, late});
    CHECK(graph.of_type("cfn", "*") == std::vector<UnitId>{bucket, queue, late});
    CHECK(graph.of_type("cfn", "AWS::EC2::VPC").empty());
    CHECK(graph.of_type("tf", "*").empty());
    CHECK(graph.find(first, "Resources.L") == bucket);
    CHECK(graph.find(second, "Resources.L") == late);
    CHECK_FALSE(graph.find(second, "Resources.Q").has_value());
    CHECK(graph.document(first).units.size() == 4);
}

TEST_CASE("edges are found from the unit they lead to") {
    SourceMap sources;
    FactGraph graph(sources);
    const DocumentId document = graph.add_document({.path = "a.yaml"});
    const UnitId a = graph.add_unit({.document = document, .tool = "cfn", .address = "Resources.A", .type = "T"});
    const UnitId b = graph.add_unit({.document = document, .tool = "cfn", .address = "Resources.B", .type = "T"});
    graph.add_edge({.from = a, .to = b, .attribute = "Arn"});
    graph.add_edge({.from = b, .to = b, .attribute = "Ref"});
    CHECK(graph.edges_to(b) == std::vector<std::uint32_t>{0, 1});
    CHECK(graph.edges_to(a).empty());
    CHECK(graph.edges()[0].attribute == "Arn");
}

TEST_CASE("input kinds print as the words of the command line") {
    CHECK(word(InputKind::cfn) == "cfn");
    CHECK(word(InputKind::dockerfile) == "dockerfile");
}
