package org.chengshu.sense.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.disk.DiskSpace;
import org.chengshu.core.http.TryLater;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Product;
import org.chengshu.sense.Products;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.mapping.Mapping;
import org.chengshu.sense.mapping.Mappings;
import org.chengshu.sense.mapping.ValueColumn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ImportController {
    private final Products products;
    private final Mappings mappings;
    private final Spool spool;
    private final Importer importer;
    private final JobKind<ImportJob.Input> kind;
    private final Jobs jobs;
    private final DiskSpace disk;

    ImportController(
            Products products,
            Mappings mappings,
            Spool spool,
            Importer importer,
            JobKind<ImportJob.Input> kind,
            Jobs jobs,
            DiskSpace disk) {
        this.products = products;
        this.mappings = mappings;
        this.spool = spool;
        this.importer = importer;
        this.kind = kind;
        this.jobs = jobs;
        this.disk = disk;
    }

    /** The body is the file, as it is or packed by gzip. */
    @PostMapping("/api/sense/v1/imports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = "sense:import", audit = "readings.import-started")
    Map<String, UUID> start(
            @RequestParam("product") String productId,
            @RequestParam("mapping") String mappingId,
            @RequestParam("name") Optional<String> name,
            @RequestParam(name = "cases", defaultValue = "false") boolean cases,
            HttpServletRequest request,
            Viewer viewer)
            throws IOException {
        Product product = products.get(productId);
        Mapping mapping = mappings.find(mappingId)
                .orElseThrow(() -> new Fault(SenseError.MAPPING_NOT_FOUND, "there is no mapping " + mappingId));
        requireFit(product, mapping);
        requireRoom();
        ImportOrder order = new ImportOrder(name.orElse(mappingId), product, mapping, cases, viewer);
        Path file = spool.keep(request.getInputStream());
        try {
            importer.checkHeader(file, order);
            return Map.of("job", start(file, order));
        } catch (Fault | IOException e) {
            Spool.delete(file);
            throw e;
        }
    }

    private void requireRoom() {
        if (!disk.takesIn()) {
            throw new TryLater(
                    CoreError.DISK_NEARLY_FULL, "nothing was taken; the health page says more", Duration.ofMinutes(1));
        }
    }

    private UUID start(Path file, ImportOrder order) {
        Text title = Text.of("导入 " + order.name(), "Import " + order.name());
        ImportJob.Input input = new ImportJob.Input(
                file.getFileName().toString(),
                order.name(),
                order.product().id(),
                order.mapping().id(),
                order.cases());
        return jobs.queue(JobOrder.of(kind, title, input, order.viewer()).onThisNode())
                .id();
    }

    private static void requireFit(Product product, Mapping mapping) {
        List<String> unknown = mapping.columns().stream()
                .map(ValueColumn::property)
                .filter(property -> product.find(property).isEmpty())
                .toList();
        boolean other = mapping.product().filter(id -> !id.equals(product.id())).isPresent();
        if (other || !unknown.isEmpty()) {
            throw new Fault(
                    SenseError.IMPORT_FAULTY,
                    "the mapping " + mapping.id() + " is not for " + product.id()
                            + (unknown.isEmpty() ? "" : ", which has no " + String.join(", ", unknown)));
        }
    }
}
