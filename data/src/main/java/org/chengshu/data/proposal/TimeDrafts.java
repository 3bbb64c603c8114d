package org.chengshu.data.proposal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.profile.FieldProfile;
import org.chengshu.data.profile.Profile;
import org.chengshu.data.profile.Profiler.Study;
import org.chengshu.data.profile.Sample;

/** What is old, what falls silent, what is left out between the first and the last. */
final class TimeDrafts {
    private static final DateTimeFormatter STAMP = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]")
            .appendOffset("+HH:mm", "+00")
            .toFormatter(java.util.Locale.ROOT);
    private static final DateTimeFormatter SHORT = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]")
            .appendOffset("+HH", "+00")
            .toFormatter(java.util.Locale.ROOT);
    private static final int FEWEST = 12;
    private static final double SELDOM = 0.02;
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    private final Profile profile;
    private final Sample sample;
    private final Drafts to;

    private TimeDrafts(Study study, Drafts to) {
        this.profile = study.profile();
        this.sample = study.sample();
        this.to = to;
    }

    static void add(Study study, Drafts to) {
        TimeDrafts drafts = new TimeDrafts(study, to);
        List<FieldProfile> times = study.profile().fields().stream()
                .filter(field -> field.type() == FieldType.INSTANT || field.type() == FieldType.DATE)
                .filter(field -> !field.name().equals("loaded_at") && field.missingShare() < 0.1)
                .toList();
        times.stream().findFirst().ifPresent(drafts::times);
        study.profile().fields().stream()
                .filter(field -> field.type() == FieldType.INTEGER && field.filled() == field.rows())
                .forEach(drafts::numbers);
    }

    private void times(FieldProfile field) {
        long[] seconds = sample.values(field.name())
                .flatMap(text -> second(text).stream())
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        if (seconds.length < FEWEST) {
            return;
        }
        fresh(field, seconds);
        gaps(field, seconds);
        silent(field, seconds);
    }

    private void fresh(FieldProfile field, long[] seconds) {
        long[] days =
                Arrays.stream(seconds).map(second -> second / DAY).distinct().toArray();
        long cycle = median(days);
        Duration within = Duration.ofDays(Math.max(1, 3 * cycle));
        to.of("fresh", field.name())
                .field()
                .with("within", within.toString())
                .severity(2)
                .guard()
                .atMost(1)
                .because(
                        "及时更新",
                        " is up to date",
                        "通常每 " + Math.max(1, cycle) + " 天有新数据；超过三倍时长没有则为陈旧",
                        "there is usually something new every " + Math.max(1, cycle)
                                + " days; without anything for three times that it is stale");
    }

    private void gaps(FieldProfile field, long[] seconds) {
        for (var grain : List.of(java.util.Map.entry("hour", HOUR), java.util.Map.entry("day", DAY))) {
            long[] places = Arrays.stream(seconds)
                    .map(second -> Math.floorDiv(second, grain.getValue()))
                    .distinct()
                    .toArray();
            long span = places[places.length - 1] - places[0] + 1;
            double covered = (double) places.length / span;
            if (span >= FEWEST && covered >= 0.6 && covered < 1 && holes(places) <= Math.max(1, SELDOM * span)) {
                to.of("gaps", field.name())
                        .field()
                        .with("grain", grain.getKey())
                        .severity(2)
                        .because(
                                "不缺期",
                                " leaves no period out",
                                MissingDrafts.percent(covered) + " 的"
                                        + (grain.getKey().equals("hour") ? "小时" : "日") + "有数据，其余没有",
                                MissingDrafts.percent(covered) + " of the " + grain.getKey()
                                        + "s have rows, the others none");
                return;
            }
        }
    }

    // What comes when it comes leaves many periods out; what is regular has few holes, however large.
    private static long holes(long[] places) {
        return LongStream.range(1, places.length)
                .filter(i -> places[(int) i] - places[(int) i - 1] > 1)
                .count();
    }

    private void silent(FieldProfile time, long[] seconds) {
        long span = seconds[seconds.length - 1] - seconds[0];
        profile.fields().stream()
                .filter(field -> field.type() == FieldType.TEXT || field.type() == FieldType.INTEGER)
                .filter(field ->
                        field.distinct() >= 5 && field.filled() >= 20 * field.distinct() && field.missingShare() == 0)
                .filter(field -> field.distinct() >= 20
                        || field.name().endsWith("id")
                        || field.name().endsWith("code"))
                .findFirst()
                .ifPresent(member -> {
                    long each = span / Math.max(1, member.filled() / member.distinct());
                    Duration within = Duration.ofHours(Math.max(24, 10 * each / HOUR));
                    Drafts.Maker draft = to.of("fresh", member.name(), time.name())
                            .with("field", time.name())
                            .with("within", within.toString())
                            .with("groupBy", List.of(member.name()));
                    draft.check().put("fromNewest", true);
                    draft.severity(2)
                            .because(
                                    "没有沉默的成员",
                                    ": nobody has fallen silent",
                                    "每个成员平均 " + Math.max(1, each / 60) + " 分钟一条；比最新数据早 " + within.toHours()
                                            + " 小时以上的已沉默",
                                    "each gives a row every " + Math.max(1, each / 60) + " minutes; whoever is "
                                            + within.toHours() + " hours behind the newest has fallen silent");
                });
    }

    private void numbers(FieldProfile field) {
        double[] sorted = org.chengshu.data.profile.Numbers.sorted(sample.numbers(field.name()));
        if (sorted.length < FEWEST || !profile.isWhole()) {
            return;
        }
        double span = sorted[sorted.length - 1] - sorted[0] + 1;
        if (span > field.distinct() && span <= 1.1 * field.distinct() && field.distinct() >= 0.95 * field.rows()) {
            to.of("gaps", field.name())
                    .field()
                    .severity(1)
                    .because(
                            "不缺号",
                            " leaves no number out",
                            "号码几乎连续，中间缺少几个",
                            "the numbers follow each other, yet some are left out");
        }
    }

    private static long median(long[] sorted) {
        if (sorted.length < 2) {
            return 1;
        }
        long[] steps = LongStream.range(1, sorted.length)
                .map(i -> sorted[(int) i] - sorted[(int) i - 1])
                .sorted()
                .toArray();
        return steps[steps.length / 2];
    }

    private static Optional<Long> second(String text) {
        try {
            if (text.length() == 10) {
                return Optional.of(
                        LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toEpochSecond());
            }
            DateTimeFormatter format = text.charAt(text.length() - 3) == ':' ? STAMP : SHORT;
            Instant instant = OffsetDateTime.parse(text, format).toInstant();
            return Optional.of(instant.getEpochSecond());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
