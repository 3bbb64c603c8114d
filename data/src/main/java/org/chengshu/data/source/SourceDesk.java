package org.chengshu.data.source;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.SourceRemoval;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Keeps the sources: made, changed, paused, removed. */
@Component
final class SourceDesk {
    /** Where a source leads to; when that changes, kept secrets would be told to somebody else. */
    private static final List<String> ADDRESS = List.of("engine", "host", "port", "url");

    /** What decides which rows are asked for; when that changes, a mark has no meaning any more. */
    private static final List<String> QUESTION =
            List.of("engine", "host", "port", "url", "database", "table", "query", "by", "folder");

    private final SourceStore store;
    private final Transactions transactions;
    private final List<SourceRemoval> removals;
    private final ZoneId zone;
    private final Clock clock;

    SourceDesk(
            SourceStore store,
            Transactions transactions,
            List<SourceRemoval> removals,
            CitySettings city,
            Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.removals = removals;
        this.zone = city.zone();
        this.clock = clock;
    }

    List<Source> list() {
        return store.list();
    }

    Source get(UUID id) {
        return store.find(id).orElseThrow(() -> SourceStore.missing(id));
    }

    Source create(SourceDraft draft, Viewer viewer) {
        UUID id = Ids.at(clock.instant());
        return transactions.call(() -> {
            requireFree(draft.name(), id);
            store.insert(id, draft, nextRun(draft.schedule()), viewer.accountId());
            return get(id);
        });
    }

    Source change(UUID id, SourceDraft draft, IfMatch ifMatch) {
        return transactions.call(() -> {
            Source former = store.lock(id);
            ifMatch.require(former.version());
            if (!former.kind().equals(draft.kind())) {
                throw new Fault(
                        DataError.SOURCE_FAULTY, "kind: a source stays a " + former.kind() + "; make another one");
            }
            requireFree(draft.name(), id);
            Map<String, String> secrets = kept(former, draft);
            boolean keepsMark = same(QUESTION, former.config(), draft.config());
            store.update(id, draft, secrets, former.paused() ? Optional.empty() : nextRun(draft.schedule()), keepsMark);
            return get(id);
        });
    }

    /** The secrets that the changed source has: those given, and of the others those that stay with their address. */
    Map<String, String> kept(Source former, SourceDraft draft) {
        Map<String, String> secrets = new TreeMap<>(store.secrets(former.id()));
        boolean moved = !same(ADDRESS, former.config(), draft.config());
        secrets.keySet().stream()
                .filter(name -> moved && !draft.secrets().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Fault(
                            DataError.SOURCE_FAULTY,
                            "config." + name + ": give it again, because the source leads to another address now");
                });
        secrets.putAll(draft.secrets());
        return secrets;
    }

    private static boolean same(List<String> fields, JsonNode former, JsonNode now) {
        return fields.stream().allMatch(field -> Objects.equals(former.path(field), now.path(field)));
    }

    Source pause(UUID id, boolean paused) {
        return transactions.call(() -> {
            Source source = store.lock(id);
            store.pause(id, paused, paused ? Optional.empty() : nextRun(source.schedule()));
            return get(id);
        });
    }

    /** Makes the next run read everything. */
    Source forgetMark(UUID id) {
        return transactions.call(() -> {
            store.lock(id);
            store.forgetMark(id);
            return get(id);
        });
    }

    /** Removes the source and what it has left with others; the rows that came from it stay. */
    void remove(UUID id, IfMatch ifMatch, boolean leave) {
        Source source = get(id);
        ifMatch.require(source.version());
        if (source.running().isPresent()) {
            throw new Fault(DataError.SOURCE_BUSY, source.name() + " is being read; cancel that first");
        }
        if (!leave) {
            removals.stream()
                    .filter(removal -> removal.kind().equals(source.kind()))
                    .forEach(removal -> removal.tidy(id));
        }
        transactions.run(() -> {
            ifMatch.require(store.lock(id).version());
            store.delete(id);
        });
    }

    private void requireFree(String name, UUID id) {
        if (store.isTaken(name, id)) {
            throw new Fault(DataError.SOURCE_FAULTY, "name: there is a source " + name + " already");
        }
    }

    Optional<Instant> nextRun(Optional<Schedule> schedule) {
        return schedule.map(times -> times.next(clock.instant(), zone));
    }
}
