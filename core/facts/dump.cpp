// Readings as text, for golden files: who, what, when, then every metric with its place.
#include "base/text.h"
#include "facts/reading.h"

namespace fintool {

std::string_view to_string(Origin origin) {
    switch (origin) {
        case Origin::reported: return "reported";
        case Origin::derived: return "derived";
        case Origin::computed: return "computed";
        case Origin::narrative: return "narrative";
        case Origin::guidance: return "guidance";
    }
    return "";
}

std::string_view to_string(Filing::Status status) {
    switch (status) {
        case Filing::Status::read: return "read";
        case Filing::Status::no_statements: return "no statements";
        case Filing::Status::unreadable: return "unreadable";
    }
    return "";
}

std::string_view to_string(Check::Status status) {
    switch (status) {
        case Check::Status::pass: return "pass";
        case Check::Status::fail: return "fail";
        case Check::Status::untested: return "untested";
    }
    return "";
}

std::string_view to_string(Proof proof) {
    switch (proof) {
        case Proof::untested: return "untested";
        case Proof::consistent: return "consistent";
        case Proof::proven: return "proven";
        case Proof::contradicted: return "contradicted";
    }
    return "";
}

namespace {

std::string field(std::string_view name, const std::string& value) {
    return value.empty() ? "" : std::string(name) + ": " + value + "\n";
}

std::string day(const std::optional<Date>& date) { return date ? to_string(*date) : ""; }

std::string identity_lines(const Company& company, const Filing& filing) {
    std::string out =
        field("company", company.name) + field("ticker", company.ticker) +
        field("exchange", company.exchange) + field("cik", company.cik) +
        field("sic", company.sic) + field("fiscal year end", company.fiscal_year_end) +
        field("headquarters", company.headquarters) + field("website", company.website);
    for (const std::string& name : company.former_names) out += field("formerly", name);
    out += field("form", filing.form) + field("accession", filing.accession) +
           field("title", filing.title) + field("released on", day(filing.released_on)) +
           field("period end", day(filing.period_end));
    if (filing.fiscal_quarter != 0)
        out += "quarter: Q" + std::to_string(filing.fiscal_quarter) + " FY" +
               std::to_string(filing.fiscal_year) + "\n";
    out += "status: " + std::string(to_string(filing.status)) + "\n";
    return out + field("reason", filing.reason);
}

std::string metric_line(const MetricFact& fact) {
    std::string out = fact.metric + " " + to_string(fact.period) + " " + to_string(fact.value) +
                      " " + to_string(fact.unit) + " " + std::string(to_string(fact.basis)) + " " +
                      std::string(to_string(fact.origin)) + " " +
                      std::string(to_string(fact.vintage));
    if (fact.printed)
        out += " @" + std::to_string(fact.statement) + ":" + std::to_string(fact.row) + ":" +
               std::to_string(fact.column);
    if (fact.qualifier != "exact") out += " " + fact.qualifier;
    return out + (fact.formula.empty() ? "" : " = " + fact.formula) + "\n";
}

}  // namespace

std::string dump(const Reading& reading) {
    std::string out = identity_lines(reading.company, reading.filing);
    for (const Statement& statement : reading.statements) out += "\n" + dump(statement);
    out += "\n";
    for (const MetricFact& fact : reading.metrics) out += metric_line(fact);
    for (const Check& check : reading.checks) {
        out += "check " + check.rule + " " + std::string(to_string(check.status)) + " " +
               check.detail + "\n";
    }
    for (const Claim& claim : reading.claims) {
        out += "claim " + claim.metric + " " +
               (claim.period ? to_string(*claim.period) : std::string("-")) + " " +
               (claim.value ? to_string(*claim.value) : std::string("-")) + " " + claim.status +
               "\n";
    }
    for (const Diagnostic& diagnostic : reading.diagnostics) {
        out += "diagnostic " + std::string(diagnostic.code) + " " + diagnostic.message + "\n";
    }
    return out;
}

}  // namespace fintool
