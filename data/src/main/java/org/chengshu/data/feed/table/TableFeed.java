package org.chengshu.data.feed.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chengshu.data.feed.Feed;
import org.chengshu.kernel.Text;

/** The rows of a table below its heads; blank rows are passed over, notes below the table are set aside. */
public final class TableFeed implements Feed {
    private static final Pattern NOTE = Pattern.compile(
            "(?i)^[\\s(（\\[【]*(数据来源|资料来源|来源|注|备注|说明|附注|制表|填表|审核|source|sources|note|notes)\\s*\\d*\\s*[:：.．、].*");
    private static final int MOST_HELD = 50;
    private static final int NARROWEST_WITH_NOTES = 3;

    private final RawRows rows;
    private final Layout layout;
    private final int width;
    private final Deque<Held> held = new ArrayDeque<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<Held> present = Optional.empty();
    private boolean ended;

    public TableFeed(RawRows rows, Layout layout) {
        this.rows = rows;
        this.layout = layout;
        this.width = layout.columns().size();
    }

    @Override
    public List<String> columns() {
        return layout.columns();
    }

    @Override
    public boolean next() {
        present = Optional.ofNullable(held.poll());
        if (present.isPresent()) {
            return true;
        }
        while (!ended && moves()) {
            if (rows.line() < layout.firstLine() || isBlank()) {
                continue;
            }
            if (looksLikeNote() && !settleNotes()) {
                return false;
            }
            return true;
        }
        return false;
    }

    private boolean moves() {
        ended = !rows.next();
        return !ended;
    }

    /** Holds rows that look like notes until it is known whether the table goes on; false when it has ended. */
    private boolean settleNotes() {
        do {
            held.add(Held.of(rows));
            ended = !rows.next();
        } while (!ended && held.size() < MOST_HELD && (isBlank() || looksLikeNote()));
        if (ended) {
            held.forEach(row -> row.cells().stream()
                    .flatMap(Optional::stream)
                    .filter(cell -> !cell.isBlank())
                    .forEach(notes::add));
            held.clear();
            return false;
        }
        held.removeIf(Held::isBlank);
        held.add(Held.of(rows));
        present = Optional.of(held.poll());
        return true;
    }

    private boolean isBlank() {
        for (int i = 0; i < rows.width(); i++) {
            if (!rows.isBlank(i)) {
                return false;
            }
        }
        return rows.flaw().isEmpty();
    }

    /** A note fills one cell of a table of several columns (merged cells repeat it) and says what it is. */
    private boolean looksLikeNote() {
        if (width < NARROWEST_WITH_NOTES) {
            return false;
        }
        String first = rows.isBlank(0) ? "" : rows.cell(0).orElse("");
        for (int i = 1; i < rows.width(); i++) {
            if (!rows.isBlank(i) && !rows.cell(i).orElse("").equals(first)) {
                return false;
            }
        }
        return NOTE.matcher(first).matches();
    }

    @Override
    public Optional<String> cell(int column) {
        return present.map(row -> row.cell(column)).orElseGet(() -> rows.cell(column));
    }

    @Override
    public long line() {
        return present.map(Held::line).orElseGet(rows::line);
    }

    @Override
    public Optional<Text> broken() {
        return present.map(Held::flaw).orElseGet(rows::flaw).or(this::wrongWidth);
    }

    private Optional<Text> wrongWidth() {
        int cells = present.map(row -> row.cells().size()).orElseGet(rows::width);
        if (cells == width || (cells < width && !rows.tearable())) {
            return Optional.empty();
        }
        for (int i = width; i < cells; i++) {
            if (cell(i).filter(cell -> !cell.isBlank()).isPresent()) {
                return Optional.of(uneven(cells));
            }
        }
        return cells < width ? Optional.of(uneven(cells)) : Optional.empty();
    }

    private Text uneven(int cells) {
        return Text.of(
                "本行有 " + cells + " 个单元格，表头有 " + width + " 个",
                "the row has " + cells + " cells, the heads are " + width);
    }

    /** What was set aside at the end of the table. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public void close() {
        rows.close();
    }

    private record Held(long line, List<Optional<String>> cells, Optional<Text> flaw) {
        static Held of(RawRows rows) {
            List<Optional<String>> cells = new ArrayList<>(rows.width());
            for (int i = 0; i < rows.width(); i++) {
                cells.add(rows.cell(i));
            }
            return new Held(rows.line(), cells, rows.flaw());
        }

        Optional<String> cell(int column) {
            return column < cells.size() ? cells.get(column) : Optional.empty();
        }

        boolean isBlank() {
            return cells.stream().flatMap(Optional::stream).allMatch(String::isBlank);
        }
    }
}
