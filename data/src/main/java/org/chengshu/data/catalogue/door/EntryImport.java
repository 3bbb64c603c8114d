package org.chengshu.data.catalogue.door;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.DataError;
import org.chengshu.data.catalogue.Entry;
import org.chengshu.data.catalogue.EntryContent;
import org.chengshu.data.catalogue.EntryDesk;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FileShape;
import org.chengshu.data.feed.FileShapes;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Makes drafts of the rows of a file; rows with faults are left out and told with their faults. */
@Component
class EntryImport {
    static final int MOST_ROWS = 10_000;

    /** One row: where it stands and what is wrong with it. */
    record Row(long line, String title, List<PlacedFault> faults) {}

    /** What became of a file; {@code read} is {@code sound} and those with faults. */
    record Outcome(boolean dry, int read, int sound, List<String> created, List<Row> rows) {}

    private record Sound(String organisation, EntryContent content) {}

    private final FileShapes shapes;
    private final EntryDesk desk;
    private final Transactions transactions;

    EntryImport(FileShapes shapes, EntryDesk desk, Transactions transactions) {
        this.shapes = shapes;
        this.desk = desk;
        this.transactions = transactions;
    }

    /** All sound rows or, when anything breaks, none. */
    Outcome run(byte[] file, String name, String organisation, boolean dry, Viewer viewer) {
        List<Row> rows = new ArrayList<>();
        List<Sound> sound = new ArrayList<>();
        try (Feed feed = shapes.open(() -> new ByteArrayInputStream(file), name, FileShape.untold())) {
            Map<Integer, ImportColumn> columns = columns(feed.columns());
            while (feed.next()) {
                if (rows.size() == MOST_ROWS) {
                    throw faulty("a file has at most " + MOST_ROWS + " rows");
                }
                rows.add(row(feed, columns, organisation, viewer, sound));
            }
        }
        List<String> created = dry
                ? List.of()
                : transactions.call(() -> sound.stream()
                        .map(one -> desk.create(one.organisation(), one.content(), Entry.FROM_IMPORT, viewer)
                                .id())
                        .toList());
        return new Outcome(dry, rows.size(), sound.size(), created, rows);
    }

    private static Map<Integer, ImportColumn> columns(List<String> heads) {
        Map<Integer, ImportColumn> columns = new TreeMap<>();
        for (int i = 0; i < heads.size(); i++) {
            Optional<ImportColumn> column = ImportColumn.of(heads.get(i));
            if (column.isPresent() && !columns.containsValue(column.get())) {
                columns.put(i, column.get());
            }
        }
        if (!columns.containsValue(ImportColumn.TITLE)) {
            throw faulty("no column is headed 信息资源名称 or title; the heads are " + String.join(", ", heads));
        }
        return columns;
    }

    private Row row(
            Feed feed, Map<Integer, ImportColumn> columns, String organisation, Viewer viewer, List<Sound> sound) {
        Map<ImportColumn, String> cells = new EnumMap<>(ImportColumn.class);
        columns.forEach((at, column) -> feed.cell(at).ifPresent(cell -> cells.put(column, cell)));
        ImportRow row = new ImportRow(cells);
        EntryContent content = row.content();
        List<PlacedFault> faults = new ArrayList<>(row.faults());
        feed.broken().ifPresent(words -> faults.add(new PlacedFault("", words)));
        String provider = ImportColumn.PROVIDER.in(cells).orElse(organisation);
        faults.addAll(desk.faults(provider, content, viewer));
        if (sound.stream()
                .anyMatch(one -> one.organisation().equals(provider)
                        && one.content().title().equals(content.title()))) {
            faults.add(new PlacedFault("title", Text.of("文件中已有同名资源", "the file has it already")));
        }
        if (faults.isEmpty()) {
            sound.add(new Sound(provider, content));
        }
        return new Row(feed.line(), content.title(), faults);
    }

    private static Fault faulty(String detail) {
        return new Fault(DataError.ENTRY_IMPORT_FAULTY, detail);
    }
}
