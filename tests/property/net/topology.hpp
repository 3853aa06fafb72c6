// Small random networks for the test of net.flow: a model of what a template says, its text, and packets sent through
// it one by one. Nothing here knows the rules of stdlib/net.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace spile::test::net {

/// An IPv4 range.
struct Range {
    std::uint32_t address = 0;
    int prefix = 0;
    [[nodiscard]] bool holds(std::uint32_t one) const;
    [[nodiscard]] std::uint32_t first() const;
    [[nodiscard]] std::uint32_t last() const;
    [[nodiscard]] std::string text() const;
};

inline constexpr int k_none = -1;
/// Named by the topology, declared nowhere: nobody knows what it says.
inline constexpr int k_elsewhere = -2;

struct AclEntry {
    int number = 0;
    bool egress = false;
    bool allow = true;
    int protocol = -1;  // -1 all, 6 TCP, 17 UDP
    Range range = {};
    int from = 0;
    int to = 65535;
};

struct Acl {
    int vpc = 0;
    std::vector<AclEntry> entries;
};

struct Vpc {
    Range range = {};
    bool gateway = false;           // an internet gateway is attached
    std::vector<AclEntry> entries;  // further entries of the default network ACL
};

struct Route {
    enum class Target : std::uint8_t { gateway, nat, peering, transit, vpn };
    Range range = {};
    int list = k_none;  // a prefix list instead of the range
    Target target = Target::gateway;
    int index = 0;  // of the NAT gateway, peering connection or transit gateway
};

struct Table {
    int vpc = 0;
    std::vector<Route> routes;
};

struct Subnet {
    int vpc = 0;
    Range range = {};
    bool maps_public = false;
    int table = k_none;  // k_none: the main one
    int acl = k_none;    // k_none: the default one
};

struct Rule {
    enum class Peer : std::uint8_t { range, group, stranger, list };
    bool egress = false;
    bool detached = false;
    int protocol = -1;
    int from = 0;
    int to = 65535;
    Peer peer = Peer::range;
    Range range = {};
    int index = 0;  // of the group, or the prefix list
};

/// A security group; `default_of` a VPC: the one that is there without being declared.
struct Group {
    int vpc = 0;
    bool is_default = false;
    std::vector<Rule> rules;
};

struct Listener {
    int port = 0;
    bool tcp = true;
    bool udp = false;
    int target_group = k_none;
};

struct Member {
    int node = 0;
    int port = k_none;  // k_none: the target group's
};

struct TargetGroup {
    int port = 0;
    std::vector<Member> members = {};
};

struct Node {
    enum class Kind : std::uint8_t { instance, database, application_balancer, network_balancer };
    enum class Public : std::uint8_t { unsaid, yes, no };
    Kind kind = Kind::instance;
    std::vector<int> subnets;  // an instance has one
    std::vector<int> groups;   // none: the default group; k_elsewhere: a group that is not declared
    Public asks = Public::unsaid;
    bool elastic = false;       // an EIP is associated
    std::uint32_t address = 0;  // private, when it is fixed
    std::vector<Listener> listeners;
    [[nodiscard]] bool balances() const { return kind > Kind::database; }
};

struct Topology {
    std::vector<Vpc> vpcs;
    std::vector<Acl> acls;
    std::vector<Table> tables;
    std::vector<Subnet> subnets;
    std::vector<int> nats;  // their subnets
    std::vector<std::pair<int, int>> peerings;
    std::vector<std::vector<int>> transits;  // VPCs attached
    std::vector<std::vector<Range>> lists;
    std::vector<Group> groups;
    std::vector<TargetGroup> target_groups;
    std::vector<Node> nodes;
};

/// What a topology has, for the floors of the test: "acl deny", "route peering" …
using Features = std::map<std::string, int>;

[[nodiscard]] Topology random_topology(std::uint64_t seed, Features& features);

[[nodiscard]] std::string as_template(const Topology& topology);
[[nodiscard]] std::string as_plan(const Topology& topology);
/// The name of a node in the texts.
[[nodiscard]] std::string name_of(std::size_t node);

enum class Answer : std::uint8_t { no, unknown, yes };

/// Whether requests from a node (k_none: the internet) are answered by another on a port, by sending every packet that
/// may make a difference.
class Simulation {
  public:
    explicit Simulation(const Topology& topology);
    [[nodiscard]] const std::vector<int>& ports() const { return ports_; }
    [[nodiscard]] Answer answers(int source, int target, int port) const;

  private:
    struct End;
    struct Packet;
    [[nodiscard]] bool answered(int source, int target, bool tcp, int port, int depth) const;
    [[nodiscard]] bool connects(int source, int target, bool tcp, int port) const;
    [[nodiscard]] bool connected(const End& client, const End& server, bool tcp, int port) const;
    [[nodiscard]] bool travels(const Packet& packet, int from, int to) const;
    [[nodiscard]] bool filtered(int subnet, bool egress, std::uint32_t peer, const Packet& packet) const;
    [[nodiscard]] bool routed(int from, int to, std::uint32_t address) const;
    [[nodiscard]] bool admitted(const End& who, const End& peer, bool egress, bool tcp, int port) const;
    [[nodiscard]] std::vector<End> ends(int node) const;
    [[nodiscard]] std::vector<int> groups_of(int node, int subnet) const;
    void learn(const Range& range);
    void learn(int from, int to);

    const Topology* net_;
    std::vector<int> ports_;
    std::vector<int> replies_;
    std::vector<std::uint32_t> outside_;  // addresses of the internet
    // One case among those that nobody can tell apart.
    mutable bool generous_ = false;               // what is elsewhere lets everything through, or nothing
    mutable std::uint32_t free_address_ = 200;    // in its subnet, of who has no fixed one
    mutable std::uint32_t target_address_ = 200;  // and of the target
    mutable int target_ = k_none;
};

}  // namespace spile::test::net
