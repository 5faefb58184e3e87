// Keeping the bytes of releases: see the header.
#include "store/source_text.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <zlib.h>

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

Result<std::string> read_source(const std::string& database, std::int64_t filing_id) {
    try {
        Connection connection(database, Connection::Mode::read);
        SQLite::Statement& row = connection.bound(
            "SELECT encoding, size, content FROM source_texts WHERE filing_id = ?", filing_id);
        if (!row.executeStep()) {
            return Error{Error::Code::not_found, "no source text of filing " +
                                                     std::to_string(filing_id) + " in " + database};
        }
        return unpack_source({row.getColumn(0).getString(),
                              static_cast<std::size_t>(row.getColumn(1).getInt64()),
                              row.getColumn(2).getString()});
    } catch (const SQLite::Exception& exception) {
        return sql_error(exception, "read the source text in", database);
    }
}

}  // namespace fintool
