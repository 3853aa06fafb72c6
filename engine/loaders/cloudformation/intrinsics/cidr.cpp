// Fn::Cidr: `count` subnets of equal size out of an address block.
#include <arpa/inet.h>

#include <array>

#include "engine/loaders/cloudformation/intrinsics/intrinsics.hpp"

namespace spile::engine::cloudformation {

namespace {

struct Block {
    std::array<std::uint8_t, 16> address{};
    int bits = 32;  // of an address
    int prefix = 0;
};

std::optional<Block> parse_block(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const std::string address(text.substr(0, slash));
    const auto prefix = Decimal::parse(text.substr(slash + 1));
    const auto whole = prefix ? prefix->whole() : std::nullopt;
    Block block;
    if (inet_pton(AF_INET, address.c_str(), block.address.data()) != 1) {
        block.bits = 128;
        if (inet_pton(AF_INET6, address.c_str(), block.address.data()) != 1) return std::nullopt;
    }
    if (!whole || *whole < 0 || *whole > block.bits) return std::nullopt;
    block.prefix = static_cast<int>(*whole);
    for (int bit = block.prefix; bit < block.bits; ++bit)
        block.address.at(static_cast<std::size_t>(bit / 8)) &= static_cast<std::uint8_t>(~(0x80 >> (bit % 8)));
    return block;
}

/// The `index`-th block of a longer prefix.
std::string subnet(const Block& block, int prefix, std::uint32_t index) {
    std::array<std::uint8_t, 16> address = block.address;
    for (int bit = prefix - 1; bit >= block.prefix && index != 0; --bit, index >>= 1)
        if ((index & 1U) != 0)
            address.at(static_cast<std::size_t>(bit / 8)) |= static_cast<std::uint8_t>(0x80 >> (bit % 8));
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(block.bits == 32 ? AF_INET : AF_INET6, address.data(), text.data(), text.size());
    return std::string(text.data()) + "/" + std::to_string(prefix);
}

std::optional<std::int64_t> whole_of(Scope& scope, Value value) {
    const auto text = scalar_text(scope, value);
    const auto number = text ? Decimal::parse(*text) : std::nullopt;
    return number ? number->whole() : std::nullopt;
}

Value known_blocks(Scope& scope, const Raw& call, const Place& place, const Block& block, int prefix,
                   std::uint32_t count) {
    std::vector<Element> elements;
    for (std::uint32_t i = 0; i < count; ++i)
        elements.push_back({.value = scope.make().string(scope.keep(subnet(block, prefix, i)),
                                                         origin_at(scope, call.span, below(scope, place, i)))});
    return scope.make().list(elements, false, origin_at(scope, call.span, place));
}

/// How many there are is known, which they are is not.
Value unknown_blocks(Scope& scope, const Raw& call, const Place& place, std::span<const Value> values,
                     std::uint32_t count) {
    std::string inputs;
    for (const Value value : values) {
        const std::string one = canonical(value);
        if (one.empty()) {
            inputs.clear();
            break;
        }
        inputs += one + ",";
    }
    std::vector<Element> elements;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::string producer = inputs.empty() ? "" : "Fn::Cidr(" + inputs + std::to_string(i) + ")";
        elements.push_back({.value = unknown_value(scope, call, below(scope, place, i),
                                                   "the address block is not known", producer, TypeHint::string)});
    }
    return scope.make().list(elements, false, origin_at(scope, call.span, place));
}

Value blocks(Scope& scope, const Raw& call, const Place& place, std::span<const Value> values, Guard under) {
    const auto count = whole_of(scope, values[1]);
    if (!count)
        return unknown_value(scope, call, place, "the number of address blocks is not known", "", TypeHint::list);
    const auto fail = [&](const std::string& cause) {
        if (under == k_always) return broken(scope, call, place, DiagnosticKind::template_no_result, cause);
        return refused(scope, call, place, cause, under);
    };
    if (*count < 1 || *count > 256) return fail("`Fn::Cidr` makes 1 to 256 blocks");
    const auto number = static_cast<std::uint32_t>(*count);
    const auto text = scalar_text(scope, values[0]);
    const auto bits = values.size() > 2 ? whole_of(scope, values[2]) : std::nullopt;
    if (!text || (values.size() > 2 && !bits)) return unknown_blocks(scope, call, place, values, number);
    const auto block = parse_block(*text);
    if (!block) return fail("`" + std::string(*text) + "` is no address block");
    const std::int64_t host = bits.value_or(block->bits == 32 ? 8 : 64);
    const std::int64_t room = block->bits - host - block->prefix;
    const bool fits = host >= 0 && room >= 0 && (room >= 32 || (std::uint64_t{1} << room) >= number);
    if (!fits) return fail("`" + std::string(*text) + "` has no room for " + std::to_string(number) + " blocks");
    return known_blocks(scope, call, place, *block, block->bits - static_cast<int>(host), number);
}

}  // namespace

Value evaluate_cidr(Scope& scope, const Raw& call, const Place& place) {
    const Raw& argument = *call.argument;
    if (!argument.is(RawKind::list) || argument.items.size() < 2 || argument.items.size() > 3)
        return broken(scope, call, place, DiagnosticKind::template_intrinsic_arguments,
                      "`Fn::Cidr` takes an address block, a count and the bits of a host part");
    std::vector<Value> inputs;
    for (const Raw* item : argument.items)
        inputs.push_back(evaluate(scope, *item, place));
    return distribute(scope, call, place, inputs, [&](std::span<const Value> values, Guard under) {
        return blocks(scope, call, place, values, under);
    });
}

}  // namespace spile::engine::cloudformation
