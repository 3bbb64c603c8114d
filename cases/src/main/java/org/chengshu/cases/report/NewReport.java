package org.chengshu.cases.report;

import java.time.Instant;
import java.util.Optional;
import org.chengshu.cases.category.Category;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** A report whose every part has been checked, ready to be taken. */
public record NewReport(
        Channel channel,
        CaseKind kind,
        Optional<Category> category,
        Text title,
        Optional<String> description,
        Severity severity,
        JsonNode attributes,
        Optional<Instant> seenAt,
        boolean anonymous,
        Contact contact,
        Optional<String> mediaUrl,
        ReportPlace place) {}
