// 1,400 broken templates through the embedded packs and 600 broken policies over one template, in this process. Each
// ends in a report or a diagnostic within two seconds of CPU time; enough broken templates are still evaluated. The
// seed is fixed. `mutants N` plays mutant N alone and leaves its text in mutant-N.
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include "stdlib/embedded.hpp"
#include "tests/mutants/mutate.hpp"
#include "tests/mutants/player.hpp"

using namespace spile;
using namespace spile::tests;

extern "C" void __sanitizer_set_death_callback(void (*callback)()) __attribute__((weak));  // NOLINT

namespace {

constexpr std::size_t k_mutants = 2000;
constexpr double k_most_seconds = 2.0;
// After so long a mutant counts as hanging and ends the run.
constexpr long k_hanging_seconds = 60;
constexpr double k_least_evaluated = 30.0;
constexpr int k_skipped = 77;

struct Seed {
    std::string path;
    std::string text;
    Language language = Language::yaml;
};

struct Tally {
    std::size_t templates = 0;
    std::size_t reports = 0;
    std::size_t diagnostics = 0;
    std::size_t evaluated = 0;  // templates
    double slowest = 0;
    std::string slowest_name;
    std::vector<std::string> failures;
};

// For a mutant that hangs or crashes: which one it was. Static, because a signal handler reads it.
std::array<char, 256> playing{};

void say_which() {
    const char* const before = "mutants: stopped at ";
    (void)!write(STDOUT_FILENO, before, std::char_traits<char>::length(before));
    (void)!write(STDOUT_FILENO, playing.data(), std::char_traits<char>::length(playing.data()));
    (void)!write(STDOUT_FILENO, "\n", 1);
}

void stop(int) {
    say_which();
    _exit(1);
}

// A sanitizer says what went wrong itself; elsewhere a crash, stack overflow included, names the mutant too.
void name_what_crashes() {
    struct sigaction action {};
    action.sa_handler = stop;
    action.sa_flags = SA_ONSTACK;
    sigaction(SIGPROF, &action, nullptr);
    if (__sanitizer_set_death_callback != nullptr) {
        __sanitizer_set_death_callback(say_which);
        return;
    }
    static std::array<std::byte, 65536> stack;
    stack_t other{};
    other.ss_sp = stack.data();
    other.ss_size = stack.size();
    sigaltstack(&other, nullptr);
    sigaction(SIGSEGV, &action, nullptr);
}

void watch() {
    const itimerval limit{{0, 0}, {k_hanging_seconds, 0}};
    setitimer(ITIMER_PROF, &limit, nullptr);
}

std::string read(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Seed> templates_of(const std::filesystem::path& corpus) {
    std::vector<Seed> seeds;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus / "templates")) {
        const std::string extension = entry.path().extension().string();
        if (!entry.is_regular_file() || (extension != ".yaml" && extension != ".yml" && extension != ".json")) continue;
        const std::string path = entry.path().lexically_relative(corpus).string();
        seeds.push_back({path, read(entry.path()), extension == ".json" ? Language::json : Language::yaml});
    }
    std::ranges::sort(seeds, {}, &Seed::path);
    return seeds;
}

struct Mutant {
    std::string name;
    const Seed* seed = nullptr;
    std::string text;
};

/// Every tenth is broken twice. Depends on nothing but its number and the seeds.
Mutant mutant(std::size_t number, const std::vector<Seed>& templates, const std::vector<Seed>& policies) {
    const bool of_policy = number % 10 >= 7;
    const std::vector<Seed>& seeds = of_policy ? policies : templates;
    std::mt19937 random(static_cast<std::uint32_t>(number));  // NOLINT: the same mutants each time
    const Seed& seed = seeds[random() % seeds.size()];
    std::string name = std::to_string(number);
    std::string text = seed.text;
    for (std::size_t times = number % 10 == 0 ? 2 : 1; times > 0; --times) {
        const std::size_t damage = random() % k_damages;
        // Pieces come from a text in the same notation.
        const Seed* other = &seeds[random() % seeds.size()];
        if (other->language != seed.language) other = &seed;
        text = mutate(text, other->text, seed.language, damage, random);
        name += ", " + std::string(name_of(damage));
    }
    return {name + ": " + seed.path, &seed, std::move(text)};
}

