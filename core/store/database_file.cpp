// The header of a database file: see the header.
#include "store/database_file.h"

#include <SQLiteCpp/Exception.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "store/connection.h"
#include "store/schema.h"

namespace fintool {
namespace {

constexpr std::size_t header_size = 100;
constexpr std::string_view magic{"SQLite format 3\0", 16};

std::int64_t big_endian_at(const std::array<char, header_size>& header, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value = value << 8 | static_cast<unsigned char>(header[at + i]);
    }
    return value;
}

Error unreadable(const std::string& path, const std::string& why) {
    return {Error::Code::io, "cannot open the database " + path + ": " + why};
}

}  // namespace

Error newer_schema(const std::string& path, std::int64_t schema) {
    return {Error::Code::schema, path + " was written by a newer fintool (schema " +
                                     std::to_string(schema) + ", this program knows " +
                                     std::to_string(newest_schema()) + "): use the newer program"};
}

Error not_ours(const std::string& path, const std::string& why) {
    return {Error::Code::schema,
            path + " is not a fintool database (" + why + "); it was left as it is: name another"};
}

namespace {

Result<DatabaseFile> read_header(const std::string& path) {
    std::error_code failed;
    const auto status = std::filesystem::status(path, failed);
    if (path.empty()) return unreadable("", "the name is empty");
    if (!std::filesystem::exists(status)) return DatabaseFile{};
    if (!std::filesystem::is_regular_file(status)) return unreadable(path, "it is no file");
    DatabaseFile file;
    file.exists = true;
    file.size = static_cast<std::int64_t>(std::filesystem::file_size(path, failed));
    file.empty = file.size == 0;
    if (file.empty) return file;
    std::ifstream in(path, std::ios::binary);
    if (!in) return unreadable(path, std::strerror(errno));
    std::array<char, header_size> header{};
    in.read(header.data(), header.size());
    const bool whole = in.gcount() == static_cast<std::streamsize>(header.size());
    if (!whole || std::string_view(header.data(), magic.size()) != magic) {
        return not_ours(path, "it is no SQLite file");
    }
    file.schema = big_endian_at(header, 60);
    file.application_id = big_endian_at(header, 68);
    if (file.application_id != 0 && file.application_id != fintool_application_id) {
        return not_ours(path, "another program's mark is in it");
    }
    if (file.application_id != 0 && file.schema > newest_schema()) {
        return newer_schema(path, file.schema);
    }
    return file;
}

}  // namespace

void roll_back_a_write_cut_short(const std::string& path) {
    std::error_code failed;
    const std::string file = std::filesystem::canonical(path, failed).string();
    if (failed || !std::filesystem::exists(file + "-journal", failed)) return;
    const auto header = read_header(path);
    if (!header || header->application_id != fintool_application_id) return;
    try {
        Connection connection(file, Connection::Mode::write);
        connection.script("PRAGMA busy_timeout = 0");  // who holds it is alive: nothing was cut
        connection.integer("SELECT count(*) FROM sqlite_master");
    } catch (const SQLite::Exception&) {
        return;  // whoever opens it next is told why
    }
}

Result<DatabaseFile> examine_database_file(const std::string& path) {
    roll_back_a_write_cut_short(path);
    return read_header(path);
}

}  // namespace fintool
