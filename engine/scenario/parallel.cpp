#include "engine/scenario/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace spile::engine::scenario {

void in_parallel(std::size_t count, unsigned jobs, const std::function<Work()>& make_worker) {
    const std::size_t threads = std::min<std::size_t>(std::max(1U, jobs), count);
    if (count == 0) return;
    if (threads <= 1) {
        const Work work = make_worker();
        for (std::size_t i = 0; i < count; ++i)
            work(i);
        return;
    }
    std::atomic<std::size_t> next{0};
    std::mutex failing;
    std::size_t failed_at = count;
    std::exception_ptr failure;
    const auto loop = [&] {
        Work work;
        for (std::size_t i = next++; i < count; i = next++) {
            try {
                if (!work) work = make_worker();
                work(i);
            } catch (...) {
                const std::lock_guard alone(failing);
                if (i < failed_at) {
                    failed_at = i;
                    failure = std::current_exception();
                }
            }
        }
    };
    std::vector<std::thread> workers;
    for (std::size_t i = 1; i < threads; ++i)
        workers.emplace_back(loop);
    loop();
    for (std::thread& worker : workers)
        worker.join();
    if (failure) std::rethrow_exception(failure);
}

}  // namespace spile::engine::scenario
