package org.chengshu.sense.decoders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.sense.decoders.JsonPath.Found;
import org.chengshu.sense.decoders.Row.Derived;
import org.chengshu.sense.decoders.Row.FieldName;
import org.chengshu.wire.Parsed;
import org.chengshu.wire.Telemetry;
import org.chengshu.wire.WireFault.Kind;
import tools.jackson.databind.JsonNode;

/** Reads JSON by paths. Each row is an observation; without rows the document is one. */
record JsonDecoder(Optional<JsonPath> rows, Optional<Time> time, List<Field> fields, List<Derived> formulas)
        implements Decoder {
    static final String ROOT = "$";

    record Field(FieldName name, JsonPath path, Conversion conversion, boolean required) {}

    record Time(JsonPath path, TimeRule rule, boolean required) {
        /** Without it, unless it is required, an observation happened on arrival. */
        Optional<Instant> read(Found root, Found row, Instant received, int values, Draft draft) {
            Optional<Found> found = path.find(root, row);
            if (found.isEmpty() && !required) {
                return Optional.of(received);
            }
            if (found.isEmpty()) {
                draft.fault(Kind.MISSING, path.place(root, row), "the time is not there", values);
                return Optional.empty();
            }
            Optional<Instant> read = Documents.scalar(found.get().node()).flatMap(rule::read);
            return within(read, received, found.get().place(), values, draft);
        }
    }

    @Override
    public Parsed decode(byte[] payload, Instant received) {
        Draft draft = new Draft();
        Optional<JsonNode> document = Documents.read(payload, draft);
        if (document.isPresent()) {
            Found root = new Found(document.get(), ROOT);
            for (Found row : rowsOf(root, draft)) {
                read(root, row, received, draft);
            }
        }
        return draft.done(ROOT);
    }

    private List<Found> rowsOf(Found root, Draft draft) {
        if (rows.isEmpty()) {
            return List.of(root);
        }
        List<Found> found = rows.get().all(root, Telemetry.MAX_OBSERVATIONS + 1);
        if (found.size() > Telemetry.MAX_OBSERVATIONS) {
            draft.fault(Kind.TOO_MANY_OBSERVATIONS, ROOT, "more than " + Telemetry.MAX_OBSERVATIONS + " rows");
            return List.of();
        }
        return found;
    }

    private void read(Found root, Found row, Instant received, Draft draft) {
        Row values = new Row(Map.of());
        for (Field field : fields) {
            Optional<Found> found = field.path.find(root, row);
            if (found.isPresent()) {
                take(field, found.get(), values, draft);
            } else if (field.required) {
                draft.fault(Kind.MISSING, field.path.place(root, row), field.name.name() + " is not there");
            }
        }
        values.derive(formulas, row.place(), draft);
        timeOf(root, row, received, values.values().size(), draft).ifPresent(at -> draft.observe(at, values.values()));
    }

    private static void take(Field field, Found found, Row values, Draft draft) {
        Optional<Object> raw = Documents.scalar(found.node());
        if (raw.isEmpty()) {
            draft.fault(Kind.NESTED_VALUE, found.place(), field.name.name() + " is an object or array");
        } else {
            values.take(field.name, field.conversion, raw.get(), found.place(), draft);
        }
    }

    private Optional<Instant> timeOf(Found root, Found row, Instant received, int values, Draft draft) {
        if (time.isEmpty()) {
            return Optional.of(received);
        }
        return time.get().read(root, row, received, values, draft);
    }

    static Optional<Instant> within(Optional<Instant> read, Instant received, String place, int values, Draft draft) {
        if (read.isEmpty()) {
            draft.fault(Kind.BAD_TIME, place, "the time is not written as the decoder says", values);
        } else if (!TimeRule.isWithin(read.get(), received)) {
            draft.fault(
                    Kind.TIME_OUT_OF_RANGE,
                    place,
                    read.get() + " lies before 1970 or more than a day after arrival",
                    values);
            return Optional.empty();
        }
        return read;
    }
}
