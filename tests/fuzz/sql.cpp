// SQL from outside on the guarded connection: it changes no byte, makes no file and ends in time.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "query/reader.h"
#include "sample_database.h"

using namespace fintool;
namespace fs = std::filesystem;

namespace {

std::string contents(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void past_the_limit() { fuzz::expect(false, "a statement ends within a second of its limit"); }

struct Guarded {
    Reader reader;
    std::string before;
};

Guarded& guarded() {
    static Guarded opened = [] {
        auto found = Reader::open(fuzz::sample_database());
        fuzz::expect(found.has_value(), "the sample database opens for questions");
        return Guarded{std::move(*found), contents(fuzz::sample_database())};
    }();
    return opened;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view sql = fuzz::text_of(data, size);
    Guarded& own = guarded();
    const auto start = std::chrono::steady_clock::now();
    const auto names = own.reader.parameters_of(sql);
    std::vector<SqlParameter> parameters;
    if (names) {
        for (const std::string& name : *names) parameters.push_back({name, std::string("QUFI")});
    }
    const SqlLimits limits{1.0, 1000, past_the_limit};
    const auto result = own.reader.run(sql, parameters, limits);
    if (!result) fuzz::expect(!result.error().message.empty(), "an error is a sentence");
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    fuzz::expect(took.count() < 8, "a statement ends in time, whatever the machine does besides");
    const auto files = std::distance(fs::directory_iterator(fuzz::folder_of_process()), {});
    fuzz::expect(files == 1, "no statement makes a file");
    static int runs = 0;
    if (++runs % 64 == 0) {
        fuzz::expect(contents(fuzz::sample_database()) == own.before, "no byte is changed");
    }
    return 0;
}
