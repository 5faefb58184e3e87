// The order keeps every foreign key whole after each transaction: companies that are new, releases
// year by year, inputs of metrics (which lead from one release to another) year by year, and last
// what of companies is gone. See the header.
#include "transfer/postgres_load.h"

#include <algorithm>
#include <set>

#include "base/sha256.h"
#include "transfer/partitions.h"
#include "transfer/postgres_books.h"

namespace fintool {
namespace {

using Owner = Table::Owner;
using Numbers = std::vector<std::int64_t>;

std::string copy_sql(const Table& table, const std::string& into) {
    std::vector<std::string> columns;
    for (const TableColumn& column : table.columns) columns.push_back(sql_name(column.name));
    return "COPY " + sql_name(into) + " (" + joined(columns) + ") FROM STDIN";
}

// What of one kind has to go over: with the hashes that will be true then.
struct Changes {
    Hashes now;    // of those that are new or changed
    Numbers gone;  // there, and not here
    bool any() const { return !now.empty() || !gone.empty(); }
};

class Load {
public:
    Load(Snapshot& here, PostgresConnection& there, const std::vector<Table>& tables)
        : here_(here), there_(there), tables_(tables) {}

    Result<PostgresLoad> run() {
        report_.target = there_.name();
        for (const Table& table : tables_) {
            auto text = TableText::open(here_, table, RowFormat::copy, table.owner == Owner::none);
            if (!text) return text.error();
            texts_.push_back(std::move(*text));
        }
        auto parts = all_parts();
        if (!parts) return parts.error();
        report_.parts = parts->size();
        if (const Status sent = send_vocabulary(); !sent) return sent.error();
        const auto companies = find_changes(book_kind::company, "", all_companies(here_));
        if (!companies) return companies.error();
        if (companies->any()) {
            if (const Status sent = send_companies(*companies); !sent) return sent.error();
        }
        for (const std::string kind : {book_kind::release, book_kind::inputs}) {
            for (const std::string& part : *parts) {
                if (const Status sent = send_part(kind, part); !sent) return sent.error();
            }
        }
        if (companies->any()) {
            if (const Status gone = remove_companies(*companies); !gone) return gone.error();
        }
        report_.sent = sent_parts_.size();
        const Status closed = close_books(there_, tables_, changed_);
        if (!closed) return closed.error();
        return report_;
    }

private:
    // Years that are here, and those that were.
    Result<std::vector<std::string>> all_parts() {
        const auto now = partition_names(here_);
        if (!now) return now.error();
        const auto before = booked_parts(there_);
        if (!before) return before.error();
        std::set<std::string> all(now->begin(), now->end());
        all.insert(before->begin(), before->end());
        return std::vector<std::string>(all.begin(), all.end());
    }

    static Owner owner_of(const std::string& kind) {
        if (kind == book_kind::company) return Owner::company;
        return kind == book_kind::release ? Owner::release : Owner::inputs;
    }

    Result<std::string> hash_of(Owner owner, std::int64_t number) {
        Sha256 hash;
        for (TableText& text : texts_) {
            if (text.table().owner != owner) continue;
            buffer_.clear();
            if (const Status read = text.append(buffer_, number); !read) return read.error();
            hash.add(buffer_);
            hash.add("\n");
        }
        return hash.hex();
    }

    Result<Changes> find_changes(const std::string& kind, const std::string& part,
                                 const Result<Numbers>& here) {
        if (!here) return here.error();
        auto booked = booked_hashes(there_, kind, part);
        if (!booked) return booked.error();
        Changes changes;
        for (const std::int64_t number : *here) {
            const auto hash = hash_of(owner_of(kind), number);
            if (!hash) return hash.error();
            const auto found = booked->find(number);
            if (found == booked->end() || found->second != *hash) changes.now[number] = *hash;
            if (found != booked->end()) booked->erase(found);
        }
        for (const auto& [number, hash] : *booked) changes.gone.push_back(number);
        return changes;
    }

    Status begin(const std::string& doing) { return there_.run("BEGIN", doing); }
    Status commit(const std::string& doing) {
        changed_ = true;
        return there_.run("COMMIT", doing);
    }

    // Rows of the numbers, straight from here into a table there.
    Status copy_rows(TableText& text, const std::string& into, const Hashes& numbers,
                     const std::string& doing) {
        const std::int64_t before = text.rows();
        Status sent = there_.begin_copy(copy_sql(text.table(), into), doing);
        if (!sent) return sent;
        buffer_.clear();
        const TableText::Full full = [&](std::string& out) {
            report_.bytes += static_cast<std::int64_t>(out.size());
            const Status done = there_.copy(out, doing);
            out.clear();
            return done;
        };
        for (const auto& [number, hash] : numbers) {
            if (sent = text.append(buffer_, number, full); !sent) return sent;
        }
        if (sent = full(buffer_); !sent) return sent;
        report_.rows += text.rows() - before;
        return there_.end_copy(doing);
    }

