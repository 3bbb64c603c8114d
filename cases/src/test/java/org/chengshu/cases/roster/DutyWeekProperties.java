package org.chengshu.cases.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DutyWeekProperties {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final List<DutyShift> ROUND_THE_CLOCK =
            List.of(new DutyShift(MORNING, EVENING, List.of("day")), new DutyShift(EVENING, MORNING, List.of("night")));

    @Property
    void dayAndNightShiftsCoverEveryMomentOnce(@ForAll @IntRange(max = 7 * 24 * 60 - 1) int minute) {
        Instant at = MONDAY.atStartOfDay(ZONE).toInstant().plusSeconds(60L * minute);
        int hour = at.atZone(ZONE).getHour();

        assertThat(week(List.of()).at(at, ZONE)).singleElement().satisfies(shift -> assertThat(shift.people())
                .containsExactly(hour >= 8 && hour < 20 ? "day" : "night"));
    }

    @Property
    void aSwapChangesItsOwnShiftOnly(@ForAll @IntRange(max = 6) int day, @ForAll @IntRange(max = 7 * 24 - 1) int hour) {
        LocalDate swapped = MONDAY.plusDays(day);
        DutyWeek week = week(List.of(new DutyWeek.Swap(swapped, EVENING, List.of("other"), "换班")));
        Instant at = MONDAY.atStartOfDay(ZONE).toInstant().plusSeconds(3_600L * hour);
        Instant begins = swapped.atTime(EVENING).atZone(ZONE).toInstant();
        boolean within = !at.isBefore(begins) && at.isBefore(begins.plusSeconds(12 * 3_600));

        assertThat(week.at(at, ZONE).getFirst().people().equals(List.of("other")))
                .isEqualTo(within);
    }

    private static DutyWeek week(List<DutyWeek.Swap> swaps) {
        Map<DayOfWeek, List<DutyShift>> days =
                Stream.of(DayOfWeek.values()).collect(Collectors.toMap(day -> day, _ -> ROUND_THE_CLOCK));
        return new DutyWeek(days, swaps);
    }
}
