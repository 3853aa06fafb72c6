// A topology as a Terraform plan: subnets, groups and prefix lists are there already, so that their ids are known; all
// else is made by the plan, so that references to it are known to its configuration alone.
#include "tests/property/net/topology.hpp"

namespace spile::test::net {

namespace {

std::string quoted(const std::string& text) {
    return "\"" + text + "\"";
}

std::string joined(const std::vector<std::string>& items) {
    std::string out;
    for (const std::string& item : items)
        out += (out.empty() ? "" : ", ") + item;
    return out;
}

std::string list(const std::vector<std::string>& items) {
    return "[" + joined(items) + "]";
}

std::string number(int value) {
    return std::to_string(value);
}

std::string id(const std::string& kind, int index) {
    return kind + "-" + std::to_string(index);
}

/// What an attribute is: a JSON text, a reference that is known after apply, or both.
struct Attribute {
    std::string name;
    std::string value;                    // empty: known after apply
    std::vector<std::string> references;  // "aws_vpc.vpc0.id"
};

using Block = std::vector<Attribute>;

Attribute reference(const std::string& name, const std::string& target) {
    return {name, "", {target}};
}

// The three trees of a block: values, what is unknown, expressions.
struct Trees {
    std::string values;
    std::string unknown;
    std::string expressions;
};

Trees trees_of(const Block& block) {
    std::vector<std::string> values;
    std::vector<std::string> unknown;
    std::vector<std::string> expressions;
    for (const Attribute& attribute : block) {
        if (!attribute.value.empty()) values.push_back(quoted(attribute.name) + ": " + attribute.value);
        if (attribute.value.empty()) unknown.push_back(quoted(attribute.name) + ": true");
        std::vector<std::string> named;
        for (const std::string& target : attribute.references) {
            named.push_back(quoted(target));
            named.push_back(quoted(target.substr(0, target.rfind('.'))));
        }
        expressions.push_back(
            quoted(attribute.name) + ": {" +
            (named.empty() ? "\"constant_value\": " + attribute.value : "\"references\": " + list(named)) + "}");
    }
    return {"{" + joined(values) + "}", "{" + joined(unknown) + "}", "{" + joined(expressions) + "}"};
}

class Writer {
  public:
    explicit Writer(const Topology& topology) : net_(topology) {}

    std::string write() {
        networks();
        subnets();
        guards();
        for (std::size_t n = 0; n < net_.nodes.size(); ++n)
            node(n);
        return "{\"format_version\": \"1.2\", \"terraform_version\": \"1.9.5\", \"complete\": true, \"errored\": "
               "false,\n"
               "\"planned_values\": {\"root_module\": {\"resources\": [\n" +
               joined(planned_) + "]}},\n\"resource_changes\": [\n" + joined(changes_) +
               "],\n\"configuration\": {\"root_module\": {\"resources\": [\n" + joined(configuration_) + "]}}}\n";
    }

  private:
    /// `blocks`: nested ones of one name, each in a list.
    void resource(const std::string& type, const std::string& name, const Block& attributes,
                  const std::string& block_name = {}, const std::vector<Block>& blocks = {}) {
        Trees trees = trees_of(attributes);
        if (!block_name.empty()) {
            std::vector<std::string> values;
            std::vector<std::string> unknown;
            std::vector<std::string> expressions;
            for (const Block& block : blocks) {
                const Trees inner = trees_of(block);
                values.push_back(inner.values);
                unknown.push_back(inner.unknown);
                expressions.push_back(inner.expressions);
            }
            const auto add = [&](std::string& object, const std::vector<std::string>& items) {
                const bool first = object == "{}";
                object.insert(object.size() - 1, (first ? "" : ", ") + quoted(block_name) + ": " + list(items));
            };
            add(trees.values, values);
            add(trees.unknown, unknown);
            add(trees.expressions, expressions);
        }
        const std::string head = "{\"address\": " + quoted(type + "." + name) +
                                 ", \"mode\": \"managed\", \"type\": " + quoted(type) + ", \"name\": " + quoted(name);
        const std::string provider = ", \"provider_name\": \"registry.terraform.io/hashicorp/aws\"";
        planned_.push_back(head + provider + ", \"schema_version\": 0, \"values\": " + trees.values +
                           ", \"sensitive_values\": {}}\n");
        changes_.push_back(
            head + provider + ", \"change\": {\"actions\": [\"create\"], \"before\": null, \"after\": " + trees.values +
            ", \"after_unknown\": " + trees.unknown + ", \"before_sensitive\": false, \"after_sensitive\": {}}}\n");
        configuration_.push_back(head + ", \"provider_config_key\": \"aws\", \"expressions\": " + trees.expressions +
                                 ", \"schema_version\": 0}\n");
    }