    // The numbers as a temporary table, for the statements that follow.
    Status name_numbers(const std::string& table, const Changes& changes,
                        const std::string& doing) {
        Status sent =
            there_.run("CREATE TEMP TABLE " + table + " (number bigint PRIMARY KEY)", doing);
        if (sent) sent = there_.begin_copy("COPY " + table + " FROM STDIN", doing);
        if (!sent) return sent;
        std::string text;
        for (const auto& [number, hash] : changes.now) text += std::to_string(number) + "\n";
        for (const std::int64_t number : changes.gone) text += std::to_string(number) + "\n";
        if (sent = there_.copy(text, doing); !sent) return sent;
        if (sent = there_.end_copy(doing); !sent) return sent;
        return there_.run("ANALYZE " + table, doing);
    }

    // `sha256` of each; with `open` none yet, so that a load that breaks off begins with them
    // again.
    Status book(const std::string& kind, const std::string& part, const Hashes& hashes,
                const std::string& numbers, bool open = false) {
        const Status freed = there_.run("DELETE FROM fintool_export_parts WHERE kind = '" + kind +
                                            "' AND number IN (SELECT number FROM " + numbers + ")",
                                        "write the bookkeeping");
        if (!freed) return freed;
        std::string entries;
        for (const auto& [number, hash] : hashes) {
            append_entry(entries, kind, number, part, open ? "-" : hash);
        }
        return enter(there_, entries);
    }

    // Small tables that nothing points to: as a whole, where anything is new.
    Status send_vocabulary() {
        for (TableText& text : texts_) {
            if (text.table().owner != Owner::none) continue;
            const std::string kind = book_kind::table + text.table().name;
            const auto changes = find_table_change(kind, text);
            if (!changes) return changes.error();
            if (changes->now.empty()) continue;
            const std::string doing = "write " + text.table().name;
            Status sent = begin(doing);
            if (sent) sent = there_.run("DELETE FROM " + sql_name(text.table().name), doing);
            if (sent) sent = copy_rows(text, text.table().name, changes->now, doing);
            if (sent) {
                sent = there_.run("DELETE FROM fintool_export_parts WHERE kind = '" + kind + "'",
                                  doing);
            }
            std::string entry;
            append_entry(entry, kind, 0, "", changes->now.at(0));
            if (sent) sent = enter(there_, entry);
            if (sent) sent = commit(doing);
            if (!sent) return sent;
        }
        return Done{};
    }

    Result<Changes> find_table_change(const std::string& kind, TableText& text) {
        Sha256 hash;
        buffer_.clear();
        const Status read = text.append(buffer_, 0, [&](std::string& out) {
            hash.add(out);
            out.clear();
            return Status(Done{});
        });
        if (!read) return read.error();
        hash.add(buffer_);
        const auto booked = booked_hashes(there_, kind, "");
        if (!booked) return booked.error();
        Changes changes;
        const auto found = booked->find(0);
        if (found == booked->end() || found->second != hash.hex()) changes.now[0] = hash.hex();
        return changes;
    }

    // New and changed rows; what is gone may still be pointed to, and goes at the end.
    Status send_companies(const Changes& changes) {
        const std::string doing = "write the companies";
        Status sent = begin(doing);
        if (sent) sent = name_numbers("changed_companies", changes, doing);
        for (TableText& text : texts_) {
            if (text.table().owner != Owner::company) continue;
            const Table& table = text.table();
            const std::string stage = "new_" + table.name;
            if (sent) {
                sent = there_.run("CREATE TEMP TABLE " + stage + " (LIKE " + sql_name(table.name) +
                                      ", PRIMARY KEY (" + joined(table.key) + "))",
                                  doing);
            }
            if (sent) sent = copy_rows(text, stage, changes.now, doing);
            if (sent) sent = there_.run(upsert_sql(table, stage), doing);
        }
        if (sent) sent = book(book_kind::company, "", changes.now, "changed_companies", true);
        if (sent) sent = commit(doing);
        return sent;
    }

    static std::string upsert_sql(const Table& table, const std::string& stage) {
        std::string set;
        for (const TableColumn& column : table.columns) {
            const std::string name = sql_name(column.name);
            set += (set.empty() ? "" : ", ") + name + " = excluded." + name;
        }
        return "INSERT INTO " + sql_name(table.name) + " SELECT * FROM " + stage +
               " ON CONFLICT (" + joined(table.key) + ") DO UPDATE SET " + set;
    }

