// EDGAR submissions: the header and the documents in them, and financial data schedules.
#include "document/submission.h"

#include "expect.h"
#include "facts/data_schedule.h"

using namespace fintool;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view bytes = fuzz::text_of(data, size);
    const Submission submission = read_submission(bytes);
    fuzz::expect(bytes.empty() || !submission.parts.empty(), "a file that is not empty has a part");
    for (const Part& part : submission.parts) {
        fuzz::expect_inside(part.body, size, "a part");
        Reading reading;
        add_data_schedule(reading, read_data_schedule(bytes, part.body));
    }
    for (const auto& bodies : release_candidates(submission)) {
        for (const Span body : bodies) fuzz::expect_inside(body, size, "a candidate");
    }
    dump(submission);
    return 0;
}
