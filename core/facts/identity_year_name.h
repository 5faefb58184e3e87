// Sentences that say which days a fiscal year ends on -> whether the company calls its years by
// the calendar year that they start in. Nothing is taken from quarters here.
#pragma once

#include "facts/identity_period.h"

namespace fintool {

// "Fiscal years 2012, 2011 and 2010 ended on February 2, 2013, ...", "the 53 weeks ending February
// 3, 2024 (\"fiscal 2023\")": true where such words stand there and none says otherwise.
bool says_years_by_start(const ReleaseLines& lines);

}  // namespace fintool
