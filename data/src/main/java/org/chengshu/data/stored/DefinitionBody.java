package org.chengshu.data.stored;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;

/** A definition of a stored dataset as people and packs send it; whatever has a usual value may be left out. Immutable. */
public record DefinitionBody(
        Optional<String> id,
        Optional<Text> title,
        Optional<String> owner,
        Optional<RowsMode> mode,
        List<Field> fields,
        List<String> keys,
        Optional<String> timeField,
        Optional<String> areaPathField,
        Optional<Integer> keep) {
    private static final int INTERNAL = 2;

    /** Faults with {@link DataError#DEFINITION_FAULTY} when it says too little to be one. */
    public StoredDefinition toDefinition() {
        String named = id.orElseThrow(() -> faulty("id is missing"));
        return new StoredDefinition(
                named,
                title.orElseThrow(() -> faulty("title is missing")),
                owner.orElse(""),
                mode.orElse(RowsMode.REPLACE),
                Objects.requireNonNullElse(fields, List.<Field>of()).stream()
                        .map(Field::toField)
                        .toList(),
                Objects.requireNonNullElse(keys, List.of()),
                timeField.orElse(StoredDefinition.LOADED_AT),
                areaPathField,
                keep.orElse(StoredDefinition.USUAL_KEEP),
                Optional.empty());
    }

    private static Fault faulty(String detail) {
        return new Fault(DataError.DEFINITION_FAULTY, detail);
    }

    /** A field of it. */
    public record Field(
            Optional<String> name,
            Optional<Text> title,
            Optional<FieldType> type,
            Optional<String> unit,
            Optional<Integer> sensitivity,
            Optional<String> standard,
            Optional<String> origin) {
        StoredField toField() {
            String named = name.orElseThrow(() -> faulty("a field has no name"));
            return new StoredField(
                    named,
                    title.orElseGet(() -> Text.of(named, named)),
                    type.orElse(FieldType.TEXT),
                    unit,
                    sensitivity.orElse(INTERNAL),
                    standard,
                    origin);
        }
    }
}
