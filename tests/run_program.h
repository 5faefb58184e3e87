// Runs the built program as a user does: a shell line, in a folder, with nothing on stdin.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "golden.h"

namespace run_program {

inline bool is_built() { return std::filesystem::exists(FINTOOL_BINARY_DIR "/fintool"); }

// An empty folder for one test, gone again with it.
class Folder {
public:
    explicit Folder(const std::string& name)
        : path_(FINTOOL_BINARY_DIR "/scratch/" + name + "-" + std::to_string(::getpid())) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

struct Answer {
    int exit_code = 0;
    std::string out;  // stdout and stderr, in the order in which they were printed
};

// `fintool` in the line is the program that was just built; no setting of the caller's shell
// counts.
inline Answer shell(const Folder& folder, const std::string& line) {
    const auto in = [&](const char* name) { return (folder.path() / name).string(); };
    std::ofstream(in("line.sh")) << line << '\n';
    const std::string command =
        "cd '" + folder.path().string() +
        "' && env -u FINTOOL_DB -u NO_COLOR -u LANG -u LC_ALL -u LC_CTYPE PATH='" FINTOOL_BINARY_DIR
        "':\"$PATH\" sh ./line.sh >answer 2>&1 </dev/null";
    const int status = std::system(command.c_str());
    return {status < 0 ? status : (status >> 8) & 0xff, fintool::read_whole_file(in("answer"))};
}

}  // namespace run_program
