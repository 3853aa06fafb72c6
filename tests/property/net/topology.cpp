#include "tests/property/net/topology.hpp"

#include <algorithm>

namespace spile::test::net {

bool Range::holds(std::uint32_t one) const {
    return prefix == 0 || (one >> (32 - prefix)) == (address >> (32 - prefix));
}

std::uint32_t Range::first() const {
    return prefix == 0 ? 0 : address >> (32 - prefix) << (32 - prefix);
}

std::uint32_t Range::last() const {
    return prefix == 0 ? 0xffffffffU : first() + ((prefix == 32 ? 1U : 1U << (32 - prefix)) - 1);
}

std::string Range::text() const {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8)
        out += (shift < 24 ? "." : "") + std::to_string((first() >> shift) & 0xffU);
    return out + "/" + std::to_string(prefix);
}

namespace {

// SplitMix64 (Steele, Lea, Flood 2014).
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15ULL) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }
    int below(std::size_t count) { return static_cast<int>(next() % count); }
    bool one_in(std::size_t count) { return below(count) == 0; }
    template <class T>
    T of(std::initializer_list<T> all) {
        return *(all.begin() + below(all.size()));
    }

  private:
    std::uint64_t state_;
};

class Maker {
  public:
    Maker(std::uint64_t seed, Features& features) : dice_(seed), features_(features) {}

    Topology make() {
        const int vpcs = 1 + dice_.below(3);
        for (int v = 0; v < vpcs; ++v)
            vpc(v);
        for (int l = dice_.below(3); l > 0; --l)
            net_.lists.push_back({range(), range()});
        between_networks();
        for (int v = 0; v < vpcs; ++v)
            inside(v);
        for (Table& table : net_.tables)
            routes(table);
        groups();
        nodes();
        balancers();
        return std::move(net_);
    }

  private:
    void note(const std::string& feature) { ++features_[feature]; }

    void vpc(int index) {
        Vpc vpc;
        vpc.range = {0x0a000000U + (static_cast<std::uint32_t>(index) << 16U), 16};
        if (index == 2 && dice_.one_in(6)) {
            vpc.range = net_.vpcs.front().range;  // packets to the other one stay where they are
            note("overlapping networks");
        }
        vpc.gateway = !dice_.one_in(6);
        net_.vpcs.push_back(vpc);
        net_.groups.push_back({index, true, {}});
    }

    void between_networks() {
        const int vpcs = static_cast<int>(net_.vpcs.size());
        for (int a = 0; a + 1 < vpcs; ++a) {
            if (!dice_.one_in(4)) net_.peerings.emplace_back(a, a + 1);
        }
        if (vpcs > 1 && dice_.one_in(2)) {
            std::vector<int> attached;
            for (int v = 0; v < vpcs; ++v)
                if (!dice_.one_in(4)) attached.push_back(v);
            net_.transits.push_back(attached);
        }
    }

    // Where somebody's address is not fixed, a rule for one address is undecided. Rules that let in are so for the same
    // address, which may be true of all of them at once; others are for single addresses only where all are fixed.
    enum class Cuts : std::uint8_t { whole_subnets, single_addresses };

    Range range(Cuts cuts = Cuts::whole_subnets) {
        const auto vpc = static_cast<std::uint32_t>(dice_.below(net_.vpcs.size()));
        const std::uint32_t base = 0x0a000000U + (vpc << 16U);
        const auto subnet = static_cast<std::uint32_t>(dice_.below(3)) << 8U;
        const std::uint32_t fixed = 2U << 8U;
        switch (dice_.below(9)) {
            case 0:
                return {0x0a000000U, 8};
            case 1:
                return {base, 16};
            case 2:
                return {base + subnet, 24};
            case 3:
                if (cuts == Cuts::single_addresses) return {base + subnet + 10, 32};
                return {base + fixed + 10 + static_cast<std::uint32_t>(dice_.below(2)), 32};
            case 4:
                return dice_.of<Range>({{0, 1}, {0x80000000U, 1}});
            case 5:
                return dice_.of<Range>({{0xcb007100U, 24}, {0xcb007180U, 25}, {0xc6000000U, 8}});
            default:
                return {0, 0};
        }
    }

