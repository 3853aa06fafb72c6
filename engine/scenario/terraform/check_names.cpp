#include "engine/scenario/terraform/check_names.hpp"

#include <algorithm>

#include "engine/scenario/names.hpp"

namespace spile::engine::scenario::terraform {

namespace {

using schema::TypeKind;
using schema::TypeRef;

// Types are checked of the provider that the schema has.
constexpr std::string_view k_known_provider = "aws_";

std::string schema_name(const Address& address) {
    return (address.data ? "data." : "") + address.type;
}

class Check {
  public:
    Check(std::string_view name, const schema::Schema& schema) : name_(name), schema_(schema) {}

    std::optional<Error> run(const std::vector<StatedResource>& resources) {
        for (const StatedResource& resource : resources) {
            const std::string type = schema_name(resource.address);
            if (const schema::ResourceType* known = schema_.find(type))
                attributes(*known, resource.attributes);
            else
                no_type(resource, type);
            if (error_) break;
        }
        return std::move(error_);
    }

  private:
    void fail(std::uint32_t line, const std::string& problem) {
        if (!error_) error_ = at_line(line, name_, problem);
    }

    void no_type(const StatedResource& resource, const std::string& type) {
        if (!resource.address.type.starts_with(k_known_provider)) return;
        std::vector<std::string> known;
        for (const std::string_view published : schema_.type_names())
            if (published.starts_with(k_known_provider) || published.starts_with("data."))
                known.emplace_back(published);
        if (!known.empty()) fail(resource.line, "there is no type `" + type + "`" + nearest_of(type, known));
    }

    void attributes(const schema::ResourceType& type, const Stated& stated) {
        if (type.open) return;
        for (std::size_t i = 0; i < stated.keys.size(); ++i) {
            const schema::Property* property = type.find(stated.keys[i]);
            if (property == nullptr)
                fail(stated.items[i].line, unknown(type.name, stated.keys[i], type.properties));
            else
                value(property->type, stated.keys[i], stated.items[i]);
        }
    }

    static std::string unknown(std::string_view owner, const std::string& key,
                               std::span<const schema::Property> properties) {
        std::vector<std::string> known;
        for (const schema::Property& property : properties)
            known.emplace_back(property.name);
        return "`" + std::string(owner) + "` has no attribute `" + key + "`" + nearest_of(key, known);
    }

    void value(const TypeRef& type, const std::string& key, const Stated& stated) {
        const bool list = type.kind != TypeKind::map && type.kind != TypeKind::union_of && type.first_member != nullptr;
        if (list && stated.kind == Stated::Kind::map && type.element().kind == TypeKind::record) {
            fail(stated.line, "`" + key + "` is a block, and a plan has those in lists: write `" + key + ": [{…}]`");
        } else if (list && stated.kind == Stated::Kind::list) {
            for (const Stated& item : stated.items)
                value(type.element(), key, item);
        } else if (type.kind == TypeKind::map && stated.kind == Stated::Kind::map) {
            for (std::size_t i = 0; i < stated.items.size(); ++i)
                value(type.element(), stated.keys[i], stated.items[i]);
        } else if (type.kind == TypeKind::record && stated.kind == Stated::Kind::map) {
            for (std::size_t i = 0; i < stated.items.size(); ++i) {
                const schema::Property* property = type.record->find(stated.keys[i]);
                if (property == nullptr)
                    fail(stated.items[i].line, unknown(key, stated.keys[i], type.record->properties));
                else
                    value(property->type, stated.keys[i], stated.items[i]);
            }
        }
    }

    std::string_view name_;
    const schema::Schema& schema_;
    std::optional<Error> error_;
};

}  // namespace

std::optional<Error> wrong_name(const std::vector<StatedResource>& resources, std::string_view name,
                                const schema::Schema& schema) {
    return Check(name, schema).run(resources);
}

}  // namespace spile::engine::scenario::terraform
