// The order of the releases, the batches, and what is read again: see the header.
#include "store/merge.h"

#include <SQLiteCpp/Exception.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

#include "base/sha256.h"
#include "store/carried_release.h"
#include "store/merge_edits.h"
#include "store/merge_input.h"
#include "store/warehouse.h"
#include "store/warehouse_state.h"

namespace fintool {
namespace {

constexpr std::size_t batch_size = 1000;

// As a walk that sorts the entries of every folder finds them: '/' before all else.
bool walked_before(const StoredFiling& a, const StoredFiling& b) {
    const auto before = [](char x, char y) {
        const auto rank = [](char c) { return c == '/' ? 0 : 1 + static_cast<unsigned char>(c); };
        return rank(x) < rank(y);
    };
    if (a.path == b.path) return a.sha256 < b.sha256;
    return std::lexicographical_compare(a.path.begin(), a.path.end(), b.path.begin(), b.path.end(),
                                        before);
}

Error same_file(const std::string& path) {
    return {Error::Code::invalid_argument,
            path + " is to be merged and merged into: name a new file with --into"};
}

bool is_same_file(const std::string& a, const std::string& b) {
    std::error_code failed;
    return std::filesystem::equivalent(a, b, failed) && !failed;
}

}  // namespace

struct Merge::State {
    struct From {  // an input
        ReleaseCarrier carrier;
        std::set<std::string> other_labels;  // that mean something else there than in the target
    };

    State(MergeInputs i, Warehouse w, Read r)
        : inputs(std::move(i)), warehouse(std::move(w)), read(std::move(r)) {}

    Warehouse::State& target() { return *warehouse.state_; }
    Status begin() {
        if (target().in_batch) return Done{};
        in_batch = 0;
        return warehouse.begin_batch();
    }
    Status commit() { return target().in_batch ? warehouse.commit_batch() : Status(Done{}); }

    Status take_labels();
    Status read_target_again(const std::set<std::string>& labels);
    Status carry(std::size_t input, const StoredFiling& filing);
    Status carry_rows(std::size_t input, const StoredFiling& filing);
    Status read_instead(std::size_t input, const StoredFiling& filing);
    Status keep_text(std::size_t input, const StoredFiling& filing);
    Status take_edits();

