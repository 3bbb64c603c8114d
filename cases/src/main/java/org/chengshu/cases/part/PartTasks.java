package org.chengshu.cases.part;

import static org.chengshu.cases.handling.CaseTable.AREA_PATH;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.Task;
import org.chengshu.core.spi.TaskSource;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Sub-tasks on the desks of those asked: his own, and those of his department. */
@Component
final class PartTasks implements TaskSource {
    private static final int MOST = 200;
    private static final Text STATE = Text.of("子任务", "Sub-task");
    private static final Field<UUID> PERSON = DSL.field(DSL.name("person_id"), SQLDataType.UUID);
    private static final Field<String> ORG_PATH = DSL.field(DSL.name("org_path"), SQLDataType.CLOB);
    private static final Field<OffsetDateTime> DUE = DSL.field(DSL.name("part_due"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final DSLContext db;

    PartTasks(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Task> tasks(Viewer viewer) {
        if (!viewer.may(CaseRights.READ)) {
            return List.of();
        }
        Condition his = PERSON.eq(viewer.accountId())
                .or(PERSON.isNull().and(viewer.scope(CaseRights.HANDLE).within(AREA_PATH, ORG_PATH)));
        return db.select(
                        DSL.field(DSL.name("part", "id"), UUID.class).as("part_id"),
                        DSL.field(DSL.name("part", "words"), String.class).as("part_words"),
                        DUE,
                        DSL.field(DSL.name("part", "case_id"), UUID.class).as("case_id"),
                        DSL.field(DSL.name("number"), String.class),
                        DSL.field(DSL.name("severity"), Integer.class))
                .from(DSL.table(DSL.name("cs_cases", "case_part")).as("part"))
                .join(DSL.table(DSL.name("cs_cases", "case_file")).as("file"))
                .on(DSL.field(DSL.name("file", "id"), UUID.class)
                        .eq(DSL.field(DSL.name("part", "case_id"), UUID.class)))
                .where(DSL.field(DSL.name("part", "state"), String.class).eq(DSL.inline("open")))
                .and(his)
                .orderBy(DUE.asc().nullsLast(), DSL.field(DSL.name("part", "id")))
                .limit(MOST)
                .fetch(PartTasks::task);
    }

    private static Task task(Record row) {
        String title = row.get("number", String.class) + " " + row.get("part_words", String.class);
        return new Task(
                "case-part",
                row.get("part_id", UUID.class).toString(),
                Text.of(title, title),
                STATE,
                Optional.ofNullable(row.get(DUE)).map(OffsetDateTime::toInstant),
                Severity.ofLevel(row.get("severity", Integer.class)),
                "/cases/" + row.get("case_id", UUID.class) + "#parts");
    }
}
