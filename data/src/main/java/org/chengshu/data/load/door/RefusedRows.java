package org.chengshu.data.load.door;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.ReadLog;
import org.chengshu.core.audit.SensitiveReads;
import org.chengshu.core.crypto.Masking;
import org.chengshu.data.Dataset;
import org.chengshu.data.Datasets;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.load.Loads;
import org.chengshu.data.load.RefusedRow;
import org.chengshu.data.load.run.Planner;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/**
 * Refused rows as people may see them: cells that were to fill a sensitive field are masked unless the viewer holds the right
 * to read these, and then the reading is on record.
 */
@Component
class RefusedRows {
    private static final int MOST = 500;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Loads loads;
    private final StoredDatasets stored;
    private final Planner planner;
    private final SensitiveReads reads;

    RefusedRows(Loads loads, StoredDatasets stored, Planner planner, SensitiveReads reads) {
        this.loads = loads;
        this.stored = stored;
        this.planner = planner;
        this.reads = reads;
    }

    Page page(LoadView load, long after, int limit, Viewer viewer) {
        if (limit < 1 || limit > MOST) {
            throw new Fault(CoreError.BAD_REQUEST, "limit must be 1.." + MOST);
        }
        List<RefusedRow> rows = loads.refused(load.id(), after, limit + 1);
        boolean more = rows.size() > limit;
        List<RefusedRow> shown = seen(load, more ? rows.subList(0, limit) : rows, viewer);
        return new Page(
                load.columns(), shown, more ? Optional.of(shown.getLast().row()) : Optional.empty());
    }

    void write(LoadView load, Locale language, Viewer viewer, Writer out) throws IOException {
        boolean english = language.getLanguage().equals("en");
        out.write(BYTE_ORDER_MARK);
        List<String> heads = new ArrayList<>(load.columns());
        heads.add(english ? "_line" : "_行");
        heads.add(english ? "_reason" : "_原因");
        writeLine(out, heads);
        long after = 0;
        for (List<RefusedRow> rows = loads.refused(load.id(), after, MOST);
                !rows.isEmpty();
                rows = loads.refused(load.id(), after, MOST)) {
            for (RefusedRow row : seen(load, rows, viewer)) {
                writeLine(out, line(load, row, language));
            }
            after = rows.getLast().row();
        }
    }

    private static List<String> line(LoadView load, RefusedRow row, Locale language) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < load.columns().size(); i++) {
            cells.add(i < row.cells().size() ? row.cells().get(i).orElse("") : "");
        }
        cells.add(Long.toString(row.line()));
        cells.add(row.faults().stream()
                .map(fault -> (fault.field().isEmpty() ? "" : fault.field() + ": ")
                        + fault.reason().in(language))
                .collect(Collectors.joining("; ")));
        return cells;
    }

    private static void writeLine(Writer out, List<String> cells) throws IOException {
        out.write(cells.stream().map(RefusedRows::quoted).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    // The file is to be put right and delivered again, so cells stay as they are, also those that look like formulas.
    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private List<RefusedRow> seen(LoadView load, List<RefusedRow> rows, Viewer viewer) {
        Set<Integer> hidden = sensitive(load);
        if (hidden.isEmpty() || rows.isEmpty()) {
            return rows;
        }
        if (!viewer.scope(Datasets.READ_SENSITIVE).isEverywhere()) {
            return rows.stream().map(row -> masked(row, hidden)).toList();
        }
        try (ReadLog log =
                reads.begin(viewer, load.dataset(), Map.of("load", load.id().toString()))) {
            rows.forEach(row -> log.row(masked(row, hidden).cells().stream()
                    .map(cell -> cell.orElse(""))
                    .toList()));
        }
        return rows;
    }

    private static RefusedRow masked(RefusedRow row, Set<Integer> hidden) {
        List<Optional<String>> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            cells.add(
                    hidden.contains(i)
                            ? row.cells().get(i).map(Masking::general)
                            : row.cells().get(i));
        }
        return new RefusedRow(row.row(), row.line(), cells, row.faults(), row.settledBy());
    }

    /** The columns that were to fill a sensitive field. */
    private Set<Integer> sensitive(LoadView load) {
        return stored.get(load.dataset()).definition().fields().stream()
                .filter(field -> field.sensitivity() >= Dataset.SENSITIVE)
                .flatMap(field -> planner.column(field, load.order(), load.columns()).stream())
                .map(load.columns()::indexOf)
                .collect(Collectors.toSet());
    }

    /** @param next the row after which the next page begins */
    record Page(List<String> columns, List<RefusedRow> items, Optional<Long> next) {}
}
