package org.chengshu.data.library.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.KnownSource;
import org.chengshu.data.library.definition.LibraryBook;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builds a library in four steps, each in transactions of its own that keep a checkpoint: read what changed in its sources,
 * compare what is new, group what was touched, publish what came of it. A build that is taken up again goes on after the
 * last step that was done; a build for which nothing changed does nothing.
 */
@Component
class LibraryBuilder {
    /** So many rows are always done by themselves. */
    private static final int FEW = 10_000;

    private final LibraryBook book;
    private final SourceGate gate;
    private final SourceIntake intake;
    private final PairSearch pairs;
    private final Regroup regroup;
    private final Publishing publishing;
    private final BuildLog log;
    private final Transactions transactions;
    private final DSLContext sql;
    private final JsonMapper json;

    LibraryBuilder(
            LibraryBook book,
            SourceGate gate,
            SourceIntake intake,
            PairSearch pairs,
            Regroup regroup,
            Publishing publishing,
            BuildLog log,
            Transactions transactions,
            DSLContext sql,
            JsonMapper json) {
        this.book = book;
        this.gate = gate;
        this.intake = intake;
        this.pairs = pairs;
        this.regroup = regroup;
        this.publishing = publishing;
        this.log = log;
        this.transactions = transactions;
        this.sql = sql;
        this.json = json;
    }

    /** @param whole group everything anew, also what did not change */
    record Order(String library, boolean whole) {}

    /**
     * Where a build stands.
     *
     * @param sources those that were read
     */
    record Progress(long build, Set<Integer> sources, boolean compared, Map<String, Object> counts, List<Text> notes) {}

    JsonNode run(Order order, JobRun run) {
        KnownLibrary library = book.get(order.library());
        Progress done = run.checkpoint(Progress.class).orElseGet(() -> begin(library, order, run));
        try {
            Progress read = read(library, done, order.whole(), run);
            Progress compared = run.cancelled() ? read : compare(library, read, order.whole(), run);
            if (run.cancelled()) {
                log.end(compared.build(), "cancelled", compared.counts(), compared.notes());
                return json.valueToTree(compared.counts());
            }
            return json.valueToTree(group(library, compared, order.whole(), run));
        } catch (RuntimeException e) {
            log.end(done.build(), "failed", Map.of("error", String.valueOf(e.getMessage())), done.notes());
            throw e;
        }
    }

    private Progress begin(KnownLibrary library, Order order, JobRun run) {
        return transactions.call(() -> {
            long build = log.begin(library.number(), order.whole() ? "whole" : "changes", Optional.of(run.id()));
            Progress start = new Progress(build, Set.of(), false, new LinkedHashMap<>(), List.of());
            run.keep(start);
            return start;
        });
    }

    private Progress read(KnownLibrary library, Progress start, boolean whole, JobRun run) {
        Progress at = start;
        for (int detached : intake.detached(library.id())) {
            Progress before = at;
            at = transactions.call(() -> {
                regroup.awaitLock(library.number());
                ReadCounts counts = intake.release(library, detached, before.build());
                return kept(run, before, detached, counts, List.of());
            });
        }
        for (KnownSource source : book.sources(library.id())) {
            if (!at.sources().contains(source.number()) && !run.cancelled()) {
                at = read(library, source, at, whole, run);
            }
        }
        return at;
    }

    private Progress read(KnownLibrary library, KnownSource source, Progress before, boolean whole, JobRun run) {
        Optional<Text> obstacle = gate.obstacle(source);
        return transactions.call(() -> {
            regroup.awaitLock(library.number());
            if (obstacle.isPresent()) {
                intake.leaveAsItWas(source, obstacle.get());
                return kept(run, before, source.number(), ReadCounts.NONE, List.of(obstacle.get()));
            }
            int revision = gate.revision(source);
            boolean known = source.readWith()
                            .filter(SourceIntake.readWith(library, source)::equals)
                            .isPresent()
                    && source.revision().filter(last -> last == revision).isPresent();
            if (known && revision > 0 && !whole) {
                return kept(run, before, source.number(), ReadCounts.NONE, List.of());
            }
            SourceIntake.Read read = intake.read(library, source, revision, before.build(), run);
            List<Text> notes = read.refused().stream()
                    .map(why -> Text.of(source.id() + " 未采用：" + why, source.id() + " refused: " + why))
                    .toList();
            return kept(run, before, source.number(), read.counts(), notes);
        });
    }

