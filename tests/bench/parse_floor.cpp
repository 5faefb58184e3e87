// parse_floor text|page ROUNDS PATH...: CPU of reading releases (bytes to Reading, nothing stored)
// against a floor over the same bytes, in rounds that alternate: for text a bare tokenizer, for
// pages gumbo's parse alone. Prints bytes, MB/s of both, and the median ratio of the pairs.
#include <gumbo.h>
#include <time.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "ingest.h"
#include "tokens.h"

namespace {

namespace fs = std::filesystem;

// Enough for a steady figure, little enough to wait for.
constexpr std::size_t kMostBytes = 24U << 20U;

void add(const fs::path& path, bool page, std::vector<std::string>& files, std::size_t& bytes) {
    const auto ending = path.extension();
    if (page != (ending == ".html" || ending == ".htm") || bytes > kMostBytes) return;
    std::ifstream in(path, std::ios::binary);
    files.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    bytes += files.back().size();
}

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::size_t seen = 0;  // what was read is used: nothing can be left out

template <typename Read>
double seconds(const std::vector<std::string>& files, Read read) {
    const double begin = cpu_seconds();
    for (const auto& file : files) seen += read(file);
    return cpu_seconds() - begin;
}

std::size_t read_by_fintool(const std::string& file) {
    return fintool::read_release(file).statements.size();
}

std::size_t read_by_tokens(const std::string& file) {
    return static_cast<std::size_t>(bench::count_tokens(file).sum);
}

std::size_t read_by_gumbo(const std::string& file) {
    GumboOutput* tree = gumbo_parse_with_options(&kGumboDefaultOptions, file.data(), file.size());
    const std::size_t size = tree->root->v.element.children.length;
    gumbo_destroy_output(&kGumboDefaultOptions, tree);
    return size;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

int main(int count, char** words) {
    const std::string kind = count > 3 ? words[1] : "";
    const int rounds = count > 3 ? std::atoi(words[2]) : 0;
    if ((kind != "text" && kind != "page") || rounds < 1) {
        std::cerr << "usage: parse_floor text|page ROUNDS PATH...\n";
        return 2;
    }
    const bool page = kind == "page";
    std::vector<std::string> files;
    std::size_t bytes = 0;
    for (int i = 3; i < count; ++i) {
        if (!fs::is_directory(words[i]))
            add(words[i], page, files, bytes);
        else
            for (const auto& entry : fs::recursive_directory_iterator(words[i])) {
                if (entry.is_regular_file()) add(entry.path(), page, files, bytes);
            }
    }
    if (files.empty()) {
        std::cerr << "parse_floor: no " << kind << " releases there\n";
        return 1;
    }
    std::vector<double> ours, floor, ratios;
    for (int round = 0; round < rounds; ++round) {
        // The tokenizer is quick: several runs of it are one measurement.
        const int times = page ? 1 : 10;
        double bare = 0;
        for (int i = 0; i < times; ++i) {
            bare += seconds(files, page ? read_by_gumbo : read_by_tokens);
        }
        floor.push_back(bare / times);
        ours.push_back(seconds(files, read_by_fintool));
        ratios.push_back(floor.back() / ours.back());
    }
    const double megabytes = static_cast<double>(bytes) / 1e6;
    std::cout << files.size() << ' ' << megabytes << ' ' << megabytes / median(ours) << ' '
              << megabytes / median(floor) << ' ' << median(ratios) << '\n';
    return seen == 1 ? 3 : 0;
}
