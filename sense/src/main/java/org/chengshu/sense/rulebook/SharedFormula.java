package org.chengshu.sense.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.formula.Formula;
import org.chengshu.formula.FormulaFault;
import org.chengshu.formula.Formulas;
import org.chengshu.formula.Problem;
import org.chengshu.formula.Signature;
import org.chengshu.formula.Type;
import org.chengshu.kernel.Text;
import org.chengshu.sense.PropertyType;

/**
 * A condition over several devices, such as {@code count(pm25 > 150) >= 3 && share(pm25 > 75) > 0.5}: each part in brackets
 * is asked of every device by its latest values, and what comes of it stands in the whole as a number. {@code devices} is
 * how many devices have a value at all.
 */
public record SharedFormula(String source, Formula whole, List<Part> parts) {
    public static final String DEVICES = "devices";
    private static final String PLACE = "part";

    /** How the answers of the devices become one number. */
    public enum Kind {
        COUNT(Type.BOOLEAN),
        SHARE(Type.BOOLEAN),
        AVG(Type.NUMBER),
        SUM(Type.NUMBER),
        LOWEST(Type.NUMBER),
        HIGHEST(Type.NUMBER);

        private final Type asks;

        Kind(Type asks) {
            this.asks = asks;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is asked of each device, and how the answers become one number. */
    public record Part(String name, Kind kind, Formula formula) {
        /** The part as it stands in the whole. */
        public String source() {
            return kind.word() + "(" + formula.source() + ")";
        }
    }

    public SharedFormula {
        parts = List.copyOf(parts);
    }

    /** All problems at once as a {@link FormulaFault}, counted in the whole text. */
    static SharedFormula compile(String source, Map<String, PropertyType> properties) {
        Map<String, Type> words = new TreeMap<>();
        properties.forEach((id, type) -> words.put(
                id,
                switch (type) {
                    case NUMBER -> Type.NUMBER;
                    case BOOLEAN -> Type.BOOLEAN;
                    case TEXT -> Type.TEXT;
                }));
        Signature inner = Signature.of(words);
        List<Problem> problems = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        Signature outer = Signature.none().with(DEVICES, Type.NUMBER);
        StringBuilder whole = new StringBuilder(source);
        for (Optional<Call> next = find(source, 0);
                next.isPresent();
                next = find(source, next.get().end())) {
            Call call = next.get();
            String name = PLACE + parts.size();
            // The name is never longer than the shortest call, so every other word keeps its place.
            whole.replace(call.start(), call.end(), pad(name, call.end() - call.start()));
            outer = outer.with(name, Type.NUMBER);
            try {
                parts.add(new Part(name, call.kind(), Formulas.compile(call.inner(), inner, call.kind().asks)));
            } catch (FormulaFault e) {
                e.problems().forEach(problem -> problems.add(shifted(problem, call)));
                parts.add(new Part(name, call.kind(), Formulas.compile("true", inner, Type.BOOLEAN)));
            }
        }
        if (parts.isEmpty()) {
            problems.add(new Problem(
                    1,
                    1,
                    Text.of(
                            "条件里要有 count、share、avg、sum、lowest 或 highest",
                            "the condition needs count, share, avg, sum, lowest or highest")));
        }
        if (!problems.isEmpty()) {
            throw new FormulaFault(source, problems);
        }
        return new SharedFormula(source, Formulas.compile(whole.toString(), outer, Type.BOOLEAN), parts);
    }

    private static Problem shifted(Problem problem, Call call) {
        return problem.line() > 1
                ? problem
                : new Problem(
                        1, problem.column() + call.start() + call.kind().word().length() + 1, problem.message());
    }

    private static String pad(String name, int length) {
        return name + " ".repeat(Math.max(0, length - name.length()));
    }

    private record Call(Kind kind, int start, int end, String inner) {}

    private static Optional<Call> find(String source, int from) {
        for (int at = from; at < source.length(); at++) {
            char one = source.charAt(at);
            if (one == '\'' || one == '"') {
                at = endOfText(source, at);
                continue;
            }
            if (at > 0 && isWordPart(source.charAt(at - 1))) {
                continue;
            }
            for (Kind kind : Kind.values()) {
                if (source.startsWith(kind.word() + "(", at)) {
                    int open = at + kind.word().length();
                    int close = closing(source, open);
                    if (close > open) {
                        return Optional.of(new Call(kind, at, close + 1, source.substring(open + 1, close)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isWordPart(char one) {
        return Character.isLetterOrDigit(one) || one == '_' || one == '.';
    }

    private static int closing(String source, int open) {
        int depth = 0;
        for (int at = open; at < source.length(); at++) {
            char one = source.charAt(at);
            if (one == '\'' || one == '"') {
                at = endOfText(source, at);
            } else if (one == '(') {
                depth++;
            } else if (one == ')' && --depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static int endOfText(String source, int start) {
        int end = source.indexOf(source.charAt(start), start + 1);
        return end < 0 ? source.length() : end;
    }
}
