package org.chengshu.cases.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.form.PublicService;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.report.Allowance;
import org.chengshu.cases.report.Channel;
import org.chengshu.cases.report.NewReport;
import org.chengshu.cases.report.ReportIntake;
import org.chengshu.cases.report.ReportPlaces;
import org.chengshu.cases.report.ReportReader;
import org.chengshu.cases.report.TakenReport;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.ApiTokens;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.TryLater;
import org.chengshu.core.settings.Settings;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Takes a request of GeoReport v2: whose it is, where, and as a report like any other. */
@Component
final class GeoIntake {
    private static final String CODE = "service_code";
    private static final String JURISDICTION = "jurisdiction_id";

    private final GeoServices services;
    private final ReportReader reader;
    private final ReportPlaces places;
    private final ReportIntake intake;
    private final ApiTokens tokens;
    private final Clock clock;
    private final Optional<String> jurisdiction;
    private final boolean withoutKey;
    private final Allowance allowance;

    GeoIntake(
            GeoServices services,
            ReportReader reader,
            ReportPlaces places,
            ReportIntake intake,
            ApiTokens tokens,
            Settings settings,
            Clock clock) {
        this.services = services;
        this.reader = reader;
        this.places = places;
        this.intake = intake;
        this.tokens = tokens;
        this.clock = clock;
        this.jurisdiction = settings.get(Open311Settings.JURISDICTION);
        this.withoutKey = settings.get(Open311Settings.WITHOUT_KEY);
        this.allowance = new Allowance(settings.get(Open311Settings.PER_MINUTE), clock);
    }

    Instant now() {
        return clock.instant();
    }

    /** One city is served: its name may be left out, another's is not found. */
    void checkJurisdiction(HttpServletRequest request) {
        String asked = request.getParameter(JURISDICTION);
        if (asked != null
                && !asked.isBlank()
                && jurisdiction.filter(own -> !own.equals(asked)).isPresent()) {
            throw new Fault(CaseError.OPEN311_UNKNOWN, "jurisdiction_id " + asked + " was not found");
        }
    }

    Map<String, Object> take(HttpServletRequest request, Locale language) {
        GeoPost post = new GeoPost(request.getParameterMap());
        Optional<Viewer> account = account(post);
        Duration wait =
                allowance.waitOf(account.map(Viewer::name).orElseGet(() -> String.valueOf(request.getRemoteAddr())));
        if (wait.isPositive()) {
            throw new TryLater(CaseError.REPORT_TOO_MANY, "too many reports in a minute", wait);
        }
        PublicService service = services.get(
                post.one(CODE).orElseThrow(() -> new Fault(CaseError.OPEN311_WRONG, "service_code was not provided")));
        NewReport report = reader.read(post.report(service), Channel.OPEN311, false, places.anywhere());
        TakenReport taken = intake.take(report, account);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("service_request_id", taken.number());
        entry.put("service_notice", notice(taken).in(language));
        entry.put("account_id", post.one("account_id").orElse(null));
        return entry;
    }

    private Optional<Viewer> account(GeoPost post) {
        Optional<String> key = post.one("api_key");
        if (key.isEmpty() && withoutKey) {
            return Optional.empty();
        }
        return Optional.of(key.flatMap(tokens::find)
                .filter(viewer -> viewer.may(CaseRights.REPORT))
                .orElseThrow(() -> new Fault(CoreError.FORBIDDEN, "api_key is missing or invalid")));
    }

    private static Text notice(TakenReport taken) {
        return Text.of(
                "凭编号 " + taken.number() + " 和查询码 " + taken.code() + " 可查询办理进度",
                "Follow it by its number " + taken.number() + " and the code " + taken.code());
    }
}