    std::pair<int, int> ports() {
        return dice_.of<std::pair<int, int>>({{22, 22},
                                              {443, 443},
                                              {80, 443},
                                              {5432, 5432},
                                              {1024, 65535},
                                              {0, 65535},
                                              {0, 1023},
                                              {32768, 61000},
                                              {8080, 8080}});
    }

    AclEntry entry(bool egress, int number) {
        AclEntry made{
            .number = number, .egress = egress, .allow = !dice_.one_in(3), .protocol = dice_.of({-1, 6, 6, 17, 1})};
        made.range = dice_.one_in(2) ? Range{0, 0} : range();
        const auto [from, to] = ports();
        if (made.protocol > 1) made.from = from, made.to = to;
        note(made.allow ? "acl allow" : "acl deny");
        return made;
    }

    std::vector<AclEntry> entries(int count, int first) {
        std::vector<AclEntry> made;
        for (const bool egress : {false, true}) {
            for (int i = 0; i < count; ++i)
                made.push_back(entry(egress, first + 7 * i));
        }
        std::reverse(made.begin() + dice_.below(made.size()), made.end());  // the order of the text is not theirs
        return made;
    }

    void inside(int vpc) {
        const int first_table = static_cast<int>(net_.tables.size());
        for (int t = 1 + dice_.below(2); t > 0; --t)
            net_.tables.push_back({vpc, {}});
        const int tables = static_cast<int>(net_.tables.size()) - first_table;
        int own_acl = k_none;
        if (dice_.one_in(2)) {
            own_acl = static_cast<int>(net_.acls.size());
            net_.acls.push_back({vpc, entries(1 + dice_.below(4), 10)});
            if (dice_.one_in(2)) {
                net_.acls.back().entries.push_back({.number = 200, .egress = false});
                net_.acls.back().entries.push_back({.number = 201, .egress = true});
            }
        }
        if (dice_.one_in(6)) {
            net_.vpcs[static_cast<std::size_t>(vpc)].entries = entries(1, dice_.of({50, 150}));
            note("default acl changed");
        }
        for (std::uint32_t s = 0; s < 3; ++s) {
            Subnet subnet{.vpc = vpc};
            subnet.range = {net_.vpcs[static_cast<std::size_t>(vpc)].range.address + (s << 8U), 24};
            subnet.maps_public = dice_.one_in(2);
            subnet.table = dice_.one_in(5)    ? k_none
                           : dice_.one_in(15) ? k_elsewhere
                                              : first_table + dice_.below(static_cast<std::size_t>(tables));
            subnet.acl = dice_.one_in(20) ? k_elsewhere : dice_.one_in(2) ? own_acl : k_none;
            note(subnet.table == k_none ? "main table" : subnet.table == k_elsewhere ? "table elsewhere" : "own table");
            note(subnet.acl == k_none ? "default acl" : subnet.acl == k_elsewhere ? "acl elsewhere" : "own acl");
            net_.subnets.push_back(subnet);
        }
        if (dice_.one_in(3)) net_.nats.push_back(static_cast<int>(net_.subnets.size()) - 1);
    }

