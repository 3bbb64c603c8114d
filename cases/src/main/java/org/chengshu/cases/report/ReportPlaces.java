package org.chengshu.cases.report;

import java.util.Optional;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.geo.Position;
import org.springframework.stereotype.Component;

/** Finds the area of a report. People of the city report within their areas; what the public reports is taken anywhere. */
@Component
public final class ReportPlaces {
    private final Areas areas;

    ReportPlaces(Areas areas) {
        this.areas = areas;
    }

    /** The place is an area's code, a position, or both; the person must see that area. */
    public ReportReader.PlaceRule within(Viewer viewer) {
        Scope scope = viewer.scope(CaseRights.REPORT);
        return (area, position, address, addressId) ->
                new ReportPlace(areaPath(area, position, scope), false, position, address, addressId);
    }

    /** Any place on earth, or an address alone; flagged when no area of the city holds it. */
    public ReportReader.PlaceRule anywhere() {
        return (area, position, address, addressId) -> {
            Optional<String> path = area.flatMap(areas::find)
                    .or(() -> position.flatMap(areas::at))
                    .map(Area::path);
            return new ReportPlace(path.orElse(Viewer.WHOLE_CITY), path.isEmpty(), position, address, addressId);
        };
    }

    private String areaPath(Optional<String> code, Optional<Position> position, Scope scope) {
        Optional<String> path = code.isPresent()
                ? areas.find(code.get()).map(Area::path)
                : position.flatMap(areas::at).map(Area::path);
        boolean nothingSaid = code.isEmpty() && position.isEmpty();
        String found = path.or(() -> nothingSaid ? onlyArea(scope) : Optional.empty())
                .orElseThrow(() -> new Fault(CaseError.CASE_PLACE_UNKNOWN, unknown(code, nothingSaid)));
        if (scope.areaPaths().stream().noneMatch(found::startsWith)) {
            throw new Fault(CaseError.CASE_PLACE_UNKNOWN, "the place is outside your area");
        }
        return found;
    }

    private static Optional<String> onlyArea(Scope scope) {
        return scope.areaPaths().size() == 1 ? Optional.of(scope.areaPaths().getFirst()) : Optional.empty();
    }

    private static String unknown(Optional<String> code, boolean nothingSaid) {
        if (nothingSaid) {
            return "area or position is missing, as you report for several areas";
        }
        return code.map(area -> "there is no area " + area).orElse("no area of the city holds the position");
    }
}
