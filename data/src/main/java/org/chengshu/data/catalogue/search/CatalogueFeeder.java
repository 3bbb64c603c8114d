package org.chengshu.data.catalogue.search;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.data.catalogue.Entry;
import org.chengshu.data.catalogue.EntryChanges;
import org.chengshu.data.catalogue.Providers;

/**
 * Brings what has changed into the index. A change is known by its transaction: everything before the oldest one that still
 * ran when the last round began is in the index, the rest is looked at again. For one thread.
 */
final class CatalogueFeeder {
    private static final String MARK = "transaction";
    private static final Duration COMMIT = Duration.ofSeconds(30);
    private static final int AT_ONCE = 2_000;
    private static final int SEEN = 20_000;

    private final CatalogueIndex index;
    private final EntryChanges changes;
    private final Providers providers;
    private final Clock clock;
    private final Map<String, String> marks;
    private final Map<String, Long> seen = new HashMap<>();
    private Instant committed;
    private boolean dirty;

    CatalogueFeeder(
            CatalogueIndex index, EntryChanges changes, Providers providers, Clock clock, Map<String, String> marks) {
        this.index = index;
        this.changes = changes;
        this.providers = providers;
        this.clock = clock;
        this.marks = new HashMap<>(marks);
        this.committed = clock.instant();
    }

    void round() throws IOException {
        long since = Long.parseLong(marks.getOrDefault(MARK, "0"));
        long settled = changes.settled();
        boolean changed = false;
        for (String gone : changes.gone(since)) {
            index.forget(gone);
            seen.remove(gone);
            changed = true;
        }
        long after = 0;
        List<EntryChanges.Changed> page;
        do {
            page = since == 0 ? changes.all(after, AT_ONCE) : changes.since(since, after, AT_ONCE);
            for (EntryChanges.Changed one : page) {
                changed |= put(one);
                after = one.entry().seq();
            }
            shown(page);
        } while (page.size() == AT_ONCE);
        if (changed) {
            index.refresh();
        }
        dirty |= changed;
        marks.put(MARK, String.valueOf(settled));
        if (dirty && Duration.between(committed, clock.instant()).abs().compareTo(COMMIT) > 0) {
            commit();
        }
    }

    /** While an index is made from nothing, what is in it is found already. */
    private void shown(List<EntryChanges.Changed> page) throws IOException {
        if (page.size() == AT_ONCE) {
            index.refresh();
        }
    }

    private boolean put(EntryChanges.Changed changed) throws IOException {
        Entry entry = changed.entry();
        if (seen.size() > SEEN) {
            seen.clear();
        }
        Long last = seen.put(entry.id(), changed.transaction());
        if (last != null && last == changed.transaction()) {
            return false;
        }
        index.put(
                entry.id(),
                EntryDocument.of(entry, providers.name(entry.organisation()).zh()));
        return true;
    }

    void commit() throws IOException {
        index.commit(marks);
        committed = clock.instant();
        dirty = false;
    }
}
