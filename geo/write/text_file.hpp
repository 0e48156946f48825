#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace tenglong::geo {

/// A file being written. \throws Error, with the path, if the disk is full or not to be written to.
class TextFile {
public:
    explicit TextFile(const std::filesystem::path& path);

    void add(std::string_view text);
    /// Ends the file; without it nothing is promised.
    void close();

private:
    void fail() const;

    std::filesystem::path m_path;
    std::ofstream m_stream;
};

/// Appends one cell of a CSV line, in quotes where it needs them.
void add_csv_cell(std::string& line, std::string_view cell);

} // namespace tenglong::geo
