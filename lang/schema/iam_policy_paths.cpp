// Which properties hold IAM policy documents. The specification calls them json, so the list is kept by hand: documents
// in IAM's grammar only, thus no Cedar policies, life cycles, redrive or filter rules, whatever their names.
#include <algorithm>
#include <array>
#include <utility>

#include "lang/schema/schema.hpp"

namespace spile::schema {
namespace {

using Place = std::pair<std::string_view, std::string_view>;  // resource type, path

constexpr std::array k_places{
    Place{"AWS::AIOps::InvestigationGroup", "InvestigationGroupPolicy"},
    Place{"AWS::APS::ResourcePolicy", "PolicyDocument"},
    Place{"AWS::ApiGateway::DomainNameV2", "Policy"},
    Place{"AWS::ApiGateway::RestApi", "Policy"},
    Place{"AWS::Backup::BackupVault", "AccessPolicy"},
    Place{"AWS::Backup::LogicallyAirGappedBackupVault", "AccessPolicy"},
    Place{"AWS::Bedrock::ResourcePolicy", "PolicyDocument"},
    Place{"AWS::BedrockAgentCore::ResourcePolicy", "Policy"},
    Place{"AWS::CloudTrail::ResourcePolicy", "ResourcePolicy"},
    Place{"AWS::CodeArtifact::Domain", "PermissionsPolicyDocument"},
    Place{"AWS::CodeArtifact::Repository", "PermissionsPolicyDocument"},
    Place{"AWS::Comprehend::DocumentClassifier", "ModelPolicy"},
    Place{"AWS::DSQL::Cluster", "PolicyDocument"},
    Place{"AWS::DynamoDB::GlobalTable", "Replicas.ReplicaStreamSpecification.ResourcePolicy.PolicyDocument"},
    Place{"AWS::DynamoDB::GlobalTable", "Replicas.ResourcePolicy.PolicyDocument"},
    Place{"AWS::DynamoDB::Table", "ResourcePolicy.PolicyDocument"},
    Place{"AWS::DynamoDB::Table", "StreamSpecification.ResourcePolicy.PolicyDocument"},
    Place{"AWS::EC2::VPCEndpoint", "PolicyDocument"},
    Place{"AWS::ECR::PublicRepository", "RepositoryPolicyText"},
    Place{"AWS::ECR::RegistryPolicy", "PolicyText"},
    Place{"AWS::ECR::Repository", "RepositoryPolicyText"},
    Place{"AWS::ECR::RepositoryCreationTemplate", "RepositoryPolicy"},
    Place{"AWS::EFS::FileSystem", "FileSystemPolicy"},
    Place{"AWS::EKS::PodIdentityAssociation", "Policy"},
    Place{"AWS::Elasticsearch::Domain", "AccessPolicies"},
    Place{"AWS::EventSchemas::RegistryPolicy", "Policy"},
    Place{"AWS::Events::EventBus", "Policy"},
    Place{"AWS::FSx::S3AccessPointAttachment", "S3AccessPoint.Policy"},
    Place{"AWS::IAM::Group", "Policies.PolicyDocument"},
    Place{"AWS::IAM::GroupPolicy", "PolicyDocument"},
    Place{"AWS::IAM::ManagedPolicy", "PolicyDocument"},
    Place{"AWS::IAM::Policy", "PolicyDocument"},
    Place{"AWS::IAM::Role", "AssumeRolePolicyDocument"},
    Place{"AWS::IAM::Role", "Policies.PolicyDocument"},
    Place{"AWS::IAM::RolePolicy", "PolicyDocument"},
    Place{"AWS::IAM::User", "Policies.PolicyDocument"},
    Place{"AWS::IAM::UserPolicy", "PolicyDocument"},
    Place{"AWS::IoT::Policy", "PolicyDocument"},
    Place{"AWS::KMS::Key", "KeyPolicy"},
    Place{"AWS::KMS::ReplicaKey", "KeyPolicy"},
    Place{"AWS::Kinesis::ResourcePolicy", "ResourcePolicy"},
    Place{"AWS::Lambda::ResourcePolicy", "PolicyDocument"},
    Place{"AWS::Lex::ResourcePolicy", "Policy"},
    Place{"AWS::Logs::DeliveryDestination", "DeliveryDestinationPolicy.DeliveryDestinationPolicy"},
    Place{"AWS::Logs::Destination", "DestinationPolicy"},
    Place{"AWS::Logs::LogGroup", "ResourcePolicyDocument"},
    Place{"AWS::Logs::ResourcePolicy", "PolicyDocument"},
    Place{"AWS::MSK::ClusterPolicy", "Policy"},
    Place{"AWS::MediaPackageV2::ChannelPolicy", "Policy"},
    Place{"AWS::MediaPackageV2::OriginEndpointPolicy", "Policy"},
    Place{"AWS::MediaStore::Container", "Policy"},
    Place{"AWS::MediaTailor::ChannelPolicy", "Policy"},
    Place{"AWS::OSIS::Pipeline", "ResourcePolicy.Policy"},
    Place{"AWS::Oam::Sink", "Policy"},
    Place{"AWS::Omics::SequenceStore", "S3AccessPolicy"},
    Place{"AWS::OpenSearchService::Domain", "AccessPolicies"},
    Place{"AWS::Organizations::ResourcePolicy", "Content"},
    Place{"AWS::PaymentCryptography::Key", "Policy"},
    Place{"AWS::RUM::AppMonitor", "ResourcePolicy.PolicyDocument"},
    Place{"AWS::Redshift::Cluster", "NamespaceResourcePolicy"},
    Place{"AWS::RedshiftServerless::Namespace", "NamespaceResourcePolicy"},
    Place{"AWS::RolesAnywhere::Profile", "SessionPolicy"},
    Place{"AWS::S3::AccessPoint", "Policy"},
    Place{"AWS::S3::BucketPolicy", "PolicyDocument"},
    Place{"AWS::S3::MultiRegionAccessPointPolicy", "Policy"},
    Place{"AWS::S3Express::AccessPoint", "Policy"},
    Place{"AWS::S3Express::BucketPolicy", "PolicyDocument"},
    Place{"AWS::S3Files::FileSystemPolicy", "Policy"},
    Place{"AWS::S3ObjectLambda::AccessPointPolicy", "PolicyDocument"},
    Place{"AWS::S3Outposts::AccessPoint", "Policy"},
    Place{"AWS::S3Outposts::BucketPolicy", "PolicyDocument"},
    Place{"AWS::S3Tables::TableBucketPolicy", "ResourcePolicy"},
    Place{"AWS::S3Tables::TablePolicy", "ResourcePolicy"},
    Place{"AWS::S3Vectors::VectorBucketPolicy", "Policy"},
    Place{"AWS::SMSVOICE::ResourcePolicy", "PolicyDocument"},
    Place{"AWS::SNS::TopicInlinePolicy", "PolicyDocument"},
    Place{"AWS::SNS::TopicPolicy", "PolicyDocument"},
    Place{"AWS::SQS::QueueInlinePolicy", "PolicyDocument"},
    Place{"AWS::SQS::QueuePolicy", "PolicyDocument"},
    Place{"AWS::SSM::ResourcePolicy", "Policy"},
    Place{"AWS::SSO::PermissionSet", "InlinePolicy"},
    Place{"AWS::SageMaker::ModelPackageGroup", "ModelPackageGroupPolicy"},
    Place{"AWS::SecretsManager::ResourcePolicy", "ResourcePolicy"},
    Place{"AWS::Serverless::Api", "Domain.Policy"},
    Place{"AWS::Serverless::Api", "Policy"},
    Place{"AWS::Serverless::Function", "AssumeRolePolicyDocument"},
    Place{"AWS::Serverless::Function", "Policies"},
    Place{"AWS::Serverless::StateMachine", "Policies"},
    Place{"AWS::Transfer::User", "Policy"},
    Place{"AWS::VpcLattice::AuthPolicy", "Policy"},
    Place{"AWS::VpcLattice::ResourcePolicy", "Policy"},
    Place{"AWS::XRay::ResourcePolicy", "PolicyDocument"},
};
static_assert(std::is_sorted(k_places.begin(), k_places.end()));

}  // namespace

bool is_iam_policy_document(std::string_view resource_type, std::string_view path) {
    return std::binary_search(k_places.begin(), k_places.end(), Place{resource_type, path});
}

std::vector<std::pair<std::string_view, std::string_view>> iam_policy_documents() {
    return {k_places.begin(), k_places.end()};
}

}  // namespace spile::schema