    static std::string vpc(int index) { return "aws_vpc.vpc" + number(index); }
    static Attribute text(const std::string& name, const std::string& value) { return {name, quoted(value), {}}; }
    static Attribute integer(const std::string& name, int value) { return {name, number(value), {}}; }
    static Attribute truth(const std::string& name, bool value) { return {name, value ? "true" : "false", {}}; }

    /// Ids that are known, with what the configuration says of them.
    static Attribute subnet_ids(const std::string& name, const std::vector<int>& subnets) {
        Attribute out{name, "", {}};
        std::vector<std::string> ids;
        for (const int subnet : subnets) {
            ids.push_back(quoted(id("subnet", subnet)));
            out.references.push_back("aws_subnet.subnet" + number(subnet) + ".id");
        }
        out.value = list(ids);
        return out;
    }

    void networks() {
        for (std::size_t v = 0; v < net_.vpcs.size(); ++v) {
            const std::string name = "vpc" + std::to_string(v);
            resource("aws_vpc", name, {text("cidr_block", net_.vpcs[v].range.text())});
            Block gateway;
            if (net_.vpcs[v].gateway) gateway = {reference("vpc_id", "aws_vpc." + name + ".id")};
            resource("aws_internet_gateway", "gateway" + std::to_string(v), gateway);
            rules(name, reference("network_acl_id", "aws_vpc." + name + ".default_network_acl_id"),
                  net_.vpcs[v].entries);
        }
        for (std::size_t a = 0; a < net_.acls.size(); ++a) {
            const Acl& acl = net_.acls[a];
            const std::string name = "acl" + std::to_string(a);
            resource("aws_network_acl", name, {reference("vpc_id", vpc(acl.vpc) + ".id")});
            rules(name, reference("network_acl_id", "aws_network_acl." + name + ".id"), acl.entries);
        }
        for (std::size_t p = 0; p < net_.peerings.size(); ++p) {
            resource("aws_vpc_peering_connection", "peering" + std::to_string(p),
                     {reference("vpc_id", vpc(net_.peerings[p].first) + ".id"),
                      reference("peer_vpc_id", vpc(net_.peerings[p].second) + ".id")});
        }
        for (std::size_t t = 0; t < net_.transits.size(); ++t) {
            const std::string name = "transit" + std::to_string(t);
            resource("aws_ec2_transit_gateway", name, {});
            for (const int attached : net_.transits[t]) {
                resource("aws_ec2_transit_gateway_vpc_attachment", name + "vpc" + number(attached),
                         {reference("transit_gateway_id", "aws_ec2_transit_gateway." + name + ".id"),
                          reference("vpc_id", vpc(attached) + ".id"), subnet_ids("subnet_ids", {attached * 3})});
            }
        }
        for (std::size_t l = 0; l < net_.lists.size(); ++l) {
            std::vector<Block> entries;
            for (const Range& range : net_.lists[l])
                entries.push_back({text("cidr", range.text())});
            resource("aws_ec2_managed_prefix_list", "list" + std::to_string(l),
                     {text("id", id("pl", static_cast<int>(l))), integer("max_entries", 9)}, "entry", entries);
        }
        for (std::size_t n = 0; n < net_.nats.size(); ++n) {
            resource("aws_nat_gateway", "nat" + std::to_string(n),
                     {{"subnet_id",
                       quoted(id("subnet", net_.nats[n])),
                       {"aws_subnet.subnet" + number(net_.nats[n]) + ".id"}}});
        }
        tables();
    }

