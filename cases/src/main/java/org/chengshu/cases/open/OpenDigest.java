package org.chengshu.cases.open;

import static org.chengshu.cases.handling.CaseTable.*;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.chengshu.cases.form.CaseForms;
import org.chengshu.cases.form.PublicService;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.tree.Reach;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** What is new of the public cases. */
@Component
public class OpenDigest {
    private static final int SHOWN = 20;

    private final OpenCases cases;
    private final CaseForms forms;
    private final DSLContext db;

    OpenDigest(OpenCases cases, CaseForms forms, DSLContext db) {
        this.cases = cases;
        this.forms = forms;
        this.db = db;
    }

    /** Opened and closed after {@code from}, up to {@code to}; cases of history are no news. */
    public OpenNews between(Optional<Reach> reach, Instant from, Instant to) {
        List<PublicService> services = forms.services();
        Condition here = new OpenFilter(
                        Optional.empty(), reach, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())
                .condition(services)
                .and(HISTORICAL.isFalse());
        Condition opened = here.and(within(OPENED_AT, from, to));
        Condition closed = here.and(within(CLOSED_AT, from, to));
        return new OpenNews(lines(opened), count(opened), lines(closed), count(closed));
    }

    private static Condition within(Field<OffsetDateTime> time, Instant from, Instant to) {
        return time.gt(utc(from)).and(time.le(utc(to)));
    }

    private int count(Condition condition) {
        return db.fetchCount(db.selectOne().from(CASES).where(condition));
    }

    private List<OpenNews.Line> lines(Condition condition) {
        return cases.list(condition, Cursor.first(SHOWN), "").items().stream()
                .map(one -> new OpenNews.Line(one.number(), one.kindTitle(), one.areaName(), one.description()))
                .toList();
    }
}
