// fintool trace: from a number to the line that it was printed in, and to the numbers it is made
// of.
#include "query/trace.h"

#include "commands.h"
#include "log.h"
#include "output.h"

namespace fintool::app {

int run_trace(const Common& common, const TraceOptions& options) {
    if (!format_of(options.shape)) return wrong_usage;
    std::string text;
    for (const std::string& word : options.words) text += (text.empty() ? "" : " ") + word;
    Result<Reader> reader = Reader::open(common.database);
    if (!reader) return failure(reader.error());
    const Result<Question> question = understand(*reader, text);
    if (!question) return failure(question.error());
    const Result<ResultSet> found = trace(*reader, *question);
    return found ? write_answer(*found, common, options.shape) : failure(found.error());
}

}  // namespace fintool::app
