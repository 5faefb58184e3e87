// The sample database: see the header.
#include "sample_database.h"

#include <unistd.h>

#include <filesystem>

#include "base/sha256.h"
#include "ingest.h"
#include "store/warehouse.h"

namespace fs = std::filesystem;

namespace fintool::fuzz {
namespace {

// Gone with the process, unless that crashes.
struct ProcessFolder {
    std::string path;
    ProcessFolder() {
        const fs::path memory = "/dev/shm";
        const fs::path top = fs::is_directory(memory) ? memory : fs::temp_directory_path();
        path = (top / ("fintool-fuzz-" + std::to_string(getpid()))).string();
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ProcessFolder(const ProcessFolder&) = delete;
    ProcessFolder& operator=(const ProcessFolder&) = delete;
    ~ProcessFolder() { fs::remove_all(path); }
};

std::string release(int year, const std::string& sales, const std::string& profit) {
    const std::string now = std::to_string(year), before = std::to_string(year - 1);
    return "QUILLFEATHER INSTRUMENTS, INC. (Nasdaq: QUFI) REPORTS SECOND QUARTER RESULTS\n\n"
           "                     QUILLFEATHER INSTRUMENTS, INC.\n"
           "                CONSOLIDATED STATEMENTS OF OPERATIONS\n"
           "                (In thousands, except per share data)\n\n"
           "                                  Three Months Ended\n"
           "                                       June 30,\n"
           "                                   " + now + "       " + before + "\n"
           "                                 --------   --------\n"
           "Net sales                        $ " + sales + "   $  5,000\n"
           "Cost of sales                       3,000      2,500\n"
           "Income before income taxes          1,900      1,700\n"
           "Net income                       $ " + profit + "   $  1,100\n"
           "Net income per share, diluted    $   0.12   $   0.11\n";
}

void store(Warehouse& warehouse, const std::string& bytes) {
    const Reading reading = read_release(bytes);
    const Source source{sha256_hex(bytes).substr(0, 8) + ".txt", bytes, sha256_hex(bytes), {}};
    const auto stored = warehouse.save(reading, source);
    expect(stored.has_value(), stored ? "" : stored.error().message);
}

std::string make_database() {
    const std::string path = folder_of_process() + "/sample.db";
    auto warehouse = Warehouse::open(path);
    expect(warehouse.has_value(), "the sample database opens");
    expect(warehouse->begin_batch().has_value(), "a batch begins");
    store(*warehouse, release(2004, " 6,000", " 1,200"));
    store(*warehouse, release(2005, " 7,100", " 1,400"));
    expect(warehouse->commit_batch().has_value(), "the batch commits");
    expect(warehouse->close().has_value(), "the sample database closes");
    return path;
}

}  // namespace

const std::string& folder_of_process() {
    static const ProcessFolder folder;
    return folder.path;
}

const std::string& sample_database() {
    static const std::string path = make_database();
    return path;
}

}  // namespace fintool::fuzz
