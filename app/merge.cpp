// fintool merge A.db B.db --into C.db: databases made on several machines become one. An interrupt
// leaves whole releases; the same again goes on from there.
#include "store/merge.h"

#include "../core/ingest.h"
#include "commands.h"
#include "interrupts.h"
#include "log.h"

namespace fintool::app {
namespace {

std::string summary(const MergeCounts& counts) {
    std::string out = std::to_string(counts.stored) +
                      (counts.stored == 1 ? " release" : " releases") + " of " +
                      std::to_string(counts.inputs) +
                      (counts.inputs == 1 ? " database stored" : " databases stored");
    if (counts.known > 0) out += ", " + std::to_string(counts.known) + " already there";
    if (counts.again > 0) out += ", " + std::to_string(counts.again) + " read again";
    return out;
}

std::string readers(const MergeCounts& counts) {
    std::string out;
    for (const std::string& version : counts.readers) out += (out.empty() ? "" : ", ") + version;
    return out;
}

void warn(const Merge& merge) {
    for (const std::string& remark : merge.remarks()) warning(remark);
    const MergeCounts& counts = merge.counts();
    if (counts.not_again > 0) {
        warning(std::to_string(counts.not_again) +
                " releases print a label of your own and were not read with it: their text is not "
                "there, or another fintool has read them (`fintool ingest --again` reads them)");
    }
    if (counts.readers.size() > 1) {
        warning("the releases were read by different fintools (" + readers(counts) +
                "): `fintool ingest --again` reads all of them with this one");
    }
}

}  // namespace

int run_merge(const MergeOptions& options) {
    Result<Merge> merge = Merge::open(
        options.inputs, options.into,
        [](std::string_view bytes, const auto& own) { return read_release(bytes, own); });
    if (!merge) return failure(merge.error());
    watch_interrupts();
    const MergeCounts& counts = merge->counts();
    for (;;) {
        if (interrupt_seen) break;
        const Result<bool> carried = merge->carry_next();
        if (!carried) return failure(carried.error());
        if (!*carried) break;
        show_progress(std::to_string(counts.stored + counts.known) + "/" +
                      std::to_string(counts.filings) + " " + merge->path());
    }
    const Status finished = interrupt_seen ? merge->stop() : merge->finish();
    clear_progress();
    if (!finished) return failure(finished.error());
    warn(*merge);
    note(summary(counts) + (interrupt_seen ? "; interrupted" : "") + " (" + options.into + ")");
    return interrupt_seen ? interrupted : done;
}

}  // namespace fintool::app
