package org.chengshu.cases.check;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.kinds.CheckWay;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;
import org.jooq.Record;

/** Reads one row of a check with its case. */
final class CheckRow {
    private CheckRow() {}

    static CheckItem item(Record row, List<CheckPhoto> photos, Optional<Text> refusal) {
        return new CheckItem(
                row.get("id", UUID.class),
                row.get("case_id", UUID.class),
                row.get("case_number", String.class),
                Text.of(row.get("case_title_zh", String.class), row.get("case_title_en", String.class)),
                row.get("case_severity", Integer.class),
                row.get("case_area_path", String.class),
                position(row, "case_"),
                maybe(row, "case_department", String.class),
                row.get("way", String.class),
                row.get("cause", String.class),
                row.get("state", String.class),
                row.get("asked_at", OffsetDateTime.class).toInstant(),
                maybe(row, "report_id", UUID.class),
                maybe(row, "taker", String.class),
                row.get("tries", Integer.class),
                maybe(row, "ended_at", OffsetDateTime.class).map(OffsetDateTime::toInstant),
                maybe(row, "answerer", String.class),
                maybe(row, "note", String.class),
                maybe(row, "score", Integer.class),
                position(row, ""),
                maybe(row, "metres", Integer.class),
                photos,
                refusal);
    }

    /** Why the viewer may not answer it, in words for him. */
    static Optional<Text> refusal(Record row, Set<String> done, Viewer viewer) {
        CheckWay way = CheckWay.ofWord(row.get("way", String.class)).orElseThrow();
        if (!viewer.scope(CheckRules.right(way))
                .contains(row.get("case_area_path", String.class), maybe(row, "case_department_path", String.class))) {
            return Optional.of(Text.of("您在案件所在区域没有这项权限", "you lack the right where the case is"));
        }
        if (!row.get("state", String.class).equals(CheckState.OPEN.word())) {
            return Optional.of(Text.of("核查任务已结束", "the check has ended"));
        }
        if (maybe(row, "taken_by", UUID.class)
                .filter(id -> !id.equals(viewer.accountId()))
                .isPresent()) {
            String who = maybe(row, "taker", String.class).orElse("");
            return Optional.of(Text.of("已由" + who + "领取", who + " has taken it"));
        }
        return CheckRules.duties(
                        task(row), own(CheckRules.handling(), done, viewer), own(CheckRules.closing(), done, viewer))
                .objections(viewer)
                .stream()
                .findFirst();
    }

    private static Set<UUID> own(CaseAction[] actions, Set<String> done, Viewer viewer) {
        return Arrays.stream(actions).map(CaseAction::word).anyMatch(done::contains)
                ? Set.of(viewer.accountId())
                : Set.of();
    }

    private static CheckTask task(Record row) {
        return new CheckTask(
                row.get("id", UUID.class),
                new CaseId(row.get("case_id", UUID.class)),
                CheckWay.ofWord(row.get("way", String.class)).orElseThrow(),
                CheckCause.ofWord(row.get("cause", String.class)),
                row.get("round", OffsetDateTime.class).toInstant(),
                maybe(row, "closure_id", UUID.class),
                maybe(row, "report_id", UUID.class),
                CheckState.ofWord(row.get("state", String.class)).orElseThrow(),
                maybe(row, "taken_by", UUID.class),
                maybe(row, "taker", String.class),
                row.get("tries", Integer.class));
    }

    private static Optional<Position> position(Record row, String prefix) {
        return maybe(row, prefix + "longitude", Double.class)
                .map(east -> new Position(east, row.get(prefix + "latitude", Double.class)));
    }

    private static <T> Optional<T> maybe(Record row, String name, Class<T> type) {
        return Optional.ofNullable(row.get(name, type));
    }
}
