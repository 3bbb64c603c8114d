package org.chengshu.cases.resident;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.form.CaseForms;
import org.chengshu.cases.report.Allowance;
import org.chengshu.cases.report.Channel;
import org.chengshu.cases.report.NewReport;
import org.chengshu.cases.report.Report;
import org.chengshu.cases.report.ReportBook;
import org.chengshu.cases.report.ReportIntake;
import org.chengshu.cases.report.ReportPhoto;
import org.chengshu.cases.report.ReportPhotos;
import org.chengshu.cases.report.ReportPlaces;
import org.chengshu.cases.report.ReportReader;
import org.chengshu.cases.report.ReportSettings;
import org.chengshu.cases.report.TakenReport;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.http.TryLater;
import org.chengshu.core.settings.Settings;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes what residents report without an account: only what is asked of them, and only so much of it. */
@Component
final class ResidentIntake {
    private static final List<String> ASKED =
            List.of("kind", "description", "position", "address", "seenAt", "attributes", "anonymous", "reporter");

    private final CaseForms forms;
    private final ReportReader reader;
    private final ReportPlaces places;
    private final ReportIntake intake;
    private final ReportBook book;
    private final ReportPhotos photos;
    private final JsonMapper json;
    private final int perMinute;
    private final int mostPhotos;
    private final Allowance reports;
    private final Allowance pictures;
    private final Allowance numbers;

    ResidentIntake(
            CaseForms forms,
            ReportReader reader,
            ReportPlaces places,
            ReportIntake intake,
            ReportBook book,
            ReportPhotos photos,
            JsonMapper json,
            Settings settings,
            Clock clock) {
        this.forms = forms;
        this.reader = reader;
        this.places = places;
        this.intake = intake;
        this.book = book;
        this.photos = photos;
        this.json = json;
        this.perMinute = settings.get(ResidentSettings.PER_MINUTE);
        this.mostPhotos = settings.get(ReportSettings.PHOTOS);
        this.reports = new Allowance(perMinute, clock);
        this.pictures = new Allowance(perMinute * mostPhotos, clock);
        // Room for all photos of a report, none for guessing its code.
        this.numbers = new Allowance(mostPhotos + 1, clock);
    }

    boolean isOpen() {
        return perMinute > 0;
    }

    int mostPhotos() {
        return mostPhotos;
    }

    TakenReport take(JsonNode body, String origin) {
        requireOpen();
        slow(reports, origin);
        ObjectNode asked = json.createObjectNode();
        ASKED.stream().filter(body::has).forEach(field -> asked.set(field, body.get(field)));
        require(asked);
        String kind = asked.path("kind").asString("");
        if (forms.findService(kind).isEmpty()) {
            throw new Fault(CaseError.CASE_KIND_UNKNOWN, "residents cannot report the kind " + kind);
        }
        NewReport report = reader.read(asked, Channel.RESIDENT, false, places.anywhere());
        return intake.take(report, Optional.empty());
    }

    // Without words or a place nobody could go there and look.
    private static void require(JsonNode asked) {
        List<PlacedFault> faults = new ArrayList<>();
        if (asked.path("description").asString("").isBlank()) {
            faults.add(new PlacedFault("/description", Text.of("请说明情况", "say what the matter is")));
        }
        if (!asked.hasNonNull("position") && asked.path("address").asString("").isBlank()) {
            faults.add(new PlacedFault(
                    "/address", Text.of("请在地图上标出位置，或写明地址", "mark the place on the map or write its address")));
        }
        if (!faults.isEmpty()) {
            throw new FaultyInput(
                    CaseError.CASE_REPORT_WRONG, faults.getFirst().detail().en(), faults);
        }
    }

    /** A photo to a report of one's own, as number and code say. */
    ReportPhoto add(String number, String code, InputStream picture, String origin) {
        requireOpen();
        slow(pictures, origin);
        slow(numbers, ReportBook.typed(number));
        Report report = book.follow(number, code);
        return photos.add(report.id(), picture);
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new Fault(CaseError.RESIDENTS_DOOR_SHUT, "cases.resident-reports-per-minute is 0");
        }
    }

    private static void slow(Allowance allowance, String origin) {
        Duration wait = allowance.waitOf(origin);
        if (wait.isPositive()) {
            throw new TryLater(CaseError.REPORT_TOO_MANY, "too many reports in a minute", wait);
        }
    }
}
