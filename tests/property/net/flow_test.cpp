// net.flow against packets sent one by one through the same networks.
#include <catch2/catch.hpp>
#include <cstdio>

#include "engine/eval/guarded/relations.hpp"
#include "tests/property/loaded.hpp"
#include "tests/property/net/topology.hpp"

using namespace spile;
using namespace spile::test;

namespace {

constexpr std::uint64_t k_topologies = 1000;

struct Flow {
    std::string source;
    std::string target;
    std::int64_t from = 0;
    std::int64_t to = 65535;
    bool sure = false;
};

std::uint32_t relation_named(const lang::Program& program, const std::string& module, const std::string& name) {
    for (std::uint32_t i = 0; i < program.relations.size(); ++i)
        if (program.relations[i].module == module && program.relations[i].name == name) return i;
    return static_cast<std::uint32_t>(program.relations.size());
}

std::vector<Flow> flows_of(Rules& rules, const std::string& path, const std::string& text) {
    const auto judged = test::judged(rules, path, text);
    REQUIRE(judged->readable);
    engine::RelationStore store(*judged->evaluation);
    std::vector<Flow> flows;
    for (const engine::GuardedTuple& tuple :
         store.relation(relation_named(rules.program, "net", "flow"), engine::Era::after).tuples()) {
        Flow flow;
        const auto name = [&](engine::Value value) {
            const engine::UnitId unit = engine::Evaluation::unit_of(value);
            if (!unit.valid()) return std::string("internet");
            const std::string full(judged->graph.unit(unit).name);  // of a plan: the address
            return full.substr(full.rfind('.') + 1);
        };
        flow.source = name(tuple.values[0]);
        flow.target = name(tuple.values[1]);
        if (tuple.values[2].is(engine::Kind::domain)) {
            flow.from = tuple.values[2].domain().from;
            flow.to = tuple.values[2].domain().to;
        }
        flow.sure = tuple.must == engine::k_always;
        flows.push_back(flow);
    }
    return flows;
}

std::string word(net::Answer answer) {
    return answer == net::Answer::yes ? "yes" : answer == net::Answer::no ? "no" : "unknown";
}

net::Answer answer_of(const std::vector<Flow>& flows, const std::string& from, const std::string& to, int port) {
    net::Answer said = net::Answer::no;
    for (const Flow& flow : flows) {
        if (flow.source == from && flow.target == to && port >= flow.from && port <= flow.to)
            said = std::max(said, flow.sure ? net::Answer::yes : net::Answer::unknown);
    }
    return said;
}

}  // namespace

TEST_CASE("packets sent one by one through random networks arrive where net.flow says") {
    const auto rules =
        compiled_library("module probe\n\nimport net\n\nfn any_flow() -> bool = some net.flow(_, _, _)\n");
    REQUIRE(rules->wrong == "");
    net::Features features;
    std::map<std::string, int> answers;
    int differences = 0;
    for (std::uint64_t seed = 1; seed <= k_topologies; ++seed) {
        const net::Topology topology = net::random_topology(seed, features);
        const net::Simulation simulation(topology);
        const std::pair<const char*, std::string> texts[] = {{"template.json", net::as_template(topology)},
                                                             {"plan.json", net::as_plan(topology)}};
        std::vector<std::vector<Flow>> flows;
        for (const auto& [path, text] : texts)
            flows.push_back(flows_of(*rules, path, text));
        const int nodes = static_cast<int>(topology.nodes.size());
        for (int source = net::k_none; source < nodes; ++source) {
            const std::string from = source < 0 ? "internet" : net::name_of(static_cast<std::size_t>(source));
            for (int target = 0; target < nodes; ++target) {
                if (source == target) continue;
                const std::string to = net::name_of(static_cast<std::size_t>(target));
                for (const int port : simulation.ports()) {
                    const net::Answer wanted = simulation.answers(source, target, port);
                    ++answers[(source < 0 ? "from the internet " : "from a node ") + word(wanted)];
                    for (std::size_t format = 0; format < std::size(texts); ++format) {
                        const net::Answer said = answer_of(flows[format], from, to, port);
                        if (said == wanted || ++differences > 5) continue;
                        std::printf("%s of topology %llu: %s to %s on %d is %s, net.flow says %s\n",
                                    texts[format].first, static_cast<unsigned long long>(seed), from.c_str(),
                                    to.c_str(), port, word(wanted).c_str(), word(said).c_str());
                        if (differences == 1) std::printf("%s\n", texts[format].second.c_str());
                    }
                }
            }
        }
    }
    for (const auto& [feature, count] : features)
        std::printf("%s: %d\n", feature.c_str(), count);
    for (const auto& [answer, count] : answers)
        std::printf("%s: %d\n", answer.c_str(), count);
    CHECK(differences == 0);
    for (const char* const feature : {"acl allow",
                                      "acl deny",
                                      "default acl",
                                      "default acl changed",
                                      "own acl",
                                      "acl elsewhere",
                                      "main table",
                                      "own table",
                                      "table elsewhere",
                                      "route gateway",
                                      "route nat",
                                      "route peering",
                                      "route transit",
                                      "route list",
                                      "route elsewhere than the default one",
                                      "ingress range",
                                      "ingress group",
                                      "ingress stranger",
                                      "ingress list",
                                      "egress range",
                                      "egress group",
                                      "egress stranger",
                                      "egress list",
                                      "inline rule",
                                      "detached rule",
                                      "default group",
                                      "group elsewhere",
                                      "database",
                                      "elastic address",
                                      "subnet's address",
                                      "own address",
                                      "application balancer",
                                      "network balancer",
                                      "target",
                                      "balancer behind a balancer",
                                      "overlapping networks"}) {
        INFO(feature);
        CHECK(features[feature] >= 30);
    }
    for (const char* const answer : {"from the internet yes", "from the internet no", "from the internet unknown",
                                     "from a node yes", "from a node no", "from a node unknown"}) {
        INFO(answer);
        CHECK(answers[answer] >= 500);
    }
}
