#include "cli/commands/watch.hpp"

#include <csignal>
#include <ctime>

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "engine/session/files.hpp"

namespace spile::cli {

namespace {

namespace fs = std::filesystem;

volatile std::sig_atomic_t told_to_end = 0;

extern "C" void end_soon(int signal) {
    told_to_end = signal;
}

// The first signal ends the loop, a second one the program where it stands.
void catch_signals() {
    struct sigaction action {};
    action.sa_handler = end_soon;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (const int signal : {SIGINT, SIGTERM})
        sigaction(signal, &action, nullptr);
}

using Snapshot = std::map<std::string, std::pair<std::uintmax_t, fs::file_time_type>>;

Snapshot look(const std::vector<std::string>& places, const std::vector<std::string>& endings) {
    const engine::DiskFileSystem files;
    Snapshot seen;
    const auto add = [&](const std::string& path) {
        std::error_code failed;
        const std::uintmax_t size = fs::file_size(path, failed);
        const fs::file_time_type time = fs::last_write_time(path, failed);
        if (!failed) seen[path] = {size, time};
    };
    for (const std::string& place : places) {
        if (files.entry(place) != engine::FileSystem::Entry::folder) {
            add(place);
            continue;
        }
        for (const std::string& file : files.walk(place)) {
            const bool wanted = std::any_of(endings.begin(), endings.end(),
                                            [&](const std::string& ending) { return file.ends_with(ending); });
            if (wanted) add(file);
        }
    }
    return seen;
}

void nap() {
    const std::timespec quarter{0, 250'000'000};
    nanosleep(&quarter, nullptr);  // a signal ends it early
}

}  // namespace

int run_and_watch(const std::vector<std::string>& places, const std::vector<std::string>& endings,
                  const std::function<void()>& run) {
    catch_signals();
    Snapshot before = look(places, endings);
    run();
    while (told_to_end == 0) {
        nap();
        if (told_to_end != 0) break;
        Snapshot now = look(places, endings);
        if (now == before) continue;
        before = std::move(now);
        run();
    }
    return 128 + told_to_end;
}

}  // namespace spile::cli
