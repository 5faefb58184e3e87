// Unpacking zip archives with minizip, from memory and under a limit: see the header.
// (libzip does the same, and costs every start of the program the loading of libcrypto.)
#include <minizip/unzip.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <memory>

#include "base/inflate.h"

namespace fintool {
namespace {

Error damaged(std::string_view why) {
    return {Error::Code::invalid_argument, "cannot unpack the zip archive: " + std::string(why)};
}

// The archive as the file that minizip reads; it is opened once and never written.
struct ArchiveBytes {
    std::string_view bytes;
    ZPOS64_T at = 0;
};

ArchiveBytes& archive_of(voidpf stream) { return *static_cast<ArchiveBytes*>(stream); }

voidpf open_bytes(voidpf opaque, const void*, int) { return opaque; }

uLong read_bytes(voidpf, voidpf stream, void* buffer, uLong size) {
    ArchiveBytes& archive = archive_of(stream);
    const auto rest = archive.bytes.substr(std::min<std::size_t>(archive.at, archive.bytes.size()));
    const std::size_t got = std::min<std::size_t>(size, rest.size());
    std::memcpy(buffer, rest.data(), got);
    archive.at += got;
    return got;
}

ZPOS64_T tell_bytes(voidpf, voidpf stream) { return archive_of(stream).at; }

long seek_bytes(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    ArchiveBytes& archive = archive_of(stream);
    const ZPOS64_T size = archive.bytes.size();
    const ZPOS64_T base = origin == SEEK_SET ? 0 : origin == SEEK_CUR ? archive.at : size;
    if (offset > size - std::min(base, size)) return -1;
    archive.at = base + offset;
    return 0;
}

int nothing(voidpf, voidpf) { return 0; }

struct ZipClose {
    void operator()(void* archive) const { unzClose(archive); }
};
using Archive = std::unique_ptr<void, ZipClose>;

Archive open_archive(ArchiveBytes& bytes) {
    zlib_filefunc64_def functions{};
    functions.zopen64_file = open_bytes;
    functions.zread_file = read_bytes;
    functions.ztell64_file = tell_bytes;
    functions.zseek64_file = seek_bytes;
    functions.zclose_file = nothing;
    functions.zerror_file = nothing;
    functions.opaque = &bytes;
    return Archive(unzOpen2_64("archive", &functions));
}

// The name of the member that the archive stands at; nothing where its entry is damaged.
std::optional<std::string> member_name(const Archive& archive) {
    unz_file_info64 info{};
    std::array<char, 65536> name{};
    if (unzGetCurrentFileInfo64(archive.get(), &info, name.data(), name.size(), nullptr, 0, nullptr,
                                0) != UNZ_OK) {
        return std::nullopt;
    }
    return std::string(name.data(), std::min<std::size_t>(info.size_filename, name.size()));
}

Result<std::string> read_member(const Archive& archive, std::size_t limit) {
    if (unzOpenCurrentFile(archive.get()) != UNZ_OK) {
        return damaged("a file in it is damaged, encrypted or packed in an unknown way");
    }
    std::string bytes;
    std::array<char, 65536> chunk;
    int got = 0;
    while ((got = unzReadCurrentFile(archive.get(), chunk.data(), chunk.size())) > 0) {
        const auto size = static_cast<std::size_t>(got);
        if (size > limit - bytes.size()) {
            return damaged("it holds more than " + std::to_string(limit) + " bytes");
        }
        bytes.append(chunk.data(), size);
    }
    const int closed = unzCloseCurrentFile(archive.get());  // compares the checksum
    if (got < 0 || closed != UNZ_OK) return damaged("a file in it is damaged");
    return bytes;
}

}  // namespace

bool is_zip(std::string_view bytes) { return bytes.substr(0, 4) == "PK\x03\x04"; }

Result<std::vector<ZipMember>> unzip(std::string_view bytes, std::size_t limit) {
    ArchiveBytes file{bytes};
    const Archive archive = open_archive(file);
    if (!archive) return damaged("it is damaged");
    std::vector<ZipMember> members;
    int at = unzGoToFirstFile(archive.get());
    for (; at == UNZ_OK; at = unzGoToNextFile(archive.get())) {
        const std::optional<std::string> name = member_name(archive);
        if (!name) return damaged("its list of files is damaged");
        if (name->empty() || name->back() == '/') continue;
        auto content = read_member(archive, limit);
        if (!content) return content.error();
        limit -= content->size();
        members.push_back({*name, *std::move(content)});
    }
    if (at != UNZ_END_OF_LIST_OF_FILE) return damaged("its list of files is damaged");
    return members;
}

}  // namespace fintool
