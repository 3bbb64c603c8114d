package org.chengshu.cases.handling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.time.CityDays;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Numbers cases by the city's days: AJ-20261120-0007 is the seventh of that day. */
@Component
final class CaseNumbers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private final DSLContext db;
    private final CityDays days;

    CaseNumbers(DSLContext db, CitySettings settings) {
        this.db = db;
        this.days = new CityDays(settings.zone());
    }

    /** The next number of the day; within a transaction the day's row stays locked until it ends, so that no number is lost. */
    String next(Instant openedAt) {
        LocalDate day = days.dayOf(openedAt);
        int last = db.fetchSingle("""
                        insert into cs_cases.case_number (day, last) values (cast(? as date), 1)
                        on conflict (day) do update set last = cs_cases.case_number.last + 1
                        returning last
                        """, day.toString()).get("last", Integer.class);
        return String.format(Locale.ROOT, "AJ-%s-%04d", DAY.format(day), last);
    }
}
