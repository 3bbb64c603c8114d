package org.chengshu.core.tree.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.chengshu.core.testing.Eventually.eventually;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.geo.Datum;
import org.chengshu.kernel.geo.Datums;
import org.chengshu.kernel.geo.Position;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@CoreTest
class TreeImportTest {
    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Areas areas;

    @Autowired
    Organisations organisations;

    private PeopleClient planner;
    private String city;

    @BeforeEach
    void foundACity() {
        planner = PeopleClient.at(port).bearer(new TestPeople(context).token("core:trees"));
        city = "9" + NUMBER.incrementAndGet() + "00";
        planner.post("/api/core/v1/areas", Map.of("code", city, "name", "城 " + city, "kind", "city"));
    }

    @Test
    void storesNineHundredNinetySevenOfAThousandRowsAndShowsTheThreeBadOnes() {
        StringBuilder csv = new StringBuilder("code,name,areaCode\n");
        for (int i = 0; i < 1_000; i++) {
            String code = city + "-" + i;
            csv.append(
                    switch (i) {
                        case 10 -> ",缺编码," + city + "\n";
                        case 500 -> code + "," + city + "\n";
                        case 999 -> code + ",无上级,990000\n";
                        default -> code + ",街道 " + i + "," + city + "\n";
                    });
        }

        JsonNode result = imported("?kind=street&name=streets.csv", csv.toString());

        assertThat(result.path("created").asInt()).isEqualTo(997);
        assertThat(result.path("rejected").asInt()).isEqualTo(3);
        assertThat(result.path("faults").findValuesAsString("place"))
                .containsExactlyInAnyOrder("line 12", "line 502", "line 1001");
        assertThat(result.at("/words/zh").asString())
                .contains("共 1000 行：新增 997")
                .contains("退回 3");
        assertThat(areas.get(city + "-0").path()).isEqualTo("/" + city + "/" + city + "-0/");
    }

    @Test
    void changesNothingTheSecondTimeAndOnATrial() {
        String csv = "code,name,parent\n" + city + "01,东区," + city + "\n";

        assertThat(imported("?dry=true&kind=district", csv).path("created").asInt())
                .isEqualTo(1);
        assertThat(areas.find(city + "01")).isEmpty();
        assertThat(imported("?kind=district", csv).path("created").asInt()).isEqualTo(1);
        int version = areas.get(city + "01").version();
        JsonNode again = imported("?kind=district", csv);

        assertThat(again.path("unchanged").asInt()).isEqualTo(1);
        assertThat(again.path("change").isNull()).isTrue();
        assertThat(areas.get(city + "01").version()).isEqualTo(version);
    }

    @Test
    void turnsAnAtlasInGcj02IntoWgs84AndKeepsWhereItCameFrom() {
        Position corner = Datums.wgs84ToGcj02(new Position(114.0, 22.5));
        String geojson = feature(
                "\"adcode\": %s03, \"name\": \"罗湖区\", \"level\": \"district\", \"parent\": {\"adcode\": %s}"
                        .formatted(city, city),
                corner);

        Answer unsaid = bring("", geojson.getBytes(StandardCharsets.UTF_8));
        JsonNode result = imported("?datum=gcj02", geojson);

        assertThat(unsaid.code()).isEqualTo("TREE_DATUM_NEEDED");
        assertThat(result.at("/shiftMetres/least").asDouble()).isBetween(300.0, 700.0);
        Area district = areas.get(city + "03");
        assertThat(district.datum()).contains(Datum.GCJ02);
        assertThat(district.parent()).contains(city);
        assertThat(district.kind()).isEqualTo("district");
        JsonNode stored = district.boundary().orElseThrow().at("/coordinates/0/0");
        assertThat(stored.path(0).asDouble()).isCloseTo(114.0, within(1e-7));
        assertThat(stored.path(1).asDouble()).isCloseTo(22.5, within(1e-7));
    }

    @Test
    void findsAreasByNameWhenABoundaryHasNoCode() {
        imported("?kind=district", "code,name,parent\n" + city + "03,罗湖区," + city + "\n");
        String geojson = feature("\"qh\": \"罗湖\"", new Position(10, 10));

        JsonNode result = imported("?under=" + city, geojson);
        JsonNode unknown = imported("?under=" + city, feature("\"qh\": \"大鹏\"", new Position(10, 10)));

        assertThat(result.path("changed").asInt()).isEqualTo(1);
        assertThat(areas.get(city + "03").boundary()).isPresent();
        assertThat(areas.get(city + "03").name().zh()).isEqualTo("罗湖区");
        assertThat(unknown.at("/faults/0/text/zh").asString()).contains("大鹏");
    }

