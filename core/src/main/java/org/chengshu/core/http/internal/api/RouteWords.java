package org.chengshu.core.http.internal.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a route does, in a few words that its own address tells: {@code POST /api/alarm/v1/alarms/{id}/acknowledge} is
 * "acknowledge one of alarms" and {@code alarm.acknowledgeOneOfAlarms}. The id stays as long as the address does.
 */
record RouteWords(String module, String summary) {
    private static final String API = "api";
    private static final int FIRST_OF_ROUTE = 3;
    private static final Map<String, String> ON_ALL = Map.of("GET", "list", "POST", "add to", "PUT", "replace");
    private static final Map<String, String> ON_ONE =
            Map.of("GET", "read", "PUT", "change", "PATCH", "change", "DELETE", "remove");

    static RouteWords of(String method, String path) {
        List<String> parts =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
        boolean api = parts.size() > FIRST_OF_ROUTE && parts.getFirst().equals(API);
        List<String> route = api ? parts.subList(FIRST_OF_ROUTE, parts.size()) : parts;
        return new RouteWords(api ? parts.get(1) : API, summary(method, route));
    }

    private static String summary(String method, List<String> route) {
        boolean one = isVariable(route.getLast());
        String verb = (one ? ON_ONE : ON_ALL).getOrDefault(method, method.toLowerCase(Locale.ROOT));
        List<String> words = new ArrayList<>();
        if (!one && method.equals("POST") && isVariable(beforeLast(route))) {
            words.add(spaced(route.getLast()));
            words.addAll(things(route.subList(0, route.size() - 1)));
        } else {
            words.add(verb);
            words.addAll(things(route));
        }
        return String.join(" ", words);
    }

    private static String beforeLast(List<String> route) {
        return route.size() < 2 ? "" : route.get(route.size() - 2);
    }

    /** From the last thing back to the first: readings of one of series of one of devices. */
    private static List<String> things(List<String> route) {
        List<String> words = new ArrayList<>();
        for (int i = route.size() - 1; i >= 0; i--) {
            String thing = isVariable(route.get(i)) ? "one" : spaced(route.get(i));
            words.add((words.isEmpty() ? "" : "of ") + thing);
        }
        return words;
    }

    private static boolean isVariable(String part) {
        return part.startsWith("{");
    }

    private static String spaced(String part) {
        return part.replaceAll("[^A-Za-z0-9]+", " ").strip();
    }

    String operationId() {
        String[] words = summary.split(" ");
        return module + "." + words[0]
                + Arrays.stream(words, 1, words.length)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
