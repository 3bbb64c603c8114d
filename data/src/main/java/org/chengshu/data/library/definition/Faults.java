package org.chengshu.data.library.definition;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Text;

/** Collects what is wrong with a definition, each with its JSON pointer. For one thread. */
public final class Faults {
    private final List<PlacedFault> found = new ArrayList<>();

    void add(String pointer, String zh, String en) {
        found.add(new PlacedFault(pointer, Text.of(zh, en)));
    }

    public List<PlacedFault> found() {
        return List.copyOf(found);
    }

    public void refuseIfAny(String what) {
        if (!found.isEmpty()) {
            throw new FaultyInput(DataError.LIBRARY_FAULTY, what + " was not stored", found);
        }
    }
}
