// generate OUT --releases N --companies M --seed S [--by company|quarter]
// Writes synthetic releases under OUT/releases and, beside them, the figures that they print
// (OUT/keys.tsv). Deterministic: the same arguments give the same bytes.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "company.h"
#include "release.h"

namespace {

struct Order {
    std::filesystem::path out;
    std::uint64_t releases = 200;
    std::uint64_t companies = 20;
    std::uint64_t seed = 1;
    bool by_quarter = false;
};

[[noreturn]] void usage() {
    std::cerr << "usage: generate OUT [--releases N] [--companies M] [--seed S]\n"
                 "                [--by company|quarter]\n";
    std::exit(2);
}

std::uint64_t number(const std::string& text) {
    if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != text.npos) {
        usage();
    }
    return std::stoull(text);
}

Order order(int count, char** words) {
    Order made;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (!word.starts_with("--")) {
            made.out = word;
            continue;
        }
        if (++i == count) usage();
        const std::string value = words[i];
        if (word == "--releases")
            made.releases = number(value);
        else if (word == "--companies")
            made.companies = number(value);
        else if (word == "--seed")
            made.seed = number(value);
        else if (word == "--by" && (value == "company" || value == "quarter"))
            made.by_quarter = value == "quarter";
        else
            usage();
    }
    if (made.out.empty() || made.companies == 0 || made.releases == 0) usage();
    return made;
}

void write(const std::filesystem::path& path, const std::string& bytes) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream out(path, std::ios::binary);
    out << bytes;
    if (!out.flush()) {
        std::cerr << "generate: cannot write " << path.string() << '\n';
        std::exit(1);
    }
}

// A folder per company, under its first letter, or one per quarter.
std::filesystem::path place(const Order& asked, const bench::Company& company,
                            const std::string& name) {
    const std::string ticker = company.ticker;
    if (!asked.by_quarter) return std::filesystem::path(ticker.substr(0, 1)) / ticker / name;
    return std::filesystem::path(name.substr(0, 7)) / (ticker + name.substr(7));
}

}  // namespace

int main(int count, char** words) {
    const Order asked = order(count, words);
    std::filesystem::create_directories(asked.out);
    std::ofstream keys(asked.out / "keys.tsv", std::ios::binary);
    const auto each = (asked.releases + asked.companies - 1) / asked.companies;
    std::uint64_t written = 0;
    for (std::uint64_t n = 0; n < asked.companies && written < asked.releases; ++n) {
        const auto company = bench::company(asked.seed, n);
        const auto books = bench::ledger(asked.seed, company, static_cast<int>(each / 4 + 3));
        for (int i = 0; i < static_cast<int>(each) && written < asked.releases; ++i) {
            const int year = company.first_year + i / 4;
            const auto release = bench::release(asked.seed, company, books, year, i % 4 + 1);
            const auto path = place(asked, company, release.name);
            write(asked.out / "releases" / path, release.bytes);
            keys << "R\t" << path.generic_string() << '\t' << release.look << '\n' << release.keys;
            ++written;
        }
    }
    if (!keys.flush()) {
        std::cerr << "generate: cannot write " << (asked.out / "keys.tsv").string() << '\n';
        return 1;
    }
    std::cout << written << " releases in " << (asked.out / "releases").string() << '\n';
    return 0;
}
