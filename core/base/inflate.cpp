// Unpacking gzip files with zlib, under a limit: see the header.
#include "base/inflate.h"

#include <zlib.h>

#include <array>
#include <memory>

namespace fintool {
namespace {

Error damaged(std::string_view why) {
    return {Error::Code::invalid_argument, "cannot unpack the gzip file: " + std::string(why)};
}

Error too_big(std::size_t limit) {
    return damaged("it holds more than " + std::to_string(limit) + " bytes");
}

struct InflateEnd {
    void operator()(z_stream* stream) const { inflateEnd(stream); }
};

// One gzip member into `out`; moves `stream` behind it.
Result<Done> inflate_member(z_stream& stream, std::string& out, std::size_t limit) {
    std::array<Bytef, 65536> chunk;
    for (;;) {
        stream.next_out = chunk.data();
        stream.avail_out = static_cast<uInt>(chunk.size());
        const int code = inflate(&stream, Z_NO_FLUSH);
        if (code != Z_OK && code != Z_STREAM_END) {
            return damaged(code == Z_BUF_ERROR ? "it ends too early" : "it is damaged");
        }
        const std::size_t got = chunk.size() - stream.avail_out;
        if (got > limit - out.size()) return too_big(limit);
        out.append(reinterpret_cast<const char*>(chunk.data()), got);
        if (code == Z_STREAM_END) return Done{};
    }
}

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.substr(0, 3) == "\x1f\x8b\x08"; }

Result<std::string> gunzip(std::string_view bytes, std::size_t limit) {
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK) return damaged("no memory");
    const std::unique_ptr<z_stream, InflateEnd> guard(&stream);
    constexpr std::size_t most = std::size_t{1} << 31;  // what zlib's counter holds
    if (bytes.size() > most) return too_big(most);
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

}  // namespace fintool
