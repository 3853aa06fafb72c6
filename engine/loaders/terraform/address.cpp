#include "engine/loaders/terraform/address.hpp"

namespace spile::engine::terraform {

namespace {

/// Behind the bracket that closes the one at `at`; the text's size when none does. Keys in quotes may hold brackets.
std::size_t behind_bracket(std::string_view text, std::size_t at) {
    bool quoted = false;
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (quoted && text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            quoted = !quoted;
        else if (!quoted && text[i] == ']')
            return i + 1;
    }
    return text.size();
}

}  // namespace

std::vector<AddressPart> address_parts(std::string_view text) {
    std::vector<AddressPart> parts;
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t end = text.find_first_of(".[", begin);
        if (end == std::string_view::npos) end = text.size();
        AddressPart part{.name = text.substr(begin, end - begin), .key = {}, .whole = {}};
        while (end < text.size() && text[end] == '[') {
            const std::size_t behind = behind_bracket(text, end);
            if (part.key.empty() && behind > end + 2) part.key = text.substr(end + 1, behind - end - 2);
            end = behind;
        }
        part.whole = text.substr(0, end);
        parts.push_back(part);
        begin = end < text.size() && text[end] == '.' ? end + 1 : end;
        if (begin == end && end < text.size()) break;  // no such shape: `a[0]b`
    }
    return parts;
}

InstanceName instance_name(std::string_view address) {
    const std::vector<AddressPart> parts = address_parts(address);
    if (parts.empty() || parts.back().key.empty()) return {address, {}};
    const AddressPart& last = parts.back();
    const std::size_t begin = parts.size() > 1 ? parts[parts.size() - 2].whole.size() + 1 : 0;
    return {address.substr(0, begin + last.name.size()), last.key};
}

}  // namespace spile::engine::terraform
