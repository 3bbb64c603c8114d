package org.chengshu.cases.report;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.time.CityDays;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Numbers reports by the city's days, R-20261127-0007, and makes the codes by which their reporters follow them. */
@Component
final class ReportNumbers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    // Without those that are mistaken for one another when read out over the telephone.
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 8;

    private final DSLContext db;
    private final CityDays days;
    private final SecureRandom random = new SecureRandom();

    ReportNumbers(DSLContext db, CitySettings settings) {
        this.db = db;
        this.days = new CityDays(settings.zone());
    }

    String next(Instant reportedAt) {
        LocalDate day = days.dayOf(reportedAt);
        int last = db.fetchSingle("""
                        insert into cs_cases.report_number (day, last) values (cast(? as date), 1)
                        on conflict (day) do update set last = cs_cases.report_number.last + 1
                        returning last
                        """, day.toString()).get("last", Integer.class);
        return String.format(Locale.ROOT, "R-%s-%04d", DAY.format(day), last);
    }

    String code() {
        return random.ints(CODE_LENGTH, 0, SIGNS.length())
                .collect(StringBuilder::new, (code, sign) -> code.append(SIGNS.charAt(sign)), StringBuilder::append)
                .toString();
    }
}
