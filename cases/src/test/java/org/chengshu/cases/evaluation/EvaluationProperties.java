package org.chengshu.cases.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chengshu.cases.clock.ClockLine;
import org.chengshu.cases.clock.ClockReplay;
import org.chengshu.cases.clock.ClockTerms;
import org.chengshu.kernel.Text;

class EvaluationProperties {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final DayRange NOVEMBER = new DayRange(START, START.plus(Duration.ofDays(30)));
    private static final ClockTerms TERMS = new ClockTerms(Optional.of(Duration.ofHours(20)), false, "city", 70, 90);
    private static final EvaluationScheme SCHEME = new EvaluationScheme(
            "s",
            Text.of("方案", "Scheme"),
            List.of(
                    new SchemePart(Measure.CLOSED_ON_TIME, 40, 1, 0.5),
                    new SchemePart(Measure.REWORK, 30, 0, 0.5),
                    new SchemePart(Measure.FALSE_CLOSURES, 20, 0, 0.2),
                    new SchemePart(Measure.HANDLE_HOURS, 10, 4, 40)),
            Map.of("A", 90d, "B", 80d, "C", 70d, "D", 60d),
            1);
    // Time around the clock needs no calendar.
    private static final ClockReplay.Calendars NO_CALENDAR = (id, at) -> {
        throw new IllegalArgumentException(id);
    };
    private static final Map<String, List<List<String>>> MOVES = Map.of(
            "accept", List.of(List.of("accept", "dispatch")),
            "dispatch", List.of(List.of("dispatch", "handle")),
            "handle", List.of(List.of("handled", "verify"), List.of("return", "dispatch")),
            "verify", List.of(List.of("close", "close"), List.of("check-failed", "handle")),
            "close", List.of(List.of("false-closure", "handle")));

    @Property
    void whatComesAfterTheRangeChangesNothing(@ForAll("histories") JudgedCase one) {
        assertThat(CaseJudge.marks(one, NO_CALENDAR, NOVEMBER))
                .isEqualTo(CaseJudge.marks(one.until(NOVEMBER.to()), NO_CALENDAR, NOVEMBER));
    }

    @Property
    void theSameHistoriesTellTheSameInAnyOrder(@ForAll("cities") List<JudgedCase> city, @ForAll long seed) {
        List<CaseMark> marks = marks(city);
        List<CaseMark> shuffled = new ArrayList<>(marks);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(cards(shuffled)).isEqualTo(cards(marks));
    }

    @Property
    void everyMarkIsThereOnceAndInTheRange(@ForAll("cities") List<JudgedCase> city) {
        List<CaseMark> marks = marks(city);

        assertThat(marks.stream().map(CaseMark::id)).doesNotHaveDuplicates();
        assertThat(marks).allMatch(mark -> NOVEMBER.holds(mark.at()));
    }

    @Property
    void scoresAreZeroToAHundredAndSharesZeroToOne(@ForAll("cities") List<JudgedCase> city) {
        cards(marks(city)).values().forEach(card -> {
            card.score().ifPresent(score -> assertThat(score).isBetween(0d, 100d));
            card.measures().forEach((word, figure) -> {
                if (!word.endsWith("hours") && !word.equals("satisfaction")) {
                    assertThat(figure.value()).isBetween(0d, 1d);
                }
            });
        });
    }

    @Property
    void theMonthsOfAYearCountEachClockOnceTogether(@ForAll("histories") JudgedCase one) {
        Instant middle = START.plus(Duration.ofDays(10));
        List<CaseMark> both = new ArrayList<>(CaseJudge.marks(one, NO_CALENDAR, new DayRange(START, middle)));
        both.addAll(CaseJudge.marks(one, NO_CALENDAR, new DayRange(middle, NOVEMBER.to())));

        for (Measure flow : List.of(Measure.REWORK, Measure.RETURNS, Measure.FALSE_CLOSURES)) {
            assertThat(tally(both, flow)).isEqualTo(tally(CaseJudge.marks(one, NO_CALENDAR, NOVEMBER), flow));
        }
    }

