package org.chengshu.cases.roster;

import java.time.LocalTime;
import java.util.List;

/** One shift of a day with the names of the accounts that serve it; one that ends before it begins passes midnight. */
record DutyShift(LocalTime from, LocalTime to, List<String> people) {
    DutyShift {
        people = List.copyOf(people);
    }

    boolean passesMidnight() {
        return !to.isAfter(from);
    }

    DutyShift servedBy(List<String> others) {
        return new DutyShift(from, to, others);
    }
}
