package org.chengshu.cases.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.core.spi.Witness;
import org.chengshu.core.spi.WitnessSource;
import org.springframework.boot.test.context.TestComponent;

/** Stations that report at every moment until they die. */
@TestComponent
public class FakeStations implements WitnessSource {
    /** Longer than a slow machine pauses, shorter than a test waits. */
    public static final Duration MAX_SILENCE = Duration.ofSeconds(3);

    private final Clock clock;
    private final Map<String, Instant> dead = new ConcurrentHashMap<>();

    private final Set<String> diaries = ConcurrentHashMap.newKeySet();

    FakeStations(Clock clock) {
        this.clock = clock;
    }

    public void die(String station) {
        dead.put(station, clock.instant());
    }

    public void liveAgain(String station) {
        dead.remove(station);
    }

    @Override
    public String subjectKind() {
        return "device";
    }

    @Override
    public Optional<Witness> find(String station) {
        Instant seen = Optional.ofNullable(dead.get(station)).orElseGet(clock::instant);
        return Optional.of(new Witness(Optional.of(seen), Optional.of(MAX_SILENCE)));
    }

    /** Stations that kept a diary report the past without a pause. */
    @Override
    public Optional<Instant> heardThroughout(String station, Instant from, Instant to) {
        return diaries.contains(station) ? Optional.of(to.minusSeconds(1)) : Optional.empty();
    }

    public void keptADiary(String station) {
        diaries.add(station);
    }
}
