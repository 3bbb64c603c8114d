package org.chengshu.sense.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeReaderTest {
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    @Test
    void readsPartsInTheMappingsZone() {
        TimeReader reader = new TimeReader(
                new TimeColumns(List.of("y", "m", "d", "h"), Optional.empty(), Optional.of(ZoneId.of("+09:00"))), CITY);

        assertThat(reader.read(List.of("2015", "3", "1", "0"))).contains(Instant.parse("2015-02-28T15:00:00Z"));
        assertThat(reader.read(List.of("2015", "13", "1", "0"))).isEmpty();
        assertThat(reader.read(List.of("2015", "x", "1", "0"))).isEmpty();
    }

    @Test
    void readsTheUsualNotations() {
        assertThat(read("2026-03-01T08:00:00Z")).contains(Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(read("2026-03-01T08:00:00+08:00")).contains(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(read("2026-03-01 08:00")).contains(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(read("2026-03-01 08:00:00.5")).contains(Instant.parse("2026-03-01T00:00:00.5Z"));
        assertThat(read("2026-03-01")).contains(Instant.parse("2026-02-28T16:00:00Z"));
        assertThat(read("1772323200")).contains(Instant.ofEpochSecond(1_772_323_200L));
        assertThat(read("1772323200000")).contains(Instant.ofEpochSecond(1_772_323_200L));
        assertThat(read("yesterday")).isEmpty();
        assertThat(read("")).isEmpty();
    }

    @Test
    void readsAPatternOfTheMappingsOwn() {
        TimeReader reader = new TimeReader(
                new TimeColumns(
                        List.of("t"), Optional.of(DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm")), Optional.empty()),
                CITY);

        assertThat(reader.read(List.of("01.03.2026 08:00"))).contains(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(reader.read(List.of("2026-03-01T08:00:00Z"))).isEmpty();
    }

    private static Optional<Instant> read(String... texts) {
        return new TimeReader(new TimeColumns(List.of("t"), Optional.empty(), Optional.empty()), CITY)
                .read(Arrays.asList(texts));
    }
}