    @Property
    void aFalseClosureNeverRaisesTheScore(@ForAll("cities") List<JudgedCase> city) {
        List<CaseMark> marks = marks(city);
        List<CaseMark> more = new ArrayList<>(marks);
        more.add(new CaseMark(
                new UUID(9, 9), 1, Measure.FALSE_CLOSURES, START, "/city/", Optional.empty(), Optional.empty(), 1, 1));
        EvaluationSums.Key whole = new EvaluationSums.Key("city", "city", "/");
        Optional<Double> before = Optional.ofNullable(cards(marks).get(whole)).flatMap(ScoreCard::score);

        before.ifPresent(score -> assertThat(points(more, whole)).isLessThanOrEqualTo(points(marks, whole)));
    }

    @Example
    void aSupportingDepartmentIsNotChargedWithWhatTheLeadDid() {
        ClockLine support = new ClockLine(
                2,
                START.plusSeconds(60),
                "support-asked",
                "handle",
                "handle",
                Optional.of("李"),
                Optional.empty(),
                Map.of(),
                Map.of("department", "water"));
        JudgedCase one = new JudgedCase(
                new UUID(1, 1),
                "/city/east/",
                Optional.empty(),
                List.of(
                        line(1, START, "dispatch", "dispatch", "handle"),
                        support,
                        line(3, START.plusSeconds(120), "handled", "handle", "verify"),
                        line(4, START.plusSeconds(180), "supervised", "verify", "verify")));

        List<CaseMark> marks = CaseJudge.marks(one, NO_CALENDAR, NOVEMBER);

        assertThat(marks.stream().flatMap(mark -> mark.department().stream())).containsOnly("sites");
        assertThat(tally(marks, Measure.SUPERVISED)).isEqualTo(new Tally(1, 1));
    }

    private static double points(List<CaseMark> marks, EvaluationSums.Key key) {
        return Optional.ofNullable(cards(marks).get(key).measures().get("false-closures"))
                .flatMap(ScoreCard.Figure::points)
                .orElse(100d);
    }

    private static Tally tally(List<CaseMark> marks, Measure measure) {
        return marks.stream()
                .filter(mark -> mark.measure() == measure)
                .reduce(Tally.NONE, Tally::plus, (one, other) -> one);
    }

    private static List<CaseMark> marks(List<JudgedCase> city) {
        return city.stream()
                .flatMap(one -> CaseJudge.marks(one, NO_CALENDAR, NOVEMBER).stream())
                .toList();
    }

    private static Map<EvaluationSums.Key, ScoreCard> cards(List<CaseMark> marks) {
        EvaluationSums sums = new EvaluationSums(code -> "/bureau/" + code + "/");
        marks.forEach(sums::add);
        return sums.cards(SCHEME);
    }

    @Provide
    Arbitrary<List<JudgedCase>> cities() {
        return histories().list().uniqueElements(JudgedCase::id).ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<JudgedCase> histories() {
        Arbitrary<Integer> hours = Arbitraries.integers().between(0, 200);
        return Combinators.combine(
                        Arbitraries.longs(),
                        hours.list().ofMaxSize(12),
                        Arbitraries.integers().between(0, 1).list().ofSize(12))
                .as(EvaluationProperties::history);
    }

    private static JudgedCase history(long id, List<Integer> pauses, List<Integer> turns) {
        List<ClockLine> lines = new ArrayList<>();
        lines.add(line(1, START, "report", "report", "accept"));
        String stage = "accept";
        Instant at = START;
        for (int i = 0; i < pauses.size(); i++) {
            List<List<String>> ways = MOVES.get(stage);
            List<String> way = ways.get(turns.get(i) % ways.size());
            at = at.plus(Duration.ofHours(pauses.get(i)));
            lines.add(line(i + 2L, at, way.getFirst(), stage, way.getLast()));
            stage = way.getLast();
        }
        return new JudgedCase(new UUID(1, id), "/city/east/", Optional.empty(), lines);
    }

    private static ClockLine line(long seq, Instant at, String action, String from, String to) {
        Map<String, Object> values =
                switch (action) {
                    case "dispatch" -> Map.of("department", "sites");
                    case "false-closure" -> Map.of("department", "sites", "post", "handler");
                    default -> Map.of();
                };
        return new ClockLine(seq, at, action, from, to, Optional.of("李"), Optional.empty(), Map.of(to, TERMS), values);
    }
}