    void rules(const std::string& owner, const Attribute& acl, const std::vector<AclEntry>& entries) {
        for (std::size_t e = 0; e < entries.size(); ++e) {
            const AclEntry& entry = entries[e];
            Block block = {acl,
                           integer("rule_number", entry.number),
                           truth("egress", entry.egress),
                           text("rule_action", entry.allow ? "allow" : "deny"),
                           text("protocol", number(entry.protocol)),
                           text("cidr_block", entry.range.text())};
            if (entry.protocol > 1) {
                block.push_back(integer("from_port", entry.from));
                block.push_back(integer("to_port", entry.to));
            }
            resource("aws_network_acl_rule", owner + "entry" + std::to_string(e), block);
        }
    }

    void tables() {
        for (std::size_t t = 0; t < net_.tables.size(); ++t) {
            const std::string name = "table" + std::to_string(t);
            const int home = net_.tables[t].vpc;
            resource("aws_route_table", name, {reference("vpc_id", vpc(home) + ".id")});
            for (std::size_t r = 0; r < net_.tables[t].routes.size(); ++r) {
                const Route& route = net_.tables[t].routes[r];
                Block block = {reference("route_table_id", "aws_route_table." + name + ".id")};
                if (route.list == k_none)
                    block.push_back(text("destination_cidr_block", route.range.text()));
                else
                    block.push_back({"destination_prefix_list_id",
                                     quoted(id("pl", route.list)),
                                     {"aws_ec2_managed_prefix_list.list" + number(route.list) + ".id"}});
                switch (route.target) {
                    case Route::Target::gateway:
                        block.push_back(reference("gateway_id", "aws_internet_gateway.gateway" + number(home) + ".id"));
                        break;
                    case Route::Target::nat:
                        block.push_back(
                            reference("nat_gateway_id", "aws_nat_gateway.nat" + number(route.index) + ".id"));
                        break;
                    case Route::Target::peering:
                        block.push_back(reference("vpc_peering_connection_id",
                                                  "aws_vpc_peering_connection.peering" + number(route.index) + ".id"));
                        break;
                    case Route::Target::transit:
                        block.push_back(reference("transit_gateway_id",
                                                  "aws_ec2_transit_gateway.transit" + number(route.index) + ".id"));
                        break;
                    case Route::Target::vpn:
                        block.push_back(text("gateway_id", "vgw-1"));
                        break;
                }
                resource("aws_route", name + "route" + std::to_string(r), block);
            }
        }
    }

    void subnets() {
        for (std::size_t s = 0; s < net_.subnets.size(); ++s) {
            const Subnet& subnet = net_.subnets[s];
            const int index = static_cast<int>(s);
            const std::string name = "subnet" + number(index);
            resource("aws_subnet", name,
                     {text("id", id("subnet", index)), reference("vpc_id", vpc(subnet.vpc) + ".id"),
                      text("cidr_block", subnet.range.text()), truth("map_public_ip_on_launch", subnet.maps_public)});
            const Attribute here{"subnet_id", quoted(id("subnet", index)), {"aws_subnet." + name + ".id"}};
            if (subnet.table != k_none) {
                resource(
                    "aws_route_table_association", name,
                    {here, subnet.table == k_elsewhere
                               ? text("route_table_id", "rtb-1")
                               : reference("route_table_id", "aws_route_table.table" + number(subnet.table) + ".id")});
            }
            if (subnet.acl != k_none) {
                resource("aws_network_acl_association", name,
                         {here, subnet.acl == k_elsewhere
                                    ? text("network_acl_id", "acl-1")
                                    : reference("network_acl_id", "aws_network_acl.acl" + number(subnet.acl) + ".id")});
            }
        }
    }

