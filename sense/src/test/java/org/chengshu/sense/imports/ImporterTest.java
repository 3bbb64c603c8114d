package org.chengshu.sense.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.Device;
import org.chengshu.sense.Devices;
import org.chengshu.sense.Door;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.testing.AloneTest;
import org.chengshu.sense.testing.FakeAlarms;
import org.chengshu.sense.testing.FakeLive;
import org.chengshu.sense.testing.SenseWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@AloneTest
@Import(ImportWorld.class)
class ImporterTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    @Autowired
    SenseWorld world;

    @Autowired
    ImportWorld imports;

    @Autowired
    Devices devices;

    @Autowired
    FakeAlarms alarms;

    @Autowired
    FakeLive live;

    private String product;
    private String device;

    @BeforeEach
    void setTheScene() {
        product = world.freshProduct();
        device = "site-" + NUMBER.incrementAndGet();
    }

    @Test
    void tellsColumnByColumnWhatBecameOfTheCells() {
        ImportReport report = imports.run(
                product,
                ImportWorld.HEADER
                        + line(0, "12", "800", "NA", "x")
                        + line(1, "NA", "many", "maybe", "")
                        + line(2, "1001", "", "true", "\"a,\nb\"")
                        + "2024-13-01T00:00:00Z," + device + ",1,1,1,1\n"
                        + "short,row\n");

        assertThat(report.rows()).isEqualTo(5);
        assertThat(report.rowsRejected()).isEqualTo(2);
        assertThat(words(report, "PM2.5"))
                .isEqualTo("stored 1 missing 2 duplicate 0 rejected 2 {bad-time=1, out-of-range=1}");
        assertThat(words(report, "Level"))
                .isEqualTo("stored 1 missing 2 duplicate 0 rejected 2 {bad-time=1, wrong-type=1}");
        assertThat(report.columns().get(1).examples().getFirst())
                .isEqualTo(new ColumnReport.Example(3, "many", "wrong-type", "not a number"));
        assertThat(report.columns().get(0).examples().getFirst().line()).isEqualTo(4);
        assertThat(world.readings(device))
                .contains("level " + START + " 0.8", "note " + START.plusSeconds(7200) + " a,\nb");
    }

    @Test
    void makesTheDevicesItMeets() {
        ImportReport report = imports.run(product, ImportWorld.HEADER + line(0, "1", "", "", ""));

        assertThat(report.devicesCreated()).isEqualTo(1);
        assertThat(devices.find(device, Viewer.system()).map(Device::product)).isEqualTo(Optional.of(product));
    }

    @Test
    void aSecondRunAddsNothing() {
        String csv = ImportWorld.HEADER + line(0, "160", "", "", "") + line(2, "170", "", "", "");
        imports.run(product, csv);
        Receipt before = world.counter(Door.IMPORT);
        int told = alarms.told().size();

        ImportReport again = imports.run(product, csv);

        assertThat(again.alreadyImported()).isTrue();
        assertThat(words(again, "PM2.5")).startsWith("stored 0 missing 0 duplicate 2");
        assertThat(world.counter(Door.IMPORT)).isEqualTo(before);
        assertThat(alarms.told()).hasSize(told);
    }

    @Test
    void aRunBrokenOffGoesOnWhereItStoodAndEndsTheSame() {
        String csv = ImportWorld.HEADER + wave(35_000);
        ImportReport part = imports.run(product, csv.getBytes(StandardCharsets.UTF_8), new ImportWorld.Watch(4));
        assertThat(part.rows()).isEqualTo(20_000);

        ImportReport rest = imports.run(product, csv);

        String other = "other-" + device;
        ImportReport whole = imports.run(product, csv.replace(device, other));
        assertThat(rest.resumedAtRow()).isEqualTo(20_000);
        assertThat(rest.rows()).isEqualTo(35_000);
        assertThat(rest.columns()).isEqualTo(whole.columns());
        assertThat(rest.alarms()).isEqualTo(whole.alarms());
        assertThat(rest.alarms().get("heavy-" + product)).isGreaterThan(100);
        assertThat(world.readings(device)).isEqualTo(world.readings(other));
    }

    @Test
    void packedFilesAreReadAsPlainOnes() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write((ImportWorld.HEADER + line(0, "1", "", "", "")).getBytes(StandardCharsets.UTF_8));
        }
        imports.run(product, packed.toByteArray(), new ImportWorld.Watch(9));

        assertThat(world.readings(device)).hasSize(1);
    }

    @Test
    void historyLeavesTheLivingAlone() {
        int live = this.live.published().size();
        imports.run(
                product,
                ImportWorld.HEADER
                        + line(0, "160", "", "", "")
                        + line(2, "170", "", "", "")
                        + line(3, "90", "", "", ""));

        assertThat(alarms.told())
                .contains(
                        "historical heavy-" + product + "/" + device + " at " + START.plus(Duration.ofHours(2)),
                        "historical clear at " + START.plus(Duration.ofHours(3)))
                .noneMatch(line -> line.startsWith("raise heavy-" + product));
        assertThat(this.live.published()).hasSize(live);
    }

    @Test
    void aFileWithoutTheColumnsIsRefusedAtOnce() {
        assertThatThrownBy(() -> imports.run(product, "time,device,PM10\n"))
                .isInstanceOf(Fault.class)
                .hasMessage("the file has no column PM2.5, Level, On, Note");
    }

    private String line(int hour, String pm25, String level, String on, String note) {
        return START.plus(Duration.ofHours(hour)) + "," + device + "," + pm25 + "," + level + "," + on + "," + note
                + "\n";
    }

    /** Hours that go up and down, with some missing. */
    private String wave(int hours) {
        StringBuilder csv = new StringBuilder();
        for (int hour = 0; hour < hours; hour++) {
            int pm25 = Math.abs(hour * 7 % 400 - 200);
            csv.append(line(hour % 20_000, hour % 11 == 0 ? "NA" : String.valueOf(pm25), "", "", ""));
        }
        return csv.toString();
    }

    private static String words(ImportReport report, String column) {
        ColumnReport one = report.columns().stream()
                .filter(found -> found.column().equals(column))
                .findFirst()
                .orElseThrow();
        return "stored " + one.stored() + " missing " + one.missing() + " duplicate " + one.duplicate() + " rejected "
                + one.rejected() + " " + one.reasons();
    }
}
