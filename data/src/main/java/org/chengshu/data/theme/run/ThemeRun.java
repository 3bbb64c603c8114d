package org.chengshu.data.theme.run;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Text;

/**
 * One run of a theme. Immutable.
 *
 * @param periods how many were computed; empty when everything was
 * @param inputs the revision of each stored input that it read
 * @param written rows that it made; {@code total}: rows that the theme holds afterwards
 */
public record ThemeRun(
        UUID id,
        String theme,
        int version,
        String cause,
        RunState state,
        Optional<Integer> periods,
        Map<String, Integer> inputs,
        long written,
        long total,
        Optional<Integer> revision,
        Optional<Text> reason,
        Instant startedAt,
        Optional<Instant> endedAt) {
    public ThemeRun {
        inputs = Map.copyOf(inputs);
    }

    ThemeRun ended(RunState how, Optional<Text> why, Instant at) {
        return new ThemeRun(
                id,
                theme,
                version,
                cause,
                how,
                periods,
                inputs,
                written,
                total,
                revision,
                why,
                startedAt,
                Optional.of(at));
    }

    ThemeRun reading(Map<String, Integer> revisions, Optional<Integer> periodsToo) {
        return new ThemeRun(
                id,
                theme,
                version,
                cause,
                state,
                periodsToo,
                revisions,
                written,
                total,
                revision,
                reason,
                startedAt,
                endedAt);
    }

    ThemeRun wrote(long rows, long rowsNow, int number) {
        return new ThemeRun(
                id,
                theme,
                version,
                cause,
                state,
                periods,
                inputs,
                rows,
                rowsNow,
                Optional.of(number),
                reason,
                startedAt,
                endedAt);
    }
}