    /// The id of a group: text and reference.
    std::pair<std::string, std::string> group(int index) const {
        if (index == k_elsewhere) return {quoted("sg-elsewhere"), ""};
        const Group& known = net_.groups[static_cast<std::size_t>(index)];
        if (known.is_default) return {"", vpc(known.vpc) + ".default_security_group_id"};
        return {quoted(id("sg", index)), "aws_security_group.group" + number(index) + ".id"};
    }

    Attribute group_ids(const std::string& name, const std::vector<int>& groups) const {
        Attribute out{name, "", {}};
        std::vector<std::string> ids;
        for (const int index : groups) {
            const auto [value, target] = group(index);
            ids.push_back(value);
            if (!target.empty()) out.references.push_back(target);
        }
        out.value = list(ids);
        return out;
    }

    Block rule(const Rule& rule, bool detached) const {
        const int icmp = rule.protocol == 1 ? -1 : 0;  // every type and code
        Block block = {text("protocol", number(rule.protocol)),
                       integer("from_port", rule.protocol > 1 ? rule.from : icmp),
                       integer("to_port", rule.protocol > 1 ? rule.to : icmp)};
        if (rule.peer == Rule::Peer::range) block.push_back({"cidr_blocks", list({quoted(rule.range.text())}), {}});
        if (rule.peer == Rule::Peer::list) {
            block.push_back({"prefix_list_ids",
                             list({quoted(id("pl", rule.index))}),
                             {"aws_ec2_managed_prefix_list.list" + number(rule.index) + ".id"}});
        }
        if (rule.peer == Rule::Peer::group || rule.peer == Rule::Peer::stranger) {
            const auto [value, target] = group(rule.peer == Rule::Peer::stranger ? k_elsewhere : rule.index);
            Attribute peer{detached ? "source_security_group_id" : "security_groups", value, {}};
            if (!detached && !value.empty()) peer.value = list({value});
            if (!target.empty()) peer.references = {target};
            block.push_back(peer);
        }
        return block;
    }

    void guards() {
        for (std::size_t g = 0; g < net_.groups.size(); ++g) {
            const Group& group = net_.groups[g];
            const int index = static_cast<int>(g);
            const auto [value, target] = this->group(index);
            std::vector<Block> in;
            std::vector<Block> out;
            for (std::size_t r = 0; r < group.rules.size(); ++r) {
                const Rule& here = group.rules[r];
                Block block = rule(here, here.detached);
                if (!here.detached) {
                    (here.egress ? out : in).push_back(block);
                    continue;
                }
                block.push_back(text("type", here.egress ? "egress" : "ingress"));
                block.push_back({"security_group_id", value, {target}});
                resource("aws_security_group_rule", "group" + number(index) + "rule" + std::to_string(r), block);
            }
            if (group.is_default) continue;
            // AWS lets everything out of a group without such rules, Terraform nothing.
            if (out.empty()) out.push_back(rule({.egress = true, .range = {0, 0}}, false));
            group_resource(index, in, out);
        }
    }

    // Two kinds of blocks: the rules in, as blocks; the rules out, as an attribute of the same form.
    void group_resource(int index, const std::vector<Block>& in, const std::vector<Block>& out) {
        std::vector<Block> all;
        Block own = {text("id", id("sg", index)),
                     reference("vpc_id", vpc(net_.groups[static_cast<std::size_t>(index)].vpc) + ".id")};
        std::vector<std::string> values;
        Attribute egress{"egress", "", {}};
        for (const Block& block : out) {
            values.push_back(trees_of(block).values);
            for (const Attribute& attribute : block)
                egress.references.insert(egress.references.end(), attribute.references.begin(),
                                         attribute.references.end());
        }
        egress.value = list(values);
        own.push_back(egress);
        resource("aws_security_group", "group" + number(index), own, "ingress", in);
    }

