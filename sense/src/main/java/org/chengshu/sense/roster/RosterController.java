package org.chengshu.sense.roster;

import static org.chengshu.sense.device.DeviceRights.MANAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.files.Files;
import org.chengshu.core.files.StoredFile;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.device.DevicePlacing;
import org.chengshu.sense.device.DeviceRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists of devices that come as files. */
@RestController
@RequestMapping("/api/sense/v1/device-imports")
final class RosterController {
    private static final String REFUSED = "-refused.csv";

    private final DeviceRegistry registry;
    private final DevicePlacing placing;
    private final Files files;
    private final Jobs jobs;
    private final JobKind<RosterJob.Input> kind;

    RosterController(
            DeviceRegistry registry, DevicePlacing placing, Files files, Jobs jobs, JobKind<RosterJob.Input> kind) {
        this.registry = registry;
        this.placing = placing;
        this.files = files;
        this.jobs = jobs;
        this.kind = kind;
    }

    /** What an import of the body would do; nothing is stored. */
    @PostMapping("/preview")
    @Access(value = MANAGE, audit = Access.NOT_AUDITED)
    RosterReport preview(@RequestParam("product") Optional<String> product, HttpServletRequest request, Viewer viewer)
            throws IOException {
        RosterFile file = RosterFile.read(body(request));
        RosterCheck check = new RosterCheck(file, registry, placing, viewer, product);
        RosterReport.Tally tally = new RosterReport.Tally();
        file.rows().forEach(row -> tally.add(check.check(row)));
        return tally.report(check.unknownHeads(), Optional.empty());
    }

    /** The body is the file; its sound rows are stored by a job. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = MANAGE, audit = "devices.import-started")
    Map<String, UUID> start(
            @RequestParam("product") Optional<String> product,
            @RequestParam("name") Optional<String> name,
            HttpServletRequest request,
            Viewer viewer)
            throws IOException {
        byte[] content = body(request);
        RosterFile.read(content);
        String called = name.orElse("devices");
        UUID file = files.put(called, "application/octet-stream", new ByteArrayInputStream(content));
        Text title = Text.of("导入设备 " + called, "Import devices " + called);
        return Map.of(
                "job",
                jobs.queue(JobOrder.of(kind, title, new RosterJob.Input(file.toString(), called, product), viewer))
                        .id());
    }

    /** The rows that an import did not take, with the reasons. */
    @GetMapping("/refused/{file}")
    @Access(
            value = MANAGE,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "whoever knows the file's id got it with the outcome of his own import")
    void refused(@PathVariable("file") UUID id, HttpServletResponse response) throws IOException {
        StoredFile file = files.find(id)
                .filter(one -> one.name().endsWith(REFUSED))
                .orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "there is no file " + id));
        send(response, "text/csv; charset=utf-8", file.name());
        try (InputStream content = files.open(id)) {
            content.transferTo(response.getOutputStream());
        }
    }

    @GetMapping("/template")
    @Access(value = MANAGE, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = "an empty form")
    void template(@RequestParam("format") Optional<String> format, HttpServletResponse response) throws IOException {
        boolean csv = format.filter("csv"::equals).isPresent();
        send(
                response,
                csv ? "text/csv; charset=utf-8" : RosterTemplate.XLSX,
                csv ? "devices-template.csv" : "devices-template.xlsx");
        response.getOutputStream().write(csv ? RosterTemplate.csv() : RosterTemplate.workbook());
    }

    private static void send(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
                                .replace("+", "%20"));
        response.setHeader("Cache-Control", "no-store");
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] content = request.getInputStream().readNBytes(RosterFile.MOST_BYTES + 1);
        if (content.length > RosterFile.MOST_BYTES) {
            throw new Fault(SenseError.DEVICES_FAULTY, "a file has at most 32 MiB");
        }
        return content;
    }
}
