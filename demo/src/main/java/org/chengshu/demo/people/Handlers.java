package org.chengshu.demo.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.demo.air.Incidents;
import org.chengshu.demo.link.HttpLink;
import tools.jackson.databind.JsonNode;

/**
 * A department's handlers: they take most of the cases dispatched to them after a while, mend what is wrong at the site,
 * and say so. A few cases they leave lying, as people do. Called by one thread at a time.
 */
public final class Handlers {
    private static final int LEFT_LYING_PERCENT = 12;
    private static final String MINE = "/api/cases/v1/cases?stage=handle&mine=true&limit=100";

    private final HttpLink link;
    private final Clock clock;
    private final Incidents incidents;
    private final String[] notes;
    private final SplittableRandom random;
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();

    private record Plan(Instant takeAt, Instant doneAt, boolean taken) {
        Plan asTaken() {
            return new Plan(takeAt, doneAt, true);
        }
    }

    public Handlers(HttpLink link, Clock clock, Incidents incidents, long seed, String... notes) {
        this.link = link;
        this.clock = clock;
        this.incidents = incidents;
        this.random = new SplittableRandom(seed);
        this.notes = notes.clone();
    }

    public void work() {
        Instant now = clock.instant();
        for (JsonNode found : link.get(MINE).path("items")) {
            String id = found.path("id").asString();
            Plan plan = plans.computeIfAbsent(id, any -> plan(now));
            if (!plan.taken() && now.isAfter(plan.takeAt())) {
                act(id, "take", "已接单，前往现场");
                plans.put(id, plan.asTaken());
            } else if (plan.taken() && now.isAfter(plan.doneAt())) {
                incidents.end(found.path("subject").path("id").asString(""));
                act(id, "handled", notes[random.nextInt(notes.length)]);
                plans.remove(id);
            }
        }
    }

    private Plan plan(Instant now) {
        if (random.nextInt(100) < LEFT_LYING_PERCENT) {
            return new Plan(Instant.MAX, Instant.MAX, false);
        }
        Instant takeAt = now.plusSeconds(6 + random.nextInt(14));
        return new Plan(takeAt, takeAt.plusSeconds(12 + random.nextInt(30)), false);
    }

    // Somebody at a screen may have acted first; then the refusal is right and the case is no longer ours.
    private void act(String id, String action, String note) {
        link.answerTo("/api/cases/v1/cases/" + id + "/actions", Map.of("action", action, "note", note));
    }
}
