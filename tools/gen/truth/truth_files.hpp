#pragma once

#include "tools/gen/line/account.hpp"
#include "tools/gen/line/control_line.hpp"
#include "tools/gen/truth/enterprise_truth.hpp"
#include "tools/gen/truth/sums.hpp"
#include "tools/gen/write/plane.hpp"
#include "tools/gen/write/text_file.hpp"

#include <string>
#include <vector>

namespace tenglong::tools::gen {

/// The tables of the truth folder; the README of the city says what each column means.
class TruthFiles {
public:
    TruthFiles(const Options& options, const Layout& layout, const Plane& plane);

    void add(const Batch& batch);

    /// Sums, classes, the account of the line; then closes everything.
    void close(const std::vector<LinePart>& line, const LineChanges& changes);

    [[nodiscard]] const CitySums& sums() const noexcept { return m_sums; }

private:
    void add_parcel(const Batch& batch, std::size_t k, const ParcelTruth& truth, int group);
    void add_enterprise(const Batch& batch, const Enterprise& enterprise);
    void add_case(const Parcel& parcel, const ParcelTruth& truth);
    void write_groups();
    void write_classes();
    void write_changes(const LineChanges& changes);
    void write_account(const LineChanges& changes);
    void write_plan(const LineChanges& changes);
    void write_totals(const std::vector<LinePart>& line, const LineChanges& changes);
    [[nodiscard]] std::string path(const char* name) const;

    struct Scored {
        std::string code;
        bool above_scale = false;
        double score = 0.0;
    };

    const Options& m_options;
    const Layout& m_layout;
    const Plane& m_plane;
    CsvFile m_parcels;
    CsvFile m_enterprises;
    CsvFile m_vacant;
    CsvFile m_blocks;
    CsvFile m_cases;
    CitySums m_sums;
    std::vector<Scored> m_scored;
    int m_groups = 0;
};

/// Columns of truth/parcels.csv and truth/enterprises.csv, in order.
[[nodiscard]] std::vector<Column> parcel_truth_columns();
[[nodiscard]] std::vector<Column> enterprise_truth_columns();

} // namespace tenglong::tools::gen
