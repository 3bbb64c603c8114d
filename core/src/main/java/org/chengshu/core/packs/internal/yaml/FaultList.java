package org.chengshu.core.packs.internal.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chengshu.core.packs.PackFault;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.kernel.Text;

/** Faults by file and line; the same one is told once. */
public final class FaultList implements PackFaults {
    private static final Comparator<PackFault> BY_PLACE = Comparator.comparing((PackFault fault) -> file(fault.place()))
            .thenComparingInt(fault -> line(fault.place()))
            .thenComparing(fault -> fault.message().en());

    private final Set<PackFault> faults = new LinkedHashSet<>();

    @Override
    public void add(String place, Text message) {
        faults.add(new PackFault(place, message));
    }

    public void add(String file, int line, Text message) {
        add(file + ":" + line, message);
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    public List<PackFault> sorted() {
        List<PackFault> sorted = new ArrayList<>(faults);
        sorted.sort(BY_PLACE);
        return List.copyOf(sorted);
    }

    private static String file(String place) {
        int colon = place.lastIndexOf(':');
        return colon < 0 ? place : place.substring(0, colon);
    }

    private static int line(String place) {
        String digits = place.substring(place.lastIndexOf(':') + 1);
        return !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(Character::isDigit)
                ? Integer.parseInt(digits)
                : 0;
    }
}
