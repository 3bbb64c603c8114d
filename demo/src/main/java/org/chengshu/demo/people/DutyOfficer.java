package org.chengshu.demo.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.demo.link.HttpLink;
import tools.jackson.databind.JsonNode;

/** Acknowledges most alarms some seconds after they were raised. Called by one thread at a time. */
public final class DutyOfficer {
    private static final int SEEN_PERCENT = 70;
    private static final int FORGET_ABOVE = 5_000;

    private final HttpLink link;
    private final Clock clock;
    private final SplittableRandom random;
    private final Map<String, Instant> due = new ConcurrentHashMap<>();

    public DutyOfficer(HttpLink link, Clock clock, long seed) {
        this.link = link;
        this.clock = clock;
        this.random = new SplittableRandom(seed);
    }

    public void work() {
        if (due.size() > FORGET_ABOVE) {
            due.clear();
        }
        Instant now = clock.instant();
        for (JsonNode alarm : link.get("/api/alarm/v1/alarms?state=raised&historical=false&limit=100")
                .path("items")) {
            String id = alarm.path("id").asString();
            if (now.isAfter(due.computeIfAbsent(id, any -> moment(now)))) {
                link.answerTo("/api/alarm/v1/alarms/" + id + "/acknowledge", Map.of("note", "已知悉，持续关注"));
            }
        }
    }

    private Instant moment(Instant now) {
        return random.nextInt(100) < SEEN_PERCENT ? now.plusSeconds(5 + random.nextInt(25)) : Instant.MAX;
    }
}
