package org.chengshu.cases.report;

import java.util.Optional;
import org.chengshu.kernel.geo.Position;

/**
 * Where the matter is. {@code outside} when no area of the city holds it, or nothing but an address is known: the report is
 * taken all the same, flagged, under the whole city.
 */
public record ReportPlace(
        String areaPath,
        boolean outside,
        Optional<Position> position,
        Optional<String> address,
        Optional<String> addressId) {}
