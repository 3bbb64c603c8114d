package org.chengshu.cases.desk;

import java.util.Optional;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.report.NewReport;
import org.chengshu.cases.report.ReportIntake;
import org.chengshu.cases.report.ReportPlaces;
import org.chengshu.cases.report.ReportReader;
import org.chengshu.core.access.Viewer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Opens a case from what a person reports. The place is an area's code, a position, or both; the person must see that area. */
@Component
final class CaseReport {
    private final ReportReader reader;
    private final ReportPlaces places;
    private final ReportIntake intake;

    CaseReport(ReportReader reader, ReportPlaces places, ReportIntake intake) {
        this.reader = reader;
        this.places = places;
        this.intake = intake;
    }

    CaseFile open(JsonNode body, Viewer viewer) {
        NewReport report = reader.read(body, ReportReader.channel(body), true, places.within(viewer));
        return intake.take(report, viewer, Optional.empty()).file();
    }
}
