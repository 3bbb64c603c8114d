package org.chengshu.cases.suggest;

import static org.chengshu.cases.handling.CaseTable.*;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.chengshu.cases.category.CategoryNames;
import org.chengshu.flow.CityCase;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The cases that officers have sent to a department, the newest of them. */
@Component
class ExampleStore {
    static final int MOST = 100_000;
    private static final int AT_ONCE = 2_000;
    private static final List<String> SENT =
            List.of(CityCase.HANDLE.name(), CityCase.VERIFY.name(), CityCase.CLOSE.name());

    private final DSLContext db;
    private final CategoryNames names;

    ExampleStore(DSLContext db, CategoryNames names) {
        this.db = db;
        this.names = names;
    }

    /** In a transaction, read as it goes; the caller closes the stream. */
    Stream<Example> newest() {
        UnaryOperator<String> meant = names.reader();
        return db.select(ID, TITLE_ZH, DESCRIPTION, KIND, CATEGORY, DEPARTMENT)
                .from(CASES)
                .where(STAGE.in(SENT))
                .and(SOURCE.eq("person"))
                .orderBy(OPENED_AT.desc(), ID.desc())
                .limit(MOST)
                .fetchSize(AT_ONCE)
                .fetchStream()
                .map(row -> example(row, meant));
    }

    /** What is known of a case's category. */
    Optional<String> categoryOf(UUID id) {
        return db.select(CATEGORY)
                .from(CASES)
                .where(ID.eq(id))
                .fetchOptional(CATEGORY)
                .map(names.reader());
    }

    private static Example example(Record row, UnaryOperator<String> meant) {
        String description = Optional.ofNullable(row.get(DESCRIPTION)).orElse("");
        return new Example(
                row.get(ID),
                row.get(TITLE_ZH) + " " + description,
                row.get(KIND),
                Optional.ofNullable(row.get(CATEGORY)).map(meant),
                Optional.ofNullable(row.get(DEPARTMENT)));
    }
}
