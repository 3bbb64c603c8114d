package org.chengshu.demo.air;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.chengshu.demo.town.Gadget;

/** Decides from the seed what goes wrong next and where. Not safe for use by many threads. */
public final class Troubles {
    private static final Duration DUST_AT_MOST = Duration.ofMinutes(6);
    private static final Duration DEAD_AT_MOST = Duration.ofMinutes(3);
    private static final Duration NONSENSE_AT_MOST = Duration.ofSeconds(40);

    private final SplittableRandom random;
    private final List<Gadget> sites;

    public Troubles(long seed, List<Gadget> gadgets) {
        this.random = new SplittableRandom(seed ^ 0x5eed);
        this.sites = gadgets.stream()
                .filter(gadget -> gadget.sort() == Gadget.Sort.SITE)
                .toList();
    }

    public Incident next(Instant now) {
        String device = sites.get(random.nextInt(sites.size())).code();
        int dice = random.nextInt(100);
        if (dice < 60) {
            return new Incident(device, Incident.Kind.DUST, now, DUST_AT_MOST, 380 + random.nextInt(450));
        }
        if (dice < 75) {
            return new Incident(device, Incident.Kind.NOISE, now, DUST_AT_MOST, 24 + random.nextInt(10));
        }
        if (dice < 88) {
            return new Incident(device, Incident.Kind.DEAD, now, DEAD_AT_MOST, 0);
        }
        return new Incident(device, Incident.Kind.NONSENSE, now, NONSENSE_AT_MOST, 0);
    }

    /** How long until the next one. */
    public Duration pause() {
        return Duration.ofMillis(9_000 + random.nextInt(16_000));
    }
}
