package org.chengshu.cases.evaluation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cases/v1")
final class EvaluationResource {
    private static final String NO_FIGURES = "it names schemes and ranges, no figures and no cases";

    private final EvaluationSchemes schemes;
    private final EvaluationRun run;
    private final EvaluationBook book;
    private final EvaluationTotals totals;
    private final EvaluationMarks marks;
    private final EvaluationAppeals appeals;
    private final ZoneId zone;

    EvaluationResource(
            EvaluationSchemes schemes,
            EvaluationRun run,
            EvaluationBook book,
            EvaluationTotals totals,
            EvaluationMarks marks,
            EvaluationAppeals appeals,
            CitySettings city) {
        this.schemes = schemes;
        this.run = run;
        this.book = book;
        this.totals = totals;
        this.marks = marks;
        this.appeals = appeals;
        this.zone = city.zone();
    }

    @GetMapping("/evaluation-schemes")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = NO_FIGURES)
    Schemes schemes() {
        return new Schemes(
                schemes.list().stream()
                        .map(EvaluationSchemeJson::read)
                        .map(SchemeItem::of)
                        .toList(),
                Optional.empty());
    }

    @GetMapping("/evaluations")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = NO_FIGURES)
    CursorPage<Evaluation> list(@RequestParam Optional<String> scheme, Viewer viewer, Cursor cursor) {
        return book.list(scheme, cursor);
    }

    /** Of a month ({@code 2026-11}) or from a day to before another, in the city's zone. */
    @PostMapping("/evaluations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = CaseRights.EVALUATE, audit = "case.evaluated")
    EvaluationRun.Started start(@RequestBody Wish wish, Viewer viewer) {
        String scheme = wish.scheme().orElseThrow(() -> new Fault(CaseError.EVALUATION_WRONG, "scheme is missing"));
        return run.start(scheme, range(wish), viewer);
    }

    private DayRange range(Wish wish) {
        try {
            Optional<YearMonth> month = wish.month().map(YearMonth::parse);
            LocalDate from = month.map(one -> one.atDay(1))
                    .or(() -> wish.from().map(LocalDate::parse))
                    .orElseThrow(() -> new Fault(CaseError.EVALUATION_WRONG, "month, or from and to, is missing"));
            LocalDate to = month.map(one -> one.plusMonths(1).atDay(1))
                    .or(() -> wish.to().map(LocalDate::parse))
                    .orElseThrow(() -> new Fault(CaseError.EVALUATION_WRONG, "to is missing"));
            return new DayRange(
                    from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Fault(CaseError.EVALUATION_WRONG, String.valueOf(e.getMessage()), e);
        }
    }

    @GetMapping("/evaluations/{id}")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = NO_FIGURES)
    Evaluation get(@PathVariable UUID id) {
        return book.get(id);
    }

    /** Areas within the viewer's, and for whoever sees the whole city its departments and posts. */
    @GetMapping("/evaluations/{id}/rows")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CursorPage<EvaluationRow> rows(
            @PathVariable UUID id, @RequestParam Optional<String> dimension, Viewer viewer, Cursor cursor) {
        book.get(id);
        return new CursorPage<>(totals.rows(id, dimension, viewer.scope(CaseRights.READ)), Optional.empty());
    }

    /** The lines of cases behind a figure. */
    @GetMapping("/evaluations/{id}/marks")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CursorPage<EvaluationMarks.Item> marks(
            @PathVariable UUID id,
            @RequestParam Optional<String> dimension,
            @RequestParam Optional<String> key,
            @RequestParam Optional<String> measure,
            Viewer viewer,
            Cursor cursor) {
        book.get(id);
        Optional<Measure> which = measure.map(word -> Measure.ofWord(word)
                .orElseThrow(() -> new Fault(CaseError.CASE_FILTER_WRONG, "there is no measure " + word)));
        return marks.list(id, of(dimension.orElse(""), key), which, viewer.scope(CaseRights.READ), cursor);
    }

    private Condition of(String dimension, Optional<String> key) {
        if (key.isEmpty()) {
            return DSL.noCondition();
        }
        return switch (dimension) {
            case EvaluationSums.AREA -> EvaluationMarks.MARK_AREA.contains("/" + key.get() + "/");
            case EvaluationSums.DEPARTMENT -> EvaluationMarks.MARK_DEPARTMENT.in(totals.below(key.get()));
            case EvaluationSums.POST -> EvaluationMarks.MARK_POST.eq(key.get());
            default -> DSL.noCondition();
        };
    }

    @PostMapping("/evaluations/{id}/appeals")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = CaseRights.READ, audit = "case.evaluation-appealed")
    EvaluationAppeals.Item appeal(@PathVariable UUID id, @RequestBody Appeal wish, Viewer viewer) {
        UUID mark = wish.mark().orElseThrow(() -> new Fault(CaseError.EVALUATION_UNKNOWN, "mark is missing"));
        return appeals.get(appeals.ask(id, mark, words(wish.reason()), viewer));
    }

    @GetMapping("/evaluation-appeals")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CursorPage<EvaluationAppeals.Item> appeals(@RequestParam Optional<String> state, Viewer viewer, Cursor cursor) {
        return appeals.list(state, viewer, cursor);
    }

    /** What is granted is left out of the corrected score of every evaluation that counts it; the computed one stays. */
    @PostMapping("/evaluation-appeals/{id}/decision")
    @Access(value = CaseRights.EVALUATE, audit = "case.evaluation-appeal-decided")
    EvaluationAppeals.Item decide(@PathVariable UUID id, @RequestBody Decision body, Viewer viewer) {
        boolean granted = body.granted()
                .orElseThrow(() -> new Fault(CaseError.APPEAL_WRONG, "granted is true or false, not missing"));
        appeals.decide(id, granted, words(body.reason()), viewer);
        return appeals.get(id);
    }

    private static String words(Optional<String> reason) {
        return reason.map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new Fault(CaseError.CASE_REASON_MISSING, "reason is missing"));
    }

    record Wish(Optional<String> scheme, Optional<String> month, Optional<String> from, Optional<String> to) {}

    record Appeal(Optional<UUID> mark, Optional<String> reason) {}

    record Decision(Optional<Boolean> granted, Optional<String> reason) {}

    record Schemes(List<SchemeItem> items, Optional<String> next) {}

    /** A scheme with its measures in words. */
    record SchemeItem(String id, Text title, List<Part> measures, Map<String, Double> grades, int leastCases) {
        record Part(String measure, Text title, double weight, double full, double none) {}

        static SchemeItem of(EvaluationScheme scheme) {
            return new SchemeItem(
                    scheme.id(),
                    scheme.title(),
                    scheme.parts().stream()
                            .map(part -> new Part(
                                    part.measure().word(),
                                    part.measure().title(),
                                    part.weight(),
                                    part.full(),
                                    part.none()))
                            .toList(),
                    scheme.grades(),
                    scheme.leastCases());
        }
    }
}
