package org.chengshu.sense.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.store.Fresh;
import org.chengshu.sense.store.ReadingRows;
import org.chengshu.sense.store.ReadingStore;
import org.chengshu.sense.testing.SenseWorld;
import org.chengshu.wire.Value;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Stations report a level every ten minutes from midnight UTC on: 0, 1, 2 and so on; each hour its first is missing. */
@SenseTest
class RangeResourceTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");
    private static final String RANGE = "&from=2026-03-01T00:00:00Z&to=2026-03-01T03:00:00Z";

    @Autowired
    SenseWorld world;

    @Autowired
    ApplicationContext context;

    @Autowired
    ReadingStore store;

    @Autowired
    DeviceRegistry registry;

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext db;

    @Autowired
    CitySettings city;

    @LocalServerPort
    int port;

    private PeopleClient officer;
    private String one;
    private String other;

    @BeforeEach
    void twoStations() {
        officer = PeopleClient.at(port).bearer(new TestPeople(context).token("sense:*"));
        String product = world.freshProduct();
        one = world.freshDevice(product);
        other = world.freshDevice(product);
        ReadingRows rows = new ReadingRows();
        for (int i = 0; i < 12; i++) {
            if (i % 6 != 0) {
                rows.add(level(one), MIDNIGHT.plusSeconds(600L * i), Value.of(i));
            }
        }
        rows.add(level(other), MIDNIGHT.plusSeconds(8_000), Value.of(42.5));
        rows.add(registry.find(other).orElseThrow().series().get("note").id(), MIDNIGHT, Value.of("=a,\"b\""));
        Fresh fresh = store.sift(rows);
        transactions.run(() -> store.write(fresh));
        store.publish(fresh);
    }

    private int level(String device) {
        return registry.find(device).orElseThrow().series().get("level").id();
    }

    @Test
    void manySeriesComeOnOneAxisWithGapsAsNull() {
        JsonNode chart = chart("&bucket=PT1H&stats=min,avg,max,sum,count,last");

        assertThat(chart.path("source").asString()).isEqualTo("hours");
        assertThat(chart.path("times").values()).hasSize(3);
        assertThat(chart.path("times").get(1).asString()).isEqualTo("2026-03-01T01:00:00Z");
        assertThat(column(chart, 0, "min")).isEqualTo("[1.0,7.0,null]");
        assertThat(column(chart, 0, "avg")).isEqualTo("[3.0,9.0,null]");
        assertThat(column(chart, 0, "sum")).isEqualTo("[15.0,45.0,null]");
        assertThat(column(chart, 0, "count")).isEqualTo("[5.0,5.0,0.0]");
        assertThat(column(chart, 0, "last")).isEqualTo("[5.0,11.0,null]");
        assertThat(column(chart, 1, "max")).isEqualTo("[null,null,42.5]");
    }

    @Test
    void readingsAreCountedWhereHoursCannotTell() {
        JsonNode chart = chart("&bucket=PT30M&stats=first,p50,twa");

        assertThat(chart.path("source").asString()).isEqualTo("readings");
        assertThat(column(chart, 0, "first")).isEqualTo("[1.0,3.0,7.0,9.0,null,null]");
        assertThat(column(chart, 0, "p50")).isEqualTo("[1.5,4.0,7.5,10.0,null,null]");
        // The station may be silent for three hours, so what it said last holds to the end.
        assertThat(column(chart, 0, "twa")).isEqualTo("[1.5,4.0,6.666666666666667,10.0,11.0,11.0]");
    }

    @Test
    void theBucketIsChosenByTheNumberOfPoints() {
        assertThat(chart("&points=20").path("bucket").asString()).isEqualTo("PT10M");
    }

    @Test
    void whatIsWrongWithAQuestionIsTold() {
        refused("series=" + one + ":level&bucket=soon", "bucket 'soon' is no duration such as PT5M, P1D or P1M");
        refused("series=" + one + ":level&stats=median", "'median' is none of min, max");
        refused("series=level", "a series is device:property, not 'level'");
        refused("series=" + one + ":note", one + ":note holds texts, which have no buckets");
        refused("series=" + one + ":level&bucket=PT1S" + RANGE, "buckets of PT1S make more than 10000");
        refused("series=" + one + ":level&points=0", "points must be 1..10000, not 0");
        assertThat(officer.get("/api/sense/v1/readings?series=" + one + ":depth")
                        .status())
                .isEqualTo(404);
        assertThat(officer.get("/api/sense/v1/readings?series=nobody:level").status())
                .isEqualTo(404);
    }

    private void refused(String query, String why) {
        Answer answer = officer.get("/api/sense/v1/readings?" + query);
        assertThat(answer.status()).as(query).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).contains(why);
    }

    @Test
    void readingsComeAsAWorkbookWithTimesOfTheCity() throws Exception {
        byte[] book = officer.getBytes(
                "/api/sense/v1/readings.xlsx?series=" + other + ":level&series=" + other + ":note" + RANGE);

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.getFirst().getCellText(2)).startsWith("time (");
            assertThat(rows.get(1).getCellText(0)).isEqualTo(other);
            assertThat(rows.get(1).getCellAsNumber(3).orElseThrow()).isEqualByComparingTo("42.5");
            assertThat(rows.get(1).getCellAsDate(2).orElseThrow())
                    .isEqualTo(LocalDateTime.ofInstant(Instant.parse("2026-03-01T02:13:20Z"), city.zone()));
            assertThat(rows.get(2).getCellText(3)).isEqualTo("=a,\"b\"");
        }
    }

    @Test
    void readingsComeAsAFileOfAnyLength() {
        String csv = officer.get(
                        "/api/sense/v1/readings.csv?series=" + other + ":level&series=" + other + ":note" + RANGE)
                .body();

        assertThat(csv)
                .isEqualTo("\uFEFFdevice,property,time,value,unit\r\n"
                        + other + ",level,2026-03-01T02:13:20Z,42.5,\r\n"
                        + other + ",note,2026-03-01T00:00:00Z,\"'=a,\"\"b\"\"\",\r\n");
    }

    @Test
    void bucketsComeAsAFileToo() {
        String csv = officer.get(
                        "/api/sense/v1/readings.csv?bucket=PT1H&stats=avg,count&series=" + one + ":level" + RANGE)
                .body();

        assertThat(csv)
                .isEqualTo("\uFEFFdevice,property,time,avg,count,unit\r\n"
                        + one + ",level,2026-03-01T00:00:00Z,3,5,\r\n"
                        + one + ",level,2026-03-01T01:00:00Z,9,5,\r\n"
                        + one + ",level,2026-03-01T02:00:00Z,,0,\r\n");
    }

    @Test
    void theLatestOfManyDevicesComesAtOnce() {
        JsonNode items = officer.get("/api/sense/v1/latest?device=" + one + "," + other + ",nobody")
                .json()
                .path("items");

        assertThat(items.values()).hasSize(2);
        assertThat(items.get(0).at("/values/level/value").asDouble()).isEqualTo(11);
        assertThat(items.get(1).at("/values/note/value").asString()).isEqualTo("=a,\"b\"");
    }

    @Test
    void readingsAreErasedWithAReasonWhichTheAuditKeeps() {
        String erasures = "/api/sense/v1/devices/" + one + "/erasures";
        Map<String, Object> order = Map.of(
                "from",
                "2026-03-01T00:30:00Z",
                "to",
                "2026-03-01T01:30:00Z",
                "properties",
                List.of("level"),
                "reason",
                "the probe lay dry");

        Answer answer = officer.post(erasures, order);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("erased").asInt()).isEqualTo(5);
        JsonNode chart = chart("&bucket=PT1H&stats=sum,count");
        assertThat(column(chart, 0, "count")).isEqualTo("[2.0,3.0,0.0]");
        assertThat(column(chart, 0, "sum")).isEqualTo("[3.0,30.0,null]");
        assertThat(db.fetchSingle(
                                "select details::text from cs_core.audit where event = 'readings.erased' and details::text like ?",
                                "%" + one + "%")
                        .get(0, String.class))
                .contains("the probe lay dry", "\"5\"");
        assertThat(officer.post(erasures, Map.of("from", "2026-03-01T00:30:00Z", "to", "2026-03-01T01:30:00Z"))
                        .json()
                        .path("detail")
                        .asString())
                .contains("a reason of 1 to 500 characters is needed");
    }

    @Test
    void theStoreTellsWhatItTakes() {
        JsonNode storage = officer.get("/api/sense/v1/storage").json();

        assertThat(storage.path("plainBytesPerReading").asDouble()).isPositive();
        assertThat(storage.at("/size/points").isNumber()).isTrue();
    }

    private JsonNode chart(String more) {
        Answer answer = officer.get(
                "/api/sense/v1/readings?series=" + one + ":level&series=" + other + ":level" + RANGE + more);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String column(JsonNode chart, int series, String stat) {
        return chart.path("series").get(series).path("values").path(stat).toString();
    }
}
