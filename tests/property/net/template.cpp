// A topology as a CloudFormation template, in JSON.
#include "tests/property/net/topology.hpp"

namespace spile::test::net {

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;  // names and JSON texts

std::string quoted(const std::string& text) {
    return "\"" + text + "\"";
}

std::string object(const Fields& fields) {
    std::string out;
    for (const auto& [name, value] : fields)
        out += (out.empty() ? "" : ", ") + quoted(name) + ": " + value;
    return "{" + out + "}";
}

std::string list(const std::vector<std::string>& items) {
    std::string out;
    for (const std::string& item : items)
        out += (out.empty() ? "" : ", ") + item;
    return "[" + out + "]";
}

std::string number(int value) {
    return std::to_string(value);
}

std::string reference(const std::string& name) {
    return object({{"Ref", quoted(name)}});
}

std::string attribute(const std::string& name, const std::string& attribute) {
    return object({{"Fn::GetAtt", list({quoted(name), quoted(attribute)})}});
}

class Writer {
  public:
    explicit Writer(const Topology& topology) : net_(topology) {}

    std::string write() {
        networks();
        guards();
        for (std::size_t n = 0; n < net_.nodes.size(); ++n)
            node(n);
        std::string out;
        for (const std::string& resource : resources_)
            out += (out.empty() ? "\n" : ",\n") + resource;
        return "{\"Resources\": {" + out + "\n}}\n";
    }

  private:
    void resource(const std::string& name, const std::string& type, const Fields& properties) {
        resources_.push_back("  " + quoted(name) + ": " +
                             object({{"Type", quoted("AWS::" + type)}, {"Properties", object(properties)}}));
    }

    static std::string named(const std::string& what, std::size_t index) { return what + std::to_string(index); }
    static std::string named(const std::string& what, int index) { return what + std::to_string(index); }

    void networks() {
        for (std::size_t v = 0; v < net_.vpcs.size(); ++v) {
            resource(named("Vpc", v), "EC2::VPC", {{"CidrBlock", quoted(net_.vpcs[v].range.text())}});
            resource(named("Gateway", v), "EC2::InternetGateway", {});
            if (net_.vpcs[v].gateway) {
                resource(
                    named("Attached", v), "EC2::VPCGatewayAttachment",
                    {{"VpcId", reference(named("Vpc", v))}, {"InternetGatewayId", reference(named("Gateway", v))}});
            }
            entries(named("Vpc", v), attribute(named("Vpc", v), "DefaultNetworkAcl"), net_.vpcs[v].entries);
        }
        for (std::size_t a = 0; a < net_.acls.size(); ++a) {
            resource(named("Acl", a), "EC2::NetworkAcl", {{"VpcId", reference(named("Vpc", net_.acls[a].vpc))}});
            entries(named("Acl", a), reference(named("Acl", a)), net_.acls[a].entries);
        }
        for (std::size_t p = 0; p < net_.peerings.size(); ++p) {
            resource(named("Peering", p), "EC2::VPCPeeringConnection",
                     {{"VpcId", reference(named("Vpc", net_.peerings[p].first))},
                      {"PeerVpcId", reference(named("Vpc", net_.peerings[p].second))}});
        }
        for (std::size_t t = 0; t < net_.transits.size(); ++t) {
            resource(named("Transit", t), "EC2::TransitGateway", {});
            for (const int vpc : net_.transits[t]) {
                resource(named("Transit", t) + named("Vpc", vpc), "EC2::TransitGatewayAttachment",
                         {{"TransitGatewayId", reference(named("Transit", t))},
                          {"VpcId", reference(named("Vpc", vpc))},
                          {"SubnetIds", list({reference(named("Subnet", vpc * 3))})}});
            }
        }
        for (std::size_t l = 0; l < net_.lists.size(); ++l) {
            std::vector<std::string> ranges;
            for (const Range& range : net_.lists[l])
                ranges.push_back(object({{"Cidr", quoted(range.text())}}));
            resource(named("List", l), "EC2::PrefixList", {{"Entries", list(ranges)}, {"MaxEntries", "9"}});
        }
        for (std::size_t n = 0; n < net_.nats.size(); ++n)
            resource(named("Nat", n), "EC2::NatGateway", {{"SubnetId", reference(named("Subnet", net_.nats[n]))}});
        tables();
        subnets();
    }

    void entries(const std::string& owner, const std::string& acl, const std::vector<AclEntry>& all) {
        for (std::size_t e = 0; e < all.size(); ++e) {
            const AclEntry& entry = all[e];
            Fields fields = {{"NetworkAclId", acl},
                             {"RuleNumber", number(entry.number)},
                             {"Egress", entry.egress ? "true" : "false"},
                             {"RuleAction", entry.allow ? "\"allow\"" : "\"deny\""},
                             {"Protocol", number(entry.protocol)},
                             {"CidrBlock", quoted(entry.range.text())}};
            if (entry.protocol > 1)
                fields.emplace_back("PortRange", object({{"From", number(entry.from)}, {"To", number(entry.to)}}));
            resource(owner + named("Entry", e), "EC2::NetworkAclEntry", fields);
        }
    }

