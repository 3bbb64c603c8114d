package org.chengshu.place.address;

import java.util.Optional;

/**
 * Another name of an area, which its own does not show.
 *
 * @param former whether it was its name, or that of a part of it, before
 * @param pack the pack that brought it; absent for what people entered
 */
record AreaName(String area, String name, boolean former, Optional<String> pack, int version) {}
