package org.chengshu.wire;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One object that may become an observation. Its shape is only known at its end: a {@code values} object anywhere in it
 * makes it the shape with a time, and then its other fields are no values.
 */
final class Draft {
    private static final String TS = "ts";
    private static final String VALUES = "values";
    private static final String DEVICE = "device";

    private final Place place;
    private final Fields direct;
    private Optional<Fields> inner = Optional.empty();

    private Draft(Place place) {
        this.place = place;
        this.direct = new Fields(place);
    }

    /** Reads a whole object whose start is the current token. */
    static Draft read(JsonParser parser, Place place) {
        Draft draft = new Draft(place);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT && draft.inner.isEmpty() && name.equals(VALUES)) {
                draft.inner = Optional.of(Fields.readObject(parser, place.field(VALUES)));
            } else {
                draft.direct.read(name, token, parser);
            }
        }
        draft.direct.end();
        return draft;
    }

    /** Takes the device code out of the object, so that it does not count as a value. */
    Optional<String> takeDevice(Faults faults) {
        if (direct.values().remove(DEVICE).orElse(null) instanceof Value.Str(String text) && Texts.isName(text)) {
            return Optional.of(text);
        }
        direct.faults().removeIf(named -> named.name().equals(DEVICE));
        int lost = Math.max(1, inner.orElse(direct).values().size());
        String detail = "device is a text of 1 to " + Telemetry.MAX_KEY + " printable characters";
        faults.add(new WireFault(WireFault.Kind.BAD_DEVICE, place.field(DEVICE).toString(), detail, lost));
        return Optional.empty();
    }

    /** The observation, unless faults leave nothing of it. */
    Optional<Observation> finish(Times times, Faults faults) {
        return inner.isPresent() ? timed(inner.get(), times, faults) : plain(times, faults);
    }

    private Optional<Observation> plain(Times times, Faults faults) {
        direct.faults().forEach(named -> faults.add(named.fault()));
        return observation(direct, times.received(), faults);
    }

    private Optional<Observation> timed(Fields fields, Times times, Faults faults) {
        fields.faults().forEach(named -> faults.add(named.fault()));
        Optional<Instant> time = time(times, Math.max(1, fields.values().size()), faults);
        for (Fields.Named named : direct.faults()) {
            if (!named.name().equals(TS) || time.isPresent()) {
                faults.add(named.fault());
            }
        }
        for (int i = 0; i < direct.values().size(); i++) {
            String name = direct.values().name(i);
            if (!name.equals(TS)) {
                faults.add(WireFault.Kind.UNEXPECTED_FIELD, place.field(name), "values stand inside 'values'");
            }
        }
        return time.flatMap(instant -> observation(fields, instant, faults));
    }

    private Optional<Instant> time(Times times, int lost, Faults faults) {
        Optional<Value> ts = direct.values().find(TS);
        if (ts.isPresent()) {
            return times.read(ts.get(), place.field(TS), lost, faults);
        }
        if (direct.faults().stream().noneMatch(named -> named.name().equals(TS))) {
            return Optional.of(times.received());
        }
        faults.add(new WireFault(WireFault.Kind.BAD_TIME, place.field(TS).toString(), Times.EXPECTED, lost));
        return Optional.empty();
    }

    private Optional<Observation> observation(Fields fields, Instant time, Faults faults) {
        if (!fields.values().isEmpty()) {
            return Optional.of(Observation.of(time, fields.values()));
        }
        if (fields.faults().isEmpty()) {
            faults.add(WireFault.Kind.EMPTY, place, "no value");
        }
        return Optional.empty();
    }
}