    MergeInputs inputs;
    Warehouse warehouse;
    Read read;
    std::vector<From> from;  // one per input
    std::vector<OwnLabel> own;
    std::size_t in_batch = 0;
    MergeCounts counts;
    std::vector<std::string> remarks;
    std::string path;
};

// Labels come first: what is carried over later is held against them.
Status Merge::State::take_labels() {
    if (const Status begun = begin(); !begun) return begun.error();
    std::set<std::string> new_labels;
    const Status taken = target().step("take labels over into", [&] {
        const OwnMeanings before = read_meanings_of(target().connection);
        for (std::string& remark : take_over_labels(target().connection, inputs)) {
            remarks.push_back(std::move(remark));
        }
        const OwnMeanings now = read_meanings_of(target().connection);
        for (const auto& [key, meaning] : now) {
            if (!before.contains(key)) new_labels.insert(meaning.printed);
        }
        for (const auto& input : inputs) {
            from.push_back({ReleaseCarrier(input->connection(), target().connection),
                            input->other_labels(now)});
        }
    });
    if (!taken) return taken.error();
    Result<std::vector<OwnLabel>> labels = warehouse.own_labels();
    if (!labels) return labels.error();
    own = *std::move(labels);
    if (const Status again = read_target_again(new_labels); !again) return again.error();
    return commit();
}

// What is in the target already and prints a label that comes with the inputs.
Status Merge::State::read_target_again(const std::set<std::string>& labels) {
    std::set<std::int64_t> filings;
    for (const std::string& label : labels) {
        const auto found = warehouse.filings_that_print(label);
        if (!found) return found.error();
        filings.insert(found->begin(), found->end());
    }
    for (const std::int64_t id : filings) {
        const bool may = target()
                             .connection
                             .integer(
                                 "SELECT 1 FROM filings f JOIN source_texts ON filing_id = f.id"
                                 " WHERE f.id = ? AND encoding <> 'none'"
                                 " AND reader_version = ?",
                                 id, FINTOOL_VERSION)
                             .has_value();
        ++(may ? counts.again : counts.not_again);
        if (!may) continue;
        const auto source = warehouse.source_of(id);
        if (!source) return source.error();
        const Source kept{source->path, source->bytes, sha256_hex(source->bytes), {}};
        const Status saved = warehouse.save_again(read(source->bytes, own), kept);
        if (!saved) return saved.error();
    }
    return Done{};
}

Status Merge::State::carry(std::size_t input, const StoredFiling& filing) {
    const Result<bool> known = warehouse.knows(filing.sha256);
    if (!known) return known.error();
    if (const Status begun = begin(); !begun) return begun.error();
    if (*known) {
        ++counts.known;
        if (const Status kept = keep_text(input, filing); !kept) return kept.error();
    } else {
        ++counts.stored;
        counts.readers.insert(filing.reader_version);
        const bool other_labels = inputs[input]->prints_any(filing.id, from[input].other_labels);
        const bool may = filing.kept && filing.reader_version == FINTOOL_VERSION;
        if (other_labels) ++(may ? counts.again : counts.not_again);
        const Status stored =
            other_labels && may ? read_instead(input, filing) : carry_rows(input, filing);
        if (!stored) return stored.error();
    }
    return ++in_batch < batch_size ? Status(Done{}) : commit();
}

Status Merge::State::carry_rows(std::size_t input, const StoredFiling& filing) {
    const std::string doing = "take over " + filing.path + " of " + inputs[input]->path() + " into";
    return target().step(doing, [&] {
        const WrittenRelease written = from[input].carrier.carry(filing.id);
        if (written.company_id != 0) target().touched[written.company_id].add(written.touched);
    });
}

// A label of the user's own means something in the target that it did not mean in the input.
Status Merge::State::read_instead(std::size_t input, const StoredFiling& filing) {
    const auto packed = inputs[input]->text_of(filing.id);
    if (!packed) return packed.error();
    const Result<std::string> bytes = unpack_source(*packed);
    if (!bytes) return bytes.error();
    return warehouse.save(read(*bytes, own), {filing.path, *bytes, filing.sha256, *packed});
}

// The same release in two databases, of which only the later one has kept its text.
Status Merge::State::keep_text(std::size_t input, const StoredFiling& filing) {
    if (!filing.kept) return Done{};
    return target().step("keep the text of " + filing.path + " in", [&] {
        Connection& to = target().connection;
        const auto id = to.integer(
            "SELECT f.id FROM filings f JOIN source_texts s ON s.filing_id ="
            " f.id WHERE sha256 = ? AND encoding = 'none'",
            filing.sha256);
        if (!id) return;
        const auto packed = inputs[input]->text_of(filing.id);
        if (!packed) return;
        to.run("UPDATE source_texts SET encoding = ?, size = ?, content = ? WHERE filing_id = ?",
               packed->encoding, packed->size, Bytes{packed->content}, *id);
    });
}

Status Merge::State::take_edits() {
    if (const Status begun = begin(); !begun) return begun.error();
    std::vector<NameByHand> names;
    for (const auto& input : inputs) {
        std::vector<JoinedCompanies> joined;
        Status found = target().step("join companies in",
                                     [&] { joined = joined_by_hand(target().connection, *input); });
        if (!found) return found;
        std::map<std::int64_t, std::int64_t> gone;
        const auto now = [&](std::int64_t company) {
            while (gone.contains(company)) company = gone[company];
            return company;
        };
        for (const JoinedCompanies& pair : joined) {
            const std::int64_t company = now(pair.from), into = now(pair.into);
            if (company == into) continue;
            if (Status merged = warehouse.merge_companies(company, into); !merged) return merged;
            gone[company] = into;
        }
    }
    Status found = target().step("take names over into", [&] {
        names = names_by_hand(target().connection, inputs, remarks);
        for (std::string& remark : take_over_queries(target().connection, inputs)) {
            remarks.push_back(std::move(remark));
        }
    });
    if (!found) return found;
    for (const NameByHand& company : names) {
        Status renamed = warehouse.rename_company(company.company_id, company.name);
        if (!renamed) return renamed;
    }
    return commit();
}

Merge::Merge(std::unique_ptr<State> state) : state_(std::move(state)) {}
Merge::Merge(Merge&&) noexcept = default;
Merge& Merge::operator=(Merge&&) noexcept = default;
Merge::~Merge() = default;
const MergeCounts& Merge::counts() const { return state_->counts; }
const std::vector<std::string>& Merge::remarks() const { return state_->remarks; }
const std::string& Merge::path() const { return state_->path; }

Result<Merge> Merge::open(const std::vector<std::string>& paths, const std::string& into,
                          Read read) {
    MergeInputs inputs;
    MergeCounts counts;
    counts.inputs = paths.size();
    for (const std::string& path : paths) {
        if (is_same_file(path, into)) return same_file(path);
        auto input = MergeInput::open(path);
        if (!input) return input.error();
        inputs.push_back(*std::move(input));
        counts.filings += static_cast<std::size_t>(inputs.back()->filings());
    }
    Result<Warehouse> warehouse = Warehouse::open(into);
    if (!warehouse) return warehouse.error();
    auto state = std::make_unique<State>(std::move(inputs), *std::move(warehouse), std::move(read));
    state->counts = std::move(counts);
    if (const Status taken = state->take_labels(); !taken) return taken.error();
    return Merge(std::move(state));
}

Result<bool> Merge::carry_next() {
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < state_->inputs.size(); ++i) {
        const auto& head = state_->inputs[i]->head();
        if (!head) continue;
        if (!first || walked_before(*head, *state_->inputs[*first]->head())) first = i;
    }
    if (!first) return false;
    MergeInput& input = *state_->inputs[*first];
    state_->path = input.head()->path;
    try {
        if (const Status carried = state_->carry(*first, *input.head()); !carried) {
            return carried.error();
        }
        input.next();
        return true;
    } catch (const SQLite::Exception& exception) {
        return sql_error(exception, "read", input.path());
    }
}

Status Merge::stop() {
    if (const Status committed = state_->commit(); !committed) return committed.error();
    state_->from.clear();  // their statements end before their database does
    return state_->warehouse.close();
}

Status Merge::finish() {
    if (const Status committed = state_->commit(); !committed) return committed.error();
    if (const Status taken = state_->take_edits(); !taken) return taken.error();
    return stop();
}

}  // namespace fintool
