// Stage base: gzip files and zip archives are unpacked up to a limit.
#include "base/inflate.h"

#include <doctest/doctest.h>
#include <zip.h>
#include <zlib.h>

#include <string>
#include <utility>
#include <vector>

using namespace fintool;

namespace {

std::string gzipped(const std::string& text) {
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(deflateBound(&stream, static_cast<uLong>(text.size())) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string zipped(const std::vector<std::pair<std::string, std::string>>& files) {
    zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(buffer);
    zip_t* archive = zip_open_from_source(buffer, ZIP_TRUNCATE, nullptr);
    REQUIRE(archive);
    for (const auto& [name, text] : files) {
        if (name.back() == '/') {
            zip_dir_add(archive, name.c_str(), 0);
            continue;
        }
        zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
        zip_file_add(archive, name.c_str(), source, 0);
    }
    REQUIRE(zip_close(archive) == 0);
    zip_source_open(buffer);
    zip_stat_t stat;
    zip_source_stat(buffer, &stat);
    std::string out(stat.size, '\0');
    zip_source_read(buffer, out.data(), out.size());
    zip_source_close(buffer);
    zip_source_free(buffer);
    return out;
}

}  // namespace

TEST_CASE("base: gzip members are unpacked one after the other") {
    const std::string text = "Revenue 13,121\n", more(100000, 'x');
    CHECK(is_gzip(gzipped(text)));
    CHECK(*gunzip(gzipped(text)) == text);
    CHECK(*gunzip(gzipped(text) + gzipped(more)) == text + more);
    CHECK(*gunzip(gzipped("")) == "");
    CHECK(*gunzip(gzipped(text) + std::string(512, '\0')) == text);  // padding of a tape block
}

TEST_CASE("base: gzip files that are damaged or too big are errors") {
    const std::string packed = gzipped(std::string(100000, 'x'));
    CHECK_FALSE(gunzip(""));
    CHECK_FALSE(gunzip("plain text"));
    CHECK_FALSE(gunzip(packed.substr(0, packed.size() - 9)));
    std::string damaged = packed;
    damaged[damaged.size() - 5] = static_cast<char>(damaged[damaged.size() - 5] ^ 1);
    CHECK_FALSE(gunzip(damaged));
    CHECK(gunzip(packed, 100000));
    const auto bomb = gunzip(packed, 99999);
    REQUIRE_FALSE(bomb);
    CHECK(bomb.error().message.find("more than 99999 bytes") != std::string::npos);
}

TEST_CASE("base: zip archives give their files in order and no folders") {
    const std::string archive =
        zipped({{"q/", ""}, {"q/b.txt", "second"}, {"a.txt", "first"}, {"empty.txt", ""}});
    CHECK(is_zip(archive));
    const auto members = unzip(archive);
    REQUIRE(members);
    REQUIRE(members->size() == 3);
    CHECK((*members)[0].name == "q/b.txt");
    CHECK((*members)[0].bytes == "second");
    CHECK((*members)[1].bytes == "first");
    CHECK((*members)[2].bytes.empty());
}

TEST_CASE("base: zip archives that are damaged or too big are errors") {
    const std::string archive =
        zipped({{"a", std::string(60000, 'x')}, {"b", std::string(60000, 'y')}});
    CHECK(unzip(archive, 120000));
    CHECK_FALSE(unzip(archive, 119999));
    CHECK_FALSE(unzip(archive.substr(0, archive.size() / 2)));
    CHECK_FALSE(unzip("PK\x03\x04 and nothing else"));
    CHECK_FALSE(unzip(""));
    std::string damaged = archive;
    damaged[45] = static_cast<char>(damaged[45] ^ 0x55);
    CHECK_FALSE(unzip(damaged));
}
