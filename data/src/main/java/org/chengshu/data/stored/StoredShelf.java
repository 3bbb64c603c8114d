package org.chengshu.data.stored;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.Dataset;
import org.chengshu.data.registry.Published;
import org.chengshu.data.registry.Shelf;
import org.chengshu.kernel.Text;
import org.jooq.Name;
import org.springframework.stereotype.Component;

/**
 * The stored datasets as this node knows them: looked up again when their version has moved, which is asked for once a second
 * at most. Inside a transaction it is asked every time and what is found there is kept by nobody, as it may never be committed.
 */
@Component
final class StoredShelf implements Shelf {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Text LOADED_AT = Text.of("入库时间", "Loaded at");

    private final StoredRows rows;
    private final RevisionRows revisions;
    private final Transactions transactions;
    private final Clock clock;
    private volatile Known known = new Known(-1, Instant.MIN, Map.of());

    StoredShelf(StoredRows rows, RevisionRows revisions, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.revisions = revisions;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Published> list() {
        return known().byId().values().stream()
                .map(definition -> published(definition, StoredSql.view(definition), definition.id()))
                .toList();
    }

    @Override
    public Optional<Published> find(String id) {
        int at = id.indexOf('@');
        if (Layer.ofId(id).isEmpty()) {
            return Optional.empty();
        }
        if (at >= 0) {
            return Optional.ofNullable(known().byId().get(id.substring(0, at)))
                    .flatMap(definition -> former(definition, id.substring(at + 1)));
        }
        return Optional.ofNullable(known().byId().get(id))
                .map(definition -> published(definition, StoredSql.view(definition), id));
    }

    /** Forgets what it knows. */
    void lookAgain() {
        known = new Known(-1, Instant.MIN, Map.of());
    }

    private Optional<Published> former(StoredDefinition definition, String number) {
        return revisions.readable(definition.id()).stream()
                .filter(readable -> readable.toString().equals(number))
                .findFirst()
                .map(readable ->
                        published(definition, StoredSql.asOf(definition, readable), definition.id() + "@" + readable));
    }

    private Known known() {
        Known now = known;
        if (transactions.active()) {
            long version = rows.version();
            return version == now.version() ? now : read(version);
        }
        if (now.askedAt().isBefore(clock.instant().minus(FRESH))
                || now.askedAt().isAfter(clock.instant())) {
            long version = rows.version();
            now = version == now.version() ? new Known(version, clock.instant(), now.byId()) : read(version);
            known = now;
        }
        return now;
    }

    private Known read(long version) {
        Map<String, StoredDefinition> byId = new TreeMap<>();
        rows.list().forEach(stored -> byId.put(stored.id(), stored.definition()));
        return new Known(version, clock.instant(), byId);
    }

    private static Published published(StoredDefinition definition, Name relation, String id) {
        List<FactField> fields = new ArrayList<>(
                definition.fields().stream().map(StoredField::fact).toList());
        fields.add(FactField.of(StoredDefinition.LOADED_AT, LOADED_AT, FieldType.INSTANT));
        Dataset dataset = new Dataset(
                id, definition.title(), definition.owner(), definition.timeField(), definition.areaPathField(), fields);
        return new Published(dataset, relation.first(), relation.last());
    }

    private record Known(long version, Instant askedAt, Map<String, StoredDefinition> byId) {}
}
