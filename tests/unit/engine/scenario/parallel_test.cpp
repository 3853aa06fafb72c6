#include "engine/scenario/parallel.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>
#include <vector>

using namespace spile::engine::scenario;

TEST_CASE("each position is worked on once, by a worker that its thread made") {
    for (const unsigned jobs : {0U, 1U, 4U}) {
        std::vector<int> done(100, 0);
        std::atomic<int> workers{0};
        in_parallel(done.size(), jobs, [&]() -> Work {
            ++workers;
            return [&](std::size_t i) { ++done[i]; };
        });
        CHECK(done == std::vector<int>(100, 1));
        CHECK(workers >= 1);
        CHECK(workers <= static_cast<int>(std::max(1U, jobs)));
    }
    in_parallel(0, 4, []() -> Work { throw std::runtime_error("nothing to do"); });
}

TEST_CASE("of several failures the first by position is thrown, after the others are done") {
    for (const unsigned jobs : {1U, 4U}) {
        std::string thrown;
        try {
            in_parallel(50, jobs, []() -> Work {
                return [](std::size_t i) {
                    if (i % 10 == 7) throw std::runtime_error(std::to_string(i));
                };
            });
        } catch (const std::runtime_error& error) {
            thrown = error.what();
        }
        CHECK(thrown == "7");
    }
}
