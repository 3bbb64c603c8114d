package org.chengshu.data.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Reads rules as packs and doors write them; says everything that is wrong at once, with JSON pointers. Stateless. */
public final class RuleJson {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,99}");
    private static final double MOST_WEIGHT = 100;

    private RuleJson() {}

    /** Faults with {@code RULE_FAULTY}. */
    public static QualityRule read(JsonNode json, String dataset, Optional<String> pack, long version) {
        List<PlacedFault> faults = new ArrayList<>();
        Optional<QualityRule> rule = read(json, dataset, pack, version, "", faults);
        return rule.orElseThrow(() -> new FaultyInput(DataError.RULE_FAULTY, words(faults), faults));
    }

    private static String words(List<PlacedFault> faults) {
        return faults.stream()
                .map(fault -> fault.place() + ": " + fault.detail().en())
                .collect(Collectors.joining("; "));
    }

    static Optional<QualityRule> read(
            JsonNode json,
            String dataset,
            Optional<String> pack,
            long version,
            String place,
            List<PlacedFault> faults) {
        SpecReader in = new SpecReader(json, place, faults);
        String id = in.text("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            in.fault("id", Text.of("编号为小写字母、数字和连字符", "an id is lower-case letters, digits and hyphens"));
        }
        in.node("dataset");
        SpecReader title = in.inside("title");
        String zh = title.text("zh");
        String en = title.text("en");
        Optional<Check> check = CheckJson.read(in.inside("check"));
        Optional<QualityKind> kind = kind(in);
        double severity = in.number("severity", Severity.YELLOW.level(), 1, 4);
        double weight = in.number("weight", 1, 0, MOST_WEIGHT);
        double tolerance = in.number("tolerance", 0, 0, 1);
        in.closed();
        if (!faults.isEmpty() || check.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new QualityRule(
                id,
                dataset,
                Text.of(zh, en),
                check.get(),
                kind.orElse(check.get().kind()),
                Severity.ofLevel((int) severity),
                weight,
                tolerance,
                json,
                pack,
                version));
    }

    private static Optional<QualityKind> kind(SpecReader in) {
        return in.maybeText("kind").flatMap(word -> {
            Optional<QualityKind> kind = QualityKind.find(word);
            if (kind.isEmpty()) {
                String all =
                        Stream.of(QualityKind.values()).map(QualityKind::word).collect(Collectors.joining(", "));
                in.fault("kind", Text.of("类别只能是 " + all, "a kind is one of " + all));
            }
            return kind;
        });
    }
}
