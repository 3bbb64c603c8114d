package org.chengshu.cases.clock;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** All clocks of a case and what was asked of them, as its history says; {@code seq} is the last line that was read. */
public record CaseClocks(
        long seq,
        List<StageClock> clocks,
        List<ClockRequest> requests,
        String stage,
        Optional<Instant> suspendedSince) {
    public CaseClocks {
        clocks = List.copyOf(clocks);
        requests = List.copyOf(requests);
    }

    public Optional<StageClock> find(String name) {
        return clocks.stream().filter(clock -> clock.name().equals(name)).findFirst();
    }

    /** The clock of the stage in which the case is. */
    public Optional<StageClock> current() {
        return find(stage).filter(StageClock::inside);
    }

    public Optional<ClockRequest> asked(ClockRequest.What what) {
        return requests.stream()
                .filter(request -> request.open() && request.what() == what)
                .findFirst();
    }

    /** The worst colour of those clocks that the case is in. */
    public Optional<ClockColour> colour(Instant now) {
        return inside().flatMap(clock -> clock.colour(now).stream()).max(Comparator.naturalOrder());
    }

    /** The first of these times of the clocks that run. */
    public Optional<Instant> first(Function<StageClock, Optional<Instant>> time) {
        return inside().filter(StageClock::running)
                .flatMap(clock -> time.apply(clock).stream())
                .min(Comparator.naturalOrder());
    }

    private Stream<StageClock> inside() {
        return clocks.stream().filter(StageClock::inside);
    }
}
