package org.chengshu.sense.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.chengshu.sense.roster.RosterCheck.Checked;

/** What becomes of a file: counts, and of the rows that are not taken the first ones with all that is wrong with them. */
record RosterReport(
        int rows,
        int created,
        int changed,
        int faulty,
        List<String> passedOver,
        List<Refused> refused,
        Optional<String> refusedFile) {
    static final int MOST_SHOWN = 100;

    record Refused(long line, String code, List<Why> faults) {}

    record Why(String column, Text detail) {}

    static Refused refused(Checked row) {
        return new Refused(
                row.row().line(),
                row.row().cells().entrySet().stream()
                        .filter(cell -> RosterColumn.ofHead(cell.getKey())
                                .filter(RosterColumn.CODE::equals)
                                .isPresent())
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(""),
                row.faults().stream()
                        .map(fault -> new Why(fault.place(), fault.detail()))
                        .toList());
    }

    /** Adds up rows as they are checked. For one thread. */
    static final class Tally {
        int created;
        int changed;
        private final List<Refused> refused = new ArrayList<>();
        private final List<Checked> all = new ArrayList<>();

        void add(Checked row) {
            if (row.device().isEmpty()) {
                all.add(row);
                if (refused.size() < MOST_SHOWN) {
                    refused.add(RosterReport.refused(row));
                }
            } else if (row.isNew()) {
                created++;
            } else {
                changed++;
            }
        }

        List<Checked> refused() {
            return all;
        }

        RosterReport report(List<String> passedOver, Optional<String> file) {
            return new RosterReport(
                    created + changed + all.size(), created, changed, all.size(), passedOver, refused, file);
        }
    }
}
