// Unpacking with zlib and libzip, under a limit: see the header.
#include "base/inflate.h"

#include <zip.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>

namespace fintool {
namespace {

Error damaged(std::string_view what, std::string_view why) {
    std::string message = "cannot unpack the " + std::string(what) + ": ";
    return {Error::Code::invalid_argument, message + std::string(why)};
}

Error too_big(std::string_view what, std::size_t limit) {
    return damaged(what, "it holds more than " + std::to_string(limit) + " bytes");
}

struct InflateEnd {
    void operator()(z_stream* stream) const { inflateEnd(stream); }
};
struct ZipDiscard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct ZipFileClose {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

// One gzip member into `out`; moves `stream` behind it.
Result<Done> inflate_member(z_stream& stream, std::string& out, std::size_t limit) {
    std::array<Bytef, 65536> chunk;
    for (;;) {
        stream.next_out = chunk.data();
        stream.avail_out = static_cast<uInt>(chunk.size());
        const int code = inflate(&stream, Z_NO_FLUSH);
        if (code != Z_OK && code != Z_STREAM_END) {
            return damaged("gzip file",
                           code == Z_BUF_ERROR ? "it ends too early" : "it is damaged");
        }
        const std::size_t got = chunk.size() - stream.avail_out;
        if (got > limit - out.size()) return too_big("gzip file", limit);
        out.append(reinterpret_cast<const char*>(chunk.data()), got);
        if (code == Z_STREAM_END) return Done{};
    }
}

Result<std::string> read_zip_file(zip_t* archive, zip_uint64_t index, std::size_t limit) {
    const std::unique_ptr<zip_file_t, ZipFileClose> file(zip_fopen_index(archive, index, 0));
    if (!file) return damaged("zip archive", zip_strerror(archive));
    std::string bytes;
    std::array<char, 65536> chunk;
    for (;;) {
        const zip_int64_t got = zip_fread(file.get(), chunk.data(), chunk.size());
        if (got < 0) return damaged("zip archive", zip_file_strerror(file.get()));
        if (got == 0) return bytes;
        if (static_cast<std::size_t>(got) > limit - bytes.size())
            return too_big("zip archive", limit);
        bytes.append(chunk.data(), static_cast<std::size_t>(got));
    }
}

std::unique_ptr<zip_t, ZipDiscard> open_zip(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (source && !archive) zip_source_free(source);
    zip_error_fini(&error);
    return std::unique_ptr<zip_t, ZipDiscard>(archive);
}

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.substr(0, 3) == "\x1f\x8b\x08"; }
bool is_zip(std::string_view bytes) { return bytes.substr(0, 4) == "PK\x03\x04"; }

Result<std::string> gunzip(std::string_view bytes, std::size_t limit) {
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK) return damaged("gzip file", "no memory");
    const std::unique_ptr<z_stream, InflateEnd> guard(&stream);
    constexpr std::size_t most = std::size_t{1} << 31;  // what zlib's counter holds
    if (bytes.size() > most) return too_big("gzip file", most);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string out;
    do {
        const auto member = inflate_member(stream, out, limit);
        if (!member) return member.error();
        const auto* rest = reinterpret_cast<const char*>(stream.next_in);
        if (!is_gzip({rest, stream.avail_in})) break;  // padding behind the last member is common
        inflateReset(&stream);
    } while (stream.avail_in > 0);
    return out;
}

Result<std::vector<ZipMember>> unzip(std::string_view bytes, std::size_t limit) {
    const auto archive = open_zip(bytes);
    if (!archive) return damaged("zip archive", "it is damaged");
    std::vector<ZipMember> members;
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        const char* name = zip_get_name(archive.get(), index, ZIP_FL_ENC_RAW);
        const std::string member_name = name ? name : "";
        if (member_name.empty() || member_name.back() == '/') continue;
        auto content = read_zip_file(archive.get(), index, limit);
        if (!content) return content.error();
        limit -= content->size();
        members.push_back({member_name, *std::move(content)});
    }
    return members;
}

}  // namespace fintool
