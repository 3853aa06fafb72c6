// The example of the language's description, completed: every construct once, in the canonical layout.
#pragma once

#include <string_view>

namespace spile::lang::syntax {

inline constexpr std::string_view language_example = R"spile(module org.storage

import aws.s3
import aws.ec2
import aws.rds
import net as network

## Ports that nobody outside may reach.
param admin_ports: set<int> = {22, 3389}

## Customer data must not rest unencrypted.
policy s3_encrypted "S3 buckets are encrypted at rest" {
    id        ORG-S3-001
    severity  high
    controls  "CIS-AWS-3.0:2.1.1", "NIST-800-53r5:SC-28"
    same_as   "cfn_nag:W41", "checkov:CKV_AWS_19"

    for bucket: s3.Bucket
    when bucket.tags["scratch"] != "true"
    require bucket.encryption.algorithm in {"aws:kms", "AES256"}
        else "{bucket} is not encrypted at rest"
    remedy "Add BucketEncryption with SSEAlgorithm aws:kms."
}

policy no_admin_ports "Administration ports are closed to the world" {
    id        ORG-NET-002
    severity  critical
    for group: ec2.SecurityGroup
    deny some rule in group.ingress, port in admin_ports
            where net.is_public(rule.cidr) and (rule.protocol.is_all or rule.protocol == "tcp" and port in rule.ports)
        at rule.cidr
        because "{group} opens port {port} to {rule.cidr}"
}

## Who can reach whom over any chain of hops (each hop may be a different port: lateral movement).
rule pivot(a: net.Node, b: net.Node) if net.edge(a, b)
rule pivot(a: net.Node, c: net.Node) if pivot(a, b) and net.edge(b, c)

policy private_databases "Databases are not reachable from the internet" {
    id        ORG-NET-003
    severity  critical
    for db: rds.Instance
    deny some net.flow(net.internet, db, port)
        because "{db} answers the internet on port {port}"
}

policy retention_kept "Backup retention never shrinks" {
    id        ORG-RDS-004
    severity  medium
    on_unknown pass "retention is set by the platform after apply"
    for c: change of rds.Instance
    when c.before exists and c.after exists
    require c.after.backup_days >= c.before.backup_days
}

private fn is_admin(s: iam.Statement) -> bool = s.effect == "Allow" and "*" in s.actions and "*" in s.resources

## One bucket, whichever tool declared it.
entity Bucket {
    ## What protects it.
    encryption: Encryption?
    tags: map<string, string>
}

view Bucket of r: cfn "AWS::S3::Bucket" {
    let d = the(c.ServerSideEncryptionByDefault for c in r.BucketEncryption.ServerSideEncryptionConfiguration)
    encryption = Encryption(algorithm: d.SSEAlgorithm, key: d.KMSMasterKeyID)
    tags       = {t.Key: t.Value for t in r.Tags}
}

view Policy of r: cfn "AWS::IAM::Role" each p in r.Policies key p.PolicyName where p.PolicyDocument exists {
    name = p.PolicyName
}

view Bucket of r: tf "aws_s3_bucket" {
    let e = the(e for e: tf "aws_s3_bucket_server_side_encryption_configuration" where refers(e.bucket, r))
    encryption = Encryption(algorithm: e.rule.sse_algorithm)
    names      = [x.name for x in r.items where x.name exists]
}

waiver ORG-S3-001 for "LegacyLogs" in "stacks/legacy.yaml" {
    owner "storage-team"
    reason "migrates with STO-1412"
    until 2027-03-31
}

gate publish for image: pipeline.Image {
    let high = severity("high")
    require evidence "secrets", "vulnerabilities", "policy", "boot-test" fresh 24h
    allow when count(distinct a.person for a in image.approvals
                     where a.role == "release-manager" and a.person not in image.authors) >= 2
        else "two release managers who did not write the change must approve"
    forbid when some v in image.vulnerabilities where v.severity >= high and v.fixed_in exists
        because "{v.id} in {v.package} is fixed in {v.fixed_in}"
}
)spile";

}  // namespace spile::lang::syntax
