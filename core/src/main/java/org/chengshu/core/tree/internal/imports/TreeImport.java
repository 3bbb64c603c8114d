package org.chengshu.core.tree.internal.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.chengshu.core.CoreError;
import org.chengshu.core.jobs.JobProgress;
import org.chengshu.core.tree.internal.change.TreeBook;
import org.chengshu.core.tree.internal.imports.ImportOrder.Role;
import org.chengshu.core.tree.internal.nodes.ChangeKind;
import org.chengshu.core.tree.internal.nodes.Node;
import org.chengshu.core.tree.internal.nodes.NodeStore;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Datum;
import org.springframework.stereotype.Component;

/** Brings a file into a tree: all sound rows in one change, the others told with their places. */
@Component
public class TreeImport {
    private final TreeBook book;
    private final NodeStore store;

    TreeImport(TreeBook book, NodeStore store) {
        this.book = book;
        this.store = store;
    }

    /** A file that was found readable, with what it says where. */
    public static final class Ready {
        private final RawFile file;
        private final Columns columns;
        private final Datum datum;

        private Ready(RawFile file, Columns columns, Datum datum) {
            this.file = file;
            this.columns = columns;
            this.datum = datum;
        }
    }

    /** Faults at once when nothing of the file could be used. */
    public Ready open(byte[] content, ImportOrder order) {
        RawFile file = FileReader.read(content);
        Columns columns = new Columns(order, file.columns());
        if (!columns.has(Role.CODE) && file.format().equals(RawFile.CSV)) {
            throw new Fault(
                    CoreError.TREE_FAULTY,
                    "no code column is known among " + String.join(", ", file.columns()) + "; say column.code=");
        }
        return new Ready(file, columns, datum(order, file));
    }

    // The atlas that most copies of Chinese boundaries come from is in GCJ-02 and does not say so.
    private static Datum datum(ImportOrder order, RawFile file) {
        boolean atlas = file.format().equals(RawFile.GEOJSON) && file.columns().contains("adcode");
        if (order.datum().isEmpty() && atlas) {
            throw new Fault(
                    CoreError.TREE_DATUM_NEEDED,
                    "the file looks like an AMap or DataV atlas (adcode), which is in gcj02: say datum=gcj02, or datum=wgs84"
                            + " when it was converted");
        }
        return order.datum().orElse(Datum.WGS84);
    }

    /** Reads every row, then stores the sound ones in one transaction, unless the order is a dry one. The answer is for JSON. */
    public Object run(Ready ready, ImportOrder order, JobProgress progress) {
        if (order.dry()) {
            Plan plan = plan(ready, order, progress);
            return plan.result(Optional.empty());
        }
        AtomicReference<Plan> planned = new AtomicReference<>();
        TreeBook.Written written = book.write(order.tree(), ChangeKind.IMPORT, order.author(), change -> {
            Plan plan = plan(ready, order, progress);
            planned.set(plan);
            if (!progress.cancelled()) {
                store.put(order.tree(), plan.toStore());
            }
        });
        Optional<UUID> change = written.changed() ? Optional.of(written.change()) : Optional.empty();
        return planned.get().result(change);
    }

    private Plan plan(Ready ready, ImportOrder order, JobProgress progress) {
        List<Node> nodes = store.list(order.tree());
        Set<String> areas = order.tree() == Tree.AREA ? Set.of() : openAreas();
        NodeFinder existing = new NodeFinder(nodes, areas);
        order.under().filter(code -> !existing.isOpen(code)).ifPresent(code -> {
            throw new Fault(
                    CoreError.TREE_FAULTY,
                    "under: there is no " + order.tree().title().en() + " " + code);
        });
        RowJudge judge = new RowJudge(order, ready.columns, ready.datum, existing);
        int rows = ready.file.rows().size();
        int done = 0;
        for (RawRow row : ready.file.rows()) {
            judge.judge(row);
            progress.at(++done, rows, Text.of("已检查 " + done + " 行", done + " rows checked"));
        }
        List<Candidate> sound = new ParentCheck(existing, judge).sound();
        return new Plan(ready, order, judge, sound);
    }

    private Set<String> openAreas() {
        return store.list(Tree.AREA).stream()
                .filter(node -> !node.closed())
                .map(Node::code)
                .collect(Collectors.toSet());
    }

    private record Plan(Ready ready, ImportOrder order, RowJudge judge, List<Candidate> sound) {
        List<Node> toStore() {
            return sound.stream()
                    .filter(Candidate::changes)
                    .map(Candidate::node)
                    .toList();
        }

        ImportResult result(Optional<UUID> change) {
            int created = (int) sound.stream().filter(Candidate::isNew).count();
            int changed = toStore().size() - created;
            List<RowFault> faults = new ArrayList<>(judge.faults);
            ImportWords words = new ImportWords(
                    ready.file.rows().size(),
                    judge.skipped,
                    created,
                    changed,
                    sound.size() - created - changed,
                    faults.size(),
                    judge.repaired.size());
            return new ImportResult(
                    order.tree(),
                    order.dry(),
                    ready.file.format(),
                    ready.datum,
                    words.rows(),
                    words.skipped(),
                    created,
                    changed,
                    words.unchanged(),
                    words.rejected(),
                    faults.stream().limit(ImportResult.MOST_SHOWN).toList(),
                    judge.repaired.stream().limit(ImportResult.MOST_SHOWN).toList(),
                    judge.shift(),
                    ready.columns.told(),
                    change,
                    words.text(order.dry(), ready.datum, judge.shift()));
        }
    }
}
