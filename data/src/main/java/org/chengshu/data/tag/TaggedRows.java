package org.chengshu.data.tag;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.data.Condition;
import org.chengshu.data.Dataset;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.Datasets;
import org.chengshu.data.Order;
import org.chengshu.data.Rows;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** Reads the rows behind a tag through the datasets, with the viewer's rights, and counts the use. */
@Component
class TaggedRows {
    /** @param next the key to go on after, absent at the end */
    record Page(List<String> columns, List<Map<String, Object>> items, Optional<String> next) {}

    private final TagStore store;
    private final Datasets datasets;
    private final Clock clock;

    TaggedRows(TagStore store, Datasets datasets, Clock clock) {
        this.store = store;
        this.datasets = datasets;
        this.clock = clock;
    }

    Page page(Tag tag, String after, int limit, Viewer viewer) {
        if (limit < 1 || limit > Cursor.MAX_LIMIT) {
            throw new Fault(CoreError.BAD_REQUEST, "limit must be 1.." + Cursor.MAX_LIMIT + ", not " + limit);
        }
        List<String> keys = store.keys(tag.id(), after, limit);
        List<String> fields = readable(datasets.get(tag.dataset()), viewer);
        List<Map<String, Object>> items = keys.isEmpty() ? List.of() : items(tag, keys, fields, viewer);
        Instant now = clock.instant();
        store.used(tag.id(), now.atZone(ZoneOffset.UTC).toLocalDate(), now, items.size());
        return new Page(fields, items, keys.size() < limit ? Optional.empty() : Optional.of(keys.getLast()));
    }

    private List<Map<String, Object>> items(Tag tag, List<String> keys, List<String> fields, Viewer viewer) {
        Rows rows = datasets.query(
                DatasetQuery.fields(tag.dataset(), fields)
                        .where(Condition.in(tag.key(), keys))
                        .orderBy(Order.up(tag.key())),
                viewer);
        List<Map<String, Object>> items = new ArrayList<>();
        for (List<Object> row : rows.rows()) {
            Map<String, Object> item = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                if (row.get(i) != null) {
                    item.put(fields.get(i), row.get(i));
                }
            }
            items.add(item);
        }
        return items;
    }

    private static List<String> readable(Dataset dataset, Viewer viewer) {
        boolean sensitive = viewer.may(Datasets.READ_SENSITIVE);
        return dataset.fields().stream()
                .filter(field -> sensitive || field.sensitivity() < Dataset.SENSITIVE)
                .map(field -> field.name())
                .toList();
    }
}