void play(const Mutant& mutant, Player& player, Tally& tally) {
    std::snprintf(playing.data(), playing.size(), "%s", mutant.name.c_str());
    watch();
    const double began = cpu_seconds();
    Played result;
    const bool policy = mutant.seed->language == Language::policy;
    try {
        result = policy ? player.play_policy(mutant.seed->path, mutant.text)
                        : player.play_template(mutant.seed->path, mutant.text);
    } catch (const std::exception& bug) {
        tally.failures.push_back(mutant.name + ": " + bug.what());
    }
    const double seconds = cpu_seconds() - began;
    if (!policy) ++tally.templates;
    if (result.end == End::report) ++tally.reports;
    if (result.end == End::diagnostic) ++tally.diagnostics;
    if (result.end == End::nothing) tally.failures.push_back(mutant.name + ": neither report nor diagnostic");
    if (!policy && result.evaluated) ++tally.evaluated;
    if (seconds > k_most_seconds) tally.failures.push_back(mutant.name + ": " + std::to_string(seconds) + " s");
    if (seconds > tally.slowest) {
        tally.slowest = seconds;
        tally.slowest_name = mutant.name;
    }
}

std::filesystem::path corpus() {
    const char* named = std::getenv("SPILE_CORPUS");
    return named != nullptr ? named : std::filesystem::path(SPILE_SOURCE_DIR) / ".." / "shared" / "corpus";
}

int report(Tally& tally) {
    const double evaluated = 100.0 * static_cast<double>(tally.evaluated) / static_cast<double>(tally.templates);
    if (evaluated < k_least_evaluated) tally.failures.emplace_back("too few templates are still evaluated");
    for (const std::string& failure : tally.failures)
        std::printf("%s\n", failure.c_str());
    std::printf("slowest: %s\n", tally.slowest_name.c_str());
    std::printf("mutants: %zu, reports: %zu, diagnostics: %zu, evaluated: %.1f %%, slowest: %.2f s\n", k_mutants,
                tally.reports, tally.diagnostics, evaluated, tally.slowest);
    return tally.failures.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (!std::filesystem::is_directory(corpus() / "templates")) {
        const char* ci = std::getenv("CI");
        std::printf("skipped: the corpus is not at %s; set SPILE_CORPUS\n", corpus().c_str());
        return ci != nullptr && std::string_view(ci) == "true" ? 1 : k_skipped;
    }
    const std::vector<Seed> templates = templates_of(corpus());
    std::vector<Seed> policies;
    for (const auto& embedded : {stdlib::standard_modules(), stdlib::embedded_packs()})
        for (const auto& each : embedded)
            policies.push_back({std::string(each.path), std::string(each.text), Language::policy});
    Player player(read(std::filesystem::path(SPILE_SOURCE_DIR) / "examples" / "web_shop.yaml"));
    name_what_crashes();
    Tally tally;
    if (argc > 1) {
        const std::size_t number = std::stoul(argv[1]);
        const Mutant one = mutant(number, templates, policies);
        std::ofstream("mutant-" + std::to_string(number), std::ios::binary) << one.text;
        std::printf("%s\n", one.name.c_str());
        play(one, player, tally);
        for (const std::string& failure : tally.failures)
            std::printf("%s\n", failure.c_str());
        std::printf("%.2f s\n", tally.slowest);
        return tally.failures.empty() ? 0 : 1;
    }
    for (std::size_t i = 0; i < k_mutants; ++i)
        play(mutant(i, templates, policies), player, tally);
    return report(tally);
}
