package org.chengshu.core.settings.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.kernel.Text;

/** Collects everything that is wrong, to be told at once. */
final class FaultsFound {
    private final List<PlacedFault> faults = new ArrayList<>();

    void add(String place, String zh, String en) {
        faults.add(new PlacedFault(place, Text.of(zh, en)));
    }

    /** Those of the file first, by line. */
    List<PlacedFault> all() {
        return faults.stream()
                .sorted(Comparator.comparing(
                                (PlacedFault fault) -> !fault.place().startsWith(SettingsFile.NAME))
                        .thenComparingInt(fault -> line(fault.place())))
                .toList();
    }

    private static int line(String place) {
        String digits = place.substring(place.lastIndexOf(':') + 1);
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }
}
