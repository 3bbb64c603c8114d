package org.chengshu.data.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.chengshu.data.Condition;
import org.chengshu.data.ConditionJson;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;

/** Reads checks as packs and doors write them. */
final class CheckJson {
    private static final double USUAL_WITHIN = 0.005;
    private static final double USUAL_K = 3;
    private static final double USUAL_RUN = 6;
    private static final double LONGEST_RUN = 100_000;
    private static final double MOST_K = 1_000;
    private static final Set<String> GRAINS = Set.of("hour", "day", "week", "month", "year");
    private static final Map<String, Function<SpecReader, Check>> READERS = readers();

    private CheckJson() {}

    /** Empty when its type is unknown; other faults are collected in the reader. */
    static Optional<Check> read(SpecReader spec) {
        String type = spec.text("type");
        Function<SpecReader, Check> reader = READERS.get(type);
        if (reader == null) {
            String meant = Nearest.of(type, READERS.keySet())
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("");
            spec.fault("type", Text.of("没有检查类型 " + type, "there is no check of type " + type + meant));
            return Optional.empty();
        }
        Check check = reader.apply(spec);
        spec.closed();
        return Optional.of(check);
    }

    private static Map<String, Function<SpecReader, Check>> readers() {
        Map<String, Function<SpecReader, Check>> readers = new TreeMap<>();
        readers.put("not-null", in -> new Check.NotNull(in.text("field"), nullWords(in)));
        readers.put("null-word", in -> new Check.NullWord(in.text("field"), nullWords(in)));
        readers.put("gaps", CheckJson::gaps);
        readers.put("unique", in -> new Check.Unique(in.texts("fields", true)));
        readers.put("look-alike", in -> new Check.LookAlike(in.texts("fields", true)));
        readers.put("range", CheckJson::range);
        readers.put("pattern", CheckJson::pattern);
        readers.put("codes", in -> new Check.Codes(in.text("field"), in.texts("values", true)));
        readers.put("standard", in -> new Check.Standard(in.text("field"), in.text("standard")));
        readers.put("order", in -> new Check.Order(in.text("lower"), in.text("upper")));
        readers.put("sum", CheckJson::sum);
        readers.put("outlier", CheckJson::outlier);
        readers.put("placeholder", in -> new Check.Placeholder(in.text("field"), in.texts("values", true)));
        readers.put("never", CheckJson::never);
        readers.put(
                "within",
                in -> new Check.Within(
                        in.text("field"), in.text("on"), in.text("dataset"), in.text("key"), in.text("limit")));
        readers.put("shapes", in -> new Check.Shapes(in.text("field"), in.texts("shapes", true)));
        readers.put("tidy", in -> new Check.Tidy(in.text("field")));
        readers.put("spelling", in -> new Check.Spelling(in.text("field")));
        readers.put("consistent", in -> new Check.Consistent(in.texts("key", true), in.text("field")));
        readers.put(
                "fresh",
                in -> new Check.Fresh(
                        in.text("field"), in.duration("within"), in.texts("groupBy", false), in.flag("fromNewest")));
        readers.put(
                "stuck",
                in -> new Check.Stuck(in.text("field"), in.text("along"), in.texts("groupBy", false), (int)
                        in.number("atLeast", USUAL_RUN, 2, LONGEST_RUN)));
        readers.put("reference", in -> new Check.Reference(in.text("field"), in.text("dataset"), in.text("key")));
        readers.put("whole", in -> new Check.Whole(in.texts("key", true), in.texts("parts", true)));
        return readers;
    }

    private static List<String> nullWords(SpecReader in) {
        return in.has("nullWords") ? in.texts("nullWords", true) : NullWords.USUAL;
    }

    private static Check gaps(SpecReader in) {
        Optional<String> grain = in.maybeText("grain");
        grain.filter(word -> !GRAINS.contains(word))
                .ifPresent(word -> in.fault(
                        "grain",
                        Text.of("粒度只能是 hour day week month year", "a grain is hour, day, week, month or year")));
        return new Check.Gaps(in.text("field"), grain, in.texts("groupBy", false));
    }

    private static Check range(SpecReader in) {
        Check.Range range =
                new Check.Range(in.text("field"), in.maybeNumber("min"), in.maybeNumber("max"), in.flag("aboveMin"));
        if (range.min().isEmpty() && range.max().isEmpty()) {
            in.fault("", Text.of("缺少 min 或 max", "min or max is missing"));
        }
        return range;
    }

    private static Check pattern(SpecReader in) {
        String regex = in.text("regex");
        try {
            java.util.regex.Pattern.compile(regex);
        } catch (IllegalArgumentException e) {
            in.fault("regex", Text.of("正则表达式有误：" + regex, "not a regular expression: " + regex));
        }
        return new Check.Pattern(in.text("field"), regex);
    }

    private static Check sum(SpecReader in) {
        List<Check.Sum.Term> terms = new ArrayList<>();
        in.node("terms").forEach(term -> {
            if (term.isString()) {
                terms.add(new Check.Sum.Term(term.asString(), 1));
            } else {
                terms.add(new Check.Sum.Term(
                        term.path("field").asString(""), term.path("factor").asDouble(1)));
            }
        });
        if (terms.isEmpty()) {
            in.fault("terms", Text.of("缺少 terms", "terms are missing"));
        }
        return new Check.Sum(in.text("field"), List.copyOf(terms), in.number("within", USUAL_WITHIN, 0, 1));
    }

    private static Check outlier(SpecReader in) {
        String method = in.maybeText("method").orElse("quartiles");
        if (!Set.of("quartiles", "deviation").contains(method)) {
            in.fault("method", Text.of("方法只能是 quartiles 或 deviation", "a method is quartiles or deviation"));
        }
        return new Check.Outlier(
                in.text("field"),
                in.maybeText("groupBy"),
                method.equals("deviation"),
                in.number("k", USUAL_K, 0, MOST_K),
                in.flag("log"));
    }

    private static Check never(SpecReader in) {
        List<Condition> conditions = new ArrayList<>();
        in.node("conditions").forEach(condition -> {
            try {
                conditions.add(ConditionJson.one(condition));
            } catch (Fault e) {
                String words = String.valueOf(e.getMessage());
                in.fault("conditions", Text.of(e.code().title().zh() + "：" + words, words));
            }
        });
        if (conditions.isEmpty()) {
            in.fault("conditions", Text.of("缺少 conditions", "conditions are missing"));
        }
        return new Check.Never(List.copyOf(conditions));
    }
}
