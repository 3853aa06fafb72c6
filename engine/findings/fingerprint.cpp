#include "engine/findings/fingerprint.hpp"

#include <array>
#include <cstdint>

namespace spile::engine {

namespace {

__extension__ using Word128 = unsigned __int128;

constexpr Word128 word128(std::uint64_t high, std::uint64_t low) {
    return (Word128{high} << 64U) | low;
}

constexpr Word128 k_offset_basis = word128(0x6c62272e07bb0142ULL, 0x62b821756295c58dULL);
constexpr Word128 k_prime = word128(0x0000000001000000ULL, 0x000000000000013bULL);

void add_byte(Word128& hash, unsigned char byte) {
    hash = (hash ^ byte) * k_prime;
}

void add_field(Word128& hash, std::string_view field) {
    for (unsigned shift = 0; shift < 64; shift += 8)
        add_byte(hash, static_cast<unsigned char>((std::uint64_t{field.size()} >> shift) & 0xffU));
    for (const char c : field)
        add_byte(hash, static_cast<unsigned char>(c));
}

}  // namespace

std::string fingerprint(const FindingIdentity& identity) {
    Word128 hash = k_offset_basis;
    for (const std::string_view field :
         {identity.policy, identity.document, identity.address, identity.key, identity.path})
        add_field(hash, field);
    static constexpr std::string_view k_digits = "0123456789abcdef";
    std::string text(32, '0');
    for (std::size_t i = text.size(); i-- > 0; hash >>= 4U)
        text[i] = k_digits[static_cast<std::size_t>(hash & 0xfU)];
    return text;
}

}  // namespace spile::engine