    void routes(Table& table) {
        if (net_.vpcs[static_cast<std::size_t>(table.vpc)].gateway && !dice_.one_in(4)) {
            table.routes.push_back({.range = {0, 0}});
            note("route gateway");
        } else if (!net_.nats.empty()) {
            table.routes.push_back(
                {.range = {0, 0}, .target = Route::Target::nat, .index = dice_.below(net_.nats.size())});
            note("route nat");
        }
        for (std::size_t p = 0; p < net_.peerings.size(); ++p) {
            const auto [a, b] = net_.peerings[p];
            if ((a != table.vpc && b != table.vpc) || dice_.one_in(5)) continue;
            Range to = net_.vpcs[static_cast<std::size_t>(a == table.vpc ? b : a)].range;
            if (dice_.one_in(6)) to = {to.address + 256, 24};
            if (net_.vpcs.size() > 2 ? dice_.one_in(2) : dice_.one_in(6))
                to = {0x0a000000U, 8};  // also for the network behind: nothing gets there
            table.routes.push_back({.range = to, .target = Route::Target::peering, .index = static_cast<int>(p)});
            note("route peering");
        }
        for (std::size_t t = 0; t < net_.transits.size(); ++t) {
            table.routes.push_back({.range = {0x0a000000U, dice_.of({8, 15})},
                                    .target = Route::Target::transit,
                                    .index = static_cast<int>(t)});
            note("route transit");
        }
        if (dice_.one_in(5)) {
            table.routes.push_back({.range = {0xcb007100U, 24}, .target = Route::Target::vpn});
            note("route elsewhere than the default one");
        }
        if (!net_.lists.empty() && dice_.one_in(4)) {
            const int list = dice_.below(net_.lists.size());
            table.routes.push_back({.range = {0, 32}, .list = list, .target = Route::Target::vpn});
            note("route list");
        }
        // One route a range: what two say is not decided by the longest prefix.
        std::vector<std::string> seen;
        std::vector<Route> kept;
        for (const Route& route : table.routes) {
            std::vector<Range> ranges = {route.range};
            if (route.list != k_none) ranges = net_.lists[static_cast<std::size_t>(route.list)];
            const bool twice = std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) {
                return std::find(seen.begin(), seen.end(), range.text()) != seen.end();
            });
            if (twice) continue;
            for (const Range& range : ranges)
                seen.push_back(range.text());
            kept.push_back(route);
        }
        table.routes = kept;
    }

    void groups() {
        const int count = 2 + dice_.below(4);
        for (int g = 0; g < count; ++g)
            net_.groups.push_back({dice_.below(net_.vpcs.size()), false, {}});
        for (Group& group : net_.groups) {
            int rules = group.is_default ? (dice_.one_in(3) ? 1 : 0) : 1 + dice_.below(4);
            for (; rules > 0; --rules)
                group.rules.push_back(rule(group.is_default));
        }
    }

    Rule rule(bool of_default) {
        Rule made{.egress = dice_.one_in(4), .detached = of_default || dice_.one_in(3)};
        if (of_default) made.egress = false;
        made.protocol = dice_.of({-1, 6, 6, 6, 17, 1});
        const auto [from, to] = ports();
        if (made.protocol > 1) made.from = from, made.to = to;
        made.range = range(made.egress ? Cuts::whole_subnets : Cuts::single_addresses);
        const int kind = dice_.below(10);
        made.index = static_cast<int>(net_.vpcs.size()) + dice_.below(net_.groups.size() - net_.vpcs.size());
        if (kind < 3) made.peer = Rule::Peer::group;
        if (kind == 3) made.peer = Rule::Peer::stranger;
        if (kind == 4 && !net_.lists.empty()) {
            made.peer = Rule::Peer::list;
            made.index = dice_.below(net_.lists.size());
        }
        if (made.peer == Rule::Peer::group && dice_.one_in(6))
            made.index = dice_.below(net_.vpcs.size());  // a default one
        const char* const names[] = {"range", "group", "stranger", "list"};
        note(std::string(made.egress ? "egress " : "ingress ") + names[static_cast<int>(made.peer)]);
        note(made.detached ? "detached rule" : "inline rule");
        return made;
    }

    std::vector<int> some_groups() {
        std::vector<int> out;
        const auto declared = net_.groups.size() - net_.vpcs.size();
        for (int g = dice_.one_in(8) ? 0 : 1 + dice_.below(2); g > 0; --g) {
            const int group =
                dice_.one_in(12) ? k_elsewhere : static_cast<int>(net_.vpcs.size()) + dice_.below(declared);
            if (std::find(out.begin(), out.end(), group) == out.end()) out.push_back(group);
        }
        if (out.empty()) note("default group");
        if (std::find(out.begin(), out.end(), k_elsewhere) != out.end()) note("group elsewhere");
        return out;
    }

    void nodes() {
        const int count = 2 + dice_.below(4);
        for (int n = 0; n < count; ++n) {
            Node node;
            node.groups = some_groups();
            node.asks = dice_.of({Node::Public::unsaid, Node::Public::yes, Node::Public::yes, Node::Public::no});
            const int subnet = dice_.below(net_.subnets.size());
            node.subnets = {subnet};
            if (dice_.one_in(4)) {
                node.kind = Node::Kind::database;
                if (node.asks == Node::Public::unsaid) node.asks = Node::Public::no;
                const int vpc = net_.subnets[static_cast<std::size_t>(subnet)].vpc;
                node.subnets = {vpc * 3, vpc * 3 + 1};
                note("database");
            } else {
                node.address =
                    net_.subnets[static_cast<std::size_t>(subnet)].range.first() + 10 + static_cast<std::uint32_t>(n);
                node.elastic = dice_.one_in(5);
                note(node.elastic                        ? "elastic address"
                     : node.asks == Node::Public::unsaid ? "subnet's address"
                                                         : "own address");
            }
            net_.nodes.push_back(node);
        }
    }

    void balancers() {
        const int targets = static_cast<int>(net_.nodes.size());
        for (int b = dice_.below(3); b > 0; --b) {
            Node node;
            const int vpc = dice_.below(net_.vpcs.size());
            node.subnets = {vpc * 3, vpc * 3 + 1};
            node.kind = dice_.one_in(3) ? Node::Kind::network_balancer : Node::Kind::application_balancer;
            const bool network = node.kind == Node::Kind::network_balancer;
            if (!network || dice_.one_in(2)) node.groups = some_groups();
            node.asks = dice_.one_in(4) ? Node::Public::no : Node::Public::yes;
            note(network ? "network balancer" : "application balancer");
            for (int l = 1 + dice_.below(2); l > 0; --l) {
                TargetGroup group{.port = dice_.of({8080, 80, 22, 5432})};
                for (int m = dice_.below(3); m > 0; --m) {
                    const int target = dice_.below(static_cast<std::size_t>(targets));
                    if (net_.nodes[static_cast<std::size_t>(target)].kind != Node::Kind::instance) continue;
                    group.members.push_back({target, dice_.one_in(3) ? 443 : k_none});
                    note("target");
                }
                const int before = static_cast<int>(net_.target_groups.size());
                net_.target_groups.push_back(group);
                Listener listener{.port = l == 1 ? 443 : 80, .target_group = before};
                if (network && dice_.one_in(2)) listener.udp = true;
                node.listeners.push_back(listener);
            }
            net_.nodes.push_back(node);
        }
        // A network load balancer in front of an application load balancer.
        if (net_.nodes.size() > static_cast<std::size_t>(targets) + 1) {
            Node& front = net_.nodes.back();
            if (front.kind == Node::Kind::network_balancer) {
                auto& group = net_.target_groups[static_cast<std::size_t>(front.listeners.front().target_group)];
                group.port = 443;
                group.members = {{targets, k_none}};
                note("balancer behind a balancer");
            }
        }
    }

    Topology net_;
    Dice dice_;
    Features& features_;
};

}  // namespace

Topology random_topology(std::uint64_t seed, Features& features) {
    return Maker(seed, features).make();
}

std::string name_of(std::size_t node) {
    return "Node" + std::to_string(node);
}

}  // namespace spile::test::net
