package org.chengshu.sense.decoders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Parsed;
import org.chengshu.wire.Telemetry;
import org.chengshu.wire.Value;
import org.chengshu.wire.WireFault;
import org.chengshu.wire.WireFault.Kind;

/** What one payload has given so far. For one thread. */
final class Draft {
    private final List<Observation> observations = new ArrayList<>();
    private final List<WireFault> faults = new ArrayList<>();
    private int more;

    void fault(Kind kind, String place, String detail) {
        fault(kind, place, detail, 1);
    }

    void fault(Kind kind, String place, String detail, int lost) {
        if (faults.size() < Telemetry.MAX_FAULTS) {
            faults.add(new WireFault(kind, place, detail, Math.max(1, lost)));
        } else {
            more += Math.max(1, lost);
        }
    }

    void observe(Instant time, Map<String, Object> values) {
        Map<String, Value> taken = new HashMap<>();
        values.forEach((name, value) -> taken.put(name, value(value)));
        if (!taken.isEmpty()) {
            observations.add(Observation.of(time, taken));
        }
    }

    private static Value value(Object value) {
        return switch (value) {
            case Double number -> Value.of(number.doubleValue());
            case Boolean flag -> Value.of(flag.booleanValue());
            default -> Value.of(storable(value.toString()));
        };
    }

    private static String storable(String text) {
        String cut = text.length() > Telemetry.MAX_TEXT ? text.substring(0, Telemetry.MAX_TEXT) : text;
        StringBuilder kept = new StringBuilder(cut.length());
        cut.codePoints()
                .filter(point -> point != 0 && Character.getType(point) != Character.SURROGATE)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    Parsed done(String place) {
        if (observations.isEmpty() && faults.isEmpty()) {
            fault(Kind.EMPTY, place, "the decoder found no value");
        }
        if (more > 0) {
            faults.add(new WireFault(Kind.MORE_FAULTS, place, more + " more values lost to further faults", more));
        }
        return new Parsed(observations, faults);
    }
}
