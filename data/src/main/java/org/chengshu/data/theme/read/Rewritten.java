package org.chengshu.data.theme.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.chengshu.data.sql.Derivation;
import org.chengshu.data.sql.Relation;
import org.jooq.Name;

/**
 * A query with the relations that it names put in place of their names: the text is otherwise untouched, so what was checked
 * is what runs. Immutable.
 */
public record Rewritten(String sql, List<Shift> shifts) {
    public Rewritten {
        shifts = List.copyOf(shifts);
    }

    /** From this place on in the new text, the old one is so many characters farther left. */
    record Shift(int from, int by) {}

    public static Rewritten of(String sql, Derivation derivation, Function<Relation, Name> target) {
        StringBuilder text = new StringBuilder();
        List<Shift> shifts = new ArrayList<>();
        int at = 0;
        for (Derivation.Read read : derivation.reads()) {
            text.append(sql, at, read.from()).append(target.apply(read.relation()));
            if (!read.aliased()) {
                text.append(" as ")
                        .append('"')
                        .append(read.alias().replace("\"", "\"\""))
                        .append('"');
            }
            at = read.to();
            shifts.add(new Shift(text.length(), text.length() - at));
        }
        return new Rewritten(text.append(sql, at, sql.length()).toString(), shifts);
    }

    /** The line (from 1) of the original on which a place (from 1) of the new text stands. */
    public int line(String original, int position) {
        int by = 0;
        for (Shift shift : shifts) {
            by = position > shift.from() ? shift.by() : by;
        }
        int end = Math.clamp(position - by - 1L, 0, original.length());
        return 1
                + (int) original.substring(0, end)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
