package org.chengshu.demo.air;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.demo.town.Gadget;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;

/** What a device reports at a moment: the air around it, changed by what is going wrong there; nothing when it is dead. */
public final class Reports {
    private static final double RISE_SECONDS = 20;
    private static final double BEYOND_ANY_RANGE = 99_999;

    private final Air air;
    private final Incidents incidents;

    public Reports(Air air, Incidents incidents) {
        this.air = air;
        this.incidents = incidents;
    }

    public Optional<Observation> report(Gadget gadget, Instant now) {
        Map<String, Value> values = new TreeMap<>(air.values(gadget, now));
        Optional<Incident> incident = incidents.at(gadget.code(), now);
        if (incident.isPresent()) {
            if (incident.get().kind() == Incident.Kind.DEAD) {
                return Optional.empty();
            }
            disturb(values, incident.get(), now);
        }
        if (gadget.sort() == Gadget.Sort.SITE) {
            values.put("spraying", Value.of(incident.isEmpty()));
        }
        return Optional.of(Observation.of(now, values));
    }

    private static void disturb(Map<String, Value> values, Incident incident, Instant now) {
        double seconds = Duration.between(incident.start(), now).toSeconds();
        double grown = Math.min(1, seconds / RISE_SECONDS) * incident.strength();
        switch (incident.kind()) {
            case DUST -> raise(values, "pm10", grown);
            case NOISE -> raise(values, "noise", grown);
            case NONSENSE -> values.put("pm10", Value.of(BEYOND_ANY_RANGE));
            case DEAD -> throw new IllegalArgumentException("a dead device reports nothing");
        }
    }

    private static void raise(Map<String, Value> values, String property, double by) {
        if (values.get(property) instanceof Value.Num(double number)) {
            values.put(property, Value.of(number + by));
        }
    }
}
