package org.chengshu.data.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.data.catalogue.CatalogueWorld.ENTRIES;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestTown;
import org.chengshu.data.DataTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@DataTest
class EntryImportTest {
    private static final String IMPORTS = "/api/data/v1/catalogue/imports";
    private static final String FILE = """
            信息资源名称,提供方代码,摘要,分类,格式,共享类型,共享条件,开放属性,更新周期,主题词,信息项
            排污许可,test-office,排污许可证信息,211,数据库,无条件共享,,不开放,每日,环保、许可,许可证编号:字符型(30)；发证日期:日期型
            排污许可,test-office,重复的一行,211,数据库,无条件,,,每日,,编号
            监测点位,test-bureau,别的部门,211,数据库,无条件,,,每日,,编号
            ,test-office,没有名称,999,图书馆,半共享,,,每晚,,编号
            """;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    @Test
    void soundRowsBecomeDraftsAndTheOthersAreToldWithEveryFault() {
        PeopleClient office = new CatalogueWorld(context, port).editor(TestTown.OFFICE);
        byte[] file = FILE.getBytes(Charset.forName("GB18030"));

        JsonNode tried = office.postBytes(IMPORTS + "?name=a.csv", file).json();
        assertThat(tried.path("read").asInt()).isEqualTo(4);
        assertThat(tried.path("sound").asInt()).isEqualTo(1);
        assertThat(tried.path("created").size()).isZero();

        JsonNode done =
                office.postBytes(IMPORTS + "?name=a.csv&dry=false", file).json();
        assertThat(done.path("created").size()).isEqualTo(1);
        assertThat(places(done, 1)).containsExactly("title");
        assertThat(places(done, 2)).containsExactly("organisation");
        assertThat(places(done, 3)).containsExactlyInAnyOrder("信息资源格式", "共享类型", "更新周期", "title", "classCode");
        assertThat(done.path("rows").path(3).path("line").asInt()).isEqualTo(5);

        JsonNode content = office.get(
                        ENTRIES + "/" + done.path("created").path(0).asString())
                .json()
                .path("content");
        assertThat(content.path("sharing").asString()).isEqualTo("unconditional");
        assertThat(content.path("fields").path(0).path("length").asInt()).isEqualTo(30);
        assertThat(content.path("fields").path(1).path("type").asString()).isEqualTo("date");
        assertThat(content.path("subjects").toString()).isEqualTo("[\"环保\",\"许可\"]");
    }

    @Test
    void aFileWithoutTitlesSaysWhatIsMissing() {
        PeopleClient office = new CatalogueWorld(context, port).editor(TestTown.OFFICE);
        Answer answer = office.postBytes(IMPORTS, "编号,数量\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.code()).isEqualTo("ENTRY_IMPORT_FAULTY");
        assertThat(answer.body()).contains("信息资源名称");
    }

    private static List<String> places(JsonNode outcome, int row) {
        return outcome.path("rows")
                .path(row)
                .path("faults")
                .valueStream()
                .map(fault -> fault.path("place").asString())
                .toList();
    }
}
