// A file's bytes -> what was filed in them: the EDGAR header, if there is one, and the documents.
// A bare exhibit is one document without a header. Nothing is decoded or copied here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "value/date.h"

namespace fintool {

// What the SGML header says; empty where it says nothing.
struct FilingHeader {
    std::string company, cik, sic, form, accession;
    std::string state, city;
    std::vector<std::string> former_names;
    std::optional<Date> filed_on, period_end;
    std::string fiscal_year_end;  // "MM-DD"
    std::vector<FilingHeader> co_registrants;  // later filers, with what is theirs alone
};

struct Part {
    std::string type;         // "EX-99.1", "10-Q"; empty for a bare file
    std::string filename;
    std::string description;
    Span body;                // of its text in the file
};

struct Submission {
    FilingHeader header;
    std::vector<Part> parts;  // as filed; at least one unless the file is empty
};

Submission read_submission(std::string_view bytes);

// The bodies that are one document each, in the order in which they are asked for statements: the
// EX-99s together (the words of a release may stand in one and its tables in the next), then each
// EX-13, then the main document; exhibits of other kinds never.
std::vector<std::vector<Span>> release_candidates(const Submission& submission);

std::string dump(const Submission& submission);

}  // namespace fintool
