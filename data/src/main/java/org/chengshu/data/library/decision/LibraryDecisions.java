package org.chengshu.data.library.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.data.DataError;
import org.chengshu.data.library.build.LibraryJobs;
import org.chengshu.data.library.build.Regroup;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.LibraryKey;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/**
 * What people decide of records. It holds at once, unless a build is at work on the library: then it holds with the build
 * that is queued for it. The library's dataset follows within half a minute.
 */
@Component
public class LibraryDecisions {
    /** More rows than this are not put together or held apart by one decision. */
    static final int MOST_ROWS = 2_000;

    private final DecisionStore store;
    private final Regroup regroup;
    private final LibraryJobs jobs;
    private final Transactions transactions;

    LibraryDecisions(DecisionStore store, Regroup regroup, LibraryJobs jobs, Transactions transactions) {
        this.store = store;
        this.regroup = regroup;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /**
     * @param applied whether it holds already
     * @param records that its rows are part of now
     */
    public record Outcome(Decision decision, boolean applied, List<Long> records) {}

    /** These records are one thing. */
    public Outcome together(KnownLibrary library, List<Long> records, String note, Viewer who) {
        return transactions.call(() -> {
            List<List<Long>> rows = rows(library, records);
            List<Long> all = rows.stream().flatMap(List::stream).toList();
            requireOneIdentity(library, all);
            long id = store.add(
                    library.number(),
                    "together",
                    Optional.empty(),
                    Optional.empty(),
                    words(library, records, note),
                    who);
            store.addRows(id, 0, rows.getFirst());
            store.addRows(id, 1, rows.stream().skip(1).flatMap(List::stream).toList());
            return settle(library, id, all, who);
        });
    }

    /** These records are different things. */
    public Outcome apart(KnownLibrary library, List<Long> records, String note, Viewer who) {
        if (records.size() != 2) {
            throw faulty("two records are held apart, not " + records.size());
        }
        return transactions.call(() -> {
            List<List<Long>> rows = rows(library, records);
            return apart(library, rows.getFirst(), rows.getLast(), words(library, records, note), who);
        });
    }

    /** These rows of a record are another thing than its other rows. */
    public Outcome takeOut(KnownLibrary library, long record, List<Long> members, String note, Viewer who) {
        return transactions.call(() -> {
            List<Long> all = rows(library, List.of(record)).getFirst();
            List<Long> out = all.stream().filter(members::contains).toList();
            List<Long> rest =
                    all.stream().filter(member -> !members.contains(member)).toList();
            if (out.size() != members.size() || rest.isEmpty() || out.isEmpty()) {
                throw faulty("some, not all, of the rows of record " + record + " are taken out");
            }
            return apart(library, out, rest, words(library, List.of(record), note), who);
        });
    }

    private Outcome apart(
            KnownLibrary library, List<Long> left, List<Long> right, DecisionStore.Words words, Viewer who) {
        long id = store.add(library.number(), "apart", Optional.empty(), Optional.empty(), words, who);
        store.addRows(id, 0, left);
        store.addRows(id, 1, right);
        List<Long> all = new ArrayList<>(left);
        all.addAll(right);
        return settle(library, id, all, who);
    }

    /** Rows of this value of a key are one thing, however many there are. */
    public Outcome allow(KnownLibrary library, String key, long hash, String shown, String note, Viewer who) {
        List<LibraryKey> keys = library.library().keys();
        for (int slot = 0; slot < keys.size(); slot++) {
            if (keys.get(slot).id().equals(key)) {
                int place = slot;
                return transactions.call(() -> {
                    long id = store.add(
                            library.number(),
                            "allow",
                            Optional.of(place),
                            Optional.of(hash),
                            new DecisionStore.Words(shown, note),
                            who);
                    return settle(library, id, List.of(), who);
                });
            }
        }
        throw faulty("the library has no key " + key);
    }

    /** Takes a decision back. */
    public Outcome revoke(KnownLibrary library, long id, Viewer who) {
        return transactions.call(() -> {
            if (store.find(library.number(), id)
                    .filter(decision -> decision.revokedAt().isEmpty())
                    .isEmpty()) {
                throw new Fault(
                        DataError.LIBRARY_DECISION_NOT_FOUND,
                        "the library " + library.id() + " has no decision " + id + " in force");
            }
            store.revoke(id, who);
            return settle(library, id, List.of(), who);
        });
    }

    public List<Decision> list(KnownLibrary library, long before, int limit) {
        return store.list(library.number(), before, limit);
    }

    public List<Decision> ofRecord(KnownLibrary library, long record) {
        return store.ofRecord(library.number(), record);
    }

    private Outcome settle(KnownLibrary library, long id, List<Long> members, Viewer who) {
        store.touch(library.number(), id);
        boolean now = regroup.lock(library.number()) && !regroup.waiting(library.number());
        if (now) {
            regroup.run(library, false, 0);
        } else {
            jobs.build(library, false, Optional.empty(), who);
        }
        Decision decision = store.find(library.number(), id).orElseThrow();
        return new Outcome(decision, now, store.recordsOf(members));
    }

    private List<List<Long>> rows(KnownLibrary library, List<Long> records) {
        if (records.isEmpty() || records.stream().distinct().count() < records.size()) {
            throw faulty("different records are needed");
        }
        List<List<Long>> rows = new ArrayList<>();
        int sum = 0;
        for (long record : records) {
            List<Long> members = store.members(library.number(), record);
            if (members.isEmpty()) {
                throw new Fault(
                        DataError.LIBRARY_RECORD_NOT_FOUND,
                        "the library " + library.id() + " has no record " + record + " now");
            }
            rows.add(members);
            sum += members.size();
        }
        if (sum > MOST_ROWS) {
            throw faulty("one decision speaks of at most " + MOST_ROWS + " rows, not " + sum);
        }
        return rows;
    }

    private void requireOneIdentity(KnownLibrary library, List<Long> members) {
        List<LibraryKey> keys = library.library().keys();
        List<Long[]> hashes = store.keys(members);
        for (int slot = 0; slot < keys.size(); slot++) {
            int place = slot;
            long different = hashes.stream()
                    .map(row -> row[place])
                    .filter(hash -> hash != 0)
                    .distinct()
                    .count();
            if (keys.get(slot).identity() && different > 1) {
                throw new Fault(
                        DataError.LIBRARY_KEYS_DIFFER,
                        "they have " + different + " different values of "
                                + keys.get(slot).id() + "; correct it in the source");
            }
        }
    }

    private DecisionStore.Words words(KnownLibrary library, List<Long> records, String note) {
        List<String> labels = records.stream()
                .map(record -> store.label(library.number(), record) + " (" + record + ")")
                .toList();
        return new DecisionStore.Words(String.join(" / ", labels), note);
    }

    private static Fault faulty(String detail) {
        return new Fault(DataError.LIBRARY_DECISION_FAULTY, detail);
    }
}
