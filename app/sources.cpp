// Walking folders and reading files. See the header.
#include "sources.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/inflate.h"
#include "interrupts.h"
#include "render/escape.h"

namespace fintool::app {
namespace {

namespace fs = std::filesystem;

// A descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ > STDIN_FILENO) close(number_);
    }
    int number() const { return number_; }

private:
    int number_;
};

Error io_error(const std::string& path, const std::string& why) {
    return {Error::Code::io, terminal_text(path) + ": " + why};
}

std::string size_text(std::size_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

const char* kind_of(fs::file_type type) {
    switch (type) {
        case fs::file_type::symlink: return "a link";
        case fs::file_type::fifo: return "a pipe";
        case fs::file_type::socket: return "a socket";
        case fs::file_type::block:
        case fs::file_type::character: return "a device";
        default: return "no regular file";
    }
}

// The entries of one folder, bytewise sorted, folders entered where they stand.
void walk(const fs::path& folder, FileList& list) {
    std::error_code error;
    std::vector<fs::path> entries;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        entries.push_back(entry->path());
    }
    if (error) {
        list.missing.push_back({folder.string(), error.message()});
        return;
    }
    std::sort(entries.begin(), entries.end(),
              [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
    for (const fs::path& path : entries) {
        const fs::file_type type = fs::symlink_status(path, error).type();
        if (path.filename().native().front() == '.') {
            list.skipped.push_back({path.string(), "hidden"});
        } else if (type == fs::file_type::directory) {
            walk(path, list);
        } else if (type == fs::file_type::regular) {
            list.files.push_back(path.string());
        } else {
            list.skipped.push_back({path.string(), kind_of(type)});
        }
    }
}

// Who waits at an empty pipe still hears an interrupt.
bool wait_for_bytes(int file) {
    pollfd wanted{file, POLLIN, 0};
    while (!interrupt_seen) {
        if (poll(&wanted, 1, 50) != 0) return true;
    }
    return false;
}

Result<std::string> read_all(int file, const std::string& path, std::size_t limit) {
    std::string bytes;
    std::vector<char> buffer(1 << 16);
    for (;;) {
        if (file == STDIN_FILENO && !wait_for_bytes(file)) return io_error(path, "interrupted");
        const ssize_t count = read(file, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return io_error(path, std::strerror(errno));
        if (count == 0) return bytes;
        bytes.append(buffer.data(), static_cast<std::size_t>(count));
        if (bytes.size() > limit) return io_error(path, "larger than " + size_text(limit));
    }
}

Result<std::string> read_bytes(const std::string& path, std::size_t limit) {
    if (path == "-") return read_all(STDIN_FILENO, "stdin", limit);
    // O_NONBLOCK: a pipe that took a file's place since the walk must not hang us.
    const Descriptor file(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    struct stat info {};
    if (file.number() < 0 || fstat(file.number(), &info) != 0) {
        return io_error(path, std::strerror(errno));
    }
    if (!S_ISREG(info.st_mode)) return io_error(path, "no regular file");
    if (static_cast<std::size_t>(info.st_size) > limit) {
        return io_error(path, "larger than " + size_text(limit));
    }
    return read_all(file.number(), path, limit);
}

Result<std::vector<SourceBytes>> read_sources(const std::string& path, std::size_t limit) {
    Result<std::string> bytes = read_bytes(path, limit);
    if (!bytes) return bytes.error();
    const std::string name = path == "-" ? "stdin" : path;
    if (is_gzip(*bytes)) {
        Result<std::string> unpacked = gunzip(*bytes, limit);
        if (!unpacked) return io_error(name, unpacked.error().message);
        return std::vector<SourceBytes>{{name, std::move(*unpacked), 0}};
    }
    if (!is_zip(*bytes)) return std::vector<SourceBytes>{{name, std::move(*bytes), 0}};
    Result<std::vector<ZipMember>> members = unzip(*bytes, limit);
    if (!members) return io_error(name, members.error().message);
    std::vector<SourceBytes> out;
    for (ZipMember& member : *members) {
        out.push_back({name + "/" + member.name, std::move(member.bytes), 0});
    }
    std::sort(out.begin(), out.end(),
              [](const SourceBytes& a, const SourceBytes& b) { return a.path < b.path; });
    return out;
}

}  // namespace

FileList list_files(const std::vector<std::string>& paths) {
    FileList list;
    for (const std::string& path : paths) {
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (path == "-" || status.type() == fs::file_type::regular) {
            list.files.push_back(path);
        } else if (status.type() == fs::file_type::directory) {
            walk(path, list);
        } else if (fs::exists(status)) {
            list.missing.push_back({path, kind_of(status.type())});
        } else {
            list.missing.push_back({path, "there is no such file"});
        }
    }
    return list;
}

std::optional<SourceResult> SourceStream::next() {
    while (members_.empty()) {
        if (at_ == files_.size()) return std::nullopt;
        Result<std::vector<SourceBytes>> sources = read_sources(files_[at_++], limit_);
        if (!sources) return sources.error();
        for (SourceBytes& source : *sources) {
            source.file = at_;
            members_.push_back(std::move(source));
        }
    }
    SourceBytes first = std::move(members_.front());
    members_.pop_front();
    return first;
}

}  // namespace fintool::app