    void node(std::size_t index) {
        const Node& node = net_.nodes[index];
        const std::string name = name_of(index);
        if (node.kind == Node::Kind::instance) return instance(index);
        if (node.kind == Node::Kind::database) {
            resource("aws_db_subnet_group", name, {text("name", name), subnet_ids("subnet_ids", node.subnets)});
            Block block = {text("engine", "postgres"),
                           {"db_subnet_group_name", quoted(name), {"aws_db_subnet_group." + name + ".name"}},
                           truth("publicly_accessible", node.asks == Node::Public::yes)};
            if (!node.groups.empty()) block.push_back(group_ids("vpc_security_group_ids", node.groups));
            resource("aws_db_instance", name, block);
            return;
        }
        const bool network = node.kind == Node::Kind::network_balancer;
        Block block = {subnet_ids("subnets", node.subnets), truth("internal", node.asks != Node::Public::yes),
                       text("load_balancer_type", network ? "network" : "application")};
        if (!node.groups.empty()) block.push_back(group_ids("security_groups", node.groups));
        resource("aws_lb", name, block);
        for (std::size_t l = 0; l < node.listeners.size(); ++l)
            listener(name, l, node.listeners[l], network);
    }

    void listener(const std::string& balancer, std::size_t index, const Listener& listener, bool network) {
        const std::string targets = "targets" + number(listener.target_group);
        resource("aws_lb_listener", balancer + "listener" + std::to_string(index),
                 {reference("load_balancer_arn", "aws_lb." + balancer + ".arn"), integer("port", listener.port),
                  text("protocol", !network       ? "HTTP"
                                   : listener.udp ? "TCP_UDP"
                                                  : "TCP")},
                 "default_action",
                 {{text("type", "forward"), reference("target_group_arn", "aws_lb_target_group." + targets + ".arn")}});
        const TargetGroup& group = net_.target_groups[static_cast<std::size_t>(listener.target_group)];
        resource("aws_lb_target_group", targets, {integer("port", group.port), text("protocol", "TCP")});
        for (std::size_t m = 0; m < group.members.size(); ++m) {
            const auto member = static_cast<std::size_t>(group.members[m].node);
            const bool instance = net_.nodes[member].kind == Node::Kind::instance;
            Block block = {reference("target_group_arn", "aws_lb_target_group." + targets + ".arn"),
                           reference("target_id", (instance ? "aws_instance." : "aws_lb.") + name_of(member) +
                                                      (instance ? ".id" : ".arn"))};
            if (group.members[m].port != k_none) block.push_back(integer("port", group.members[m].port));
            resource("aws_lb_target_group_attachment", targets + "member" + std::to_string(m), block);
        }
    }

    void instance(std::size_t index) {
        const Node& node = net_.nodes[index];
        const std::string name = name_of(index);
        const std::string address = Range{node.address, 32}.text();
        Block block = {text("ami", "ami-1"),
                       {"subnet_id",
                        quoted(id("subnet", node.subnets.front())),
                        {"aws_subnet.subnet" + number(node.subnets.front()) + ".id"}},
                       text("private_ip", address.substr(0, address.find('/')))};
        if (node.asks != Node::Public::unsaid)
            block.push_back(truth("associate_public_ip_address", node.asks == Node::Public::yes));
        if (!node.groups.empty()) block.push_back(group_ids("vpc_security_group_ids", node.groups));
        resource("aws_instance", name, block);
        if (node.elastic) resource("aws_eip", name, {reference("instance", "aws_instance." + name + ".id")});
    }

    const Topology& net_;
    std::vector<std::string> planned_;
    std::vector<std::string> changes_;
    std::vector<std::string> configuration_;
};

}  // namespace

std::string as_plan(const Topology& topology) {
    return Writer(topology).write();
}

}  // namespace spile::test::net
