package org.chengshu.core.sheets.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.Audit;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.NextPage;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.sheets.ExportFile;
import org.chengshu.core.sheets.ListExports;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.kernel.Fault;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

@Component
class SheetExports implements ListExports {
    static final int MOST_ROWS = 100_000;
    private static final DateTimeFormatter IN_NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");

    private final SheetBook sheets;
    private final Audit audit;
    private final CitySettings settings;
    private final Clock clock;

    SheetExports(SheetBook sheets, Audit audit, CitySettings settings, Clock clock) {
        this.sheets = sheets;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean isAsked(HttpServletRequest request) {
        return request.getMethod().equals("GET") && format(request).isPresent();
    }

    private static Optional<Formats> format(HttpServletRequest request) {
        return Formats.asked(
                Optional.ofNullable(request.getParameter("format")).orElse(""),
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse(""));
    }

    @Override
    public ExportFile gather(HttpServletRequest request, Optional<Viewer> viewer, Pages pages) throws Exception {
        Formats format = format(request).orElseThrow();
        String path = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        ListSheet<?> sheet = sheets.find(path)
                .orElseThrow(() ->
                        new Fault(CoreError.EXPORT_NOT_OFFERED, "the list at " + path + " is not offered as a file"));
        Locale locale = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Locale.CHINESE : request.getLocale();
        Path folder = settings.dataFolder().resolve("spool").resolve("exports");
        Files.createDirectories(folder);
        Path file = folder.resolve(UUID.randomUUID().toString());
        try {
            Gathered gathered = write(request, sheet, format, locale, file, pages);
            record(request, viewer, format, gathered.rows());
            String name = sheet.title().in(locale) + "_"
                    + IN_NAME.format(clock.instant().atZone(settings.zone())) + "." + format.word();
            return new ExportFile(file, name, format.mediaType(), gathered.rows(), gathered.more());
        } catch (Exception e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private record Gathered(int rows, boolean more) {}

    private Gathered write(
            HttpServletRequest request, ListSheet<?> sheet, Formats format, Locale locale, Path file, Pages pages)
            throws Exception {
        Cell.Reader reader = new Cell.Reader(locale, settings.zone());
        try (TableWriter table = table(format, file, sheet.title().in(locale))) {
            table.head(sheet.columns().stream()
                    .map(column -> column.head().in(locale))
                    .toList());
            int rows = 0;
            Optional<String> next = Optional.empty();
            do {
                NextPage.ask(request, Cursor.of(next, Cursor.MAX_LIMIT));
                CursorPage<?> page = (CursorPage<?>) pages.next();
                for (Object item : page.items().subList(0, Math.min(page.items().size(), MOST_ROWS - rows))) {
                    table.row(cells(sheet.row(item), reader));
                }
                boolean cut = rows + page.items().size() > MOST_ROWS;
                rows = Math.min(MOST_ROWS, rows + page.items().size());
                next = page.next();
                if (cut || (rows == MOST_ROWS && next.isPresent())) {
                    table.finish();
                    return new Gathered(rows, true);
                }
            } while (next.isPresent());
            table.finish();
            return new Gathered(rows, false);
        }
    }

    private static List<Cell> cells(List<Object> row, Cell.Reader reader) {
        return row.stream().map(reader::cell).toList();
    }

    private static TableWriter table(Formats format, Path file, String title) throws IOException {
        return switch (format) {
            case XLSX -> new XlsxTable(file, title);
            case CSV -> new CsvTable(file);
        };
    }

    private void record(HttpServletRequest request, Optional<Viewer> viewer, Formats format, int rows) {
        audit.record(AuditEntry.done(
                viewer.map(Viewer::accountId),
                viewer.map(Viewer::name).orElse("nobody"),
                "list.exported",
                Map.of(
                        "list",
                        request.getRequestURI(),
                        "query",
                        Optional.ofNullable(request.getQueryString()).orElse(""),
                        "format",
                        format.word(),
                        "rows",
                        String.valueOf(rows))));
    }
}
