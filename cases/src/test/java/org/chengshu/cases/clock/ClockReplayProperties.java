package org.chengshu.cases.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.chengshu.kernel.time.Shift;
import org.chengshu.kernel.time.WorkCalendar;

class ClockReplayProperties {
    private static final Instant START = Instant.parse("2026-03-06T01:00:00Z");
    private static final WorkCalendar HALF_HOUR_ZONE =
            WorkCalendar.weekdays(ZoneId.of("Asia/Kolkata"), Shift.of("09:00", "12:00"), Shift.of("13:30", "17:30"));
    private static final List<String> STAGES = List.of("dispatch", "handle", "verify", "close");

    @Property(tries = 300)
    void aHistoryAlwaysGivesTheSameClocks(@ForAll("histories") List<ClockLine> history) {
        assertThat(replay(history)).isEqualTo(replay(history));
    }

    @Property(tries = 300)
    void timeOfAStageIsNeverLostWhenTheHistoryGrows(@ForAll("histories") List<ClockLine> history) {
        Instant end = START.plus(Duration.ofDays(400));
        for (StageClock clock : replay(history).clocks()) {
            assertThat(clock.used(end)).isGreaterThanOrEqualTo(clock.used(START));
            assertThat(clock.used(START)).isGreaterThanOrEqualTo(Duration.ZERO);
        }
    }

    @Property(tries = 300)
    void theStagesTogetherTakeAsLongAsTheWhole(@ForAll("movesOnly") List<ClockLine> history) {
        Instant end = START.plus(Duration.ofDays(400));
        CaseClocks clocks = replay(history);
        Duration stages = clocks.clocks().stream()
                .filter(clock -> !clock.name().equals("whole"))
                .map(clock -> clock.used(end))
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(clocks.find("whole").orElseThrow().used(end)).isEqualTo(stages);
    }

    @Property(tries = 300)
    void anotherKindGivesTheStageAndTheWholeOtherTimesAndTakesNoneThatWasUsed(
            @ForAll("histories") List<ClockLine> history, @ForAll @IntRange(max = 500) int later) {
        CaseClocks before = replay(history);
        ClockTerms others = new ClockTerms(Optional.of(Duration.ofHours(9)), false, "city", 50, 80);
        List<ClockLine> changed = new ArrayList<>(history);
        changed.add(becoming(history.getLast(), later, Map.of(before.stage(), others, "whole", others)));

        CaseClocks after = replay(changed);

        Instant end = START.plus(Duration.ofDays(400));
        for (StageClock clock : before.clocks()) {
            StageClock same = after.find(clock.name()).orElseThrow();
            boolean follows = clock.name().equals("whole") || clock.name().equals(before.stage());
            assertThat(same.used(end)).isEqualTo(clock.used(end));
            assertThat(same.terms()).isEqualTo(follows ? others : clock.terms());
        }
        assertThat(after.suspendedSince()).isEqualTo(before.suspendedSince());
    }

    private static ClockLine becoming(ClockLine last, int later, Map<String, ClockTerms> terms) {
        return new ClockLine(
                last.seq() + 1,
                last.at().plus(Duration.ofMinutes(later)),
                ClockLine.KIND_CHANGED,
                last.to(),
                last.to(),
                Optional.empty(),
                Optional.empty(),
                terms,
                Map.of());
    }

    @Example
    void aGrantedSuspensionCountsFromItsAskingAndTheNextStageRuns() {
        CaseClocks clocks = replay(List.of(
                line(1, 0, "report", "report", "handle", Map.of()),
                line(2, 60, ClockLine.ASK_SUSPEND, "handle", "handle", Map.of()),
                line(3, 100, ClockLine.GRANT, "handle", "handle", Map.of(ClockLine.REQUEST, 2)),
                line(4, 200, ClockLine.RESUME, "handle", "handle", Map.of()),
                line(5, 230, "handled", "handle", "verify", Map.of())));

        assertThat(clocks.find("handle").orElseThrow().used(at(230))).isEqualTo(Duration.ofMinutes(90));
        assertThat(clocks.current().orElseThrow().running()).isTrue();
        assertThat(clocks.requests().getFirst().state()).isEqualTo(ClockRequest.State.GRANTED);
    }

