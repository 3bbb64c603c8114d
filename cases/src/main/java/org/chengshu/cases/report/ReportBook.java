package org.chengshu.cases.report;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** The reports of a case with their photos, for its page. */
@Component
public final class ReportBook {
    private final ReportStore store;
    private final ReportPhotos photos;

    ReportBook(ReportStore store, ReportPhotos photos) {
        this.store = store;
        this.photos = photos;
    }

    /** All of a case, with those of the cases merged into it, the first first. */
    public List<Report> ofCase(CaseId id) {
        return photos.with(store.ofCase(id));
    }

    /** The report of a number, for whoever also knows its code, both as he typed them; or {@link CaseError#REPORT_UNKNOWN}. */
    public Report follow(String number, String code) {
        return store.follow(typed(number), typed(code))
                .orElseThrow(() -> new Fault(CaseError.REPORT_UNKNOWN, "no report has this number and code"));
    }

    /** A number or a code as it is kept, however somebody typed it. */
    public static String typed(String words) {
        return words.strip().toUpperCase(Locale.ROOT);
    }

    /** The accounts that reported to these cases; whoever has none follows his report by its number. */
    public List<UUID> accountsOf(List<CaseId> cases) {
        return store.accountsOf(cases);
    }
}
