package org.chengshu.cases.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.handling.Actor;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseOpening;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.NewCase;
import org.chengshu.cases.handling.Timeline.Deed;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes what a person reports. The place is an area's code, a position, or both; the person must see that area. */
@Component
final class CaseReport {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 4_000;

    private final CaseKinds kinds;
    private final CaseOpening opening;
    private final Areas areas;
    private final Transactions transactions;
    private final Clock clock;

    CaseReport(CaseKinds kinds, CaseOpening opening, Areas areas, Transactions transactions, Clock clock) {
        this.kinds = kinds;
        this.opening = opening;
        this.areas = areas;
        this.transactions = transactions;
        this.clock = clock;
    }

    CaseFile open(JsonNode report, Viewer viewer) {
        String kindId = text(report, "kind", LONGEST_TITLE)
                .orElseThrow(() -> new Fault(CaseError.CASE_REPORT_WRONG, "kind is missing"));
        CaseKind kind = kinds.findInUse(kindId)
                .orElseThrow(() -> new Fault(CaseError.CASE_KIND_UNKNOWN, "there is no case kind " + kindId));
        Optional<Position> position = position(report.path("position"));
        Instant now = clock.instant();
        NewCase fresh = new NewCase(
                kind,
                title(report),
                text(report, "description", LONGEST_DESCRIPTION),
                severity(report),
                Optional.empty(),
                Optional.empty(),
                areaPath(report, position, viewer),
                position,
                Optional.of(viewer.accountId()),
                Optional.of(viewer.displayName()),
                now,
                false,
                Optional.empty());
        return transactions.call(() -> opening.open(fresh, Deed.of(CaseAction.REPORT, Actor.of(viewer), now)));
    }

    private static Text title(JsonNode report) {
        JsonNode title = report.path("title");
        if (title.isObject()) {
            return Text.of(required(title, "zh"), required(title, "en"));
        }
        String words = required(report, "title");
        return Text.of(words, words);
    }

    private static String required(JsonNode json, String field) {
        return text(json, field, LONGEST_TITLE)
                .orElseThrow(() -> new Fault(CaseError.CASE_REPORT_WRONG, field + " is missing"));
    }

    private static Optional<String> text(JsonNode json, String field, int longest) {
        Optional<String> words =
                Optional.of(json.path(field).asString("").strip()).filter(text -> !text.isEmpty());
        if (words.filter(text -> text.length() > longest).isPresent()) {
            throw new Fault(CaseError.CASE_REPORT_WRONG, field + " has more than " + longest + " characters");
        }
        return words;
    }

    private static Severity severity(JsonNode report) {
        int level = report.path("severity").asInt(Severity.YELLOW.level());
        try {
            return Severity.ofLevel(level);
        } catch (IllegalArgumentException e) {
            throw new Fault(CaseError.CASE_REPORT_WRONG, "severity is 1..4, not " + level, e);
        }
    }

    // Either [longitude, latitude] as in GeoJSON, or an object that names them.
    private static Optional<Position> position(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return Optional.empty();
        }
        JsonNode longitude = json.isArray() ? json.path(0) : json.path("longitude");
        JsonNode latitude = json.isArray() ? json.path(1) : json.path("latitude");
        if (!longitude.isNumber() || !latitude.isNumber()) {
            throw new Fault(CaseError.CASE_REPORT_WRONG, "position is [longitude, latitude]");
        }
        try {
            return Optional.of(new Position(longitude.asDouble(), latitude.asDouble()));
        } catch (IllegalArgumentException e) {
            throw new Fault(CaseError.CASE_REPORT_WRONG, e.getMessage(), e);
        }
    }

    private String areaPath(JsonNode report, Optional<Position> position, Viewer viewer) {
        Optional<String> code = text(report, "area", LONGEST_TITLE);
        Optional<String> path = code.isPresent()
                ? areas.find(code.get()).map(Area::path)
                : position.flatMap(areas::at).map(Area::path);
        boolean nothingSaid = code.isEmpty() && position.isEmpty();
        Scope scope = viewer.scope(CaseRights.REPORT);
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
