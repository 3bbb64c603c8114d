package org.chengshu.cases.dispatch;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.Task;
import org.chengshu.core.spi.TaskSource;
import org.chengshu.core.tree.Reach;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Open tasks of supporting departments on the desks of those who handle cases there. */
@Component
final class SupportDesk implements TaskSource {
    private static final int MOST = 200;
    private static final Map<String, Text> STATES =
            Map.of("waiting", Text.of("待接协办", "Support to be taken"), "taken", Text.of("协办中", "Supporting"));
    private static final Field<String> ORG_PATH = DSL.field(DSL.name("task", "org_path"), String.class);
    private static final Field<String> AREA_PATH = DSL.field(DSL.name("case_file", "area_path"), String.class);

    private final DSLContext db;

    SupportDesk(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Task> tasks(Viewer viewer) {
        if (!viewer.may(CaseRights.HANDLE)) {
            return List.of();
        }
        return db.select(
                        DSL.field(DSL.name("task", "id")).as("task_id"),
                        DSL.field(DSL.name("task", "case_id")),
                        DSL.field(DSL.name("task", "state")),
                        DSL.field(DSL.name("task", "task_due")),
                        DSL.field(DSL.name("case_file", "number")),
                        DSL.field(DSL.name("case_file", "title_zh")),
                        DSL.field(DSL.name("case_file", "title_en")),
                        DSL.field(DSL.name("case_file", "severity")))
                .from(DSL.table(DSL.name("cs_cases", "case_task")).as("task"))
                .join(DSL.table(DSL.name("cs_cases", "case_file")))
                .on("task.case_id = case_file.id")
                .where("task.state in ('waiting', 'taken')")
                .and(viewer.scope(CaseRights.HANDLE).within(AREA_PATH, ORG_PATH))
                .and(mine(viewer))
                .orderBy(DSL.field(DSL.name("task", "task_due")).asc().nullsLast(), DSL.field(DSL.name("task", "id")))
                .limit(MOST)
                .fetch(SupportDesk::task);
    }

    // Whoever handles cases of the whole city has a department all the same.
    private static Condition mine(Viewer viewer) {
        return viewer.organisationPath()
                .map(Reach::of)
                .or(() -> viewer.scope(CaseRights.HANDLE).parts().stream()
                        .map(Scope.Part::organisations)
                        .filter(reach -> !reach.equals(Reach.whole()))
                        .findFirst())
                .map(reach -> reach.condition(ORG_PATH))
                .orElse(DSL.falseCondition());
    }

    private static Task task(Record row) {
        UUID of = row.get("case_id", UUID.class);
        String number = row.get("number", String.class);
        return new Task(
                "case-task",
                row.get("task_id", UUID.class).toString(),
                Text.of(
                        number + " " + row.get("title_zh", String.class),
                        number + " " + row.get("title_en", String.class)),
                STATES.get(row.get("state", String.class)),
                Optional.ofNullable(row.get("task_due", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Severity.ofLevel(row.get("severity", Integer.class)),
                "/cases/" + of);
    }
}
