// A file that is there whole or not at all: written under another name, synced to disk, renamed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/sha256.h"

namespace fintool {

class DurableFile {
public:
    static Result<DurableFile> create(const std::string& path);
    DurableFile(DurableFile&& other) noexcept;
    DurableFile& operator=(DurableFile&&) = delete;
    ~DurableFile();  // what was not committed goes

    Status write(std::string_view bytes);
    Status commit();
    std::int64_t size() const { return size_; }
    std::string sha256() const { return hash_.hex(); }

private:
    DurableFile(std::string path, int descriptor) : path_(std::move(path)), file_(descriptor) {}
    std::string path_;
    int file_;
    std::int64_t size_ = 0;
    Sha256 hash_;
};

Status write_durably(const std::string& path, std::string_view text);
// Renames in it are on disk, too.
Status sync_folder(const std::string& path);

}  // namespace fintool
