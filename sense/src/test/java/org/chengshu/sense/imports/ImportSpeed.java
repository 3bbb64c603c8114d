package org.chengshu.sense.imports;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.testing.AloneTest;
import org.chengshu.sense.testing.SenseWorld;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Not among the tests: prints how fast an import is beside a raw COPY, when asked for by name. */
@AloneTest
@Import(ImportWorld.class)
class ImportSpeed {
    private static final int ROWS = Integer.getInteger("rows", 400_000);
    private static final int DEVICES = 100;

    @Autowired
    SenseWorld world;

    @Autowired
    ImportWorld imports;

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext db;

    @Test
    void importsBesideARawCopy() {
        for (int round = 0; round < 3; round++) {
            String csv = csv(round);
            String product = world.freshProduct();
            long begun = System.nanoTime();
            ImportReport report = imports.run(
                    product, csv.getBytes(StandardCharsets.UTF_8), new ImportWorld.Watch(Integer.MAX_VALUE));
            double seconds = (System.nanoTime() - begun) / 1e9;
            double raw = copy(csv);
            System.out.printf(
                    "import: %.0f readings/s, %d alarms; raw COPY: %.0f readings/s; ratio %.2f%n",
                    ROWS * 3 / seconds,
                    report.alarms().values().stream().mapToLong(Long::longValue).sum(),
                    ROWS * 3 / raw,
                    raw / seconds);
        }
    }

    /** The same readings as rows of a plain table, from memory. */
    private double copy(String csv) {
        db.execute("drop table if exists plain_reading");
        db.execute("""
                create table plain_reading (series integer not null, time timestamptz not null,
                    seq smallint not null default 0, num double precision, text text, bool boolean,
                    primary key (series, time, seq))""");
        StringBuilder rows = new StringBuilder();
        int line = 0;
        for (String row : csv.split("\n")) {
            if (line++ > 0) {
                String[] cells = row.split(",", -1);
                int device = Integer.parseInt(cells[1].substring(cells[1].lastIndexOf('-') + 1));
                rows.append(device * 3)
                        .append('\t')
                        .append(cells[0])
                        .append("\t0\t")
                        .append(cells[2])
                        .append("\t\\N\t\\N\n");
                rows.append(device * 3 + 1)
                        .append('\t')
                        .append(cells[0])
                        .append("\t0\t")
                        .append(cells[3])
                        .append("\t\\N\t\\N\n");
                rows.append(device * 3 + 2)
                        .append('\t')
                        .append(cells[0])
                        .append("\t0\t\\N\t\\N\t")
                        .append(cells[4])
                        .append('\n');
            }
        }
        String text = rows.toString();
        long begun = System.nanoTime();
        transactions.onConnection(connection -> connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy plain_reading from stdin", new StringReader(text)));
        return (System.nanoTime() - begun) / 1e9;
    }

    private static String csv(int round) {
        StringBuilder csv = new StringBuilder(ImportWorld.HEADER);
        Random random = new Random(round);
        Instant start = Instant.parse("2024-01-01T00:00:00Z");
        for (int row = 0; row < ROWS; row++) {
            csv.append(start.plusSeconds(row / DEVICES * 60L))
                    .append(",speed-" + round + "-" + row % DEVICES + ",")
                    .append(random.nextInt(1_600) / 10.0)
                    .append(',')
                    .append(random.nextInt(100_000))
                    .append(',')
                    .append(random.nextInt(50) > 0)
                    .append(",\n");
        }
        return csv.toString();
    }
}
