package org.chengshu.data.load.draft;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.load.stage.Conversion;
import org.chengshu.data.load.stage.Conversions;
import org.chengshu.data.load.stage.Converted;

/**
 * Watches the values of a column and guesses its type: the narrowest that nearly all of them are of. What names things, such
 * as a code or a phone number, stays a text however many digits it has. Pure; not for many threads.
 */
final class ColumnGuess {
    private static final ZoneId ANY = ZoneOffset.UTC;
    private static final double NEARLY_ALL = 0.95;
    private static final int MOST_SHOWN = 5;
    private static final int LONGEST_SHOWN = 80;
    private static final int CODE_DIGITS = 15;
    private static final Pattern CODE =
            Pattern.compile("(?i).*(\\bid|_id|[a-z]ID|number|code|zip|phone|tel|编号|编码|代码|号码|证号|邮编|电话|手机|账号)$|^id$");
    private static final Pattern LEADING_ZERO = Pattern.compile("0\\d+");
    private static final Pattern PLAIN_DIGITS = Pattern.compile("\\d+");
    private static final Pattern TIME_OF_DAY = Pattern.compile(".*\\d[:时]\\d.*");
    private static final Set<String> NOTHING =
            Set.of("null", "n/a", "na", "none", "nil", "-", "--", "/", "无", "暂无", "不详", "空");
    private static final Set<String> FLAGS = Set.of("true", "false", "yes", "no", "y", "n", "t", "f", "是", "否");

    private final List<Candidate> candidates = List.of(
            new Candidate(FieldType.INTEGER, Optional.empty()),
            new Candidate(FieldType.NUMBER, Optional.empty()),
            new Candidate(FieldType.INSTANT, Optional.empty()),
            new Candidate(FieldType.INSTANT, Optional.of("mdy")),
            new Candidate(FieldType.INSTANT, Optional.of("dmy")));
    private final boolean named;
    private final Set<String> examples = new LinkedHashSet<>();
    private long filled;
    private long nothing;
    private long flags;
    private boolean timeOfDay;
    private boolean dashes;
    private boolean code;

    ColumnGuess(String column) {
        this.named = CODE.matcher(column.strip()).matches();
    }

    void see(String delivered) {
        String text = delivered.strip();
        if (text.isEmpty()) {
            return;
        }
        filled++;
        if (NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
            nothing++;
            return;
        }
        flags += FLAGS.contains(text.toLowerCase(Locale.ROOT)) ? 1 : 0;
        code |= LEADING_ZERO.matcher(text).matches()
                || (text.length() >= CODE_DIGITS && PLAIN_DIGITS.matcher(text).matches());
        timeOfDay |= TIME_OF_DAY.matcher(text).matches();
        dashes |= !PLAIN_DIGITS.matcher(text).matches();
        candidates.forEach(candidate -> candidate.see(text));
        if (examples.size() < MOST_SHOWN) {
            examples.add(shown(text));
        }
    }

    long filled() {
        return filled;
    }

    /** Whether words such as NULL or 无 stand where there is no value. */
    boolean hasNullWords() {
        return nothing > 0;
    }

    List<String> examples() {
        return List.copyOf(examples);
    }

    Guess guess() {
        long values = filled - nothing;
        if (values == 0) {
            return Guess.text();
        }
        if (flags >= values * NEARLY_ALL) {
            return new Guess(FieldType.BOOLEAN, Optional.empty(), values - flags, List.of());
        }
        return candidates.stream()
                .filter(candidate -> candidate.fits(values) && !isCode(candidate))
                .filter(candidate -> candidate.type != FieldType.INSTANT || dashes)
                .max((one, other) -> Long.compare(one.fitting, other.fitting) != 0
                        ? Long.compare(one.fitting, other.fitting)
                        : Integer.compare(candidates.indexOf(other), candidates.indexOf(one)))
                .map(candidate -> candidate.guess(values, timeOfDay))
                .orElseGet(Guess::text);
    }

    private boolean isCode(Candidate candidate) {
        return (named || code) && (candidate.type == FieldType.INTEGER || candidate.type == FieldType.NUMBER);
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    record Guess(FieldType type, Optional<String> format, long failing, List<String> failures) {
        static Guess text() {
            return new Guess(FieldType.TEXT, Optional.empty(), 0, List.of());
        }
    }

    private static final class Candidate {
        private final FieldType type;
        private final Optional<String> format;
        private final Conversion conversion;
        private final List<String> failures = new ArrayList<>();
        private long fitting;
        private long seen;

        Candidate(FieldType type, Optional<String> format) {
            this.type = type;
            this.format = format;
            this.conversion = Conversions.of(type, format, ANY);
        }

        void see(String text) {
            // What has failed a hundred times in a row of firsts is not worth trying on.
            if (seen >= 100 && fitting * 2 < seen) {
                return;
            }
            seen++;
            if (conversion.convert(text) instanceof Converted.Value) {
                fitting++;
            } else if (failures.size() < MOST_SHOWN) {
                failures.add(shown(text));
            }
        }

        boolean fits(long values) {
            return fitting >= values * NEARLY_ALL;
        }

        Guess guess(long values, boolean timeOfDay) {
            FieldType told = type == FieldType.INSTANT && !timeOfDay ? FieldType.DATE : type;
            return new Guess(told, format, values - fitting, failures);
        }
    }
}
