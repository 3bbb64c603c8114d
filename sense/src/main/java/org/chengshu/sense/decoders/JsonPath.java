package org.chengshu.sense.decoders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A path into a JSON document: {@code $} is the document and {@code @} the row at hand; then {@code .name}, {@code ['any
 * name']} and {@code [3]} (from the end: {@code [-1]}). {@code [*]}, each element of an array, stands only in the path of
 * rows, at most twice. Nothing else of what other dialects have. Immutable.
 */
record JsonPath(boolean fromRow, List<Step> steps) {
    private static final int MOST_STARS = 2;
    private static final int LONGEST = 200;
    private static final Pattern STEP =
            Pattern.compile("\\.([\\p{L}_][\\p{L}\\p{N}_-]*)|\\['([^']+)'\\]|\\[(-?\\d{1,6})\\]|\\[(\\*)\\]");

    JsonPath {
        steps = List.copyOf(steps);
    }

    sealed interface Step {
        record Name(String name) implements Step {}

        record Index(int index) implements Step {}

        record Each() implements Step {}
    }

    /** A place of the document and how it is written. */
    record Found(JsonNode node, String place) {}

    static JsonPath parse(String text) {
        if (text.length() > LONGEST || !(text.startsWith("$") || text.startsWith("@"))) {
            throw new IllegalArgumentException("a path begins with $ or @ and has at most 200 characters, not " + text);
        }
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text).region(1, text.length());
        int at = 1;
        while (at < text.length()) {
            if (!step.find(at) || step.start() != at) {
                throw new IllegalArgumentException(
                        "a path goes on with .name, ['name'] or [n], not with " + text.substring(at));
            }
            steps.add(step(step));
            at = step.end();
        }
        if (steps.stream().filter(Step.Each.class::isInstance).count() > MOST_STARS) {
            throw new IllegalArgumentException("a path has at most two [*]: " + text);
        }
        return new JsonPath(text.charAt(0) == '@', steps);
    }

    private static Step step(Matcher step) {
        if (step.group(4) != null) {
            return new Step.Each();
        }
        if (step.group(3) != null) {
            return new Step.Index(Integer.parseInt(step.group(3)));
        }
        return new Step.Name(step.group(1) != null ? step.group(1) : step.group(2));
    }

    boolean hasStar() {
        return steps.stream().anyMatch(Step.Each.class::isInstance);
    }

    /** What stands there, unless it is absent or null. */
    Optional<Found> find(Found document, Found row) {
        Found at = fromRow ? row : document;
        for (Step step : steps) {
            at = go(at, step);
            if (at.node.isMissingNode()) {
                return Optional.empty();
            }
        }
        return at.node.isNull() ? Optional.empty() : Optional.of(at);
    }

    /** How the place is written though nothing is there. */
    String place(Found document, Found row) {
        Found at = fromRow ? row : document;
        for (Step step : steps) {
            at = go(at, step);
        }
        return at.place;
    }

    /** All that it leads to, at most so many. */
    List<Found> all(Found document, int most) {
        List<Found> found = List.of(document);
        for (Step step : steps) {
            List<Found> next = new ArrayList<>();
            for (Found at : found) {
                spread(at, step, most, next);
            }
            found = next;
        }
        return found;
    }

    private static void spread(Found at, Step step, int most, List<Found> to) {
        if (!(step instanceof Step.Each)) {
            Found next = go(at, step);
            if (!next.node.isMissingNode() && to.size() < most) {
                to.add(next);
            }
            return;
        }
        for (int i = 0; i < at.node.size() && at.node.isArray() && to.size() < most; i++) {
            to.add(go(at, new Step.Index(i)));
        }
    }

    private static Found go(Found at, Step step) {
        return switch (step) {
            case Step.Name(String name) -> new Found(at.node.path(name), at.place + "." + name);
            case Step.Index(int index) -> index(at, index);
            case Step.Each() -> at;
        };
    }

    private static Found index(Found at, int index) {
        int from = index < 0 ? at.node.size() + index : index;
        return new Found(at.node.path(from), at.place + "[" + from + "]");
    }
}
