#pragma once

#include "core/base/date.hpp"

#include <optional>
#include <string>

namespace tenglong::tools::gen {

/// What the land office's file says of how a parcel came to its holder. Empty: not in the file.
struct Supply {
    std::string batch;
    std::optional<Date> approval;
    std::string contract_number;
    std::optional<Date> contract;
    std::string way;       ///< 出让 or 划拨
    bool new_land = false; ///< 新增建设用地, not 存量
    std::optional<Date> handover;
    std::optional<Date> agreed_start;
    std::optional<Date> actual_start;
    std::optional<Date> agreed_completion;
    std::optional<Date> actual_completion;
    std::optional<Date> agreed_production;
    std::optional<Date> actual_production;
    std::optional<Date> suspension;
    std::optional<Date> resumption;
    std::optional<double> due_m2;       ///< 应动工开发面积
    std::optional<double> developed_m2; ///< 已动工开发面积
    std::optional<double> agreed_wan;   ///< total investment, without land price and taxes
    std::optional<double> invested_wan;
    std::optional<double> price_wan;
    std::string delay_cause; ///< 政府原因, 不可抗力, 企业原因
    std::optional<int> delay_days;
    bool sealed = false;
    std::optional<bool> standard_land;
    std::optional<double> agreed_ratio;
    std::optional<double> agreed_tax_per_mu;
    bool staged = false;
    std::optional<double> support_land_share;
    std::optional<double> support_floor_share;
};

} // namespace tenglong::tools::gen