    @Example
    void aReturnGoesOnWithTheTimeThatWasUsed() {
        CaseClocks clocks = replay(List.of(
                line(1, 0, "report", "report", "handle", Map.of()),
                line(2, 60, "handled", "handle", "verify", Map.of()),
                line(3, 90, "return", "verify", "handle", Map.of())));

        StageClock handle = clocks.find("handle").orElseThrow();
        assertThat(handle.used(at(150))).isEqualTo(Duration.ofHours(2));
        assertThat(handle.entries()).isEqualTo(2);
        assertThat(handle.due()).contains(at(270));
        assertThat(handle.colour(at(271))).contains(ClockColour.OVERDUE);
    }

    @Example
    void anExtensionMovesTheDeadlineAndARequestLapsesWhenTheCaseMoves() {
        CaseClocks clocks = replay(List.of(
                line(1, 0, "report", "report", "handle", Map.of()),
                line(2, 10, ClockLine.ASK_EXTEND, "handle", "handle", Map.of(ClockLine.MORE, "PT1H")),
                line(
                        3,
                        20,
                        ClockLine.GRANT,
                        "handle",
                        "handle",
                        Map.of(ClockLine.REQUEST, 2, ClockLine.STAGE_SECONDS, 3600)),
                line(4, 30, ClockLine.ASK_SUSPEND, "handle", "handle", Map.of()),
                line(5, 40, "handled", "handle", "verify", Map.of()),
                line(6, 50, ClockLine.GRANT, "verify", "verify", Map.of(ClockLine.REQUEST, 4))));

        assertThat(clocks.find("handle").orElseThrow().allowed()).contains(Duration.ofHours(5));
        assertThat(clocks.requests().getLast().state()).isEqualTo(ClockRequest.State.LAPSED);
        assertThat(clocks.suspendedSince()).isEmpty();
    }

    @Provide
    Arbitrary<List<ClockLine>> histories() {
        return Arbitraries.integers().between(0, 1_000_000).list().ofMaxSize(25).map(numbers -> history(numbers, true));
    }

    @Provide
    Arbitrary<List<ClockLine>> movesOnly() {
        return Arbitraries.integers()
                .between(0, 1_000_000)
                .list()
                .ofMaxSize(25)
                .map(numbers -> history(numbers, false));
    }

    private static List<ClockLine> history(List<Integer> numbers, boolean requests) {
        List<ClockLine> lines = new ArrayList<>();
        lines.add(line(1, 0, "report", "report", "dispatch", Map.of()));
        String stage = "dispatch";
        int minute = 0;
        for (int number : numbers) {
            minute += number % 2_000;
            int seq = lines.size() + 1;
            int what = requests ? number % 7 : 6;
            if (what < 5) {
                lines.add(
                        line(seq, minute, action(what), stage, stage, Map.of(ClockLine.REQUEST, seq - 1 - number % 3)));
            } else {
                String to = STAGES.get(number / 7 % STAGES.size());
                lines.add(line(seq, minute, "move", stage, to, Map.of()));
                stage = to;
            }
        }
        return lines;
    }

    private static String action(int what) {
        return List.of(ClockLine.ASK_SUSPEND, ClockLine.ASK_EXTEND, ClockLine.GRANT, ClockLine.REFUSE, ClockLine.RESUME)
                .get(what);
    }

    private static ClockLine line(
            long seq, int minute, String action, String from, String to, Map<String, Object> values) {
        ClockTerms terms = new ClockTerms(Optional.of(Duration.ofHours(4)), false, "city", 70, 90);
        return new ClockLine(
                seq,
                at(minute),
                action,
                from,
                to,
                Optional.empty(),
                Optional.empty(),
                from.equals(to) ? Map.of() : Map.of(to, terms),
                values);
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static CaseClocks replay(List<ClockLine> history) {
        return ClockReplay.of(history, (_, _) -> HALF_HOUR_ZONE);
    }
}
