// Keeping the bytes of releases: see the header.
#include "store/source_text.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <zlib.h>

#include <fstream>
#include <iterator>

#include "base/inflate.h"
#include "base/sha256.h"
#include "store/connection.h"

namespace fintool {

PackedSource pack_source(std::string_view bytes) {
    uLongf room = compressBound(static_cast<uLong>(bytes.size()));
    std::string packed(room, '\0');
    const int code = compress2(reinterpret_cast<Bytef*>(packed.data()), &room,
                               reinterpret_cast<const Bytef*>(bytes.data()),
                               static_cast<uLong>(bytes.size()), Z_BEST_SPEED);
    if (code != Z_OK || room >= bytes.size()) return {"plain", bytes.size(), std::string(bytes)};
    packed.resize(room);
    return {"zlib", bytes.size(), std::move(packed)};
}

Result<std::string> unpack_source(const PackedSource& packed) {
    if (packed.encoding == "plain") return packed.content;
    if (packed.encoding == "none") {
        return Error{Error::Code::not_found, "the text was not kept (ingest --no-source)"};
    }
    constexpr std::size_t most = std::size_t{1} << 30;  // SQLite stores no more in one place
    uLongf size = packed.size;
    std::string bytes(packed.size > most ? 0 : packed.size, '\0');
    const int code = uncompress(reinterpret_cast<Bytef*>(bytes.data()), &size,
                                reinterpret_cast<const Bytef*>(packed.content.data()),
                                static_cast<uLong>(packed.content.size()));
    if (code != Z_OK || size != packed.size) {
        return Error{Error::Code::schema, "a stored source text is damaged; restore a backup"};
    }
    return bytes;
}

// A release whose text was not kept.
static Result<std::string> read_file(const std::string& path, const std::string& sha256) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open()) {
        return Error{Error::Code::not_found,
                     path +
                         ": the text was not kept (ingest --no-source), and the file is not "
                         "there any more"};
    }
    if (is_gzip(bytes)) {
        Result<std::string> inside = gunzip(bytes);
        bytes = inside ? *std::move(inside) : std::string();
    }
    if (sha256_hex(bytes) == sha256) return bytes;
    return Error{Error::Code::not_found, path +
                                             ": the file has changed since it was read, and the "
                                             "text was not kept (ingest --no-source)"};
}

Result<std::string> read_source(const std::string& database, std::int64_t filing_id) {
    try {
        Connection connection(database, Connection::Mode::read);
        SQLite::Statement& row = connection.bound(
            "SELECT encoding, size, content, path, sha256 FROM source_texts"
            " JOIN filings ON id = filing_id WHERE filing_id = ?",
            filing_id);
        if (!row.executeStep()) {
            return Error{Error::Code::not_found, "no source text of filing " +
                                                     std::to_string(filing_id) + " in " + database};
        }
        if (row.getColumn(0).getString() == "none") {
            return read_file(row.getColumn(3).getString(), row.getColumn(4).getString());
        }
        return unpack_source({row.getColumn(0).getString(),
                              static_cast<std::size_t>(row.getColumn(1).getInt64()),
                              row.getColumn(2).getString()});
    } catch (const SQLite::Exception& exception) {
        return sql_error(exception, "read the source text in", database);
    }
}

}  // namespace fintool
