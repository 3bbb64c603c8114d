package org.chengshu.app.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.NewAccount;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.notices.Notice;
import org.chengshu.core.notices.Notices;
import org.chengshu.core.packs.Applied;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = {NodeApplication.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ShippedPacksTest {
    @Autowired
    Packs packs;

    @Autowired
    Environment environment;

    @Autowired
    ApplicationContext context;

    @Test
    void everyShippedPackIsFaultlessAndAppliedTwiceChangesNothing() {
        List<Path> shipped = ShippedPacks.inOrder();
        assertThat(shipped).isNotEmpty();
        for (Path folder : shipped) {
            PackFiles files = PackFiles.read(folder);
            assertThat(packs.check(files).faults()).as(folder.toString()).isEmpty();
            packs.apply(files, Viewer.system());
            assertThat(packs.apply(files, Viewer.system()).outcome()).isEqualTo(Applied.Outcome.UNCHANGED);
        }
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        for (Path folder : ShippedPacks.inOrder()) {
            assertThat(ShippedPacks.nodes(folder).filter(ShippedPacksTest::isText))
                    .as(folder.toString())
                    .isNotEmpty()
                    .allSatisfy(text -> {
                        assertThat(text.path("zh").asString("")).isNotBlank();
                        assertThat(text.path("en").asString("")).isNotBlank();
                        assertThat(hasHan(text.path("en").asString(""))).isFalse();
                    });
        }
    }

    @Test
    void everyFileFitsTheSchemaThatEditorsUse() {
        String token = new TestPeople(context).token("core:packs");
        String schema = PeopleClient.at(environment.getRequiredProperty("local.server.port", Integer.class))
                .bearer(token)
                .get("/api/core/v1/packs/schema")
                .body();
        Schema editors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON);
        for (Path folder : ShippedPacks.inOrder()) {
            PackFiles.read(folder).pathToText().forEach((path, text) -> assertThat(
                            editors.validate(text, InputFormat.YAML))
                    .as(folder + "/" + path)
                    .isEmpty());
        }
        assertThat(editors.validate("rulez: []", InputFormat.YAML)).isNotEmpty();
        assertThat(editors.validate("rules: [{id: a, severity: 9}]", InputFormat.YAML))
                .isNotEmpty();
    }

    @Test
    void everythingInTheSchemaThatEditorsUseIsNamedInBothLanguages() {
        String token = new TestPeople(context).token("core:packs");
        JsonNode defs = PeopleClient.at(environment.getRequiredProperty("local.server.port", Integer.class))
                .bearer(token)
                .get("/api/core/v1/packs/schema")
                .json()
                .path("$defs");
        defs.properties().stream()
                .filter(def -> !def.getKey().equals("sections"))
                .forEach(def -> {
                    assertThat(def.getValue().path("description").asString(""))
                            .as(def.getKey())
                            .contains("\n");
                    def.getValue().path("properties").properties().forEach(property -> assertThat(
                                    property.getValue().path("title").asString(""))
                            .as(def.getKey() + " " + property.getKey())
                            .contains(" · "));
                });
    }

    @Test
    void whoStewardsTheDataHearsOfDataThatIsLate() {
        ShippedPacks.applyAll(packs);
        TestPeople people = new TestPeople(context);
        AccountView steward = context.getBean(Accounts.class)
                .create(new NewAccount(
                        "steward-of-late-data",
                        "Steward",
                        Optional.of(TestPeople.PASSWORD),
                        List.of("data-steward"),
                        Optional.empty(),
                        Optional.empty()));
        context.getBean(Transactions.class).run(() -> context.getBean(Notices.class)
                .route(new Notice(
                        "data-late",
                        "late-of-a-test",
                        Severity.YELLOW,
                        Text.of("路灯：数据超期", "Lamps: data is late"),
                        Text.of("应每天更新。", "It is to be renewed daily."),
                        Optional.of("/data/raw.lamps"),
                        Viewer.WHOLE_CITY,
                        Map.of("organisation", "operations-centre"))));
        PeopleClient client = PeopleClient.at(environment.getRequiredProperty("local.server.port", Integer.class))
                .bearer(people.token(steward.id()));
        Eventually.eventually(
                "it is in the inbox",
                () -> client.get("/api/core/v1/notices").body().contains("路灯：数据超期"));
    }

    private static boolean isText(JsonNode node) {
        return node.isObject() && (node.has("zh") || node.has("en"));
    }

    private static boolean hasHan(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }
}
