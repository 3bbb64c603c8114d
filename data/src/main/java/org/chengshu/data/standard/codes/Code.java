package org.chengshu.data.standard.codes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * One value of a code table.
 *
 * @param names other words for it, beside the title
 * @param foreign codes of other systems that mean the same, by system
 * @param from the first day it is valid, {@code to} the last
 */
public record Code(
        String code,
        Text title,
        Optional<String> parent,
        List<String> names,
        Map<String, List<String>> foreign,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {
    public Code {
        names = List.copyOf(names);
        foreign = Map.copyOf(foreign);
    }

    public boolean validOn(LocalDate day) {
        return from.filter(day::isBefore).isEmpty() && to.filter(day::isAfter).isEmpty();
    }
}
