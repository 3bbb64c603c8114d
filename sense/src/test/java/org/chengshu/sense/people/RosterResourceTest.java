package org.chengshu.sense.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.sense.testing.SenseWorld;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

@SenseTest
class RosterResourceTest {
    private static final String PREVIEW = "/api/sense/v1/device-imports/preview";

    @Autowired
    SenseWorld world;

    @Autowired
    Environment environment;

    @Autowired
    ApplicationContext context;

    private PeopleClient people;
    private String product;

    @BeforeEach
    void signIn() {
        people = PeopleClient.at(environment.getRequiredProperty("local.server.port", Integer.class))
                .bearer(new TestPeople(context).token("*"));
        product = world.freshProduct();
    }

    @Test
    void ofAThousandRowsTheSoundOnesAreStoredAndTheOthersComeBackAsAFile() {
        StringBuilder file = new StringBuilder("编码,产品,名称,标签,经度,纬度\n");
        for (int i = 0; i < 1_000; i++) {
            String its = i == 7 ? "nothing" : product;
            String longitude = i == 13 ? "abc" : "121.5";
            String code = i == 20 ? code(19) : code(i);
            file.append("%s,%s,站%d,楼层=%d;合同=H1,%s,31.2\n".formatted(code, its, i, i % 9, longitude));
        }
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);

        JsonNode preview = people.postBytes(PREVIEW, bytes).json();
        assertThat(preview.path("created").asInt()).isEqualTo(997);
        assertThat(preview.at("/refused/0/line").asInt()).isEqualTo(9);
        assertThat(preview.at("/refused/0/faults/0/column").asString()).isEqualTo("产品");
        assertThat(count()).isZero();

        JsonNode outcome = imported(bytes);
        assertThat(outcome.path("created").asInt()).isEqualTo(997);
        assertThat(outcome.path("faulty").asInt()).isEqualTo(3);
        assertThat(count()).isEqualTo(997);
        String refused = people.get("/api/sense/v1/device-imports/refused/"
                        + outcome.path("refusedFile").asString())
                .body();
        assertThat(refused.lines()).hasSize(4);
        assertThat(refused).contains("abc").contains("nothing").contains("出现两次");

        JsonNode again = imported((file.substring(0, file.indexOf("\n")) + "\n" + code(3) + ",,换名,,,\n")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(again.path("changed").asInt()).isEqualTo(1);
        JsonNode device = people.get("/api/sense/v1/devices/" + code(3)).json();
        assertThat(device.at("/title/zh").asString()).isEqualTo("换名");
        assertThat(device.at("/tags/楼层").asString()).isEqualTo("3");
    }

    @Test
    void aWorkbookAndTheCsvOfChineseExcelAreRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("设备");
            List.of("code", "product", "title_zh", "tag:floor")
                    .forEach(head -> sheet.value(
                            0,
                            List.of("code", "product", "title_zh", "tag:floor").indexOf(head),
                            head));
            sheet.value(1, 0, code(1));
            sheet.value(1, 1, product);
            sheet.value(1, 2, "井盖");
            sheet.value(1, 3, 12);
        }
        assertThat(imported(out.toByteArray()).path("created").asInt()).isEqualTo(1);
        assertThat(people.get("/api/sense/v1/devices/" + code(1))
                        .json()
                        .at("/tags/floor")
                        .asString())
                .isEqualTo("12");

        byte[] chinese = ("编码;产品;名称\n" + code(2) + ";" + product + ";路灯\n").getBytes(Charset.forName("GB18030"));
        assertThat(imported(chinese).path("created").asInt()).isEqualTo(1);
        assertThat(people.get("/api/sense/v1/devices/" + code(2))
                        .json()
                        .at("/title/zh")
                        .asString())
                .isEqualTo("路灯");
    }

    @Test
    void whatIsNoListOfDevicesIsRefusedInWords() {
        assertThat(people.postBytes(PREVIEW, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("DEVICES_FAULTY");
        assertThat(people.postBytes(PREVIEW, new byte[] {'P', 'K', 3, 4, 9, 9}).code())
                .isEqualTo("DEVICES_FAULTY");
        assertThat(people.postBytes(PREVIEW, new byte[0]).code()).isEqualTo("DEVICES_FAULTY");
        assertThat(people.getBytes("/api/sense/v1/device-imports/template")).startsWith('P', 'K');
    }

    @Test
    void manyAreChangedAlikeAndThoseThatCannotBeAreSkippedWithTheReason() {
        String one = world.freshDevice(product);
        String two = world.freshDevice(product);
        JsonNode report = people.post(
                        "/api/sense/v1/device-edits",
                        Map.of(
                                "devices",
                                List.of(one, two, "nobody"),
                                "change",
                                Map.of(
                                        "lifecycle",
                                        "maintenance",
                                        "parent",
                                        two,
                                        "tags",
                                        Map.of("set", Map.of("a", "b")))))
                .json();

        assertThat(report.path("changed").asInt()).isEqualTo(1);
        assertThat(report.path("reasons").valueStream().map(reason -> reason.path("code")
                        .asString()))
                .containsExactlyInAnyOrder("nobody", two);
        JsonNode device = people.get("/api/sense/v1/devices/" + one).json();
        assertThat(device.path("lifecycle").asString()).isEqualTo("maintenance");
        assertThat(device.path("parent").asString()).isEqualTo(two);

        JsonNode all = people.post(
                        "/api/sense/v1/device-edits",
                        Map.of("filter", Map.of("product", product), "change", Map.of("lifecycle", "retired")))
                .json();
        assertThat(all.path("changed").asInt()).isEqualTo(2);
        assertThat(count()).isZero();
    }

    private int count() {
        return people.get("/api/sense/v1/devices/count?product=" + product)
                .json()
                .path("count")
                .asInt();
    }

    private String code(int number) {
        return "roster-" + product + "-" + number;
    }

    private JsonNode imported(byte[] file) {
        PeopleClient.Answer started = people.postBytes("/api/sense/v1/device-imports?name=list.csv", file);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String job = started.json().path("job").asString();
        Eventually.eventually(
                "the job is done", () -> job(job).path("state").asString().equals("done"));
        return job(job).path("result");
    }

    private JsonNode job(String id) {
        return people.get("/api/core/v1/jobs/" + id).json();
    }
}
