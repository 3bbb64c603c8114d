package org.chengshu.alarm.figures;

import static org.chengshu.core.access.Access.NOT_AUDITED;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.alarm.centre.AlarmQuery;
import org.chengshu.alarm.centre.AlarmTable;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.Settings;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Text;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Alarms as figures. */
@RestController
@RequestMapping(FigureResource.PATH)
class FigureResource implements SheetSource {
    static final String PATH = "/api/alarm/v1/statistics";
    private static final String MAINTAIN = "alarm:maintain";
    private static final Duration MONTH = Duration.ofDays(30);

    private final FigureStore store;
    private final FigureTitles titles;
    private final PackedDays days;
    private final Areas areas;
    private final ZoneId zone;
    private final Clock clock;

    FigureResource(
            FigureStore store, FigureTitles titles, PackedDays days, Areas areas, Settings settings, Clock clock) {
        this.store = store;
        this.titles = titles;
        this.days = days;
        this.areas = areas;
        this.zone = CitySettings.of(settings).zone();
        this.clock = clock;
    }

    /** Of alarms raised in [from, to); without {@code from}, of the last thirty days. */
    @GetMapping
    @Access(value = AlarmTable.READ, audit = NOT_AUDITED)
    CursorPage<FigureRow> figures(
            @RequestParam(defaultValue = "rule") String by,
            @RequestParam(defaultValue = "alarms") String order,
            @RequestParam Optional<Integer> severity,
            @RequestParam Optional<String> rule,
            @RequestParam Optional<String> subject,
            @RequestParam Optional<String> area,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            @RequestParam Optional<Boolean> historical,
            @RequestParam Optional<Boolean> suppressed,
            Viewer viewer,
            Cursor cursor) {
        Instant begin = from.orElseGet(() -> to.orElseGet(clock::instant).minus(MONTH));
        AlarmQuery query = new AlarmQuery(
                Optional.of("all"),
                severity,
                rule,
                subject,
                area,
                Optional.of(begin),
                to,
                historical,
                suppressed,
                Optional.empty(),
                Optional.empty(),
                Optional.<UUID>empty(),
                Optional.empty(),
                Optional.empty());
        FigureBy what = FigureBy.ofWord(by);
        List<FigureRow> rows = store.rows(
                what,
                FigureOrder.ofWord(order),
                zone,
                new FigureQuestion(viewer, query.filter(areas, viewer), begin, to),
                what.inOrder() ? Cursor.MAX_LIMIT : cursor.limit());
        Map<String, Text> known =
                titles.of(what, rows.stream().map(FigureRow::key).toList());
        return new CursorPage<>(
                rows.stream()
                        .map(row -> row.titled(Optional.ofNullable(known.get(row.key()))))
                        .toList(),
                Optional.empty());
    }

    /** Whoever does not trust them: every past day is packed anew within some minutes, and read from the alarms until then. */
    @PostMapping("/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = MAINTAIN, audit = "alarm.figures-rebuilt", reach = Access.Reach.CITY)
    Rebuilding rebuild() {
        return new Rebuilding(days.markAll());
    }

    record Rebuilding(int days) {}

    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(FigureRow.class, PATH, "告警统计", "Alarm figures")
                .with("项", "Key", FigureRow::key)
                .with("名称", "Title", FigureRow::title)
                .with("告警数", "Alarms", FigureRow::alarms)
                .with("已确认", "Acknowledged", FigureRow::acknowledged)
                .with("已解除", "Cleared", FigureRow::cleared)
                .with("平均确认用时（秒）", "Mean seconds to acknowledge", FigureRow::meanSecondsToAcknowledge)
                .with("平均持续（秒）", "Mean seconds to clear", FigureRow::meanSecondsToClear)
                .with("持续中位数（秒）", "Median seconds to clear", FigureRow::medianSecondsToClear)
                .with("5 分钟内解除", "Cleared within 5 minutes", FigureRow::clearedWithin5Minutes)
                .with("再次出现", "Again", FigureRow::again)
                .with("抖动（10 分钟内再现）", "Flutter (again within 10 minutes)", FigureRow::flutter)
                .with("被抑制", "Suppressed", FigureRow::suppressed)
                .with("手动解除", "Cleared by hand", FigureRow::byHand));
    }
}
