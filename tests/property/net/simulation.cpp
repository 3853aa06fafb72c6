// Packets one by one: a request leaves its sender, is let out by a security group, passes the network ACL of each
// subnet that it leaves or enters, takes a route, is let in; its reply does the same but for the security groups.
#include <algorithm>
#include <set>

#include "tests/property/net/topology.hpp"

namespace spile::test::net {

struct Simulation::End {
    int node = k_none;    // k_none: the internet
    int subnet = k_none;  // likewise
    std::uint32_t address = 0;
};

struct Simulation::Packet {
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    bool tcp = true;
    int port = 0;
};

namespace {

bool private_address(std::uint32_t address) {
    for (const Range& range : {Range{0x0a000000U, 8}, Range{0xac100000U, 12}, Range{0xc0a80000U, 16},
                               Range{0x64400000U, 10}, Range{0xa9fe0000U, 16}, Range{0x7f000000U, 8}}) {
        if (range.holds(address)) return true;
    }
    return false;
}

bool speaks(int protocol, bool tcp) {
    return protocol == -1 || protocol == (tcp ? 6 : 17);
}

}  // namespace

void Simulation::learn(const Range& range) {
    for (const std::uint32_t address : {range.first(), range.last(), range.first() - 1, range.last() + 1}) {
        if (!private_address(address)) outside_.push_back(address);
    }
}

void Simulation::learn(int from, int to) {
    for (const int port : {from - 1, from, to, to + 1}) {
        if (port < 0 || port > 65535) continue;
        ports_.push_back(port);
        if (port >= 1024) replies_.push_back(port);
    }
}

Simulation::Simulation(const Topology& topology) : net_(&topology) {
    outside_ = {0x08080808U, 0x01010101U};
    replies_ = {1024, 65535};
    const auto entries = [&](const std::vector<AclEntry>& all) {
        for (const AclEntry& entry : all) {
            learn(entry.range);
            learn(entry.from, entry.to);
        }
    };
    for (const Vpc& vpc : topology.vpcs)
        entries(vpc.entries);
    for (const Acl& acl : topology.acls)
        entries(acl.entries);
    for (const Table& table : topology.tables)
        for (const Route& route : table.routes)
            learn(route.range);
    for (const auto& list : topology.lists)
        for (const Range& range : list)
            learn(range);
    for (const Group& group : topology.groups) {
        for (const Rule& rule : group.rules) {
            learn(rule.range);
            learn(rule.from, rule.to);
        }
    }
    for (const TargetGroup& group : topology.target_groups)
        learn(group.port, group.port);
    for (const Node& node : topology.nodes)
        for (const Listener& listener : node.listeners)
            learn(listener.port, listener.port);
    for (auto* const all : {&ports_, &replies_}) {
        std::sort(all->begin(), all->end());
        all->erase(std::unique(all->begin(), all->end()), all->end());
    }
    std::sort(outside_.begin(), outside_.end());
    outside_.erase(std::unique(outside_.begin(), outside_.end()), outside_.end());
}

// Whatever is elsewhere says, and wherever in their subnets those stand who have no address of their own.
Answer Simulation::answers(int source, int target, int port) const {
    bool always = true;
    bool ever = false;
    for (const std::uint32_t here : {200U, 10U, 11U}) {
        for (const std::uint32_t there : {200U, 10U, 11U}) {
            free_address_ = here;
            target_address_ = there;
            target_ = target;
            generous_ = false;
            const bool surely = answered(source, target, true, port, 0) || answered(source, target, false, port, 0);
            generous_ = true;
            always = always && surely;
            ever =
                ever || surely || answered(source, target, true, port, 0) || answered(source, target, false, port, 0);
        }
    }
    return always ? Answer::yes : ever ? Answer::unknown : Answer::no;
}

// Itself, or by way of load balancers in front of it.
bool Simulation::answered(int source, int target, bool tcp, int port, int depth) const {
    const auto& nodes = net_->nodes;
    const bool from_balancer = source >= 0 && nodes[static_cast<std::size_t>(source)].balances();
    const Node& to = nodes[static_cast<std::size_t>(target)];
    if (!from_balancer) {
        const bool listens =
            !to.balances() || std::any_of(to.listeners.begin(), to.listeners.end(),
                                          [&](const Listener& l) { return l.port == port && (tcp ? l.tcp : l.udp); });
        if (listens && connects(source, target, tcp, port)) return true;
    }
    if (depth > 4) return false;
    for (std::size_t b = 0; b < nodes.size(); ++b) {
        const int balancer = static_cast<int>(b);
        for (const Listener& listener : nodes[b].listeners) {
            if (listener.target_group < 0 || !(tcp ? listener.tcp : listener.udp)) continue;
            const TargetGroup& group = net_->target_groups[static_cast<std::size_t>(listener.target_group)];
            for (const Member& member : group.members) {
                const int asked = member.port == k_none ? group.port : member.port;
                if (member.node != target || asked != port || balancer == target) continue;
                if (!connects(balancer, target, tcp, port)) continue;
                if (source == balancer || answered(source, balancer, tcp, listener.port, depth + 1)) return true;
            }
        }
    }
    return false;
}

std::vector<int> Simulation::groups_of(int node, int subnet) const {
    const Node& who = net_->nodes[static_cast<std::size_t>(node)];
    if (!who.groups.empty() || who.kind == Node::Kind::network_balancer) return who.groups;
    const int vpc = net_->subnets[static_cast<std::size_t>(subnet)].vpc;
    std::vector<int> found;
    for (std::size_t g = 0; g < net_->groups.size(); ++g) {
        if (net_->groups[g].is_default && net_->groups[g].vpc == vpc) found.push_back(static_cast<int>(g));
    }
    return found;
}

std::vector<Simulation::End> Simulation::ends(int node) const {
    std::vector<End> all;
    const Node& who = net_->nodes[static_cast<std::size_t>(node)];
    for (const int subnet : who.subnets) {
        const Range& range = net_->subnets[static_cast<std::size_t>(subnet)].range;
        all.push_back(
            {node, subnet,
             who.address != 0 ? who.address : range.first() + (node == target_ ? target_address_ : free_address_)});
    }
    return all;
}

// Whether some interface of the one gets through to some interface of the other.
bool Simulation::connects(int source, int target, bool tcp, int port) const {
    if (source == target) return false;
    const std::vector<End> servers = ends(target);
    if (source >= 0) {
        for (const End& client : ends(source))
            for (const End& server : servers)
                if (connected(client, server, tcp, port)) return true;
        return false;
    }
    const Node& to = net_->nodes[static_cast<std::size_t>(target)];
    for (const End& server : servers) {
        const Subnet& subnet = net_->subnets[static_cast<std::size_t>(server.subnet)];
        const bool addressed =
            to.elastic || to.asks == Node::Public::yes || (to.asks == Node::Public::unsaid && subnet.maps_public);
        for (const std::uint32_t address : outside_) {
            if (addressed && connected({k_none, k_none, address}, server, tcp, port)) return true;
        }
    }
    return false;
}

bool Simulation::connected(const End& client, const End& server, bool tcp, int port) const {
    if (client.node >= 0 && !admitted(client, server, true, tcp, port)) return false;
    if (!admitted(server, client, false, tcp, port)) return false;
    if (!travels({client.address, server.address, tcp, port}, client.subnet, server.subnet)) return false;
    return std::any_of(replies_.begin(), replies_.end(), [&](int reply) {
        return travels({server.address, client.address, tcp, reply}, server.subnet, client.subnet);
    });
}

bool Simulation::admitted(const End& who, const End& peer, bool egress, bool tcp, int port) const {
    const Node& node = net_->nodes[static_cast<std::size_t>(who.node)];
    if (node.kind == Node::Kind::network_balancer && node.groups.empty()) return true;
    const std::vector<int> theirs = peer.node >= 0 ? groups_of(peer.node, peer.subnet) : std::vector<int>{};
    const auto carries = [&](int group) { return std::find(theirs.begin(), theirs.end(), group) != theirs.end(); };
    for (const int index : groups_of(who.node, who.subnet)) {
        if (index == k_elsewhere) {
            if (generous_) return true;
            continue;
        }
        const Group& group = net_->groups[static_cast<std::size_t>(index)];
        bool said = false;  // anything about what goes out, inside the group itself
        for (const Rule& rule : group.rules) {
            if (rule.egress && !rule.detached) said = true;
            if (rule.egress != egress || !speaks(rule.protocol, tcp)) continue;
            if (rule.protocol != -1 && (port < rule.from || port > rule.to)) continue;
            bool met = false;
            switch (rule.peer) {
                case Rule::Peer::range:
                    met = rule.range.holds(peer.address);
                    break;
                case Rule::Peer::group:
                    met = carries(rule.index);
                    break;
                case Rule::Peer::stranger:
                    met = carries(k_elsewhere);
                    break;
                case Rule::Peer::list:
                    for (const Range& range : net_->lists[static_cast<std::size_t>(rule.index)])
                        met = met || range.holds(peer.address);
                    break;
            }
            if (met) return true;
        }
        if (egress && !said) return true;
        if (!egress && group.is_default && carries(index)) return true;
    }
    return false;
}

bool Simulation::travels(const Packet& packet, int from, int to) const {
    if (from == to) return true;
    if (from >= 0 && !filtered(from, true, packet.target, packet)) return false;
    if (from >= 0 && !routed(from, to, packet.target)) return false;
    if (from < 0) {
        const int vpc = net_->subnets[static_cast<std::size_t>(to)].vpc;
        if (!net_->vpcs[static_cast<std::size_t>(vpc)].gateway && !generous_) return false;
    }
    return to < 0 || filtered(to, false, packet.source, packet);
}

bool Simulation::filtered(int subnet, bool egress, std::uint32_t peer, const Packet& packet) const {
    const Subnet& here = net_->subnets[static_cast<std::size_t>(subnet)];
    if (here.acl == k_elsewhere) return generous_;
    const bool by_default = here.acl == k_none;
    std::vector<AclEntry> entries = by_default ? net_->vpcs[static_cast<std::size_t>(here.vpc)].entries
                                               : net_->acls[static_cast<std::size_t>(here.acl)].entries;
    if (by_default) {
        entries.push_back({.number = 100, .egress = true, .range = {0, 0}});
        entries.push_back({.number = 100, .egress = false, .range = {0, 0}});
    }
    const AclEntry* least = nullptr;
    for (const AclEntry& entry : entries) {
        if (entry.egress != egress || !speaks(entry.protocol, packet.tcp) || !entry.range.holds(peer)) continue;
        if (entry.protocol != -1 && (packet.port < entry.from || packet.port > entry.to)) continue;
        if (least == nullptr || entry.number < least->number) least = &entry;
    }
    return least != nullptr && least->allow;
}

bool Simulation::routed(int from, int to, std::uint32_t address) const {
    const Subnet& here = net_->subnets[static_cast<std::size_t>(from)];
    const Vpc& vpc = net_->vpcs[static_cast<std::size_t>(here.vpc)];
    const int there = to < 0 ? k_none : net_->subnets[static_cast<std::size_t>(to)].vpc;
    if (vpc.range.holds(address)) return there == here.vpc;
    if (here.table == k_elsewhere) return generous_;
    if (here.table == k_none) return false;
    const Route* best = nullptr;
    int prefix = -1;
    for (const Route& route : net_->tables[static_cast<std::size_t>(here.table)].routes) {
        std::vector<Range> ranges = {route.range};
        if (route.list != k_none) ranges = net_->lists[static_cast<std::size_t>(route.list)];
        for (const Range& range : ranges) {
            if (!range.holds(address) || range.prefix <= prefix) continue;
            best = &route;
            prefix = range.prefix;
        }
    }
    if (best == nullptr) return false;
    switch (best->target) {
        case Route::Target::gateway:
            return to < 0 && vpc.gateway;
        case Route::Target::peering: {
            const auto [a, b] = net_->peerings[static_cast<std::size_t>(best->index)];
            return there >= 0 && ((a == here.vpc && b == there) || (b == here.vpc && a == there));
        }
        case Route::Target::transit: {
            const std::vector<int>& joined = net_->transits[static_cast<std::size_t>(best->index)];
            const std::set<int> vpcs(joined.begin(), joined.end());
            return there >= 0 && vpcs.count(here.vpc) != 0 && vpcs.count(there) != 0;
        }
        case Route::Target::nat:
        case Route::Target::vpn:
            return false;
    }
    return false;
}

}  // namespace spile::test::net
