package org.chengshu.demo.air;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is going wrong right now, at most one thing a device. Safe for use by many threads. */
public final class Incidents {
    private final Map<String, Incident> byDevice = new ConcurrentHashMap<>();

    public void begin(Incident incident) {
        byDevice.putIfAbsent(incident.device(), incident);
    }

    /** Somebody dealt with it. */
    public void end(String device) {
        byDevice.remove(device);
    }

    public Optional<Incident> at(String device, Instant now) {
        Incident incident = byDevice.get(device);
        if (incident == null || now.isBefore(incident.start())) {
            return Optional.empty();
        }
        if (incident.isOver(now)) {
            byDevice.remove(device, incident);
            return Optional.empty();
        }
        return Optional.of(incident);
    }

    public List<Incident> all() {
        return List.copyOf(byDevice.values());
    }
}
