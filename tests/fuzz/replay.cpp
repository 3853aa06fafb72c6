// Stands in for libFuzzer in builds without it: feeds every file below the named folders to the target, in order of
// path, then `--mutants N` changed ones. The changes come from a fixed seed, so that a failure comes again.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
    return {bytes.begin(), bytes.end()};
}

/// A few of: a byte changed, a piece cut out, doubled, or taken from another seed.
Bytes mutate(Bytes input, const std::vector<Bytes>& seeds, std::mt19937& random) {
    const auto below = [&](std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(random() % n); };
    const auto at = [](const Bytes& bytes, std::size_t i) { return bytes.begin() + static_cast<std::ptrdiff_t>(i); };
    constexpr std::string_view marks = "{}[],:\"'\\&*!|>-?#%@`~ \t\r\n0x";
    for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
        const std::size_t from = below(input.size());
        const std::size_t to = std::min(input.size(), from + 1 + below(40));
        switch (below(5)) {
            case 0:
                if (!input.empty()) input[from] = static_cast<std::uint8_t>(random());
                break;
            case 1:
                input.insert(at(input, from), static_cast<std::uint8_t>(marks[below(marks.size())]));
                break;
            case 2:
                input.erase(at(input, from), at(input, to));
                break;
            case 3: {
                const Bytes piece(at(input, from), at(input, to));
                for (std::size_t times = 1 + below(30); times > 0; --times) {
                    input.insert(at(input, from), piece.begin(), piece.end());
                }
                break;
            }
            default: {
                const Bytes& other = seeds[below(seeds.size())];
                const std::size_t start = below(other.size());
                input.insert(at(input, from), at(other, start),
                             at(other, std::min(other.size(), start + 1 + below(60))));
            }
        }
    }
    return input;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::filesystem::path> paths;
    unsigned long mutants = 0;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--mutants" && i + 1 < argc) {
            mutants = std::stoul(argv[++i]);
            continue;
        }
        for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
            if (entry.is_regular_file()) paths.push_back(entry.path());
        }
    }
    std::ranges::sort(paths);
    std::vector<Bytes> seeds;
    for (const auto& path : paths)
        seeds.push_back(read(path));
    for (const Bytes& seed : seeds)
        LLVMFuzzerTestOneInput(seed.data(), seed.size());
    std::mt19937 random(1);  // NOLINT: the same mutants each time
    for (unsigned long i = 0; i < mutants && !seeds.empty(); ++i) {
        const Bytes input = mutate(seeds[i % seeds.size()], seeds, random);
        LLVMFuzzerTestOneInput(input.data(), input.size());
    }
    std::printf("%zu seeds, %lu mutants\n", seeds.size(), mutants);
    return seeds.empty() ? 1 : 0;  // A target that was fed nothing has shown nothing.
}
