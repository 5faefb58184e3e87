// Claims of the keyed releases, judged one by one against their sentences (claims_judged.csv): what
// was right is still read so, what was wrong is not read again.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "base/text.h"
#include "ingest.h"

namespace fs = std::filesystem;
using namespace fintool;

namespace {

// "3822,revenue,734000000,USD,2019-12-30..2020-03-29,agrees"
std::set<std::string> claims_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::set<std::string> lines;
    for (const Claim& claim : read_release(bytes).claims) {
        const std::string period = claim.period ? to_string(*claim.period) : "";
        lines.insert(std::to_string(claim.span.begin) + ',' + claim.metric + ',' +
                     (claim.value ? to_string(normalized(*claim.value)) : "") + ',' +
                     to_string(claim.unit) + ',' + period.substr(0, period.find(' ')) + ',' +
                     claim.status);
    }
    return lines;
}

}  // namespace

TEST_CASE("claims: what was judged right is read and what was judged wrong is not") {
    const fs::path shared = fs::path(FINTOOL_SHARED_DIR) / "corpus/dev";
    if (!fs::exists(shared)) {
        MESSAGE("skipped: no ../shared");
        return;
    }
    std::ifstream judged(fs::path(FINTOOL_SOURCE_DIR) / "tests/claims_judged.csv");
    std::map<std::string, std::set<std::string>> read;
    std::size_t right = 0, wrong = 0;
    std::string line;
    std::getline(judged, line);
    while (std::getline(judged, line)) {
        const std::string name = line.substr(0, line.find(','));
        const std::string rest = line.substr(name.size() + 1);
        const std::size_t end = rest.rfind(',');
        const bool is_right = rest.substr(end + 1) == "right";
        if (read.count(name) == 0) read[name] = claims_of(shared / name);
        const bool found = read[name].count(rest.substr(0, end)) > 0;
        CHECK_MESSAGE(found == is_right, line);
        (is_right == found ? right : wrong) += 1;
    }
    CHECK(right >= 100);
    CHECK(right * 100 >= (right + wrong) * 95);
}
