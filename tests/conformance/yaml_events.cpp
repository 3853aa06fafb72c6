#include "yaml_events.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <sstream>

namespace spile::tests {

namespace {

class Recorder final : public YAML::EventHandler {
  public:
    explicit Recorder(std::uint32_t base) : base_(base) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        begin(anchor);
        events_.push_back({"null", {}, {}, at(mark, anchor)});
        end();
    }
    void OnAlias(const YAML::Mark&, YAML::anchor_t anchor) override {
        const auto [from, to] = anchors_.at(anchor);
        const std::vector<OracleEvent> copy(events_.begin() + static_cast<std::ptrdiff_t>(from),
                                            events_.begin() + static_cast<std::ptrdiff_t>(to));
        events_.insert(events_.end(), copy.begin(), copy.end());
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        begin(anchor);
        events_.push_back({"scalar", local(tag), value, at(mark, anchor)});
        end();
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        begin(anchor);
        events_.push_back({"list", local(tag), {}, at(mark, anchor)});
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        begin(anchor);
        events_.push_back({"map", local(tag), {}, at(mark, anchor)});
    }
    void OnMapEnd() override { close(); }

    [[nodiscard]] std::vector<OracleEvent> take() { return std::move(events_); }

  private:
    struct Range {
        std::size_t from = 0;
        std::size_t to = 0;
    };
    /// An anchor before the value hides where it begins.
    [[nodiscard]] std::uint32_t at(const YAML::Mark& mark, YAML::anchor_t anchor) const {
        return anchor != 0 ? k_no_place : static_cast<std::uint32_t>(mark.pos) + base_;
    }
    static std::string local(const std::string& tag) {
        return tag == "?" || tag == "!" || tag.starts_with("tag:yaml.org,2002:") ? std::string() : tag;
    }
    void begin(YAML::anchor_t anchor) { open_.push_back({anchor, events_.size()}); }
    void end() {
        if (open_.back().first != 0) anchors_[open_.back().first] = {open_.back().second, events_.size()};
        open_.pop_back();
    }
    void close() {
        events_.push_back({"end", {}, {}, 0});
        end();
    }

    std::uint32_t base_;
    std::vector<OracleEvent> events_;
    std::vector<std::pair<YAML::anchor_t, std::size_t>> open_;
    std::map<YAML::anchor_t, Range> anchors_;
};

}  // namespace

std::optional<std::vector<OracleEvent>> yaml_cpp_events(std::string_view text) {
    // yaml-cpp's positions do not count a byte order mark.
    Recorder recorder(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    std::istringstream in{std::string(text)};
    try {
        YAML::Parser parser(in);
        if (!parser.HandleNextDocument(recorder)) return std::nullopt;
        Recorder second(0);
        if (parser.HandleNextDocument(second)) return std::nullopt;
    } catch (const YAML::Exception&) {
        return std::nullopt;
    }
    return recorder.take();
}

bool is_oracle_null(std::string_view text) {
    return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

bool same(const OracleEvent& a, const OracleEvent& b) {
    const bool placed = a.kind == "scalar" || (a.kind != "null" && !a.tag.empty());
    return a.kind == b.kind && a.tag == b.tag && a.text == b.text && (!placed || a.at == b.at || b.at == k_no_place);
}

}  // namespace spile::tests
