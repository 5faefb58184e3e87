// fintool map: printed labels with a meaning of the user's own, kept in the database. What is
// stored and prints such a label is read again in the same transaction: all or nothing.
#include "../core/ingest.h"
#include "base/sha256.h"
#include "commands.h"
#include "log.h"
#include "output.h"
#include "query/names.h"
#include "query/overview.h"
#include "store/warehouse.h"

namespace fintool::app {
namespace {

std::optional<Statement::Kind> statement_of(const std::string& name) {
    if (name == "income") return Statement::Kind::income;
    if (name == "balance") return Statement::Kind::balance;
    if (name == "cashflow") return Statement::Kind::cashflow;
    return name.empty() ? std::nullopt : std::optional(Statement::Kind::other);
}

int unknown_metric(const std::string& name) {
    std::vector<std::string> known;
    for (const Metric& metric : metric_vocabulary()) known.push_back(metric.name);
    const std::string hint = did_you_mean(nearest(name, known));
    failure("map: there is no metric \"" + name + "\"" + (hint.empty() ? "" : "; " + hint));
    return wrong_usage;
}

// Reads again what prints the label; the number of releases.
Result<std::size_t> read_filings_again(Warehouse& warehouse, const std::string& label) {
    const Result<std::vector<OwnLabel>> own = warehouse.own_labels();
    if (!own) return own.error();
    const auto filings = warehouse.filings_that_print(label);
    if (!filings) return filings.error();
    for (const std::int64_t filing : *filings) {
        const auto source = warehouse.source_of(filing);
        if (!source) return source.error();
        show_progress(source->path);
        const Reading reading = read_release(source->bytes, *own);
        const Source kept{source->path, source->bytes, sha256_hex(source->bytes), {}};
        if (const Status saved = warehouse.save_again(reading, kept); !saved) return saved.error();
    }
    clear_progress();
    return filings->size();
}

// True: there was one to take back.
Result<bool> change(Warehouse& warehouse, const OwnLabel& label, bool remove) {
    if (remove) return warehouse.unmap_label(label);
    if (const Status kept = warehouse.map_label(label); !kept) return kept.error();
    return true;
}

std::string summary(const OwnLabel& label, bool removed, std::size_t releases) {
    std::string out = "\"" + label.label + "\" ";
    if (removed) {
        out += "means again what the vocabulary says";
    } else {
        out += "means " + (label.metric.empty() ? std::string("nothing") : label.metric);
    }
    return out + "; printed in " + std::to_string(releases) +
           (releases == 1 ? " release" : " releases") + " here";
}

}  // namespace

int run_map(const Common& common, const MapOptions& options) {
    Result<Reader> reader = Reader::open(common.database);
    if (!reader) return failure(reader.error());
    if (options.label.empty()) {
        const Result<ResultSet> labels = list_own_labels(*reader);
        return labels ? write_answer(*labels, common, options.shape) : failure(labels.error());
    }
    if (options.metric.empty() != options.remove) {
        failure("map: a label and a metric are needed, or a label and --remove");
        return wrong_usage;
    }
    OwnLabel label{options.label, options.metric, statement_of(options.statement)};
    if (label.metric == "none") label.metric.clear();
    if (!label.metric.empty() && !find_metric(label.metric)) return unknown_metric(label.metric);
    Result<Warehouse> warehouse = Warehouse::open(common.database);
    if (!warehouse) return failure(warehouse.error());
    if (const Status begun = warehouse->begin_batch(); !begun) return failure(begun.error());
    const Result<bool> changed = change(*warehouse, label, options.remove);
    if (!changed) return failure(changed.error());
    if (!*changed) {
        failure("map: \"" + label.label + "\" has no meaning of yours to take back");
        return failed;
    }
    const Result<std::size_t> releases = read_filings_again(*warehouse, label.label);
    if (!releases) return failure(releases.error());
    if (const Status committed = warehouse->commit_batch(); !committed) {
        return failure(committed.error());
    }
    if (const Status closed = warehouse->close(); !closed) return failure(closed.error());
    note(summary(label, options.remove, *releases));
    return done;
}

}  // namespace fintool::app