    @Test
    void mendsABoundaryThatCrossesItselfALittleAndRefusesOneThatIsNoArea() {
        String spike = polygon("[[10,10],[11,10],[11,11],[10.5,11],[10.5,11.2],[10.5,11],[10,11],[10,10]]");
        String bow = polygon("[[10,10],[11,11],[11,10],[10,11],[10,10]]");
        String file =
                collection("{\"type\":\"Feature\",\"properties\":{\"code\":\"%s1\",\"name\":\"刺\"},\"geometry\":%s},"
                                .formatted(city, spike)
                        + "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s2\",\"name\":\"结\"},\"geometry\":%s}"
                                .formatted(city, bow));

        JsonNode result = imported("?kind=grid&under=" + city, file);

        assertThat(result.path("created").asInt()).isEqualTo(1);
        assertThat(result.at("/repaired/0/code").asString()).isEqualTo(city + "1");
        assertThat(result.at("/faults/0/place").asString()).isEqualTo("features[1]");
    }

    @Test
    void takesTheOldChineseEncodingAndPackedFilesAndOnlyTheCodesAskedFor() throws IOException {
        String csv = "编码,名称,上级编码,类型\n" + city + "05,南山区," + city + ",district\n8888,别处,,city\n";
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(csv.getBytes(Charset.forName("GB18030")));
        }

        JsonNode result = result(bring("?codes=" + city, packed.toByteArray()));

        assertThat(result.path("skipped").asInt()).isEqualTo(1);
        assertThat(areas.get(city + "05").name().zh()).isEqualTo("南山区");
    }

    @Test
    void refusesAtOnceWhatCannotBeReadAndNamesTheNearestColumn() {
        assertThat(bring("", "{\"type\":\"Feature\"}".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("TREE_FAULTY");
        assertThat(bring("", new byte[0]).code()).isEqualTo("TREE_FAULTY");
        assertThat(bring("?column.code=cod", "code,name\n".getBytes(StandardCharsets.UTF_8))
                        .json()
                        .path("detail")
                        .asString())
                .contains("did you mean code?");
        assertThat(bring("", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo("TREE_FAULTY");
    }

    @Test
    void bringsOrganisationsWithTheirAreas() {
        String csv = "code,name,name_en,kind,parent,area\n" + "o%1$s,局,Bureau,department,,%1$s\n".formatted(city)
                + "c%1$s,中心,Centre,centre,o%1$s,nowhere\n".formatted(city);

        Answer started = planner.with("Content-Type", "text/csv")
                .postBytes("/api/core/v1/organisations/import", csv.getBytes(StandardCharsets.UTF_8));
        JsonNode result = result(started);

        assertThat(result.path("created").asInt()).isEqualTo(1);
        assertThat(result.at("/faults/0/text/en").asString()).contains("no area nowhere");
        assertThat(organisations.get("o" + city).areaCode()).contains(city);
        assertThat(organisations.get("o" + city).name().en()).isEqualTo("Bureau");
    }

    private JsonNode imported(String query, String file) {
        return result(bring(query, file.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer bring(String query, byte[] file) {
        return planner.with("Content-Type", "application/octet-stream")
                .postBytes("/api/core/v1/areas/import" + query, file);
    }

    private JsonNode result(Answer started) {
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String job = "/api/core/v1/jobs/" + started.json().path("job").asString();
        eventually(
                "the import ends",
                () -> planner.get(job).json().path("state").asString().equals("done"));
        return planner.get(job).json().path("result");
    }

    private static String feature(String properties, Position corner) {
        double x = corner.longitude();
        double y = corner.latitude();
        String ring = "[[%s,%s],[%s,%s],[%s,%s],[%s,%s]]".formatted(x, y, x + 0.1, y, x + 0.1, y + 0.1, x, y);
        return collection(
                "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":%s}".formatted(properties, polygon(ring)));
    }

    private static String polygon(String ring) {
        return "{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}";
    }

    private static String collection(String features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    }
}
