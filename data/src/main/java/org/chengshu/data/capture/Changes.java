package org.chengshu.data.capture;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.chengshu.data.feed.Change;

/** Makes rows of the messages that tell of one table. */
final class Changes {
    private final String schema;
    private final String table;
    private final BiFunction<Map<String, String>, List<String>, Map<String, Optional<String>>> lookUp;
    private final Map<Integer, Message.Relation> relations = new HashMap<>();

    /** @param lookUp values of these columns of the row of this key, as they are now: for long ones that did not change */
    Changes(
            String schema,
            String table,
            BiFunction<Map<String, String>, List<String>, Map<String, Optional<String>>> lookUp) {
        this.schema = schema;
        this.table = table;
        this.lookUp = lookUp;
    }

    /** The columns of the table, once they have been told. */
    Optional<List<String>> columns() {
        return relations.values().stream().filter(this::isOurs).findFirst().map(relation -> relation.columns().stream()
                .map(Message.Column::name)
                .toList());
    }

    List<ChangeRow> of(Message message) {
        return switch (message) {
            case Message.Relation relation -> {
                relations.put(relation.id(), relation);
                yield List.of();
            }
            case Message.Insert insert ->
                ours(insert.relation())
                        .map(to -> List.of(put(to, insert.row(), Optional.empty())))
                        .orElse(List.of());
            case Message.Update update ->
                ours(update.relation()).map(to -> updated(to, update)).orElse(List.of());
            case Message.Delete delete ->
                ours(delete.relation())
                        .map(to -> List.of(gone(to, delete.former())))
                        .orElse(List.of());
            case Message.Truncate truncate ->
                truncate.relations().stream().anyMatch(id -> ours(id).isPresent())
                        ? List.of(new ChangeRow(Change.CLEAR, Map.of()))
                        : List.of();
            default -> List.of();
        };
    }

    private Optional<Message.Relation> ours(int id) {
        return Optional.ofNullable(relations.get(id)).filter(this::isOurs);
    }

    private boolean isOurs(Message.Relation relation) {
        return relation.schema().equals(schema) && relation.table().equals(table);
    }

    private List<ChangeRow> updated(Message.Relation relation, Message.Update update) {
        ChangeRow row = put(relation, update.row(), update.former());
        return update.former()
                .map(former -> List.of(gone(relation, former), row))
                .orElse(List.of(row));
    }

    private static ChangeRow gone(Message.Relation relation, Message.Tuple former) {
        Map<String, Optional<String>> cells = new LinkedHashMap<>();
        for (int i = 0; i < relation.columns().size() && i < former.cells().size(); i++) {
            if (former.cells().get(i) instanceof Message.Cell.Value(String text)) {
                Message.Column column = relation.columns().get(i);
                cells.put(column.name(), Optional.of(Canonical.text(column.type(), text)));
            }
        }
        return new ChangeRow(Change.DELETE, cells);
    }

    private ChangeRow put(Message.Relation relation, Message.Tuple row, Optional<Message.Tuple> former) {
        Map<String, Optional<String>> cells = new LinkedHashMap<>();
        Map<String, String> key = new LinkedHashMap<>();
        List<String> untold = new java.util.ArrayList<>();
        for (int i = 0; i < relation.columns().size() && i < row.cells().size(); i++) {
            Message.Column column = relation.columns().get(i);
            switch (told(row, former, i)) {
                case Message.Cell.Value(String text) -> {
                    cells.put(column.name(), Optional.of(Canonical.text(column.type(), text)));
                    if (column.key()) {
                        key.put(column.name(), text);
                    }
                }
                case Message.Cell.Null ignored -> cells.put(column.name(), Optional.empty());
                case Message.Cell.Unchanged ignored -> untold.add(column.name());
            }
        }
        if (!untold.isEmpty()) {
            cells.putAll(lookUp.apply(key, untold));
        }
        return new ChangeRow(Change.PUT, cells);
    }

    private static Message.Cell told(Message.Tuple row, Optional<Message.Tuple> former, int index) {
        Message.Cell cell = row.cells().get(index);
        boolean known = cell instanceof Message.Cell.Unchanged
                && former.filter(tuple ->
                                index < tuple.cells().size() && tuple.cells().get(index) instanceof Message.Cell.Value)
                        .isPresent();
        return known ? former.orElseThrow().cells().get(index) : cell;
    }
}
