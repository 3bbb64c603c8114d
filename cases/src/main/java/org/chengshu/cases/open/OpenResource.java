package org.chengshu.cases.open;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.form.CaseForms;
import org.chengshu.cases.form.PublicService;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Reach;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The city's public cases, for everybody: map, list, feed. */
@RestController
@RequestMapping("/api/cases/v1/open")
final class OpenResource {
    private static final CacheControl FRESHNESS =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();
    private static final int FEED_LENGTH = 50;

    private final OpenCases cases;
    private final CaseForms forms;
    private final Areas areas;
    private final Clock clock;

    OpenResource(OpenCases cases, CaseForms forms, Areas areas, Clock clock) {
        this.cases = cases;
        this.forms = forms;
        this.areas = areas;
        this.clock = clock;
    }

    /** What a map or a list offers to choose from. */
    @GetMapping("/about")
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    ResponseEntity<About> about() {
        return fresh().body(new About(
                city(),
                forms.services().stream().map(Kind::of).toList(),
                areas.list().stream().map(Place::of).toList()));
    }

    @GetMapping("/cases")
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    CursorPage<OpenCase> list(
            @RequestParam Optional<String> kind,
            @RequestParam Optional<String> area,
            @RequestParam Optional<String> status,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            @RequestParam Optional<String> bbox,
            Cursor cursor,
            HttpServletResponse response) {
        OpenFilter filter = new OpenFilter(kind, area.map(this::reach), status, from, to, bbox.map(OpenFilter.Box::of));
        response.setHeader(HttpHeaders.CACHE_CONTROL, FRESHNESS.getHeaderValue());
        return cases.list(filter, cursor, photoBase());
    }

    /** The newest fifty, as Atom. */
    @GetMapping("/feed.atom")
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    ResponseEntity<String> feed(
            @RequestParam Optional<String> kind,
            @RequestParam Optional<String> area,
            @RequestParam Optional<String> status,
            @RequestParam Optional<String> lang,
            HttpServletRequest request) {
        OpenFilter filter = new OpenFilter(
                kind, area.map(this::reach), status, Optional.empty(), Optional.empty(), Optional.empty());
        Locale language = lang.orElse("zh").startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
        Text title = Text.of(city().zh() + "案件公开", city().en() + ": public cases");
        String self = ServletUriComponentsBuilder.fromRequest(request).build().toUriString();
        return fresh().header(HttpHeaders.CONTENT_TYPE, "application/atom+xml;charset=utf-8")
                .body(new OpenFeed(title, self, language)
                        .write(
                                cases.list(filter, Cursor.first(FEED_LENGTH), photoBase())
                                        .items(),
                                clock.instant()));
    }

    /** By the name of its area, the one that lies in no other. */
    private Text city() {
        List<Area> roots =
                areas.list().stream().filter(area -> area.parent().isEmpty()).toList();
        return roots.size() == 1 ? roots.getFirst().name() : Text.of("本市", "The city");
    }

    private Reach reach(String code) {
        return areas.find(code)
                .map(area -> areas.reach(area.code()))
                .orElseThrow(() -> new Fault(CaseError.CASE_FILTER_WRONG, "there is no area " + code));
    }

    private static ResponseEntity.BodyBuilder fresh() {
        return ResponseEntity.ok().cacheControl(FRESHNESS);
    }

    private static String photoBase() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + "/open311/v2/photos/";
    }

    record About(Text city, List<Kind> kinds, List<Place> areas) {}

    record Kind(String id, Text title, Text group, String place) {
        static Kind of(PublicService service) {
            return new Kind(
                    service.kind(),
                    service.title(),
                    service.group(),
                    service.place().name().toLowerCase(Locale.ROOT));
        }
    }

    record Place(String code, Text name, Optional<String> parent, Optional<Position> centre) {
        static Place of(Area area) {
            return new Place(area.code(), area.name(), area.parent(), area.centre());
        }
    }
}
