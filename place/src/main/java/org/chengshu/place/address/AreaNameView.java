package org.chengshu.place.address;

import java.util.Optional;
import org.chengshu.core.tree.Area;
import org.chengshu.kernel.Text;

/** A name on the wire; the area's own name is absent when the tree has it no more. */
record AreaNameView(String area, Optional<Text> areaName, String name, boolean former, Optional<String> pack) {
    static AreaNameView of(AreaName name, Optional<Area> area) {
        return new AreaNameView(name.area(), area.map(Area::name), name.name(), name.former(), name.pack());
    }
}
