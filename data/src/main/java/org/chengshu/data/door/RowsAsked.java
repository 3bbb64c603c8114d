package org.chengshu.data.door;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chengshu.data.Condition;
import org.chengshu.data.DataError;
import org.chengshu.data.Operator;
import org.chengshu.kernel.Fault;

/**
 * What a reader of rows asks for in the address: {@code ?fields=a,b&where=power:gt:40&where=name:in:x,y}. A list in an
 * address is split at commas; who needs commas in values posts a query.
 */
record RowsAsked(List<String> fields, List<Condition> conditions) {
    static RowsAsked everything() {
        return new RowsAsked(List.of(), List.of());
    }

    static RowsAsked of(List<String> fields, String[] where) {
        List<Condition> conditions = new ArrayList<>();
        if (where != null) {
            Arrays.stream(where).map(RowsAsked::condition).forEach(conditions::add);
        }
        return new RowsAsked(fields.stream().filter(name -> !name.isBlank()).toList(), conditions);
    }

    private static Condition condition(String text) {
        String[] parts = text.split(":", 3);
        if (parts.length < 3) {
            throw new Fault(DataError.QUERY_FAULTY, "where is field:operator:value, not " + text);
        }
        Operator op = Operator.find(parts[1])
                .orElseThrow(() -> new Fault(DataError.QUERY_FAULTY, "where: no operator " + parts[1]));
        boolean list = op == Operator.IN || op == Operator.BETWEEN;
        return new Condition(parts[0], op, list ? List.of((Object[]) parts[2].split(",", -1)) : List.of(parts[2]));
    }
}
