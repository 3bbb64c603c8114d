package org.chengshu.cases.evaluation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chengshu.core.access.Scope;
import org.chengshu.core.crypto.Sha256;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Adds the marks of an evaluation up, with and without what was granted on appeal, and reads the outcome. */
@Component
final class EvaluationTotals {
    private static final TypeReference<Map<String, ScoreCard.Figure>> FIGURES = new TypeReference<>() {};
    private static final Map<String, Text> POSTS = Map.of(
            "acceptor", Text.of("受理员", "Acceptor"),
            "dispatcher", Text.of("派遣员", "Dispatcher"),
            "handler", Text.of("处置员", "Handler"),
            "checker", Text.of("核查员", "Checker"),
            "operator", Text.of("回访员", "Call-back operator"),
            "verifier", Text.of("结案员", "Verifying officer"),
            "sensor", Text.of("传感器", "Sensor"));

    private final DSLContext db;
    private final EvaluationMarks marks;
    private final EvaluationBook book;
    private final Organisations organisations;
    private final Areas areas;
    private final JsonMapper json;

    EvaluationTotals(
            DSLContext db,
            EvaluationMarks marks,
            EvaluationBook book,
            Organisations organisations,
            Areas areas,
            JsonMapper json) {
        this.db = db;
        this.marks = marks;
        this.book = book;
        this.organisations = organisations;
        this.areas = areas;
        this.json = json;
    }

    /** Writes all rows anew; answers the digest over what was computed and the number of cases. To be called in a transaction. */
    Outcome write(UUID evaluation, Instant rangeEnd) {
        Map<String, String> paths = organisations.asOf(rangeEnd).stream()
                .collect(Collectors.toMap(Organisation::code, Organisation::path, (one, same) -> one));
        EvaluationSums all = new EvaluationSums(code -> paths.getOrDefault(code, "/" + code + "/"));
        EvaluationSums standing = new EvaluationSums(code -> paths.getOrDefault(code, "/" + code + "/"));
        marks.each(evaluation, all::add, standing::add);
        EvaluationScheme scheme = book.schemeOf(evaluation);
        Map<EvaluationSums.Key, ScoreCard> cards = all.cards(scheme);
        Map<EvaluationSums.Key, ScoreCard> corrected = marks.corrected(evaluation) ? standing.cards(scheme) : Map.of();
        db.execute("delete from cs_cases.evaluation_row where evaluation_id = ?", evaluation);
        cards.forEach((key, card) -> insert(evaluation, key, card, differing(card, corrected, key)));
        return new Outcome(
                digest(cards),
                cards.entrySet().stream()
                        .filter(entry -> entry.getKey().dimension().equals(EvaluationSums.CITY))
                        .mapToInt(entry -> entry.getValue().cases())
                        .sum());
    }

    /** What came of adding up. */
    record Outcome(String digest, int cases) {}

    private static Optional<ScoreCard> differing(
            ScoreCard card, Map<EvaluationSums.Key, ScoreCard> corrected, EvaluationSums.Key key) {
        if (corrected.isEmpty()) {
            return Optional.empty();
        }
        ScoreCard other = corrected.getOrDefault(key, new ScoreCard(0, Map.of(), Optional.empty(), Optional.empty()));
        return Optional.of(other).filter(one -> !one.equals(card));
    }

    private void insert(UUID evaluation, EvaluationSums.Key key, ScoreCard card, Optional<ScoreCard> corrected) {
        db.execute(
                """
                insert into cs_cases.evaluation_row (evaluation_id, dimension, key, path, cases, measures, score, grade,
                    corrected_measures, corrected_score, corrected_grade)
                values (?, ?, ?, ?, ?, cast(? as jsonb), cast(? as double precision), ?, cast(? as jsonb),
                    cast(? as double precision), ?)
                """,
                evaluation,
                key.dimension(),
                key.key(),
                key.path(),
                card.cases(),
                json.writeValueAsString(card.measures()),
                card.score().orElse(null),
                card.grade().orElse(null),
                corrected.map(one -> json.writeValueAsString(one.measures())).orElse(null),
                corrected.flatMap(ScoreCard::score).orElse(null),
                corrected.flatMap(ScoreCard::grade).orElse(null));
    }

    private static String digest(Map<EvaluationSums.Key, ScoreCard> cards) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(cards).forEach((key, card) -> {
            text.append(key.dimension())
                    .append(' ')
                    .append(key.key())
                    .append(' ')
                    .append(card.cases());
            card.measures().forEach((measure, figure) -> text.append(' ')
                    .append(measure)
                    .append(' ')
                    .append(figure.n())
                    .append('/')
                    .append(figure.sum()));
            text.append('\n');
        });
        return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The codes of an organisation and of those below it today. */
    List<String> below(String code) {
        String path = organisations.find(code).map(Organisation::path).orElse("/" + code + "/");
        List<String> codes = organisations.list().stream()
                .filter(one -> one.path().startsWith(path))
                .map(Organisation::code)
                .toList();
        return codes.isEmpty() ? List.of(code) : codes;
    }

    /** The rows that lie in the scope: areas by area, departments and posts where the scope spans all areas. */
    List<EvaluationRow> rows(UUID evaluation, Optional<String> dimension, Scope scope) {
        return db.fetch("""
                        select * from cs_cases.evaluation_row where evaluation_id = ? and coalesce(dimension = ?, true)
                        order by dimension, path, key
                        """, evaluation, dimension.orElse(null)).map(this::row).stream()
                .filter(row -> sees(scope, row))
                .toList();
    }

    private static boolean sees(Scope scope, EvaluationRow row) {
        return switch (row.dimension()) {
            case EvaluationSums.AREA -> scope.contains(row.path());
            case EvaluationSums.DEPARTMENT -> scope.contains("/", Optional.of(row.path()));
            default -> scope.contains("/");
        };
    }

    private EvaluationRow row(Record row) {
        String dimension = row.get("dimension", String.class);
        String key = row.get("key", String.class);
        return new EvaluationRow(
                dimension,
                key,
                name(dimension, key),
                row.get("path", String.class),
                row.get("cases", Integer.class),
                json.readValue(row.get("measures", JSONB.class).data(), FIGURES),
                Optional.ofNullable(row.get("score", Double.class)),
                Optional.ofNullable(row.get("grade", String.class)),
                Optional.ofNullable(row.get("corrected_measures", JSONB.class))
                        .map(figures -> json.readValue(figures.data(), FIGURES)),
                Optional.ofNullable(row.get("corrected_score", Double.class)),
                Optional.ofNullable(row.get("corrected_grade", String.class)));
    }

    private Text name(String dimension, String key) {
        Optional<Text> name =
                switch (dimension) {
                    case EvaluationSums.AREA -> areas.find(key).map(Area::name);
                    case EvaluationSums.DEPARTMENT -> organisations.find(key).map(Organisation::name);
                    case EvaluationSums.POST -> Optional.ofNullable(POSTS.get(key));
                    default -> Optional.of(Text.of("全市", "The city"));
                };
        return name.orElseGet(() -> Text.of(key, key));
    }
}
