package org.chengshu.core.tree.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.NewAccount;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackLines;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.geo.Position;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@CoreTest
class CityTreesTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PACK = "test-city";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Areas areas;

    @Autowired
    Organisations organisations;

    @Autowired
    AreasSection areasSection;

    @Autowired
    OrganisationsSection organisationsSection;

    @Autowired
    Transactions transactions;

    @Autowired
    Accounts accounts;

    @AfterEach
    void leave() {
        draw(List.of());
        transactions.run(() -> organisationsSection.apply(PACK, List.of()));
    }

    @Test
    void makePathsFromTheRootDownInWhateverOrderTheItemsCome() {
        draw(List.of(area("street", "district", 0, 2), area("district", "city", 0, 5), area("city", null, 0, 10)));

        assertThat(areas.list())
                .filteredOn(area -> area.pack().isPresent())
                .extracting(Area::path)
                .containsExactly("/city/", "/city/district/", "/city/district/street/");
        assertThat(areas.get("street").centre().orElseThrow().longitude()).isBetween(0.0, 2.0);
    }

    @Test
    void findTheDeepestAreaThatHoldsAPosition() {
        draw(List.of(area("city", null, 0, 10), area("district", "city", 0, 5), area("street", "district", 0, 2)));

        assertThat(codeAt(1, 1)).contains("street");
        assertThat(codeAt(2, 1)).contains("street");
        assertThat(codeAt(3, 3)).contains("district");
        assertThat(codeAt(7, 7)).contains("city");
        assertThat(codeAt(11, 1)).isEmpty();
    }

    private Optional<String> codeAt(double longitude, double latitude) {
        return areas.at(new Position(longitude, latitude)).map(Area::code);
    }

    @Test
    void showAChangeInsideItsOwnTransactionAndToOthersAfterTheCommit() {
        draw(List.of(area("city", null, 0, 10)));

        transactions.run(() -> {
            areasSection.apply(PACK, List.of(area("city", null, 0, 10), area("fresh", "city", 0, 1)));
            assertThat(areas.get("fresh").path()).isEqualTo("/city/fresh/");
            assertThat(CompletableFuture.supplyAsync(() -> areas.find("fresh")).join())
                    .isEmpty();
        });

        assertThat(areas.find("fresh")).isPresent();
    }

    @Test
    void forgetAChangeThatWasRolledBack() {
        draw(List.of(area("city", null, 0, 10)));

        assertThatThrownBy(() -> transactions.run(() -> {
                    areasSection.apply(PACK, List.of());
                    assertThat(areas.find("city")).isEmpty();
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(areas.find("city")).isPresent();
    }

    @Test
    void retireWhatAPackNoLongerHasAndMoveWhatHangsElsewhere() {
        draw(List.of(
                area("city", null, 0, 10), area("a", "city", 0, 5), area("b", "city", 5, 9), area("x", "a", 0, 1)));

        draw(List.of(area("city", null, 0, 10), area("b", "city", 5, 9), area("x", "b", 5, 6)));

        assertThat(areas.find("a")).isEmpty();
        assertThat(areas.get("x").path()).isEqualTo("/city/b/x/");
        assertThatThrownBy(() -> areas.get("a")).isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code())
                .isEqualTo(CoreError.NOT_FOUND));
    }

    @Test
    void limitWhatAnAccountSees() {
        draw(List.of(area("city", null, 0, 10), area("district", "city", 0, 5)));
        bureau();
        AccountView officer = accounts.create(new NewAccount(
                "officer-" + UUID.randomUUID(),
                "",
                Optional.empty(),
                List.of(new TestPeople(context).role("core:accounts")),
                Optional.of("district"),
                Optional.of("bureau")));

        JsonNode me = client(officer).get("/api/core/v1/me").json();

        assertThat(me.path("areaPath").asString()).isEqualTo("/city/district/");
        assertThat(me.path("organisation").asString()).isEqualTo("bureau");
        assertThat(accounts.viewerOf(officer.id()).organisationPath()).contains("/bureau/");
        assertThat(client(officer)
                        .get("/api/core/v1/accounts")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(client(officer)
                        .post("/api/core/v1/accounts", Map.of("name", "whole-city-" + UUID.randomUUID()))
                        .code())
                .isEqualTo("FORBIDDEN");

        draw(List.of(area("city", null, 0, 10)));
        assertThat(accounts.viewerOf(officer.id()).sees("/city/district/")).isFalse();
    }

    @Test
    void areListedOverHttpWithOrWithoutGeometry() {
        draw(List.of(area("city", null, 0, 10)));
        bureau();
        PeopleClient person = client(new TestPeople(context).account(Optional.empty()));

        JsonNode full = person.get("/api/core/v1/areas/city").json();
        List<JsonNode> bare = new ArrayList<>();
        person.get("/api/core/v1/areas?geometry=false").json().path("items").forEach(bare::add);

        assertThat(full.at("/boundary/type").asString()).isEqualTo("Polygon");
        assertThat(full.at("/name/zh").asString()).isEqualTo("区域 city");
        assertThat(bare).allMatch(area -> area.path("boundary").isNull());
        assertThat(bare)
                .anyMatch(area -> area.path("code").asString().equals("city")
                        && area.at("/centre/longitude").isNumber());
        assertThat(person.get("/api/core/v1/organisations/bureau")
                        .json()
                        .path("areaCode")
                        .asString())
                .isEqualTo("city");
    }

    private PeopleClient client(AccountView account) {
        return PeopleClient.at(port).bearer(new TestPeople(context).token(account.id()));
    }

    private void bureau() {
        JsonNode bureau = JSON.createObjectNode()
                .put("code", "bureau")
                .put("kind", "bureau")
                .put("area", "city")
                .set("name", JSON.createObjectNode().put("zh", "局").put("en", "Bureau"));
        transactions.run(() -> organisationsSection.apply(PACK, List.of(item("bureau", bureau))));
        assertThat(organisations.get("bureau").path()).isEqualTo("/bureau/");
    }

    private void draw(List<PackItem> items) {
        transactions.run(() -> areasSection.apply(PACK, items));
    }

    /** A square area along the diagonal. */
    private static PackItem area(String code, String parent, double from, double to) {
        String ring = "[[%1$s,%1$s],[%2$s,%1$s],[%2$s,%2$s],[%1$s,%2$s],[%1$s,%1$s]]".formatted(from, to);
        String json = """
                {"code": "%s", "kind": "test", "name": {"zh": "区域 %1$s", "en": "Area %1$s"},
                 "parent": %s, "boundary": {"type": "Polygon", "coordinates": [%s]}}
                """.formatted(code, parent == null ? "null" : "\"" + parent + "\"", ring);
        return item(code, JSON.readTree(json));
    }

    private static PackItem item(String code, JsonNode json) {
        return new PackItem(code, json, "test.yaml", new PackLines(Map.of()));
    }
}
