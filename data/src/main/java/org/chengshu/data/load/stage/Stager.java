package org.chengshu.data.load.stage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.data.feed.Change;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.SumMethod;
import org.chengshu.data.load.CellFault;
import org.chengshu.data.load.RefusedRow;
import org.chengshu.kernel.Text;

/**
 * Reads a feed piece by piece: converts what it can, keeps what it cannot with every reason, counts and sums up both what came
 * and what is to stand in the table. Not for many threads.
 */
public final class Stager {
    private static final int PIECE_ROWS = 20_000;
    private static final int PIECE_BYTES = 4 << 20;
    private static final int PIECE_REFUSED = 2_000;
    private static final Text KEYLESS = Text.of("主键为空", "a key field is empty");
    private static final Text NOT_MERGED =
            Text.of("这个数据资源不按主键合并，不能删除行", "the dataset is not merged by key, so rows cannot be taken away");

    private final StagePlan plan;
    private final Feed feed;
    private final byte[][] values;
    private Tally delivered;
    private Tally stored;
    private long read;
    private long rows;
    private long refused;
    private long removed;
    private boolean whole;
    private Optional<Piece.Draft> cleared = Optional.empty();

    public Stager(StagePlan plan, Feed feed) {
        this.plan = plan;
        this.feed = feed;
        this.values = new byte[plan.fields().size()][];
        this.delivered = new Tally(plan.sums(), plan.columns().size());
        this.stored = new Tally(SumMethod.PG64, plan.fields().size());
    }

    /** Goes on after what a former attempt has committed; the feed is passed over so far. */
    public void resume(Figures from) {
        for (long i = 0; i < from.read() && feed.next(); i++) {
            read++;
        }
        delivered = new Tally(plan.sums(), from.delivered());
        stored = new Tally(SumMethod.PG64, from.stored());
        rows = from.rows();
        refused = from.refused();
        removed = from.removed();
        whole = from.whole();
    }

    /** The next piece; empty after the last. */
    public Optional<Piece> next() {
        Piece.Draft draft = cleared.orElseGet(() -> new Piece.Draft(false));
        boolean carried = cleared.isPresent();
        cleared = Optional.empty();
        long before = read;
        int refusedHere = 0;
        while (read - before < PIECE_ROWS && draft.rows().size() < PIECE_BYTES && refusedHere < PIECE_REFUSED) {
            if (!feed.next()) {
                break;
            }
            read++;
            if (feed.change() == Change.CLEAR && plan.merging()) {
                Piece piece = draft.done(figures());
                clear();
                return Optional.of(piece);
            }
            refusedHere += row(draft) ? 0 : 1;
        }
        return read == before && !carried ? Optional.empty() : Optional.of(draft.done(figures()));
    }

    public Figures figures() {
        return new Figures(read, rows, refused, removed, delivered.totals(), stored.totals(), whole);
    }

    // What came before the row is committed first, then taken away by the piece that begins with it.
    private void clear() {
        removed += rows + 1;
        rows = 0;
        stored = new Tally(SumMethod.PG64, plan.fields().size());
        whole = true;
        cleared = Optional.of(new Piece.Draft(true));
    }

    /** False when the row is refused. */
    private boolean row(Piece.Draft draft) {
        if (feed.broken().isPresent()) {
            return refuse(draft, List.of(new CellFault("", feed.broken().get())));
        }
        countDelivered();
        boolean put = feed.change() == Change.PUT;
        if (!put && !plan.merging()) {
            return refuse(draft, List.of(new CellFault("", NOT_MERGED)));
        }
        List<CellFault> faults = convert(!put);
        if (!faults.isEmpty()) {
            return refuse(draft, faults);
        }
        if (put) {
            write(draft.rows());
        } else {
            writeKeys(draft.gone());
        }
        return true;
    }

    private void countDelivered() {
        for (int i = 0; i < plan.columns().size(); i++) {
            Optional<String> cell = feed.cell(i);
            if (cell.isEmpty()) {
                continue;
            }
            if (delivered.sums()) {
                delivered.add(i, bytes(cell.get()));
            } else {
                delivered.count(i);
            }
        }
    }

    private List<CellFault> convert(boolean keysOnly) {
        List<CellFault> faults = List.of();
        for (int i = 0; i < values.length; i++) {
            FieldPlan field = plan.fields().get(i);
            values[i] = null;
            if (field.column() < 0 || (keysOnly && !field.key())) {
                continue;
            }
            switch (converted(field)) {
                case Converted.Value value -> values[i] = bytes(value.text());
                case Converted.Absent absent -> faults = field.key() ? with(faults, field, KEYLESS) : faults;
                case Converted.Bad bad -> faults = with(faults, field, bad.reason());
            }
        }
        return faults;
    }

    private Converted converted(FieldPlan field) {
        Optional<String> cell = feed.cell(field.column());
        return cell.isEmpty() || cell.get().isEmpty()
                ? Converted.ABSENT
                : field.conversion().convert(cell.get());
    }

    private static List<CellFault> with(List<CellFault> faults, FieldPlan field, Text reason) {
        List<CellFault> more = new ArrayList<>(faults);
        more.add(new CellFault(field.field(), reason));
        return more;
    }

    private void write(CopyText out) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                out.nothing();
            } else {
                out.value(values[i]);
                stored.add(i, values[i]);
            }
        }
        out.endRow(feed.line());
        rows++;
    }

    private void writeKeys(CopyText out) {
        for (int i = 0; i < values.length; i++) {
            if (plan.fields().get(i).key()) {
                out.value(values[i]);
            }
        }
        out.endRow(feed.line());
        removed++;
    }

    private boolean refuse(Piece.Draft draft, List<CellFault> faults) {
        List<Optional<String>> cells = new ArrayList<>(plan.columns().size());
        for (int i = 0; i < plan.columns().size(); i++) {
            cells.add(feed.cell(i));
        }
        draft.refuse(new RefusedRow(read, feed.line(), cells, faults, Optional.empty()));
        refused++;
        return false;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
