package org.chengshu.cases.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
}
