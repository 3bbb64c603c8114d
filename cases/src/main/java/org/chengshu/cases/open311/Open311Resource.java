package org.chengshu.cases.open311;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.report.ReportPhotos;
import org.chengshu.cases.report.ReportPublic;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.http.TryLater;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Open311 GeoReport v2, by its text: answers and errors are the standard's, not the platform's. */
@RestController
@RequestMapping("/open311/v2")
final class Open311Resource {
    private static final String REQUESTS = "service_requests";
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int BAD = 400;
    private static final int TOO_MANY = 429;

    private final GeoServices services;
    private final GeoRequests requests;
    private final GeoIntake intake;
    private final GeoDiscovery discovery;
    private final ReportPublic reports;
    private final ReportPhotos photos;
    private final JsonMapper json;

    Open311Resource(
            GeoServices services,
            GeoRequests requests,
            GeoIntake intake,
            GeoDiscovery discovery,
            ReportPublic reports,
            ReportPhotos photos,
            JsonMapper json) {
        this.services = services;
        this.requests = requests;
        this.intake = intake;
        this.discovery = discovery;
        this.reports = reports;
        this.photos = photos;
        this.json = json;
    }

    @GetMapping({"/discovery.xml", "/discovery.json"})
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    ResponseEntity<String> discovery(HttpServletRequest request) {
        return answer(request, "discovery", discovery.document(base() + "/open311/v2"));
    }

    @GetMapping({"/services.xml", "/services.json"})
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    ResponseEntity<String> services(HttpServletRequest request) {
        intake.checkJurisdiction(request);
        return answer(request, "services", services.list(language(request)));
    }

    @GetMapping({"/services/{code}.xml", "/services/{code}.json"})
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    ResponseEntity<String> definition(@PathVariable String code, HttpServletRequest request) {
        intake.checkJurisdiction(request);
        return answer(request, "service_definition", services.definition(code, language(request)));
    }

    @PostMapping({"/requests.xml", "/requests.json"})
    @Access(value = Access.PUBLIC, audit = "report.taken")
    ResponseEntity<String> post(HttpServletRequest request) {
        intake.checkJurisdiction(request);
        return answer(request, REQUESTS, List.of(intake.take(request, language(request))));
    }

    @GetMapping({"/tokens/{token}.xml", "/tokens/{token}.json"})
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    ResponseEntity<String> token(@PathVariable String token, HttpServletRequest request) {
        intake.checkJurisdiction(request);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(
                "service_request_id",
                reports.find(uuid(token, "token"))
                        .orElseThrow(() -> unknown("token", token))
                        .report()
                        .number());
        entry.put("token", token);
        return answer(request, REQUESTS, List.of(entry));
    }

    @GetMapping({"/requests.xml", "/requests.json"})
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    ResponseEntity<String> requests(HttpServletRequest request) {
        intake.checkJurisdiction(request);
        GeoQuery query = GeoQuery.of(request.getParameterMap(), intake.now());
        return answer(request, REQUESTS, requests.list(query, language(request), photoBase()));
    }

    @GetMapping({"/requests/{id}.xml", "/requests/{id}.json"})
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    ResponseEntity<String> request(@PathVariable String id, HttpServletRequest request) {
        intake.checkJurisdiction(request);
        return answer(request, REQUESTS, List.of(requests.get(id, language(request), photoBase())));
    }

    /** A photo that an officer has published, without what the camera wrote into it. */
    @GetMapping("/photos/{photo}")
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    void photo(@PathVariable String photo, HttpServletResponse response) throws IOException {
        ReportPhotos.Content content = photos.published(uuid(photo, "photo"));
        response.setContentType(content.type());
        try (InputStream stream = content.stream()) {
            stream.transferTo(response.getOutputStream());
        }
    }

    @ExceptionHandler(Fault.class)
    ResponseEntity<String> refused(Fault fault, HttpServletRequest request) {
        int status =
                switch (fault.code().status()) {
                    case 401, FORBIDDEN -> FORBIDDEN;
                    case NOT_FOUND -> NOT_FOUND;
                    default -> BAD;
                };
        return errors(request, status, List.of(words(fault.code().title(), fault.getMessage(), request)));
    }

    @ExceptionHandler(FaultyInput.class)
    ResponseEntity<String> faulty(FaultyInput faulty, HttpServletRequest request) {
        Locale language = language(request);
        return errors(
                request,
                BAD,
                faulty.faults().stream().map(fault -> told(fault, language)).toList());
    }

    @ExceptionHandler(TryLater.class)
    ResponseEntity<String> later(TryLater later, HttpServletRequest request) {
        ResponseEntity<String> plain =
                errors(request, TOO_MANY, List.of(words(later.code().title(), later.getMessage(), request)));
        return ResponseEntity.status(TOO_MANY)
                .header(
                        HttpHeaders.CONTENT_TYPE,
                        GeoFormat.ofPath(request.getRequestURI()).type())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(later.seconds()))
                .body(plain.getBody());
    }

    private static String told(PlacedFault fault, Locale language) {
        return fault.place() + " " + fault.detail().in(language);
    }

    private static String words(Text title, String detail, HttpServletRequest request) {
        return title.in(language(request)) + ": " + detail;
    }

    private ResponseEntity<String> errors(HttpServletRequest request, int status, List<String> descriptions) {
        List<Map<String, Object>> errors = descriptions.stream()
                .map(description -> {
                    Map<String, Object> error = new LinkedHashMap<>();
                    error.put("code", status);
                    error.put("description", description);
                    return error;
                })
                .toList();
        GeoFormat format = GeoFormat.ofPath(request.getRequestURI());
        return ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, format.type())
                .body(GeoWriter.write(format, "errors", errors, json));
    }

    private ResponseEntity<String> answer(HttpServletRequest request, String root, Object content) {
        GeoFormat format = GeoFormat.ofPath(request.getRequestURI());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.type())
                .body(GeoWriter.write(format, root, content, json));
    }

    private static Locale language(HttpServletRequest request) {
        String asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return asked != null && asked.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
    }

    private static UUID uuid(String text, String name) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Fault(CaseError.OPEN311_UNKNOWN, name + " " + text + " was not found", e);
        }
    }

    private static Fault unknown(String name, String value) {
        return new Fault(CaseError.OPEN311_UNKNOWN, name + " " + value + " was not found");
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    private static String photoBase() {
        return base() + "/open311/v2/photos/";
    }
}
