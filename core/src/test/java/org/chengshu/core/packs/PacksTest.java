package org.chengshu.core.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.packs.Applied.Outcome;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = {PacksTest.App.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class PacksTest {
    private static final String MANIFEST = """
            id: park
            version: 1.0.0
            title: {zh: 公园, en: Parks}
            description: {zh: 树和花坛, en: Trees and beds}
            """;
    private static final String BEDS = """
            beds:
              - {id: rose-bed, title: {zh: 玫瑰园, en: Roses}}
              - {id: herb-bed, title: {zh: 香草园, en: Herbs}}
            """;
    private static final String PLANTS = """
            plants:
              - id: tea-rose
                bed: rose-bed
              - id: mint
                bed: herb-bed
                perYear: 3
            """;

    @Autowired
    Packs packs;

    @Autowired
    DSLContext sql;

    @Autowired
    Garden garden;

    @AfterEach
    void removeAll() {
        garden.refuse = Set.of();
        packs.list().reversed().forEach(pack -> packs.remove(pack.id(), Viewer.system()));
    }

    @Test
    void installsAPackAndTellsWhatItHolds() {
        Applied applied = packs.apply(files("beds.yaml", BEDS, "plants.yaml", PLANTS), gardener());

        assertThat(applied.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(garden.kept("beds")).containsExactly("herb-bed", "rose-bed");
        assertThat(packs.list()).singleElement().satisfies(pack -> {
            assertThat(pack.id()).isEqualTo("park");
            assertThat(pack.title()).isEqualTo(Text.of("公园", "Parks"));
            assertThat(pack.items()).isEqualTo(Map.of("beds", 2, "plants", 2));
            assertThat(pack.appliedBy()).isEqualTo("gardener");
        });
        assertThat(packs.files("park").pathToText()).containsKeys("pack.yaml", "beds.yaml", "plants.yaml");
    }

    @Test
    void changesNothingWhenTheSameIsAppliedTwice() {
        PackFiles files = files("beds.yaml", BEDS);
        packs.apply(files, gardener());
        int calls = garden.calls;

        assertThat(packs.apply(files, gardener()).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(garden.calls).isEqualTo(calls);
    }

    @Test
    void retiresWhatANewVersionNoLongerHasAndTellsTheDifferenceBeforehand() {
        packs.apply(files("beds.yaml", BEDS, "plants.yaml", PLANTS), gardener());
        PackFiles next = files(
                "beds.yaml",
                BEDS,
                "plants.yaml",
                "plants:\n- {id: sage, bed: herb-bed}\n- {id: mint, bed: rose-bed}\n");

        CheckReport report = packs.check(next);

        assertThat(report.changes())
                .containsExactly(
                        new CheckReport.SectionChange("plants", List.of("sage"), List.of("mint"), List.of("tea-rose")));
        assertThat(packs.apply(next, gardener()).outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(garden.kept("plants")).containsExactly("mint", "sage");
    }

    @Test
    void tellsEveryFaultAtOnceWithFileAndLine() {
        CheckReport report = packs.check(new PackFiles(Map.of(
                "pack.yaml",
                """
                id: park
                version: one
                title: {zh: 公园, en: Parks}
                descripton: {zh: 树和花坛, en: Trees and beds}
                """,
                "a/beds.yaml",
                """
                beds:
                  - {id: rose-bed, title: {zh: 玫瑰园}}
                  - {id: herb-bed, title: {zh: 香草园, en: Herbs}}
                  - {title: {zh: 无名, en: Nameless}}
                  - id: herb-bed
                    title: {zh: 香草园, en: Herbs}
                """,
                "b/plants.yaml",
                """
                plants:
                  - id: mint
                    bed: herb-bd
                    perYear: many
                  - id: sage
                    bed: herb-bd
                  - id: rose
                    bed: rose-bed
                    perYaer: 2
                plant:
                  - {id: thyme}
                """,
                "c/broken.yaml",
                "beds: [",
                "notes.txt",
                "not a pack file")));

        assertThat(report.faults().stream()
                        .map(fault -> fault.place() + " " + fault.message().en()))
                .containsExactly(
                        "a/beds.yaml:2 beds rose-bed /title: required property 'en' not found",
                        "a/beds.yaml:3 beds herb-bed is given twice, also at a/beds.yaml:5",
                        "a/beds.yaml:4 an item of beds needs an id or a code of at most 200 characters",
                        "a/beds.yaml:5 beds herb-bed is given twice, also at a/beds.yaml:3",
                        "b/plants.yaml:4 plants mint /perYear: string found, integer expected",
                        "b/plants.yaml:6 there is no bed herb-bd",
                        "b/plants.yaml:9 plants rose: property 'perYaer' is not defined in the schema and the schema does"
                                + " not allow additional properties, did you mean perYear?",
                        "b/plants.yaml:10 there is no section plant, did you mean plants?",
                        "c/broken.yaml:1 not YAML: expected the node content, but found '<stream end>'",
                        "notes.txt:1 files of a pack end in .yaml and have a path inside the pack",
                        "pack.yaml:1 required property 'description' not found",
                        "pack.yaml:2 /version: does not match the regex pattern ^[0-9]+[.][0-9]+[.][0-9]+$",
                        "pack.yaml:4 property 'descripton' is not defined in the schema and the schema does not allow"
                                + " additional properties, did you mean description?");
        assertThat(report.faults().getFirst().message().zh()).isEqualTo("beds rose-bed /title：未找到所需属性“en”");
        assertThat(report.passed()).isFalse();
    }

    @Test
    void writesNothingOfAFaultyPack() {
        assertThatThrownBy(() -> packs.apply(files("plants.yaml", PLANTS), gardener()))
                .isInstanceOfSatisfying(FaultyInput.class, refused -> {
                    assertThat(refused.code()).isEqualTo(CoreError.PACK_FAULTY);
                    assertThat(refused.faults()).hasSize(2);
                });

        assertThat(packs.list()).isEmpty();
    }

    @Test
    void writesNothingWhenASectionBreaksHalfWay() {
        garden.refuse = Set.of("plants");

        assertThatThrownBy(() -> packs.apply(files("beds.yaml", BEDS, "plants.yaml", PLANTS), gardener()))
                .hasMessage("the garden is shut");

        assertThat(garden.kept("beds")).isEmpty();
        assertThat(packs.list()).isEmpty();
    }

    @Test
    void letsOnePackBuildOnAnotherThatIsInstalled() {
        PackFiles more = new PackFiles(Map.of(
                "pack.yaml",
                MANIFEST.replace("id: park", "id: herbs") + "requires: [park]\n",
                "plants.yaml",
                "plants: [{id: sage, bed: herb-bed}]"));
        assertThat(packs.check(more).faults().getFirst().message().en())
                .isEqualTo("the pack park must be installed first");

        packs.apply(files("beds.yaml", BEDS), gardener());
        packs.apply(more, gardener());

        assertThat(garden.kept("plants")).containsExactly("sage");
        assertThatThrownBy(() -> packs.remove("park", gardener()))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(CoreError.CONFLICT));
        packs.remove("herbs", gardener());
        packs.remove("park", gardener());
        assertThat(garden.kept("beds")).isEmpty();
    }

    @Test
    void refusesToTakeAwayWhatAnotherPackRefersTo() {
        packs.apply(files("beds.yaml", BEDS), gardener());
        packs.apply(
                new PackFiles(Map.of(
                        "pack.yaml",
                        MANIFEST.replace("id: park", "id: window-boxes"),
                        "plants.yaml",
                        "plants:\n- {id: sage, bed: herb-bed}\n")),
                gardener());

        CheckReport report =
                packs.check(files("beds.yaml", BEDS.lines().limit(2).collect(Collectors.joining("\n"))));

        assertThat(report.faults())
                .containsExactly(new PackFault(
                        "window-boxes/plants.yaml:2", Text.of("没有花坛 herb-bed", "there is no bed herb-bed")));
        assertThatThrownBy(() -> packs.remove("park", gardener())).isInstanceOf(FaultyInput.class);
        packs.remove("window-boxes", gardener());
    }

    @Test
    void refusesAnItemThatAnotherPackBrought() {
        packs.apply(files("beds.yaml", BEDS), gardener());

        CheckReport report = packs.check(
                new PackFiles(Map.of("pack.yaml", MANIFEST.replace("id: park", "id: rival"), "beds.yaml", BEDS)));

        assertThat(report.faults())
                .extracting(fault -> fault.message().en())
                .containsExactly(
                        "beds rose-bed is already brought by the pack park",
                        "beds herb-bed is already brought by the pack park");
    }

    @Test
    void refusesMoreThanAPackMayHold() {
        assertThatThrownBy(() -> new PackFiles(Map.of("a.yaml", "x".repeat(PackFiles.MOST_CHARACTERS + 1))))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(CoreError.TOO_LARGE));
    }

    @Test
    void doesNotKnowAPackThatIsNotInstalled() {
        assertThatThrownBy(() -> packs.files("nowhere"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(CoreError.NOT_FOUND));
    }

    private static PackFiles files(String... pathsAndTexts) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pack.yaml", MANIFEST);
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return new PackFiles(files);
    }

    private static Viewer gardener() {
        return new Viewer(new UUID(0, 7), "gardener", "园丁", Set.of("core:packs"), "/", Optional.empty());
    }

    /** Where the sections of this test keep their items: a table, so that a roll-back can be seen. */
    static final class Garden {
        private final DSLContext sql;
        private Set<String> refuse = Set.of();
        private int calls;

        Garden(DSLContext sql) {
            this.sql = sql;
            sql.execute("create table if not exists facts.garden (section text, pack text, id text)");
        }

        void replace(String section, String pack, List<PackItem> items) {
            calls++;
            if (refuse.contains(section)) {
                throw new IllegalStateException("the garden is shut");
            }
            sql.execute("delete from facts.garden where section = ? and pack = ?", section, pack);
            items.forEach(item -> sql.execute("insert into facts.garden values (?, ?, ?)", section, pack, item.id()));
        }

        List<String> kept(String section) {
            return sql.fetch("select id from facts.garden where section = ? order by id", section)
                    .getValues(0, String.class);
        }
    }

    record GardenSection(String name, int order, JsonNode schema, Garden garden) implements PackSection {
        @Override
        public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
            for (PackItem item : items) {
                String bed = item.json().path("bed").asString("");
                if (!bed.isEmpty() && !contents.exists("beds", bed)) {
                    faults.add(item.place("/bed"), Text.of("没有花坛 " + bed, "there is no bed " + bed));
                }
            }
        }

        @Override
        public void apply(String packId, List<PackItem> items) {
            garden.replace(name, packId, items);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({"org.chengshu.core.db", "org.chengshu.core.packs"})
    static class App {
        @Bean
        Garden garden(DSLContext sql) {
            return new Garden(sql);
        }

        @Bean
        PackSection beds(Garden garden, JsonMapper json) {
            return new GardenSection("beds", 10, json.readTree("""
                            {"type": "object", "required": ["id", "title"], "additionalProperties": false,
                             "properties": {
                               "id": {"type": "string"},
                               "title": {"type": "object", "required": ["zh", "en"]}}}
                            """), garden);
        }

        @Bean
        PackSection plants(Garden garden, JsonMapper json) {
            return new GardenSection("plants", 20, json.readTree("""
                            {"type": "object", "required": ["id", "bed"], "additionalProperties": false,
                             "properties": {
                               "id": {"type": "string"}, "bed": {"type": "string"}, "perYear": {"type": "integer"}}}
                            """), garden);
        }
    }
}
