package org.chengshu.core.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
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
        garden.visitors = Map.of();
        while (!packs.list().isEmpty()) {
            packs.list().stream()
                    .filter(pack -> pack.neededBy().isEmpty())
                    .forEach(pack -> packs.remove(pack.id(), Viewer.system()));
        }
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
                        "a/beds.yaml:2 the English text (en) is missing",
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
                        "pack.yaml:2 /version: one is not written as it must be. A semantic version such as 1.2.0; raise it with"
                                + " every change.",
                        "pack.yaml:4 property 'descripton' is not defined in the schema and the schema does not allow"
                                + " additional properties, did you mean description?");
        assertThat(report.faults().getFirst().message().zh()).isEqualTo("缺少英文（en）");
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
                .isInstanceOfSatisfying(FaultyInput.class, refused -> {
                    assertThat(refused.code()).isEqualTo(CoreError.PACK_IN_USE);
                    assertThat(refused.faults())
                            .extracting(fault ->
                                    fault.place() + ": " + fault.detail().en())
                            .containsExactly(
                                    "herbs: the pack herbs requires it",
                                    "herbs/plants.yaml:1: there is no bed herb-bed");
                });
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

    @Test
    void saysBeforehandWhatWillChangeAndWhatThatMeans() {
        packs.apply(files("beds.yaml", BEDS, "plants.yaml", PLANTS), gardener());
        garden.visitors = Map.of("mint", 4L);

        PackDiff diff = packs.diff(nextYear());

        assertThat(diff.kind()).isEqualTo(PackDiff.Kind.UPDATE);
        assertThat(diff.from()).contains("1.0.0");
        assertThat(diff.to()).contains("1.1.0");
        assertThat(diff.summary()).isEqualTo(Text.of("新增 1 项，修改 1 项，移除 1 项", "1 added, 1 changed, 1 removed"));
        PackDiff.SectionDiff plants = diff.sections().getFirst();
        assertThat(plants.section()).isEqualTo("plants");
        PackDiff.ItemDiff mint = plants.items().getFirst();
        assertThat(mint.id()).isEqualTo("mint");
        assertThat(mint.place()).contains("plants.yaml:2");
        assertThat(mint.fields().getFirst().words()).isEqualTo(Text.of("perYear：由 3 改为 5", "perYear: from 3 to 5"));
        assertThat(mint.effects()).containsExactly(Text.of("下次修剪起生效", "from the next pruning on"));
        assertThat(mint.uses().getFirst().words()).isEqualTo(Text.of("4 位访客（Mei 等）", "4 visitors (Mei, ...)"));
        assertThat(diff.refused()).isFalse();
    }

    @Test
    void appliesOnlyWhatWasShown() {
        packs.apply(files("beds.yaml", BEDS, "plants.yaml", PLANTS), gardener());
        ApplyOrder shown = new ApplyOrder(Optional.of(packs.diff(nextYear()).fingerprint()), false);
        packs.apply(nextYear().with("more.yaml", "plants: [{id: iris, bed: rose-bed}]"), gardener());

        assertThatThrownBy(() -> packs.apply(nextYear(), shown, gardener()))
                .satisfies(refusedAs(CoreError.PACK_STATE_CHANGED));
        ApplyOrder again = new ApplyOrder(Optional.of(packs.diff(nextYear()).fingerprint()), false);
        assertThat(packs.apply(nextYear(), again, gardener()).diff().summary().en())
                .isEqualTo("1 removed");
    }

    @Test
    void keepsWhatIsInUse() {
        packs.apply(files("beds.yaml", BEDS, "plants.yaml", PLANTS), gardener());
        garden.visitors = Map.of("tea-rose", 1L);

        assertThat(packs.diff(nextYear()).refused()).isTrue();
        assertThatThrownBy(() -> packs.apply(nextYear(), gardener())).satisfies(refusedAs(CoreError.PACK_IN_USE));
        assertThat(packs.removal("park").refused()).isTrue();
        assertThatThrownBy(() -> packs.remove("park", gardener()))
                .isInstanceOfSatisfying(FaultyInput.class, refused -> assertThat(
                                refused.faults().getFirst())
                        .isEqualTo(new PlacedFault("plants tea-rose", Text.of("1 位访客（Mei）", "1 visitor (Mei)"))));
        assertThat(garden.kept("plants")).containsExactly("mint", "tea-rose");
    }

    @Test
    void removesAllOrNothing() {
        packs.apply(files("beds.yaml", BEDS, "plants.yaml", PLANTS), gardener());
        garden.refuse = Set.of("beds");

        assertThatThrownBy(() -> packs.remove("park", gardener())).hasMessage("the garden is shut");

        assertThat(garden.kept("plants")).containsExactly("mint", "tea-rose");
        assertThat(packs.list()).hasSize(1);
    }

    @Test
    void goesBackToWhatWasBefore() {
        packs.apply(files("beds.yaml", BEDS, "plants.yaml", PLANTS), gardener());
        int first = packs.get("park").revision();
        packs.apply(nextYear(), gardener());
        PackFiles former = packs.files("park", first);

        assertThatThrownBy(() -> packs.apply(former, gardener())).satisfies(refusedAs(CoreError.PACK_DOWNGRADE));
        Applied back = packs.apply(former, new ApplyOrder(Optional.empty(), true), gardener());

        assertThat(former).isEqualTo(files("beds.yaml", BEDS, "plants.yaml", PLANTS));
        assertThat(back.revision()).isEqualTo(first + 2);
        assertThat(garden.kept("plants")).containsExactly("mint", "tea-rose");
        assertThat(packs.history("park").stream()
                        .limit(3)
                        .map(one -> one.act() + " " + one.version() + " "
                                + one.summary().en() + (one.inForce() ? " in force" : "")))
                .containsExactly(
                        "DOWNGRADED 1.0.0 1 added, 1 changed, 1 removed in force",
                        "UPDATED 1.1.0 1 added, 1 changed, 1 removed",
                        "INSTALLED 1.0.0 4 added");
    }

    @Test
    void remembersARemovedPack() {
        packs.apply(files("beds.yaml", BEDS), gardener());
        int revision = packs.get("park").revision();
        packs.remove("park", gardener());

        assertThat(packs.history("park").getFirst().act()).isEqualTo(PackRevision.Act.REMOVED);
        assertThat(packs.history("park").getFirst().inForce()).isFalse();
        assertThat(packs.apply(packs.files("park", revision), gardener()).outcome())
                .isEqualTo(Outcome.INSTALLED);
    }

    @Test
    void holdsPacksToTheVersionsTheyAskFor() {
        packs.apply(files("beds.yaml", BEDS), gardener());
        PackFiles herbs = other("herbs", "requires: [park >=1.2 <2]", "plants: [{id: sage, bed: herb-bed}]");
        assertThat(packs.check(herbs).faults().getFirst().message().en())
                .isEqualTo("park >=1.2 <2 is required, but version 1.0.0 is installed");

        packs.apply(other("herbs", "requires: {park: '>=1.0 <2'}", "plants: [{id: sage, bed: herb-bed}]"), gardener());

        assertThat(packs.get("park").neededBy()).containsExactly("herbs");
        assertThat(packs.get("herbs").requires()).containsExactly("park >=1.0 <2");
        assertThat(packs.check(new PackFiles(
                                Map.of("pack.yaml", MANIFEST.replace("1.0.0", "2.0.0"), "beds.yaml", BEDS)))
                        .faults())
                .containsExactly(new PackFault(
                        "pack.yaml:2",
                        Text.of(
                                "主题包 herbs 需要 park >=1.0 <2，2.0.0 不在其中",
                                "the pack herbs requires park >=1.0 <2, which version 2.0.0 is not")));
    }

    @Test
    void namesACircleOfRequirements() {
        packs.apply(files("beds.yaml", BEDS), gardener());
        packs.apply(other("herbs", "requires: [park]", ""), gardener());
        packs.apply(other("teas", "requires: [herbs]", ""), gardener());

        assertThat(packs.check(new PackFiles(Map.of("pack.yaml", MANIFEST + "requires: [teas]\n", "beds.yaml", BEDS)))
                        .faults())
                .extracting(fault -> fault.place() + " " + fault.message().en())
                .containsExactly("pack.yaml:5 the requirements go in a circle: park -> teas -> herbs -> park");
    }

    @Test
    void refusesARangeThatIsNone() {
        assertThat(packs.check(other("herbs", "requires: [park >= one]", "")).faults())
                .extracting(fault -> fault.place() + " " + fault.message().en())
                .containsExactly("pack.yaml:5 \"park >= one\" is no range of versions, such as air-quality >=1.2 <2");
    }

    @Test
    void wantsEveryTextInBothLanguagesAndWarnsOfWhatLooksUntranslated() {
        CheckReport report = packs.check(files("beds.yaml", """
                beds:
                  - {id: a, title: {zh: "", en: Roses}}
                  - {id: b, title: {en: Herbs}}
                  - {id: c, title: {zh: Lilies, en: Lilies}}
                  - {id: d, title: {zh: Irises, en: Iris}}
                """));

        assertThat(report.faults().stream()
                        .map(fault -> fault.place() + " " + fault.message().en()))
                .containsExactly(
                        "beds.yaml:2 the Chinese text (zh) is missing", "beds.yaml:3 the Chinese text (zh) is missing");
        assertThat(report.warnings().stream()
                        .map(fault -> fault.place() + " " + fault.message().en()))
                .containsExactly(
                        "beds.yaml:4 the same in both languages: Lilies",
                        "beds.yaml:5 the Chinese text holds no Chinese character: Irises");
    }

    @Test
    void tellsFilesThatDifferThoughNoItemDoes() {
        packs.apply(files("beds.yaml", BEDS), gardener());

        PackDiff diff = packs.diff(files("beds.yaml", "# all beds\n" + BEDS));

        assertThat(diff.sections()).isEmpty();
        assertThat(diff.filesOnly()).containsExactly("beds.yaml");
    }

    private static PackFiles nextYear() {
        return new PackFiles(Map.of(
                "pack.yaml",
                MANIFEST.replace("1.0.0", "1.1.0"),
                "beds.yaml",
                BEDS,
                "plants.yaml",
                "plants:\n- {id: mint, bed: herb-bed, perYear: 5}\n- {id: sage, bed: herb-bed}\n"));
    }

    private static PackFiles other(String id, String requires, String items) {
        return new PackFiles(
                Map.of("pack.yaml", MANIFEST.replace("id: park", "id: " + id) + requires + "\n", "items.yaml", items));
    }

    private static Consumer<Throwable> refusedAs(CoreError code) {
        return refused -> assertThat(refused instanceof FaultyInput faulty ? faulty.code() : ((Fault) refused).code())
                .isEqualTo(code);
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
        private Map<String, Long> visitors = Map.of();
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

    record GardenSection(String name, int order, JsonNode schema, Garden garden) implements PackSection, PackUseSource {
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
        public List<PackUse> uses(String packId, String section, Set<String> ids) {
            return !section.equals(name)
                    ? List.of()
                    : ids.stream()
                            .filter(garden.visitors::containsKey)
                            .map(id -> PackUse.holding(
                                    id,
                                    new PackUse.Noun("位访客", "visitor", "visitors"),
                                    garden.visitors.get(id),
                                    List.of("Mei")))
                            .toList();
        }

        @Override
        public List<Text> effects(ItemChange change) {
            return change.changes("/perYear") ? List.of(Text.of("下次修剪起生效", "from the next pruning on")) : List.of();
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
        GardenSection beds(Garden garden, JsonMapper json) {
            return new GardenSection("beds", 10, json.readTree("""
                            {"type": "object", "required": ["id", "title"], "additionalProperties": false,
                             "properties": {
                               "id": {"type": "string"},
                               "title": {"type": "object", "required": ["zh", "en"]}}}
                            """), garden);
        }

        @Bean
        GardenSection plants(Garden garden, JsonMapper json) {
            return new GardenSection("plants", 20, json.readTree("""
                            {"type": "object", "required": ["id", "bed"], "additionalProperties": false,
                             "properties": {
                               "id": {"type": "string"}, "bed": {"type": "string"}, "perYear": {"type": "integer"}}}
                            """), garden);
        }
    }
}
