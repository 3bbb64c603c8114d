package org.chengshu.data.library.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengshu.data.library.build.LibraryWorld.REGISTRY;
import static org.chengshu.data.library.build.LibraryWorld.TAXES;
import static org.chengshu.data.library.build.LibraryWorld.row;

import java.util.Set;
import org.chengshu.data.DataTest;
import org.chengshu.data.Rows;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@DataTest
class LibraryBuildTest {
    private static final String[] TEA_AT_REGISTRY =
            row("1", "91350100M000100Y43", "上海青禾商贸有限公司", "上海市闵行区青禾路129号5楼", "50万元人民币", "2024-01-01");
    private static final String[] TEA_AT_TAXES =
            row("7", "91350100M000100Y43", "上海青禾（商贸）有限公司", "青禾路129号", "600,000 USD", "2025-06-01");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DSLContext sql;

    private LibraryWorld world;

    @BeforeEach
    void found() {
        world = new LibraryWorld(context).founded();
    }

    @AfterEach
    void clear() {
        world.cleared();
    }

    @Test
    void rowsOfOneKeyBecomeOneRecordWithTheBestValueOfEachField() {
        world.load(REGISTRY, TEA_AT_REGISTRY).load(TAXES, TEA_AT_TAXES).build();
        Rows rows = world.published("name", "address", "capital", "currency", "members", "sources");
        assertThat(rows.rows()).hasSize(1);
        assertThat(rows.rows().getFirst())
                .containsExactly("上海青禾商贸有限公司", "上海市闵行区青禾路129号5楼", 600_000.0, "USD", 2L, "registry,taxes");
    }

    @Test
    void everyValueKnowsTheRowThatItCameFrom() {
        world.load(REGISTRY, TEA_AT_REGISTRY).load(TAXES, TEA_AT_TAXES).build();
        Long[] origins =
                sql.fetchSingle("select origins from cs_data.library_record").get(0, Long[].class);
        long registry = world.member("registry", "1");
        long taxes = world.member("taxes", "7");
        assertThat(origins).containsExactly(registry, registry, registry, taxes, taxes);
    }

    @Test
    void aRowWithoutACodeJoinsByNameAndAddress() {
        world.load(REGISTRY, TEA_AT_REGISTRY)
                .load(TAXES, row("8", null, "上海青禾商贸有限公司", "闵行区青禾路129号"), row("9", "", "上海红叶物流有限公司", "红叶路7号"))
                .build();
        assertThat(world.groups()).containsExactlyInAnyOrder(Set.of("registry:1", "taxes:8"), Set.of("taxes:9"));
    }

    @Test
    void countersAddUp() {
        JsonNode counts = world.load(REGISTRY, TEA_AT_REGISTRY, row("1", null, "重复行"), row(null, null, "无键"))
                .load(TAXES, TEA_AT_TAXES, row("9", "N/A", "上海红叶物流有限公司", "红叶路7号"), row("10"))
                .build();
        assertThat(counts.path("rows").asInt())
                .isEqualTo(counts.path("added").asInt()
                        + counts.path("changed").asInt()
                        + counts.path("same").asInt()
                        + counts.path("refused").asInt())
                .isEqualTo(6);
        assertThat(counts.path("refused").asInt()).isEqualTo(3);
        assertThat(counts.path("members").asInt())
                .isEqualTo(counts.path("records").asInt() + counts.path("joins").asInt());
        assertThat(world.published("record_id").size())
                .isEqualTo(counts.path("records").asInt())
                .isEqualTo(2);
    }

    @Test
    void onlyWhatChangedIsDoneAnewAndRecordsKeepTheirNumbers() {
        world.load(REGISTRY, TEA_AT_REGISTRY, row("2", null, "上海红叶物流有限公司", "红叶路7号"))
                .load(TAXES, TEA_AT_TAXES)
                .build();
        long tea = world.record("registry", "1");
        long leaves = world.record("registry", "2");
        JsonNode counts = world.load(
                        REGISTRY,
                        TEA_AT_REGISTRY,
                        row("2", null, "上海红叶物流有限公司", "红叶路77号"),
                        row("3", null, "上海长风建筑有限公司", "长风路1号"))
                .build();
        assertThat(counts.path("same").asInt()).isEqualTo(1);
        assertThat(counts.path("changed").asInt()).isEqualTo(1);
        assertThat(counts.path("added").asInt()).isEqualTo(1);
        assertThat(counts.path("published").asInt()).isEqualTo(2);
        assertThat(world.record("registry", "1")).isEqualTo(tea);
        assertThat(world.record("registry", "2")).isEqualTo(leaves);
        assertThat(world.published("record_id").size()).isEqualTo(3);
    }

