// POSIX calls, each with the error that a person needs. See the header.
#include "transfer/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace fintool {
namespace {

std::string unfinished(const std::string& path) { return path + ".part"; }

Error cannot(const std::string& what, const std::string& path) {
    const std::string hint = errno == ENOSPC || errno == EDQUOT
                                 ? "; make room and export again: what is complete stays"
                                 : "; see that the folder is there and can be written";
    return {Error::Code::io, "cannot " + what + " " + path + ": " + std::strerror(errno) + hint};
}

}  // namespace

Result<DurableFile> DurableFile::create(const std::string& path) {
    const int file =
        ::open(unfinished(path).c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0) return cannot("write", path);
    return DurableFile(path, file);
}

DurableFile::DurableFile(DurableFile&& other) noexcept
    : path_(std::move(other.path_)),
      file_(std::exchange(other.file_, -1)),
      size_(other.size_),
      hash_(std::move(other.hash_)) {}

DurableFile::~DurableFile() {
    if (file_ < 0) return;
    ::close(file_);
    ::unlink(unfinished(path_).c_str());
}

Status DurableFile::write(std::string_view bytes) {
    hash_.add(bytes);
    size_ += static_cast<std::int64_t>(bytes.size());
    while (!bytes.empty()) {
        const ssize_t written = ::write(file_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return cannot("write", path_);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return Done{};
}

Status DurableFile::commit() {
    if (::fsync(file_) != 0) return cannot("write", path_);
    const int file = std::exchange(file_, -1);
    if (::close(file) != 0 || std::rename(unfinished(path_).c_str(), path_.c_str()) != 0) {
        const Error error = cannot("write", path_);
        ::unlink(unfinished(path_).c_str());
        return error;
    }
    return Done{};
}

Status write_durably(const std::string& path, std::string_view text) {
    Result<DurableFile> file = DurableFile::create(path);
    if (!file) return file.error();
    if (const Status written = file->write(text); !written) return written;
    return file->commit();
}

Status sync_folder(const std::string& path) {
    const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = folder >= 0 && ::fsync(folder) == 0;
    const Error error = cannot("write", path);
    if (folder >= 0) ::close(folder);
    return synced ? Status(Done{}) : Status(error);
}

}  // namespace fintool
