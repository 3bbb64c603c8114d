package org.chengshu.place.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Fault;
import org.chengshu.place.AddressSplit;
import org.chengshu.place.Addresses;
import org.chengshu.place.PlaceError;
import org.springframework.stereotype.Component;

/** Keeps the index beside the tree it was built from; a tree that has changed is another list. */
@Component
final class AddressBook implements Addresses {
    private final Areas areas;
    private final AreaNameStore names;
    private volatile Built built = new Built(List.of(), List.of(), new AreaIndex(List.of(), List.of()));

    private record Built(List<Area> areas, List<AreaName> names, AreaIndex index) {}

    AddressBook(Areas areas, AreaNameStore names) {
        this.areas = areas;
        this.names = names;
    }

    @Override
    public AddressSplit split(String text) {
        return split(text, Optional.empty());
    }

    @Override
    public AddressSplit split(String text, Optional<String> withinArea) {
        if (text.length() > LONGEST) {
            throw new Fault(
                    PlaceError.ADDRESS_TOO_LONG,
                    "an address has at most " + LONGEST + " characters, not " + text.length());
        }
        Optional<Area> within = withinArea.map(areas::get);
        return Splitter.split(index(), text, within);
    }

    @SuppressWarnings("ReferenceEquality") // the lists are the very same objects until the tree or the names change
    private AreaIndex index() {
        List<Area> now = areas.list();
        List<AreaName> more = names.list();
        Built last = built;
        if (last.areas != now || last.names != more) {
            last = new Built(now, more, new AreaIndex(now, new ArrayList<>(more)));
            built = last;
        }
        return last.index;
    }
}
