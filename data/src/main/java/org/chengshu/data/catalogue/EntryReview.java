package org.chengshu.data.catalogue;

import static org.chengshu.data.catalogue.EntryTable.*;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** The way of an entry: handed in, reviewed by somebody else, published, withdrawn. Watchers are asked and told. */
@Component
public class EntryReview {
    private final EntryDesk desk;
    private final EntryStore store;
    private final EntryHistory history;
    private final CatalogueClasses classes;
    private final List<EntryWatcher> watchers;
    private final Transactions transactions;
    private final Clock clock;

    EntryReview(
            EntryDesk desk,
            EntryStore store,
            EntryHistory history,
            CatalogueClasses classes,
            List<EntryWatcher> watchers,
            Transactions transactions,
            Clock clock) {
        this.desk = desk;
        this.store = store;
        this.history = history;
        this.classes = classes;
        this.watchers = List.copyOf(watchers);
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What stands in the way of publishing what is pending. */
    public List<PlacedFault> objections(Entry entry) {
        return entry.pending()
                .map(content -> {
                    List<PlacedFault> faults = new ArrayList<>(EntryCheck.ofWhole(content));
                    if (!content.classCode().isEmpty() && !classes.has(content.classCode())) {
                        faults.add(EntryRights.fault("classCode", "分类已不存在", "the class is no more"));
                    }
                    watchers.forEach(watcher -> faults.addAll(watcher.objections(entry, content)));
                    return faults;
                })
                .orElse(List.of());
    }

    public Entry submit(String id, Optional<String> note, Viewer viewer) {
        return transactions.call(() -> {
            Entry entry = pending(desk.locked(id, EntryRights.EDIT, viewer), EntryState.DRAFT);
            requireSound(entry);
            Map<Field<?>, Object> sets = moved(entry, EntryState.REVIEW);
            sets.put(SUBMITTED_AT, utc(clock.instant()));
            sets.put(REVIEW_NOTE, null);
            // Who hands in what the platform drafted answers for it.
            sets.put(EDITORS, EntryDesk.editors(entry, viewer));
            return done(entry, sets, "submitted", viewer, note);
        });
    }

    /** Takes back what was handed in. */
    public Entry recall(String id, Viewer viewer) {
        return transactions.call(() -> {
            Entry entry = pending(desk.locked(id, EntryRights.EDIT, viewer), EntryState.REVIEW);
            return done(entry, moved(entry, EntryState.DRAFT), "recalled", viewer, Optional.empty());
        });
    }

    public Entry sendBack(String id, String reason, Viewer viewer) {
        return transactions.call(() -> {
            Entry entry = pending(desk.locked(id, EntryRights.REVIEW, viewer), EntryState.REVIEW);
            EntryRights.reviewing(entry).require(viewer);
            Map<Field<?>, Object> sets = moved(entry, EntryState.DRAFT);
            sets.put(REVIEW_NOTE, required(reason));
            return done(entry, sets, "sent-back", viewer, Optional.of(reason));
        });
    }

    public Entry publish(String id, Optional<String> note, Viewer viewer) {
        return transactions.call(() -> {
            Entry entry = pending(desk.locked(id, EntryRights.REVIEW, viewer), EntryState.REVIEW);
            EntryRights.reviewing(entry).require(viewer);
            requireSound(entry);
            Instant now = clock.instant();
            Map<Field<?>, Object> sets = new HashMap<>();
            sets.put(STATE, EntryState.PUBLISHED.word());
            sets.put(VERSION, entry.version() + 1);
            sets.put(CONTENT, store.written(entry.pending().orElseThrow()));
            sets.put(REVISION, null);
            sets.put(REVISION_STATE, null);
            sets.put(EDITORS, new UUID[0]);
            sets.put(REVIEW_NOTE, null);
            sets.put(PUBLISHED_AT, utc(now));
            Entry after = done(entry, sets, "published", viewer, note);
            history.publish(after, now, viewer, note);
            watchers.forEach(watcher -> watcher.published(after));
            return after;
        });
    }

    public Entry withdraw(String id, String reason, Viewer viewer) {
        return transactions.call(() -> {
            Entry entry = store.find(id)
                    .filter(there -> EntryRights.may(viewer, EntryRights.REVIEW, there))
                    .map(there -> desk.locked(id, EntryRights.REVIEW, viewer))
                    .orElseGet(() -> desk.locked(id, EntryRights.EDIT, viewer));
            if (entry.state() != EntryState.PUBLISHED) {
                throw new Fault(DataError.ENTRY_NOT_NOW, entry.id() + " is not published");
            }
            Map<Field<?>, Object> sets = new HashMap<>();
            sets.put(STATE, EntryState.WITHDRAWN.word());
            Entry after = done(entry, sets, "withdrawn", viewer, Optional.of(required(reason)));
            watchers.forEach(watcher -> watcher.withdrawn(after, reason));
            return after;
        });
    }

    private Entry done(Entry entry, Map<Field<?>, Object> sets, String deed, Viewer viewer, Optional<String> note) {
        sets.put(CHANGED_AT, utc(clock.instant()));
        Entry after = store.change(entry.id(), sets);
        history.add(after, deed, clock.instant(), viewer, note);
        return after;
    }

    private static Map<Field<?>, Object> moved(Entry entry, EntryState to) {
        Map<Field<?>, Object> sets = new HashMap<>();
        sets.put(entry.version() == 0 ? STATE : REVISION_STATE, to.word());
        return sets;
    }

    private static Entry pending(Entry entry, EntryState state) {
        if (entry.pendingState().filter(state::equals).isEmpty()) {
            throw new Fault(
                    DataError.ENTRY_NOT_NOW,
                    entry.id() + " is "
                            + entry.pendingState().orElse(entry.state()).word() + ", not " + state.word());
        }
        return entry;
    }

    private void requireSound(Entry entry) {
        List<PlacedFault> faults = objections(entry);
        if (!faults.isEmpty()) {
            throw EntryDesk.faulty(faults);
        }
    }

    private static String required(String reason) {
        if (reason.isBlank()) {
            throw EntryDesk.faulty(List.of(EntryRights.fault("reason", "要写明原因", "a reason is needed")));
        }
        return reason.strip();
    }
}
