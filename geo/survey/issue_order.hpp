#pragma once

#include "core/base/issue.hpp"

#include <vector>

namespace tenglong::geo {

/// Puts issues in order of file and row, those of one row by kind and subject, else as they were
/// found. What two steps tell of one cell in the same words is kept once.
void sort_issues(std::vector<Issue>& issues);

} // namespace tenglong::geo