    void tables() {
        for (std::size_t t = 0; t < net_.tables.size(); ++t) {
            resource(named("Table", t), "EC2::RouteTable", {{"VpcId", reference(named("Vpc", net_.tables[t].vpc))}});
            for (std::size_t r = 0; r < net_.tables[t].routes.size(); ++r) {
                const Route& route = net_.tables[t].routes[r];
                Fields fields = {{"RouteTableId", reference(named("Table", t))}};
                if (route.list == k_none)
                    fields.emplace_back("DestinationCidrBlock", quoted(route.range.text()));
                else
                    fields.emplace_back("DestinationPrefixListId", reference(named("List", route.list)));
                switch (route.target) {
                    case Route::Target::gateway:
                        fields.emplace_back("GatewayId", reference(named("Gateway", net_.tables[t].vpc)));
                        break;
                    case Route::Target::nat:
                        fields.emplace_back("NatGatewayId", reference(named("Nat", route.index)));
                        break;
                    case Route::Target::peering:
                        fields.emplace_back("VpcPeeringConnectionId", reference(named("Peering", route.index)));
                        break;
                    case Route::Target::transit:
                        fields.emplace_back("TransitGatewayId", reference(named("Transit", route.index)));
                        break;
                    case Route::Target::vpn:
                        fields.emplace_back("GatewayId", quoted("vgw-1"));
                        break;
                }
                resource(named("Table", t) + named("Route", r), "EC2::Route", fields);
            }
        }
    }

    void subnets() {
        for (std::size_t s = 0; s < net_.subnets.size(); ++s) {
            const Subnet& subnet = net_.subnets[s];
            const std::string name = named("Subnet", s);
            resource(name, "EC2::Subnet",
                     {{"VpcId", reference(named("Vpc", subnet.vpc))},
                      {"CidrBlock", quoted(subnet.range.text())},
                      {"MapPublicIpOnLaunch", subnet.maps_public ? "true" : "false"}});
            if (subnet.table != k_none) {
                resource(name + "Table", "EC2::SubnetRouteTableAssociation",
                         {{"SubnetId", reference(name)},
                          {"RouteTableId",
                           subnet.table == k_elsewhere ? quoted("rtb-1") : reference(named("Table", subnet.table))}});
            }
            if (subnet.acl != k_none) {
                resource(name + "Acl", "EC2::SubnetNetworkAclAssociation",
                         {{"SubnetId", reference(name)},
                          {"NetworkAclId",
                           subnet.acl == k_elsewhere ? quoted("acl-1") : reference(named("Acl", subnet.acl))}});
            }
        }
    }

    std::string group_id(int group) const {
        if (group == k_elsewhere) return quoted("sg-1");
        const Group& known = net_.groups[static_cast<std::size_t>(group)];
        if (known.is_default) return attribute(named("Vpc", known.vpc), "DefaultSecurityGroup");
        return attribute(named("Group", group), "GroupId");
    }

    Fields rule(const Rule& rule) const {
        Fields fields = {{"IpProtocol", quoted(number(rule.protocol))}};
        if (rule.protocol > 1) {
            fields.emplace_back("FromPort", number(rule.from));
            fields.emplace_back("ToPort", number(rule.to));
        }
        const std::string side = rule.egress ? "Destination" : "Source";
        if (rule.peer == Rule::Peer::range) fields.emplace_back("CidrIp", quoted(rule.range.text()));
        if (rule.peer == Rule::Peer::list)
            fields.emplace_back(side + "PrefixListId", reference(named("List", rule.index)));
        if (rule.peer == Rule::Peer::group) fields.emplace_back(side + "SecurityGroupId", group_id(rule.index));
        if (rule.peer == Rule::Peer::stranger) fields.emplace_back(side + "SecurityGroupId", group_id(k_elsewhere));
        return fields;
    }

