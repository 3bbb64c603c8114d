package org.chengshu.data.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.DataTest;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Raw datasets that packs bring. */
@DataTest
class DatasetsSectionTest {
    private static final String LIGHTS = "raw.pack-lights";

    @Autowired
    private Packs packs;

    @Autowired
    private StoredDatasets stored;

    @Autowired
    private Revisions revisions;

    @Autowired
    private DatasetsSection section;

    @Autowired
    private DSLContext sql;

    @AfterEach
    void tidy() {
        packs.list().stream()
                .map(pack -> pack.id())
                .filter(id -> id.startsWith("lights"))
                .forEach(id -> packs.remove(id, Viewer.system()));
        stored.find(LIGHTS).ifPresent(dataset -> stored.drop(LIGHTS));
    }

    @Test
    void aPackBringsADatasetWithItsRulesAndTakesItAwayWhenItHasNoRows() {
        packs.apply(pack("lights", "text", "code"), Viewer.system());

        StoredDefinition made = stored.get(LIGHTS).definition();
        assertThat(made.pack()).contains("lights");
        assertThat(made.fields()).extracting(StoredField::name).containsExactly("code", "power");
        assertThat(made.field("code").orElseThrow().origin()).contains("灯杆编号");
        packs.remove("lights", Viewer.system());
        assertThat(stored.find(LIGHTS)).isEmpty();
    }

    @Test
    void rowsStayWhenTheirPackGoesAndPeopleLookAfterThem() {
        packs.apply(pack("lights", "text", "code"), Viewer.system());
        load();
        packs.remove("lights", Viewer.system());

        assertThat(stored.get(LIGHTS).definition().pack()).isEmpty();
        assertThat(stored.get(LIGHTS).rows()).isEqualTo(1);
        packs.apply(pack("lights", "text", "code"), Viewer.system());
        assertThat(stored.get(LIGHTS).definition().pack()).contains("lights");
        assertThat(stored.get(LIGHTS).rows()).isEqualTo(1);
    }

    @Test
    void whatWouldNotFitIsToldBeforeAnythingIsDone() {
        packs.apply(pack("lights", "text", "code"), Viewer.system());
        load();

        assertThat(faults(pack("lights", "number", "code")))
                .singleElement()
                .asString()
                .contains("the type of field code stays");
        assertThat(faults(pack("lights-two", "text", "code")))
                .anyMatch(fault -> fault.contains("the pack lights declares it already"));
        assertThat(faults(pack("lights", "text", "height")))
                .singleElement()
                .asString()
                .contains("has no field height");
    }

    @Test
    void whatPeopleMadeCanBeTakenIntoAPack() {
        stored.define(StoredDefinition.of(
                LIGHTS,
                Text.of("路灯", "Lights"),
                "",
                List.of(
                        StoredField.of("code", Text.of("编号", "Code"), FieldType.TEXT),
                        StoredField.of("power", Text.of("功率", "Power"), FieldType.NUMBER))));
        assertThat(section.madeByHand())
                .filteredOn(item -> item.path("id").asString().equals(LIGHTS))
                .singleElement()
                .satisfies(item -> assertThat(item.propertyNames()).doesNotContain("pack", "areaPathField"));
        packs.apply(pack("lights", "text", "code"), Viewer.system());
        assertThat(stored.get(LIGHTS).definition().pack()).contains("lights");
    }

    private void load() {
        Revision first = revisions.open(LIGHTS, "test");
        sql.execute("insert into {0} (code, power) values ('1', 40)", DSL.name(first.schema(), first.table()));
        revisions.promote(first);
    }

    private List<String> faults(PackFiles files) {
        return packs.check(files).faults().stream()
                .map(fault -> fault.message().en())
                .toList();
    }

    private static PackFiles pack(String id, String type, String judged) {
        return new PackFiles(Map.of(
                "pack.yaml",
                "id: " + id + "\nversion: 1.0.0\ntitle: {zh: 路灯, en: Lights}\ndescription: {zh: 路灯, en: Lights}\n",
                "lights.yaml",
                """
                datasets:
                  - id: raw.pack-lights
                    title: {zh: 路灯, en: Lights}
                    fields:
                      - {name: code, type: %s, origin: 灯杆编号}
                      - {name: power, title: {zh: 功率, en: Power}, type: number}
                quality:
                  - id: %s-quality
                    dataset: raw.pack-lights
                    rules: [{id: %s-code, title: {zh: 有编号, en: Has a code}, check: {type: not-null, field: %s}}]
                """.formatted(type, id, id, judged)));
    }
}
