package org.chengshu.sense.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.jobs.JobProgress;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Products;
import org.chengshu.sense.mapping.Mappings;
import org.chengshu.sense.testing.SenseWorld;
import org.springframework.boot.test.context.TestComponent;

/** Imports texts as files. */
@TestComponent
class ImportWorld {
    static final String MAPPING = """
            {"id": "plain", "format": "csv", "time": {"column": "time"},
             "device": {"column": "device", "create": true}, "missing": ["NA"],
             "columns": {"PM2.5": {"property": "pm25"}, "Level": {"property": "level", "scale": 0.001},
                         "On": {"property": "on"}, "Note": {"property": "note"}}}""";

    static final String HEADER = "time,device,PM2.5,Level,On,Note\n";

    private final SenseWorld world;
    private final Spool spool;
    private final Importer importer;
    private final Products products;
    private final Mappings mappings;

    ImportWorld(SenseWorld world, Spool spool, Importer importer, Products products, Mappings mappings) {
        this.world = world;
        this.spool = spool;
        this.importer = importer;
        this.products = products;
        this.mappings = mappings;
    }

    ImportReport run(String product, String csv) {
        return run(product, csv.getBytes(StandardCharsets.UTF_8), new Watch(Integer.MAX_VALUE));
    }

    ImportReport run(String product, byte[] csv, Watch watch) {
        world.pack("mapping-plain", Map.of("mappings", List.of(MAPPING)));
        ImportOrder order = new ImportOrder(
                "test", products.get(product), mappings.find("plain").orElseThrow(), false, Viewer.system());
        try {
            Path file = spool.keep(new ByteArrayInputStream(csv));
            importer.checkHeader(file, order);
            ImportReport report = importer.run(file, order, watch);
            Spool.delete(file);
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Wants the job to end after so many batches. */
    static final class Watch implements JobProgress {
        private final int batches;
        private int seen;

        Watch(int batches) {
            this.batches = batches;
        }

        @Override
        public void at(long done, long total, Text message) {
            seen++;
        }

        @Override
        public boolean cancelled() {
            return seen >= batches;
        }
    }
}
