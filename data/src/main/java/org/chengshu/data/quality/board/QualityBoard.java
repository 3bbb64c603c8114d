package org.chengshu.data.quality.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.data.Dataset;
import org.chengshu.data.registry.FactRegistry;
import org.chengshu.data.registry.Published;
import org.chengshu.data.rule.QualityKind;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * How the city's data stand: the score of each dataset by its last run of each day, that of a department as the mean of
 * its datasets, that of the city as the mean of all.
 */
@Component
public final class QualityBoard {
    private static final int DAYS = 30;

    private final DSLContext db;
    private final FactRegistry registry;
    private final Organisations organisations;
    private final CitySettings settings;
    private final Clock clock;

    QualityBoard(
            DSLContext db, FactRegistry registry, Organisations organisations, CitySettings settings, Clock clock) {
        this.db = db;
        this.registry = registry;
        this.organisations = organisations;
        this.settings = settings;
        this.clock = clock;
    }

    Board show() {
        Map<String, List<Point>> days = days();
        Map<String, Map<String, Double>> kinds = kinds();
        Map<String, Long> open = openFindings();
        List<DatasetScore> datasets = new ArrayList<>();
        db.fetch("""
                        select distinct on (dataset) dataset, owner, score, row_count, minimum_score
                        from cs_data.quality_run where cause <> 'load' and score is not null
                        order by dataset, started_at desc, id desc
                        """).forEach(row -> {
            String id = row.get("dataset", String.class);
            datasets.add(new DatasetScore(
                    id,
                    title(id),
                    Optional.ofNullable(row.get("owner", String.class)),
                    row.get("score", Double.class),
                    row.get("row_count", Long.class),
                    Optional.ofNullable(row.get("minimum_score", Double.class)),
                    open.getOrDefault(id, 0L),
                    kinds.getOrDefault(id, Map.of()),
                    days.getOrDefault(id, List.of())));
        });
        datasets.sort(Comparator.comparingDouble(DatasetScore::score).thenComparing(DatasetScore::dataset));
        return new Board(
                mean(datasets.stream().map(DatasetScore::score).toList()),
                meanKinds(datasets),
                meanDays(datasets),
                departments(datasets),
                datasets);
    }

    private Text title(String dataset) {
        return registry.find(dataset)
                .map(Published::dataset)
                .map(Dataset::title)
                .orElseGet(() -> Text.of(dataset, dataset));
    }

    private Map<String, List<Point>> days() {
        LocalDate from = clock.instant().atZone(settings.zone()).toLocalDate().minusDays(DAYS - 1L);
        Map<String, List<Point>> days = new HashMap<>();
        db.fetch("""
                        select distinct on (dataset, day) dataset, day, score
                        from cs_data.quality_run where cause <> 'load' and score is not null and day >= ?
                        order by dataset, day, started_at desc, id desc
                        """, from)
                .forEach(row -> days.computeIfAbsent(row.get("dataset", String.class), _ -> new ArrayList<>())
                        .add(new Point(row.get("day", LocalDate.class), row.get("score", Double.class))));
        return days;
    }

    /** The share that passed the rules of each kind, 0..100, at the last run of each dataset. */
    private Map<String, Map<String, Double>> kinds() {
        Map<String, Map<String, Double>> kinds = new HashMap<>();
        db.fetch("""
                        with last as (
                            select distinct on (dataset) id, dataset
                            from cs_data.quality_run where cause <> 'load' and score is not null
                            order by dataset, started_at desc, id desc)
                        select last.dataset, result.kind,
                               100 * sum(weight * greatest(0, 1 - failing::double precision / greatest(checked, 1)))
                                   / nullif(sum(weight), 0) as passed
                        from last join cs_data.quality_result result on result.run = last.id
                        where result.unfit is null
                        group by last.dataset, result.kind
                        """).forEach(row -> Optional.ofNullable(row.get("passed", Double.class))
                .ifPresent(passed -> kinds.computeIfAbsent(row.get("dataset", String.class), _ -> new LinkedHashMap<>())
                        .put(row.get("kind", String.class), passed)));
        return kinds;
    }

    private Map<String, Long> openFindings() {
        Map<String, Long> open = new HashMap<>();
        db.fetch("select dataset, count(*) as n from cs_data.finding where state = 'open' group by dataset")
                .forEach(row -> open.put(row.get("dataset", String.class), row.get("n", Long.class)));
        return open;
    }

    private List<DepartmentScore> departments(List<DatasetScore> datasets) {
        Map<String, List<DatasetScore>> by = new TreeMap<>();
        datasets.forEach(one -> by.computeIfAbsent(one.department().orElse(""), _ -> new ArrayList<>())
                .add(one));
        return by.entrySet().stream()
                .map(entry -> department(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(DepartmentScore::score).thenComparing(DepartmentScore::department))
                .toList();
    }

    private DepartmentScore department(String code, List<DatasetScore> own) {
        return new DepartmentScore(
                code,
                organisations.find(code).map(Organisation::name).orElseGet(() -> Text.of("未指定部门", "No department")),
                mean(own.stream().map(DatasetScore::score).toList()).orElse(0.0),
                own.size(),
                own.stream().mapToLong(DatasetScore::open).sum(),
                meanKinds(own),
                meanDays(own));
    }

    private static Optional<Double> mean(List<Double> scores) {
        return scores.isEmpty()
                ? Optional.empty()
                : Optional.of(scores.stream().mapToDouble(x -> x).average().orElse(0));
    }

    private static Map<String, Double> meanKinds(List<DatasetScore> datasets) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (QualityKind kind : QualityKind.values()) {
            mean(datasets.stream()
                            .flatMap(one -> Optional.ofNullable(one.kinds().get(kind.word())).stream())
                            .toList())
                    .ifPresent(mean -> means.put(kind.word(), mean));
        }
        return means;
    }

    // A dataset without a run on a day stands as it stood before.
    private static List<Point> meanDays(List<DatasetScore> datasets) {
        TreeMap<LocalDate, Map<String, Double>> days = new TreeMap<>();
        datasets.forEach(one -> one.days().forEach(point -> days.computeIfAbsent(point.day(), _ -> new HashMap<>())
                .put(one.dataset(), point.score())));
        Map<String, Double> now = new HashMap<>();
        List<Point> means = new ArrayList<>();
        days.forEach((day, scores) -> {
            now.putAll(scores);
            means.add(new Point(day, mean(List.copyOf(now.values())).orElse(0.0)));
        });
        return means;
    }

    /** The score of a day. */
    record Point(LocalDate day, double score) {}

    record DatasetScore(
            String dataset,
            Text title,
            Optional<String> department,
            double score,
            long rows,
            Optional<Double> minimumScore,
            long open,
            Map<String, Double> kinds,
            List<Point> days) {}

    /** Empty code: datasets of no department. */
    record DepartmentScore(
            String department,
            Text title,
            double score,
            int datasets,
            long open,
            Map<String, Double> kinds,
            List<Point> days) {}

    /** Worst first. */
    record Board(
            Optional<Double> score,
            Map<String, Double> kinds,
            List<Point> days,
            List<DepartmentScore> departments,
            List<DatasetScore> datasets) {}
}