    Status remove_companies(const Changes& changes) {
        const std::string doing = "take out what is gone of companies";
        Status sent = begin(doing);
        for (auto text = texts_.rbegin(); text != texts_.rend(); ++text) {
            const Table& table = text->table();
            if (table.owner != Owner::company || !sent) continue;
            sent = there_.run("DELETE FROM " + sql_name(table.name) + " t WHERE " +
                                  owned_by(table, "changed_companies") +
                                  " AND NOT EXISTS (SELECT 1 FROM new_" + table.name +
                                  " n WHERE n.id = t.id)",
                              doing);
        }
        if (sent) sent = book(book_kind::company, "", changes.now, "changed_companies");
        if (sent) sent = commit(doing);
        return sent;
    }

    Status send_part(const std::string& kind, const std::string& part) {
        const auto changes = find_changes(kind, part, filings_of(here_, part));
        if (!changes) return changes.error();
        if (!changes->any()) return Done{};
        const std::string doing = "load " + part + (kind == book_kind::inputs ? " (inputs)" : "");
        Status sent = begin(doing);
        if (sent) sent = name_numbers("changed", *changes, doing);
        if (sent) sent = remove_rows(kind, doing);
        for (TableText& text : texts_) {
            if (text.table().owner != owner_of(kind) || !sent) continue;
            sent = copy_rows(text, text.table().name, changes->now, doing);
        }
        if (sent && kind == book_kind::release) sent = remove_loose_inputs(doing);
        if (sent) sent = book(kind, part, changes->now, "changed");
        if (sent) sent = there_.run("DROP TABLE changed", doing);
        if (sent) sent = commit(doing);
        if (!sent) return sent;
        sent_parts_.insert(part);
        if (kind != book_kind::release) return Done{};
        report_.releases += static_cast<std::int64_t>(changes->now.size());
        report_.removed += static_cast<std::int64_t>(changes->gone.size());
        return Done{};
    }

    // Of releases that are there already, in whatever part: their rows go before the new ones come.
    Status remove_rows(const std::string& kind, const std::string& doing) {
        const auto known = there_.rows(
            "SELECT 1 FROM fintool_export_parts JOIN changed USING (number) WHERE kind = '" + kind +
                "' LIMIT 1",
            doing);
        if (!known) return known.error();
        Status sent = Done{};
        if (kind == book_kind::release) {
            sent = there_.run(
                "CREATE TEMP TABLE old_metrics ON COMMIT DROP AS SELECT id FROM metrics"
                " WHERE " +
                    std::string(known->empty() ? "false"
                                               : "filing_id IN (SELECT number FROM changed)"),
                doing);
        }
        for (auto text = texts_.rbegin(); text != texts_.rend() && !known->empty(); ++text) {
            if (text->table().owner != owner_of(kind) || !sent) continue;
            sent = there_.run("DELETE FROM " + sql_name(text->table().name) + " WHERE " +
                                  owned_by(text->table(), "changed"),
                              doing);
        }
        return sent;
    }

    // Inputs that lead to or from a value that is no more; those of their release come again.
    Status remove_loose_inputs(const std::string& doing) {
        return there_.run(
            "CREATE TEMP TABLE loose ON COMMIT DROP AS SELECT id FROM old_metrics o WHERE NOT"
            " EXISTS (SELECT 1 FROM metrics m WHERE m.id = o.id);"
            "UPDATE fintool_export_parts SET sha256 = '-' WHERE kind = 'inputs' AND number IN ("
            " SELECT number FROM changed UNION SELECT m.filing_id FROM metric_inputs i"
            " JOIN metrics m ON m.id = i.metric_id WHERE i.input_id IN (SELECT id FROM loose));"
            "DELETE FROM metric_inputs WHERE metric_id IN (SELECT id FROM loose);"
            "DELETE FROM metric_inputs WHERE input_id IN (SELECT id FROM loose)",
            doing);
    }

    Snapshot& here_;
    PostgresConnection& there_;
    const std::vector<Table>& tables_;
    std::vector<TableText> texts_;
    std::string buffer_;
    PostgresLoad report_;
    std::set<std::string> sent_parts_;
    bool changed_ = false;
};

}  // namespace

Result<PostgresLoad> load_into_postgres(const std::string& database, const std::string& url) {
    auto here = Snapshot::open(database);
    if (!here) return here.error();
    const auto tables = read_tables(*here);
    if (!tables) return tables.error();
    const auto views = postgres_views(*here);
    if (!views) return views.error();
    auto there = PostgresConnection::open(url);
    if (!there) return there.error();
    if (const Status opened = open_books(*there, *tables, *views); !opened) return opened.error();
    return Load(*here, *there, *tables).run();
}

}  // namespace fintool