    private static Progress kept(JobRun run, Progress before, int source, ReadCounts counts, List<Text> notes) {
        Set<Integer> sources = new HashSet<>(before.sources());
        sources.add(source);
        Map<String, Object> all = new LinkedHashMap<>(before.counts());
        add(all, "rows", counts.rows());
        add(all, "added", counts.added());
        add(all, "changed", counts.changed());
        add(all, "same", counts.same());
        add(all, "refused", counts.refused());
        add(all, "gone", counts.gone());
        add(all, "unreadable", counts.unreadable());
        List<Text> told = new ArrayList<>(before.notes());
        told.addAll(notes);
        Progress after = new Progress(before.build(), sources, before.compared(), all, told);
        run.keep(after);
        return after;
    }

    private static void add(Map<String, Object> counts, String name, long more) {
        counts.merge(name, more, (a, b) -> ((Number) a).longValue() + ((Number) b).longValue());
    }

    private Progress compare(KnownLibrary library, Progress before, boolean whole, JobRun run) {
        if (before.compared()) {
            return before;
        }
        return transactions.call(() -> {
            regroup.awaitLock(library.number());
            Map<String, Object> counts = new LinkedHashMap<>(before.counts());
            if (regroup.waiting(library.number())) {
                PairSearch.Found found = pairs.run(library, everything(library, whole), run);
                counts.put("pairs", found.pairs());
                counts.put("links", found.kept());
                counts.put("largeBlocks", found.largeBlocks());
            }
            boolean compared = !run.cancelled();
            Progress after = new Progress(before.build(), before.sources(), compared, counts, before.notes());
            if (compared) {
                // Of a build that was cancelled all that was not compared waits for the next one.
                sql.execute(
                        "update cs_data.library_touched set rematch = false where library = ? and rematch",
                        library.number());
                run.keep(after);
            }
            return after;
        });
    }

    /** Whether so much was touched that all of it is done faster than a part. */
    private boolean everything(KnownLibrary library, boolean whole) {
        int touched =
                sql.fetchCount(sql.selectOne().from("cs_data.library_touched").where("library = ?", library.number()));
        int members =
                sql.fetchCount(sql.selectOne().from("cs_data.library_member").where("library = ?", library.number()));
        return whole || (touched > FEW && touched * 3L > members);
    }

    private Map<String, Object> group(KnownLibrary library, Progress before, boolean whole, JobRun run) {
        run.at(0, 0, Text.of("归并并取值", "grouping and choosing values"));
        Map<String, Object> counts = new LinkedHashMap<>(before.counts());
        transactions.run(() -> {
            regroup.awaitLock(library.number());
            Regroup.Result result = regroup.run(library, everything(library, whole), before.build());
            counts.put("grouped", result.rows());
            counts.put("held", result.held());
            counts.put("unmet", result.unmet());
            counts.putAll(totals(library.number()));
            run.at(0, 0, Text.of("发布", "publishing"));
            counts.put("published", publishing.run(library, "build " + before.build()));
            log.end(before.build(), "done", counts, before.notes());
            run.keep(new Progress(before.build(), before.sources(), true, counts, before.notes()));
        });
        return counts;
    }

    /** What the library is after the build, counted anew: {@code members = records + joins}. */
    Map<String, Object> totals(int library) {
        int members = sql.fetchCount(
                sql.selectOne().from("cs_data.library_membership").where("library = ?", library));
        int records = sql.fetchCount(
                sql.selectOne().from("cs_data.library_record").where("library = ? and not gone", library));
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("members", members);
        totals.put("records", records);
        totals.put("joins", members - records);
        return totals;
    }
}
