package org.chengshu.data.standard.keep;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.IfMatch;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What people do with items of any kind; those of packs are changed in their pack. */
@Component
public class StandardDesk {
    private final StandardItemStore store;
    private final Transactions transactions;

    StandardDesk(StandardItemStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** Makes or changes it; {@code ifMatch} is only asked when it is there. */
    public void put(StandardShelf<?> shelf, String kind, String id, JsonNode content, IfMatch ifMatch, Viewer viewer) {
        transactions.run(() -> {
            write(kind, id, content, ifMatch, viewer);
            shelf.refreshAfterCommit();
        });
    }

    /** Makes or changes all of them by their ids, or none when one is a pack's. */
    public void putAll(StandardShelf<?> shelf, String kind, List<Map.Entry<String, JsonNode>> items, Viewer viewer) {
        transactions.run(() -> {
            items.forEach(item -> write(kind, item.getKey(), item.getValue(), IfMatch.of("*"), viewer));
            shelf.refreshAfterCommit();
        });
    }

    private void write(String kind, String id, JsonNode content, IfMatch ifMatch, Viewer viewer) {
        store.lock(kind, id).ifPresent(before -> requireOurs(before, ifMatch));
        store.put(kind, id, content, Optional.empty(), viewer.name());
    }

    public void remove(
            StandardShelf<?> shelf, String kind, String id, IfMatch ifMatch, DataError absent, Viewer viewer) {
        transactions.run(() -> {
            StandardItem before = store.lock(kind, id).orElseThrow(() -> new Fault(absent, "there is no " + id));
            requireOurs(before, ifMatch);
            store.retire(kind, id, viewer.name());
            shelf.refreshAfterCommit();
        });
    }

    private static void requireOurs(StandardItem before, IfMatch ifMatch) {
        before.pack().ifPresent(pack -> {
            throw new Fault(DataError.STANDARD_ITEM_FROM_PACK, before.id() + " comes from the pack " + pack);
        });
        ifMatch.require(before.version());
    }
}
