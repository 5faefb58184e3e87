// One partition after the other: is it there already? else its files, then its own small manifest;
// the manifest of all is the last. See the header.
#include "transfer/folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "transfer/durable_file.h"
#include "transfer/manifest.h"
#include "transfer/other_engines.h"
#include "transfer/partitions.h"
#include "transfer/postgres_schema.h"
#include "transfer/program_version.h"

namespace fintool {
namespace {

namespace fs = std::filesystem;
constexpr const char* part_manifest = "partition.json";
constexpr std::size_t block = 1u << 20;

// One export at a time: the folder itself is locked until the process or this ends.
class FolderLock {
public:
    static Result<FolderLock> take(const std::string& folder) {
        std::error_code failed;
        fs::create_directories(folder, failed);
        FolderLock lock(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (lock.descriptor_ < 0) {
            return Error{Error::Code::io, "cannot make the folder " + folder + ": " +
                                              std::strerror(errno) + "; name another with --to"};
        }
        if (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0) {
            return Error{Error::Code::busy, folder +
                                                ": another export is writing there; wait until it"
                                                " has ended, or name another folder"};
        }
        return lock;
    }
    FolderLock(FolderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }

private:
    explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

struct Target {
    std::string folder;
    RowFormat format = RowFormat::copy;
    std::int64_t schema = 0;
};

std::string whole_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Does the file hold what the manifest says of it?
bool is_as_recorded(const std::string& folder, const ExportedFile& recorded) {
    const std::string path = folder + "/" + recorded.path;
    std::error_code failed;
    if (fs::file_size(path, failed) != static_cast<std::uintmax_t>(recorded.bytes) || failed) {
        return false;
    }
    std::ifstream file(path, std::ios::binary);
    std::string bytes(block, '\0');
    Sha256 hash;
    while (file.read(bytes.data(), static_cast<std::streamsize>(block)) || file.gcount() > 0) {
        hash.add({bytes.data(), static_cast<std::size_t>(file.gcount())});
    }
    return hash.hex() == recorded.sha256;
}

// Where the rows of one table go: to a file, or only into its hash.
struct TableSink {
    TableText text;
    ExportedFile entry;
    std::unique_ptr<DurableFile> file;  // null: nothing is written
    Sha256 hash;
    std::string waiting;

    Status flush() {
        entry.bytes += static_cast<std::int64_t>(waiting.size());
        const Status done = file ? file->write(waiting) : Status(Done{});
        if (!file) hash.add(waiting);
        waiting.clear();
        return done;
    }
    Status add(std::int64_t owner) {
        const Status added = text.append(waiting, owner, [this](std::string&) { return flush(); });
        if (!added || waiting.size() < block / 4) return added;
        return flush();
    }
};

class PartitionWriter {
public:
    PartitionWriter(Snapshot& snapshot, const std::vector<Table>& tables, const Target& target,
                    const std::string& name)
        : snapshot_(snapshot), tables_(tables), target_(target), name_(name) {}

    // The entries of its files, and whether they had to be written.
    Result<std::vector<ExportedFile>> bring_up_to_date(bool& written) {
        written = false;
        const std::string folder = target_.folder + "/" + name_;
        const auto recorded = parse_manifest(whole_text(folder + "/" + part_manifest));
        if (recorded && recorded->format == to_string(target_.format) &&
            files_are_whole(*recorded)) {
            const auto now = pass(false);
            if (!now || *now == recorded->files) return now;
        }
        std::error_code failed;
        fs::create_directories(folder, failed);
        fs::remove(folder + "/" + part_manifest, failed);
        written = true;
        auto now = pass(true);
        if (!now) return now;
        const Manifest manifest{program_version(), target_.schema,
                                std::string(to_string(target_.format)), *now};
        if (const Status synced = sync_folder(folder); !synced) return synced.error();
        const Status said = write_durably(folder + "/" + part_manifest, to_json(manifest));
        return said ? now : said.error();
    }

private:
    bool files_are_whole(const Manifest& recorded) const {
        return std::all_of(recorded.files.begin(), recorded.files.end(),
                           [&](const auto& file) { return is_as_recorded(target_.folder, file); });
    }

    bool is_here(const Table& table) const {
        return is_of_releases(table) != (name_ == shared_partition);
    }

    Result<std::vector<TableSink>> open_sinks(bool write) {
        std::vector<TableSink> sinks;
        for (const Table& table : tables_) {
            if (!is_here(table)) continue;
            auto text =
                TableText::open(snapshot_, table, target_.format, name_ == shared_partition);
            if (!text) return text.error();
            ExportedFile entry;
            entry.path = name_ + "/" + table.name + file_ending(target_.format);
            entry.table = table.name;
            entry.partition = name_;
            std::unique_ptr<DurableFile> file;
            if (write) {
                auto made = DurableFile::create(target_.folder + "/" + entry.path);
                if (!made) return made.error();
                file = std::make_unique<DurableFile>(std::move(*made));
            }
            sinks.push_back({std::move(*text),
                             std::move(entry),
                             std::move(file),
                             {},
                             heading_row(table, target_.format)});
        }
        return sinks;
    }

    // All rows once; the files are in place when it ends.
    Result<std::vector<ExportedFile>> pass(bool write) {
        auto sinks = open_sinks(write);
        if (!sinks) return sinks.error();
        std::vector<std::int64_t> owners = {0};
        if (name_ != shared_partition) {
            auto filings = filings_of(snapshot_, name_);
            if (!filings) return filings.error();
            owners = std::move(*filings);
        }
        for (const std::int64_t owner : owners) {
            for (TableSink& sink : *sinks) {
                if (const Status added = sink.add(owner); !added) return added.error();
            }
        }
        std::vector<ExportedFile> entries;
        for (TableSink& sink : *sinks) {
            if (const Status flushed = sink.flush(); !flushed) return flushed.error();
            sink.entry.rows = sink.text.rows();
            sink.entry.sha256 = sink.file ? sink.file->sha256() : sink.hash.hex();
            entries.push_back(sink.entry);
        }
        for (TableSink& sink : *sinks) {
            if (!sink.file) continue;
            if (const Status committed = sink.file->commit(); !committed) return committed.error();
        }
        return entries;
    }

    Snapshot& snapshot_;
    const std::vector<Table>& tables_;
    const Target& target_;
    std::string name_;
};

// For psql, in the folder: everything into an empty database, all or nothing.
std::string load_script(const std::vector<Table>& tables, const Manifest& manifest) {
    std::string out =
        "-- Reads this folder into an empty PostgreSQL database, in one transaction:\n"
        "--   cd FOLDER && psql -v ON_ERROR_STOP=1 -f load.sql postgresql://...\n"
        "\\set ON_ERROR_STOP on\nBEGIN;\n\\ir schema.sql\n";
    const std::string options = manifest.format == "csv" ? " WITH (FORMAT csv, HEADER)" : "";
    for (const Table& table : tables) {
        std::vector<std::string> columns;
        for (const TableColumn& column : table.columns) columns.push_back(sql_name(column.name));
        for (const ExportedFile& file : manifest.files) {
            if (file.table != table.name || file.rows == 0) continue;
            out += "\\copy " + table.name + " (" + joined(columns) + ") FROM '" + file.path + "'" +
                   options + "\n";
        }
    }
    return out + "COMMIT;\nANALYZE;\n";
}

// Files of the export before that this one has not: of a year that has no release any more.
void remove_what_is_gone(const std::string& folder, const Manifest& before, const Manifest& now) {
    std::error_code ignored;
    for (const ExportedFile& old : before.files) {
        const bool there = std::any_of(now.files.begin(), now.files.end(),
                                       [&](const auto& file) { return file.path == old.path; });
        const bool ours = old.path == old.partition + "/" + old.table + "." + before.format;
        if (there || !ours || old.path.find("..") != old.path.npos) continue;
        fs::remove(folder + "/" + old.path, ignored);
        const bool part = std::any_of(now.files.begin(), now.files.end(), [&](const auto& file) {
            return file.partition == old.partition;
        });
        if (part) continue;
        fs::remove(folder + "/" + old.partition + "/" + part_manifest, ignored);
        fs::remove(folder + "/" + old.partition, ignored);  // where it is empty
    }
}

Status write_closing_files(Snapshot& snapshot, const std::vector<Table>& tables,
                           const Target& target, const Manifest& manifest) {
    const auto views = postgres_views(snapshot);
    if (!views) return views.error();
    const std::string before = whole_text(target.folder + "/manifest.json");
    const auto put = [&](const std::string& name, const std::string& text) -> Status {
        const std::string path = target.folder + "/" + name;
        return whole_text(path) == text ? Status(Done{}) : write_durably(path, text);
    };
    if (const Status put_schema = put("schema.sql", postgres_schema(tables, *views)); !put_schema) {
        return put_schema;
    }
    if (target.format != RowFormat::ndjson) {
        const Status loads = put("load.sql", load_script(tables, manifest));
        if (!loads) return loads;
    }
    const Status others = target.format == RowFormat::csv
                              ? put("duckdb.sql", duckdb_script(tables, manifest))
                          : target.format == RowFormat::copy
                              ? put("clickhouse.sql", clickhouse_script(tables, manifest))
                              : Status(Done{});
    if (!others) return others;
    if (const auto old = parse_manifest(before)) {
        remove_what_is_gone(target.folder, *old, manifest);
    }
    if (const Status synced = sync_folder(target.folder); !synced) return synced;
    return put("manifest.json", to_json(manifest));
}

Result<FolderExport> export_partitions(Snapshot& snapshot, const std::vector<Table>& tables,
                                       const Target& target) {
    auto names = partition_names(snapshot);
    if (!names) return names.error();
    names->insert(names->begin(), shared_partition);
    Manifest manifest{program_version(), target.schema, std::string(to_string(target.format)), {}};
    FolderExport report;
    report.partitions = names->size();
    for (const std::string& name : *names) {
        bool written = false;
        const auto files =
            PartitionWriter(snapshot, tables, target, name).bring_up_to_date(written);
        if (!files) return files.error();
        report.written += written ? 1 : 0;
        for (const ExportedFile& file : *files) {
            report.rows += file.rows;
            report.bytes += file.bytes;
            manifest.files.push_back(file);
        }
    }
    const Status closed = write_closing_files(snapshot, tables, target, manifest);
    if (!closed) return closed.error();
    return report;
}

}  // namespace

Result<FolderExport> export_to_folder(const std::string& database, const std::string& folder,
                                      RowFormat format) {
    auto snapshot = Snapshot::open(database);
    if (!snapshot) return snapshot.error();
    const auto tables = read_tables(*snapshot);
    if (!tables) return tables.error();
    const auto lock = FolderLock::take(folder);
    if (!lock) return lock.error();
    const auto before = parse_manifest(whole_text(folder + "/manifest.json"));
    if (before && before->format != to_string(format)) {
        return Error{Error::Code::invalid_argument, folder + " holds an export as " +
                                                        before->format +
                                                        ": name another folder, or"
                                                        " --format " +
                                                        before->format};
    }
    return export_partitions(*snapshot, *tables, {folder, format, newest_known_schema()});
}

}  // namespace fintool
