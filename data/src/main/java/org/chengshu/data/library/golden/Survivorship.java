package org.chengshu.data.library.golden;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses for each field of a golden record the row that gives its value. Independent of the order of rows. Pure. */
public final class Survivorship {
    public static final int NOBODY = -1;
    private final List<FieldChoice> fields;

    public Survivorship(List<FieldChoice> fields) {
        this.fields = List.copyOf(fields);
    }

    /** For each field the place of the row that gives its value, {@link #NOBODY} when no row has one. */
    public int[] origins(List<MemberRow> rows) {
        int[] origins = new int[fields.size()];
        for (int field = 0; field < origins.length; field++) {
            if (fields.get(field).follows() == FieldChoice.BY_ITSELF) {
                origins[field] = choose(rows, field);
            }
        }
        for (int field = 0; field < origins.length; field++) {
            int leader = fields.get(field).follows();
            if (leader != FieldChoice.BY_ITSELF) {
                int row = origins[leader];
                origins[field] = row != NOBODY && rows.get(row).values()[field] != null ? row : NOBODY;
            }
        }
        return origins;
    }

    private int choose(List<MemberRow> rows, int field) {
        List<Integer> filled = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).values()[field] != null) {
                filled.add(row);
            }
        }
        if (filled.size() < 2) {
            return filled.isEmpty() ? NOBODY : filled.getFirst();
        }
        return filled.stream().min(order(rows, field, filled)).orElse(NOBODY);
    }

    private Comparator<Integer> order(List<MemberRow> rows, int field, List<Integer> filled) {
        return fields.get(field).criteria().stream()
                .map(criterion -> by(criterion, rows, field, filled))
                .reduce(Comparator::thenComparing)
                .orElse(Comparator.comparingInt(row -> 0))
                .thenComparingLong(row -> rows.get(row).id());
    }

    private static Comparator<Integer> by(Criterion criterion, List<MemberRow> rows, int field, List<Integer> filled) {
        return switch (criterion) {
            case PRIORITY -> Comparator.comparingInt(row -> rows.get(row).priority());
            case NEWEST ->
                Comparator.comparingLong((Integer row) -> rows.get(row).changedAt())
                        .reversed();
            case LONGEST ->
                Comparator.comparingInt(row -> -rows.get(row).values()[field].length());
            case SHORTEST ->
                Comparator.comparingInt(row -> rows.get(row).values()[field].length());
            case FREQUENT -> {
                Map<String, Integer> counts = new HashMap<>();
                filled.forEach(row -> counts.merge(rows.get(row).values()[field], 1, Integer::sum));
                yield Comparator.comparingInt(row -> -counts.get(rows.get(row).values()[field]));
            }
        };
    }
}
