package org.chengshu.cases.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Adds marks up for the city, each area with all above it, each department with all above it, and each post. */
final class EvaluationSums {
    static final String CITY = "city";
    static final String AREA = "area";
    static final String DEPARTMENT = "department";
    static final String POST = "post";

    /** Whose figures; the path is of the area or organisation. */
    record Key(String dimension, String key, String path) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return (dimension + " " + key).compareTo(other.dimension + " " + other.key);
        }
    }

    private static final class Sum {
        private final EnumMap<Measure, Tally> tallies = new EnumMap<>(Measure.class);
        private final Set<UUID> cases = new HashSet<>();
    }

    private final Function<String, String> organisationPath;
    private final Map<Key, Sum> sums = new TreeMap<>();

    /** @param organisationPath the path of a code, such as {@code /a/b/} for b */
    EvaluationSums(Function<String, String> organisationPath) {
        this.organisationPath = organisationPath;
    }

    void add(CaseMark mark) {
        add(new Key(CITY, CITY, "/"), mark);
        onTheWay(mark.areaPath()).forEach((code, path) -> add(new Key(AREA, code, path), mark));
        mark.department().map(organisationPath).ifPresent(own -> onTheWay(own)
                .forEach((code, path) -> add(new Key(DEPARTMENT, code, path), mark)));
        mark.post().ifPresent(post -> add(new Key(POST, post, "/"), mark));
    }

    private void add(Key key, CaseMark mark) {
        Sum sum = sums.computeIfAbsent(key, any -> new Sum());
        Tally.add(sum.tallies, mark);
        sum.cases.add(mark.caseId());
    }

    Map<Key, ScoreCard> cards(EvaluationScheme scheme) {
        Map<Key, ScoreCard> cards = new TreeMap<>();
        sums.forEach((key, sum) -> cards.put(key, ScoreCard.of(scheme, sum.tallies, sum.cases.size())));
        return cards;
    }

    private static Map<String, String> onTheWay(String path) {
        Map<String, String> all = new TreeMap<>();
        StringBuilder way = new StringBuilder("/");
        List<String> codes = new ArrayList<>(List.of(path.split("/")));
        codes.removeIf(String::isEmpty);
        for (String code : codes) {
            way.append(code).append('/');
            all.put(code, way.toString());
        }
        return all;
    }
}
