#include "engine/scenario/report/html_writer.hpp"

#include <algorithm>

#include "engine/report/escape.hpp"

namespace spile::engine::scenario {

std::string html_text(std::string_view text) {
    std::string out;
    for (;;) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        // What is no XML character at all is shown as an escape; the rest becomes references as in XML.
        out += xml(text.substr(0, end));
        if (end == text.size()) return out;
        out += '\n';
        text.remove_prefix(end + 1);
    }
}

Html& Html::open(std::string_view name, Attributes attributes) {
    out_.append("<").append(name);
    for (const auto& [key, value] : attributes) {
        out_.append(" ").append(key);
        if (!value.empty()) out_.append("=\"").append(html_text(value)).append("\"");
    }
    out_ += ">";
    return *this;
}

Html& Html::close(std::string_view name) {
    out_.append("</").append(name).append(">");
    return *this;
}

Html& Html::text(std::string_view text) {
    out_ += html_text(text);
    return *this;
}

Html& Html::element(std::string_view name, Attributes attributes, std::string_view text) {
    return open(name, attributes).text(text).close(name);
}

Html& Html::icon(std::string_view symbol) {
    out_.append("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#").append(symbol).append("\"/></svg>");
    return *this;
}

Html& Html::raw(std::string_view markup) {
    out_ += markup;
    return *this;
}

}  // namespace spile::engine::scenario
