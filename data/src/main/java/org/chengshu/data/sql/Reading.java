package org.chengshu.data.sql;

import java.util.List;
import java.util.Optional;
import org.chengshu.data.sql.statement.SqlFault;
import org.chengshu.kernel.Text;

/** A statement as understood, or everything that is wrong with it: one of the two is empty. Immutable. */
public record Reading(Optional<Derivation> derivation, List<SqlFault> faults) {
    public Reading {
        faults = List.copyOf(faults);
    }

    static Reading refused(List<SqlFault> faults) {
        return new Reading(Optional.empty(), faults);
    }

    static Reading refused(String zh, String en) {
        return refused(List.of(new SqlFault(0, 0, Text.of(zh, en))));
    }
}
