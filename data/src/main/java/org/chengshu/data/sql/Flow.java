package org.chengshu.data.sql;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.chengshu.data.LineageEdge.How;

/** The fields that something is made of, each with the strongest way in which it is. Immutable. */
record Flow(Map<Field, How> fields) {
    static final Flow NONE = new Flow(Map.of());

    record Field(String relation, String name) {}

    static Flow of(String relation, String field, How how) {
        return new Flow(Map.of(new Field(relation, field), how));
    }

    Flow and(Flow other) {
        if (other.fields.isEmpty()) {
            return this;
        }
        if (fields.isEmpty()) {
            return other;
        }
        Map<Field, How> both = new LinkedHashMap<>(fields);
        other.fields.forEach((field, how) -> both.merge(field, how, (a, b) -> a.compareTo(b) >= 0 ? a : b));
        return new Flow(both);
    }

    /** What is carried becomes at least this; influences stay what they are. */
    Flow raised(How least) {
        Map<Field, How> raised = new LinkedHashMap<>();
        fields.forEach((field, how) -> raised.put(field, how.carries() && how.compareTo(least) < 0 ? least : how));
        return new Flow(raised);
    }

    /** Everything as this and nothing else: as an influence. */
    Flow as(How how) {
        Map<Field, How> all = new LinkedHashMap<>();
        fields.keySet().forEach(field -> all.put(field, how));
        return new Flow(all);
    }

    Set<Origin> origins() {
        Set<Origin> origins = new LinkedHashSet<>();
        fields.forEach((field, how) -> origins.add(new Origin(field.relation, field.name, how)));
        return origins;
    }
}
