package org.chengshu.data.library.door;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.chengshu.data.library.definition.KnownLibrary;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Counts what a library holds now. */
@Component
class LibraryFigures {
    private final DSLContext sql;
    private final ReviewReader review;

    LibraryFigures(DSLContext sql, ReviewReader review) {
        this.sql = sql;
        this.review = review;
    }

    LibraryView.Figures of(KnownLibrary library) {
        int number = library.number();
        Optional<OffsetDateTime> built = Optional.ofNullable(sql.fetchValue(
                        "select max(ended_at) from cs_data.library_build where library = ? and state = 'done'", number))
                .map(OffsetDateTime.class::cast);
        return new LibraryView.Figures(
                count("select count(*) from cs_data.library_record where library = ? and not gone", number),
                count("select count(*) from cs_data.library_membership where library = ?", number),
                review.count(library),
                count("select count(*) from cs_data.library_build where library = ? and state = 'running'", number) > 0,
                built.map(OffsetDateTime::toInstant));
    }

    private long count(String query, int library) {
        Object number = sql.fetchValue(query, library);
        return number == null ? 0 : ((Number) number).longValue();
    }
}
