package org.chengshu.core.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@CoreTest
class ListExportsTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @TempDir
    Path folder;

    @Test
    void followEveryPageOfTheListWithItsOwnFilters() {
        PeopleClient auditor = client("core:audit", "core:trees");
        String mark = "mark-" + System.nanoTime();
        for (int i = 0; i < 520; i++) {
            auditor.post("/api/core/v1/areas/merge", Map.of("into", Map.of("code", mark), "from", List.of()));
        }

        Answer file = auditor.get("/api/core/v1/audit?event=tree.nodes-merged&outcome=refused&format=csv&limit=5");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body().lines().filter(line -> line.contains(mark)).count())
                .isEqualTo(520);
        assertThat(file.body()).startsWith("\uFEFF时间,操作人,事件,结果");
        assertThat(Integer.parseInt(file.header("X-Export-Rows"))).isGreaterThanOrEqualTo(520);
        assertThat(file.header("Content-Disposition"))
                .contains("filename*=UTF-8''")
                .contains(".csv");
        assertThat(file.header("X-Export-Truncated")).isEmpty();
    }

    @Test
    void makeAWorkbookInTheReadersLanguageWithRealDatesAndAFrozenHead() throws IOException {
        PeopleClient person = client("core:accounts");
        person.get("/api/core/v1/tokens");

        byte[] file = person.with("Accept-Language", "en")
                .with("Accept", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .getBytes("/api/core/v1/tokens");
        Map<String, String> parts = unzipped(file);

        String sheet = parts.get("xl/worksheets/sheet1.xml");
        assertThat(sheet).contains("frozen");
        assertThat(parts.get("xl/sharedStrings.xml")).contains("Label").contains("Last used");
        assertThat(parts.get("xl/styles.xml")).contains("yyyy-mm-dd hh:mm:ss");
    }

    @Test
    void leaveABulkReadingInTheAudit() {
        PeopleClient auditor = client("core:audit", "core:accounts");

        auditor.get("/api/core/v1/accounts?format=csv");

        assertThat(auditor.get("/api/core/v1/audit?event=list.exported")
                        .json()
                        .at("/items/0/details/list")
                        .asString())
                .isEqualTo("/api/core/v1/accounts");
    }

    @Test
    void needTheRightToTheListAndRefuseWhatIsNotOffered() {
        assertThat(client().get("/api/core/v1/accounts?format=xlsx").status()).isEqualTo(403);
        assertThat(client().get("/api/test/v1/kites?format=xlsx").code()).isEqualTo("EXPORT_NOT_OFFERED");
    }

    private PeopleClient client(String... permissions) {
        return PeopleClient.at(port).bearer(new TestPeople(context).token(permissions));
    }

    private Map<String, String> unzipped(byte[] file) throws IOException {
        Path kept = Files.write(folder.resolve("list.xlsx"), file);
        Map<String, String> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(kept.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
