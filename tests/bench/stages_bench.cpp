// Google Benchmark of each stage alone, on one generated release of text and one page.
// stages_bench [--benchmark_filter=...]: the time of a stage holds nothing of the stages before it.
#include <benchmark/benchmark.h>

#include <string>

#include "document/readers.h"
#include "document/submission.h"
#include "facts/checks.h"
#include "facts/identity.h"
#include "facts/metrics.h"
#include "facts/reconcile.h"
#include "grid/grid.h"
#include "ingest.h"
#include "narrative/claims.h"
#include "release.h"
#include "statement/statement.h"
#include "tokens.h"

namespace {

// The first release of the asked kind among made-up companies.
const std::string& bytes_of(bool page) {
    static const auto find = [](bool wanted) {
        for (std::uint64_t n = 0;; ++n) {
            const auto company = bench::company(1, n);
            const auto books = bench::ledger(1, company, 3);
            const auto made = bench::release(1, company, books, company.first_year, 2);
            if (made.name.ends_with(".html") == wanted) return made.bytes;
        }
    };
    static const std::string text = find(false);
    static const std::string markup = find(true);
    return page ? markup : text;
}

struct Read {
    explicit Read(bool page) : bytes(bytes_of(page)), submission(fintool::read_submission(bytes)) {
        body = fintool::release_candidates(submission).front().front();
        document = fintool::read_document(bytes, body);
        grids = fintool::find_grids(document, diagnostics);
        statements = fintool::read_statements(grids, context, diagnostics);
        reading = fintool::read_release(bytes);
    }
    const std::string& bytes;
    fintool::Submission submission;
    fintool::Span body;
    fintool::Document document;
    fintool::ReleaseContext context;
    std::vector<fintool::Diagnostic> diagnostics;
    decltype(fintool::find_grids(document, diagnostics)) grids;
    std::vector<fintool::Statement> statements;
    fintool::Reading reading;
};

const Read& read_once(bool page) {
    static const Read text(false);
    static const Read markup(true);
    return page ? markup : text;
}

template <typename Stage>
void run(benchmark::State& state, Stage stage) {
    const Read& read = read_once(state.range(0) == 1);
    for (auto _ : state) {
        auto made = stage(read);
        benchmark::DoNotOptimize(made);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(read.bytes.size()));
}

void tokens(benchmark::State& state) {
    run(state, [](const Read& read) { return bench::count_tokens(read.bytes); });
}
void document(benchmark::State& state) {
    run(state, [](const Read& read) { return fintool::read_document(read.bytes, read.body); });
}
void grid(benchmark::State& state) {
    run(state, [](const Read& read) {
        std::vector<fintool::Diagnostic> said;
        return fintool::find_grids(read.document, said);
    });
}
void identity(benchmark::State& state) {
    run(state, [](const Read& read) {
        return fintool::read_identity(read.submission.header, read.document);
    });
}
void statement(benchmark::State& state) {
    run(state, [](const Read& read) {
        std::vector<fintool::Diagnostic> said;
        return fintool::read_statements(read.grids, read.context, said);
    });
}
void metrics(benchmark::State& state) {
    run(state, [](const Read& read) {
        auto statements = read.statements;
        std::vector<fintool::Diagnostic> said;
        return fintool::extract_metrics(statements, said, {});
    });
}
void checks(benchmark::State& state) {
    run(state, [](const Read& read) {
        auto reading = read.reading;
        reading.checks.clear();
        fintool::check_statements(reading);
        return reading;
    });
}
void claims(benchmark::State& state) {
    run(state, [](const Read& read) {
        fintool::Diagnostics diagnostics;
        return fintool::extract_claims(read.document, diagnostics);
    });
}
void whole_release(benchmark::State& state) {
    run(state, [](const Read& read) { return fintool::read_release(read.bytes); });
}

}  // namespace

// 0: text, 1: a page.
BENCHMARK(tokens)->Arg(0);
BENCHMARK(document)->Arg(0)->Arg(1);
BENCHMARK(grid)->Arg(0)->Arg(1);
BENCHMARK(identity)->Arg(0)->Arg(1);
BENCHMARK(statement)->Arg(0)->Arg(1);
BENCHMARK(metrics)->Arg(0)->Arg(1);
BENCHMARK(checks)->Arg(0)->Arg(1);
BENCHMARK(claims)->Arg(0)->Arg(1);
BENCHMARK(whole_release)->Arg(0)->Arg(1);
BENCHMARK_MAIN();
