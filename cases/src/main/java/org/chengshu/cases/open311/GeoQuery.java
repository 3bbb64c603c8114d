package org.chengshu.cases.open311;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.cases.CaseError;
import org.chengshu.kernel.Fault;

/** What requests are asked for; named ones override all else. Pure. */
record GeoQuery(
        List<String> ids, List<String> services, Instant from, Instant to, List<String> statuses, int first, int most) {
    static final int MOST = 1_000;

    private static final Duration SPAN = Duration.ofDays(90);
    private static final List<String> STATUSES = List.of("open", "closed");
    private static final int MOST_PAGES = 10_000;

    static GeoQuery of(Map<String, String[]> arguments, Instant now) {
        Optional<Instant> start = time(arguments, "start_date");
        Optional<Instant> end = time(arguments, "end_date");
        Instant from = start.orElseGet(() -> end.orElse(now).minus(SPAN));
        Instant to = end.orElseGet(() -> start.map(time -> time.plus(SPAN)).orElse(now));
        if (from.isAfter(to)) {
            throw new Fault(CaseError.OPEN311_WRONG, "start_date is after end_date");
        }
        if (Duration.between(from, to).compareTo(SPAN) > 0) {
            throw new Fault(CaseError.OPEN311_WRONG, "start_date and end_date span more than 90 days");
        }
        int size = number(arguments, "page_size", MOST, MOST);
        int page = number(arguments, "page", 1, MOST_PAGES);
        return new GeoQuery(
                list(arguments, "service_request_id"),
                list(arguments, "service_code"),
                from,
                to,
                statuses(arguments),
                (page - 1) * size,
                size);
    }

    private static List<String> statuses(Map<String, String[]> arguments) {
        List<String> statuses = list(arguments, "status");
        for (String status : statuses) {
            if (!STATUSES.contains(status)) {
                throw new Fault(CaseError.OPEN311_WRONG, "status is open or closed, not " + status);
            }
        }
        return statuses;
    }

    private static List<String> list(Map<String, String[]> arguments, String name) {
        List<String> all = Arrays.stream(arguments.getOrDefault(name, new String[0]))
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (all.size() > MOST) {
            throw new Fault(CaseError.OPEN311_WRONG, name + " names more than " + MOST);
        }
        return all;
    }

    private static Optional<String> one(Map<String, String[]> arguments, String name) {
        return Arrays.stream(arguments.getOrDefault(name, new String[0]))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    // An unescaped plus sign arrives as a space.
    private static Optional<Instant> time(Map<String, String[]> arguments, String name) {
        return one(arguments, name).map(text -> {
            try {
                return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            } catch (DateTimeException e) {
                throw new Fault(CaseError.OPEN311_WRONG, name + " is no time such as 2010-01-01T00:00:00Z: " + text, e);
            }
        });
    }

    private static int number(Map<String, String[]> arguments, String name, int usual, int most) {
        return one(arguments, name)
                .map(text -> {
                    try {
                        int number = Integer.parseInt(text);
                        if (number >= 1 && number <= most) {
                            return number;
                        }
                    } catch (NumberFormatException e) {
                        throw new Fault(CaseError.OPEN311_WRONG, name + " is no number: " + text, e);
                    }
                    throw new Fault(CaseError.OPEN311_WRONG, name + " is 1 to " + most + ", not " + text);
                })
                .orElse(usual);
    }
}