    @Test
    void aRowThatGoesTakesItsValuesWithIt() {
        world.load(REGISTRY, TEA_AT_REGISTRY).load(TAXES, TEA_AT_TAXES).build();
        long tea = world.record("registry", "1");
        world.load(TAXES, row("9", null, "上海红叶物流有限公司", "红叶路7号")).build();
        assertThat(world.groups()).containsExactlyInAnyOrder(Set.of("registry:1"), Set.of("taxes:9"));
        assertThat(world.record("registry", "1")).isEqualTo(tea);
        assertThat(world.published("capital").rows())
                .extracting(row -> row.getFirst())
                .contains(500_000.0);
        assertThat(sql.fetchValues("select kind from cs_data.library_event where record = " + tea)
                        .toString())
                .contains("left");
    }

    @Test
    void recordsThatTurnOutToBeOneAreMergedAndSaySo() {
        world.load(REGISTRY, TEA_AT_REGISTRY)
                .load(TAXES, row("7", null, "青禾电子商务中心", "白云路3号"))
                .build();
        long tea = world.record("registry", "1");
        long other = world.record("taxes", "7");
        world.load(TAXES, TEA_AT_TAXES).build();
        assertThat(world.record("taxes", "7")).isEqualTo(Math.min(tea, other));
        assertThat(world.published("record_id").size()).isEqualTo(1);
        assertThat(sql.fetchValue("select gone_into from cs_data.library_record where gone"))
                .isEqualTo(Math.min(tea, other));
        assertThat(sql.fetchValue("select kind from cs_data.library_event")).isEqualTo("merged");
    }

    @Test
    void aWholeRebuildComesToTheSame() {
        world.load(REGISTRY, TEA_AT_REGISTRY, row("2", null, "上海红叶物流有限公司", "红叶路7号"))
                .load(TAXES, TEA_AT_TAXES)
                .build();
        Set<Set<String>> before = world.groups();
        Rows published = world.published("record_id", "name", "members");
        JsonNode counts = world.buildWhole();
        assertThat(world.groups()).isEqualTo(before);
        assertThat(world.published("record_id", "name", "members")).isEqualTo(published);
        assertThat(counts.path("published").asInt()).isZero();
    }

    @Test
    void aChangedDefinitionReadsEveryRowAnewAndKeepsTheNumbers() {
        world.load(REGISTRY, TEA_AT_REGISTRY).load(TAXES, TEA_AT_TAXES).build();
        long tea = world.record("registry", "1");
        world.book()
                .put(
                        LibraryWorld.FIRMS,
                        LibraryWorld.json(LibraryWorld.LIBRARY.replace("[\"longest\"]", "[\"shortest\"]")),
                        java.util.Optional.empty());
        JsonNode counts = world.build();
        assertThat(counts.path("changed").asInt()).isEqualTo(2);
        assertThat(world.record("taxes", "7")).isEqualTo(tea);
        assertThat(world.published("address").value(0, "address")).contains("青禾路129号");
    }

    @Test
    void aBuildWhoseNodeDiesGoesOnAfterTheLastStep() {
        world.load(REGISTRY, TEA_AT_REGISTRY).load(TAXES, TEA_AT_TAXES);
        HandRun dying = HandRun.dyingAfter(2);
        assertThatThrownBy(() -> world.build(false, dying)).hasMessageContaining("died");
        JsonNode counts = world.build(false, dying.again());
        assertThat(counts.path("rows").asInt()).isEqualTo(2);
        assertThat(world.published("record_id").size()).isEqualTo(1);
    }

    @Test
    void whatACancelledBuildDidNotCompareIsComparedByTheNext() {
        world.load(REGISTRY, TEA_AT_REGISTRY).load(TAXES, row("8", null, "上海青禾商贸有限公司", "闵行区青禾路129号"));
        // Twice before the sources, once before the comparing, then in the midst of it.
        world.build(false, HandRun.cancelledAfter(3));
        assertThat(world.groups()).isEmpty();
        world.build();
        assertThat(world.groups()).containsExactly(Set.of("registry:1", "taxes:8"));
    }

    @Test
    void aDetachedSourceTakesItsRowsOut() {
        world.load(REGISTRY, TEA_AT_REGISTRY).load(TAXES, TEA_AT_TAXES).build();
        world.book().retireSource(LibraryWorld.FIRMS, "registry");
        world.build();
        assertThat(world.groups()).containsExactly(Set.of("taxes:7"));
        assertThat(world.published("address").value(0, "address")).contains("青禾路129号");
    }

    @Test
    void aSourceWithoutAPromotedLoadIsLeftOutAndSaysWhy() {
        world.load(REGISTRY, TEA_AT_REGISTRY).build();
        assertThat(world.groups()).containsExactly(Set.of("registry:1"));
        assertThat(world.book()
                        .source(LibraryWorld.FIRMS, "taxes")
                        .note()
                        .orElseThrow()
                        .en())
                .contains("no promoted load");
    }
}
