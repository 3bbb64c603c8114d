package org.chengshu.cases.desk;

import static org.chengshu.cases.handling.CaseTable.*;
import static org.chengshu.cases.handling.CaseTable.within;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseItems;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.Task;
import org.chengshu.core.spi.TaskSource;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Text;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What waits on a person's desk: work of the department for its handlers, decisions for the officers. */
@Component
final class CaseTasks implements TaskSource {
    private static final int MOST = 200;
    private static final Map<String, Text> STATES = Map.of(
            "report", Text.of("待上报", "To be reported"),
            "accept", Text.of("待受理", "To be accepted"),
            "file", Text.of("待立案", "To be filed"),
            "dispatch", Text.of("待派遣", "To be dispatched"),
            "handle", Text.of("待处置", "To be handled"),
            "verify", Text.of("待核查", "To be verified"),
            "close", Text.of("已结案", "Closed"));

    private final CaseLists lists;
    private final CaseItems items;
    private final Clock clock;

    CaseTasks(CaseLists lists, CaseItems items, Clock clock) {
        this.lists = lists;
        this.items = items;
        this.clock = clock;
    }

    @Override
    public List<Task> tasks(Viewer viewer) {
        if (!viewer.may(CaseRights.READ)) {
            return List.of();
        }
        Condition waiting = DSL.or(toHandle(viewer), toDecide(viewer));
        return lists.pressing(waiting, viewer, MOST).stream()
                .map(CaseTasks::task)
                .toList();
    }

    /** What is to be handled by the viewer or by those of his department. */
    List<PressingCase> pressing(Viewer viewer) {
        Instant now = clock.instant();
        return lists.pressing(toHandle(viewer), viewer, MOST).stream()
                .map(file -> PressingCase.of(file, items.of(file, now), viewer))
                .toList();
    }

    private static Condition toHandle(Viewer viewer) {
        return viewer.may(CaseRights.HANDLE)
                ? STAGE.eq(CityCase.HANDLE.name())
                        .and(within(viewer.scope(CaseRights.HANDLE)))
                        .and(CaseFilter.mine(viewer))
                : DSL.falseCondition();
    }

    private static Condition toDecide(Viewer viewer) {
        return viewer.may(CaseRights.DISPATCH)
                ? STAGE.in(CityCase.ACCEPT.name(), CityCase.FILE.name(), CityCase.DISPATCH.name())
                        .or(STAGE.eq(CityCase.VERIFY.name()).and(VERIFIED_BY.eq("officer")))
                        .and(within(viewer.scope(CaseRights.DISPATCH)))
                : DSL.falseCondition();
    }

    private static Task task(CaseFile file) {
        return new Task(
                "case",
                file.id().toString(),
                Text.of(
                        file.number() + " " + file.title().zh(),
                        file.number() + " " + file.title().en()),
                STATES.get(file.stage().name()),
                file.due(),
                file.severity(),
                "/cases/" + file.id());
    }
}
