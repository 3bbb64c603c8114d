package org.chengshu.data.stored;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * What a stored dataset is. It has one field more than those named here: {@value #LOADED_AT}, the time at which the platform
 * took the row. Immutable; whether it can be kept is for {@link StoredDatasets#define} to say.
 *
 * @param id {@code layer.name}, such as {@code raw.enterprise}
 * @param owner code of the organisation that answers for it
 * @param keys the fields that tell rows apart; needed for {@link RowsMode#MERGE}
 * @param timeField the field that places a row in time, usually {@value #LOADED_AT}
 * @param keep how many revisions stay readable, the current one included
 * @param pack the pack that declares it; without one people look after it
 */
public record StoredDefinition(
        String id,
        Text title,
        String owner,
        RowsMode mode,
        List<StoredField> fields,
        List<String> keys,
        String timeField,
        Optional<String> areaPathField,
        int keep,
        Optional<String> pack) {
    public static final String LOADED_AT = "loaded_at";
    public static final int USUAL_KEEP = 10;

    public StoredDefinition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        owner = Objects.requireNonNullElse(owner, "");
        mode = Objects.requireNonNullElse(mode, RowsMode.REPLACE);
        fields = List.copyOf(fields);
        keys = keys == null ? List.of() : List.copyOf(keys);
        timeField = Objects.requireNonNullElse(timeField, LOADED_AT);
        areaPathField = Objects.requireNonNullElse(areaPathField, Optional.empty());
        keep = keep == 0 ? USUAL_KEEP : keep;
        pack = Objects.requireNonNullElse(pack, Optional.empty());
    }

    /** A dataset whose every revision takes the place of the former. */
    public static StoredDefinition of(String id, Text title, String owner, List<StoredField> fields) {
        return new StoredDefinition(
                id,
                title,
                owner,
                RowsMode.REPLACE,
                fields,
                List.of(),
                LOADED_AT,
                Optional.empty(),
                USUAL_KEEP,
                Optional.empty());
    }

    public StoredDefinition keyed(RowsMode other, String... names) {
        return new StoredDefinition(
                id, title, owner, other, fields, List.of(names), timeField, areaPathField, keep, pack);
    }

    public StoredDefinition timed(String field) {
        return new StoredDefinition(id, title, owner, mode, fields, keys, field, areaPathField, keep, pack);
    }

    public StoredDefinition placed(String field) {
        return new StoredDefinition(id, title, owner, mode, fields, keys, timeField, Optional.of(field), keep, pack);
    }

    public StoredDefinition keeping(int revisions) {
        return new StoredDefinition(id, title, owner, mode, fields, keys, timeField, areaPathField, revisions, pack);
    }

    public StoredDefinition with(List<StoredField> others) {
        return new StoredDefinition(id, title, owner, mode, others, keys, timeField, areaPathField, keep, pack);
    }

    /** The same, declared by a pack, or looked after by people. */
    StoredDefinition of(Optional<String> other) {
        return new StoredDefinition(id, title, owner, mode, fields, keys, timeField, areaPathField, keep, other);
    }

    public Optional<StoredField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** What keeps this from becoming the other once there are rows. */
    Optional<Text> obstacle(StoredDefinition other) {
        if (mode != other.mode()) {
            return Optional.of(fixed("写入方式", "its mode"));
        }
        if (mode == RowsMode.MERGE && !keys.equals(other.keys())) {
            return Optional.of(fixed("主键", "its keys"));
        }
        return other.fields().stream()
                .filter(field -> field(field.name())
                        .filter(before -> before.type() != field.type() && !field.isWiderThan(before))
                        .isPresent())
                .findFirst()
                .map(field -> fixed("数据项 " + field.name() + " 的类型", "the type of field " + field.name()));
    }

    private static Text fixed(String zh, String en) {
        return Text.of(
                "已有数据，" + zh + "不能再改；请换名入库或先删除",
                "it has rows, so " + en + " stays; load it under another name or drop it first");
    }

    /** The layer; only of a sound definition. */
    @JsonIgnore
    public Layer layer() {
        return Layer.ofId(id).orElseThrow();
    }

    /** The name within the layer as tables have it. */
    String table() {
        return id.substring(id.indexOf('.') + 1).replace('-', '_');
    }

    /** The view of schema facts that shows what is current. */
    String view() {
        return id.replace('.', '_').replace('-', '_');
    }
}