    void guards() {
        for (std::size_t g = 0; g < net_.groups.size(); ++g) {
            const Group& group = net_.groups[g];
            std::vector<std::string> in;
            std::vector<std::string> out;
            for (std::size_t r = 0; r < group.rules.size(); ++r) {
                Fields fields = rule(group.rules[r]);
                const bool egress = group.rules[r].egress;
                if (!group.rules[r].detached) {
                    (egress ? out : in).push_back(object(fields));
                    continue;
                }
                fields.emplace_back("GroupId", group_id(static_cast<int>(g)));
                resource(named("Group", g) + named("Rule", r),
                         egress ? "EC2::SecurityGroupEgress" : "EC2::SecurityGroupIngress", fields);
            }
            if (group.is_default) continue;
            Fields fields = {{"GroupDescription", "\"made\""}, {"VpcId", reference(named("Vpc", group.vpc))}};
            if (!in.empty()) fields.emplace_back("SecurityGroupIngress", list(in));
            if (!out.empty()) fields.emplace_back("SecurityGroupEgress", list(out));
            resource(named("Group", g), "EC2::SecurityGroup", fields);
        }
        for (std::size_t t = 0; t < net_.target_groups.size(); ++t) {
            std::vector<std::string> members;
            for (const Member& member : net_.target_groups[t].members) {
                Fields fields = {{"Id", reference(name_of(static_cast<std::size_t>(member.node)))}};
                if (member.port != k_none) fields.emplace_back("Port", number(member.port));
                members.push_back(object(fields));
            }
            resource(
                named("Targets", t), "ElasticLoadBalancingV2::TargetGroup",
                {{"Port", number(net_.target_groups[t].port)}, {"Protocol", "\"TCP\""}, {"Targets", list(members)}});
        }
    }

    std::vector<std::string> group_ids(const Node& node) const {
        std::vector<std::string> ids;
        for (const int group : node.groups)
            ids.push_back(group_id(group));
        return ids;
    }

    void node(std::size_t index) {
        const Node& node = net_.nodes[index];
        if (node.kind == Node::Kind::instance) return instance(index);
        std::vector<std::string> subnets;
        for (const int subnet : node.subnets)
            subnets.push_back(reference(named("Subnet", subnet)));
        if (node.kind == Node::Kind::database) {
            resource(name_of(index) + "Subnets", "RDS::DBSubnetGroup",
                     {{"SubnetIds", list(subnets)}, {"DBSubnetGroupDescription", "\"made\""}});
            Fields fields = {{"Engine", "\"postgres\""},
                             {"DBSubnetGroupName", reference(name_of(index) + "Subnets")},
                             {"PubliclyAccessible", node.asks == Node::Public::yes ? "true" : "false"}};
            if (!node.groups.empty()) fields.emplace_back("VPCSecurityGroups", list(group_ids(node)));
            resource(name_of(index), "RDS::DBInstance", fields);
            return;
        }
        Fields fields = {{"Subnets", list(subnets)},
                         {"Scheme", node.asks == Node::Public::yes ? "\"internet-facing\"" : "\"internal\""},
                         {"Type", node.kind == Node::Kind::network_balancer ? "\"network\"" : "\"application\""}};
        if (!node.groups.empty()) fields.emplace_back("SecurityGroups", list(group_ids(node)));
        resource(name_of(index), "ElasticLoadBalancingV2::LoadBalancer", fields);
        for (std::size_t l = 0; l < node.listeners.size(); ++l) {
            const Listener& listener = node.listeners[l];
            const std::string protocol = node.kind == Node::Kind::application_balancer ? "HTTP"
                                         : listener.udp                                ? "TCP_UDP"
                                                                                       : "TCP";
            resource(name_of(index) + named("Listener", l), "ElasticLoadBalancingV2::Listener",
                     {{"LoadBalancerArn", reference(name_of(index))},
                      {"Port", number(listener.port)},
                      {"Protocol", quoted(protocol)},
                      {"DefaultActions",
                       list({object({{"Type", "\"forward\""},
                                     {"TargetGroupArn", reference(named("Targets", listener.target_group))}})})}});
        }
    }

    void instance(std::size_t index) {
        const Node& node = net_.nodes[index];
        const std::string subnet = reference(named("Subnet", node.subnets.front()));
        const std::string address =
            quoted(Range{node.address, 32}.text().substr(0, Range{node.address, 32}.text().find('/')));
        const std::string groups = list(group_ids(node));
        Fields fields = {{"ImageId", "\"ami-1\""}};
        if (node.asks == Node::Public::unsaid) {
            fields.emplace_back("SubnetId", subnet);
            fields.emplace_back("PrivateIpAddress", address);
            if (!node.groups.empty()) fields.emplace_back("SecurityGroupIds", groups);
        } else {
            Fields nic = {{"DeviceIndex", "\"0\""},
                          {"SubnetId", subnet},
                          {"PrivateIpAddress", address},
                          {"AssociatePublicIpAddress", node.asks == Node::Public::yes ? "true" : "false"}};
            if (!node.groups.empty()) nic.emplace_back("GroupSet", groups);
            fields.emplace_back("NetworkInterfaces", list({object(nic)}));
        }
        resource(name_of(index), "EC2::Instance", fields);
        if (node.elastic) resource(name_of(index) + "Address", "EC2::EIP", {{"InstanceId", reference(name_of(index))}});
    }

    const Topology& net_;
    std::vector<std::string> resources_;
};

}  // namespace

std::string as_template(const Topology& topology) {
    return Writer(topology).write();
}

}  // namespace spile::test::net
