package org.chengshu.cases.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.handling.CaseItem;
import org.chengshu.cases.handling.CaseStep;
import org.chengshu.cases.report.Report;
import org.chengshu.cases.verify.Closure;
import org.chengshu.cases.verify.Evidence;
import org.chengshu.cases.verify.VerificationView;
import org.chengshu.kernel.Text;

/** A case with everything its page shows, and what the viewer may do with it now. */
record CasePage(
        @JsonUnwrapped CaseItem head,
        List<String> stages,
        List<AlarmLine> alarms,
        List<Report> reports,
        List<CaseStep> timeline,
        VerificationView verification,
        List<Evidence> evidence,
        List<Closure> closures,
        List<String> actions) {
    /** An alarm of the case; its title and state as the alarm centre has them. */
    record AlarmLine(
            UUID id,
            String rule,
            Optional<Text> title,
            Optional<Integer> severity,
            Optional<String> state,
            Instant raisedAt,
            Optional<Instant> clearedAt) {}
}
