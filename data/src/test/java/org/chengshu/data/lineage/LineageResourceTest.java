package org.chengshu.data.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.data.DataTest;
import org.chengshu.data.Datasets;
import org.chengshu.data.LineageEdge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@DataTest
class LineageResourceTest {
    private static final String LINEAGE = "/api/data/v1/lineage";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private LineageStore store;

    @LocalServerPort
    private int port;

    private PeopleClient reader;

    @BeforeEach
    void signIn() {
        reader = PeopleClient.at(port).bearer(new TestPeople(context).token(Datasets.READ));
    }

    @Test
    void knowsTheTableBehindAFactByTheDatabasesOwnDefinition() {
        JsonNode walk =
                reader.get(LINEAGE + "?field=town.lamps.power&direction=up").json();
        assertThat(walk.path("things").findValuesAsString("id")).containsExactly("town.lamps", "cs_town.lamp");
        assertThat(walk.path("things").findValuesAsString("layer")).containsExactly("facts", "table");
        assertThat(walk.path("edges").findValuesAsString("how")).contains("copied");
        assertThat(walk.path("nodes").path(0).path("title").path("zh").asString())
                .isEqualTo("功率");
    }

    @Test
    void namesWhatIsWrongWithAStart() {
        PeopleClient.Answer misspelt = reader.get(LINEAGE + "?field=town.lamps.powr");
        assertThat(misspelt.code()).isEqualTo("FIELD_UNKNOWN");
        assertThat(misspelt.body()).contains("did you mean power");
        assertThat(reader.get(LINEAGE + "?dataset=town.lanterns").status()).isEqualTo(404);
        assertThat(reader.get(LINEAGE + "?start=nonsense:x").status()).isEqualTo(400);
        assertThat(reader.get(LINEAGE + "?field=town").status()).isEqualTo(400);
        assertThat(reader.get(LINEAGE + "?dataset=town.lamps&depth=99").status())
                .isEqualTo(400);
        assertThat(reader.get(LINEAGE).status()).isEqualTo(400);
        assertThat(reader.get(LINEAGE + "?dataset=town.lamps&at=yesterday").status())
                .isEqualTo(400);
    }

    @Test
    void keepsWhatLineageWas() {
        List<LineageEdge> before = store.now();
        Instant first = Instant.parse("2026-01-01T00:00:00Z");
        Instant second = Instant.parse("2026-02-01T00:00:00Z");
        LineageEdge edge = new LineageEdge(
                LineageEdge.Point.field("town.lamps", "power"),
                LineageEdge.Point.field("theme.former", "watts"),
                LineageEdge.How.COPIED,
                new LineageEdge.Maker(
                        "theme",
                        "theme.former",
                        org.chengshu.kernel.Text.of("旧", "Former"),
                        "bureau",
                        "1",
                        java.util.Optional.empty()));
        store.begin(List.of(edge), first);
        store.end(List.of(edge), second);
        JsonNode then = reader.get(LINEAGE + "?dataset=town.lamps&direction=down&at=2026-01-15T00:00:00Z")
                .json();
        assertThat(then.path("things").findValuesAsString("id")).contains("theme.former");
        JsonNode after = reader.get(LINEAGE + "?dataset=town.lamps&direction=down&at=2026-02-15T00:00:00Z")
                .json();
        assertThat(after.path("things").findValuesAsString("id")).doesNotContain("theme.former");
        LineageKeeping.keep(before, store, Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(store.now()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(reader.get(LINEAGE + "/changes").json().path("items").size()).isPositive();
    }
}
