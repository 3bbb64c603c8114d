package org.chengshu.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Scope.Part;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.core.testing.TestTown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A role is given for a part of the city: an area, an organisation, both or neither. */
@CoreTest
class GrantsTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    private TestPeople people;

    @BeforeEach
    void buildTheTown() {
        TestTown.build(context);
        people = new TestPeople(context);
    }

    @Test
    void letAnAccountDoOneThingHereAndAnotherThere() {
        Viewer viewer = viewer(
                Optional.empty(),
                grant(people.role("test:fly"), TestTown.WEST),
                grant(people.role("test:fly", "test:land"), TestTown.EAST));

        assertThat(viewer.scope("test:fly").areaPaths())
                .containsExactlyInAnyOrder(TestTown.WEST_PATH, TestTown.EAST_PATH);
        assertThat(viewer.scope("test:land").areaPaths()).containsExactly(TestTown.EAST_PATH);
    }

    @Test
    void giveWhatIsOfTheWholeCityOnlyForTheWholeCity() {
        String role = people.role("core:audit", "test:fly");

        assertThat(viewer(Optional.empty(), Grant.of(role)).may("core:audit")).isTrue();
        assertThat(viewer(Optional.empty(), grant(role, TestTown.WEST)).permissions())
                .containsExactly("test:fly");
        assertThat(viewer(Optional.empty(), within(role, TestTown.BUREAU)).permissions())
                .containsExactly("test:fly");
    }

    @Test
    void endAtAnOrganisationWhereThePermissionSaysSo() {
        String role = people.role("core:accounts", "test:fly", "test:own");
        Viewer limited = viewer(Optional.of(TestTown.OFFICE), within(role, TestTown.BUREAU));
        Viewer unlimited = viewer(Optional.of(TestTown.OFFICE), Grant.of(role));

        assertThat(limited.scope("core:accounts").parts()).containsExactly(new Part("/", "/test-bureau/"));
        assertThat(limited.scope("test:own").parts()).containsExactly(new Part("/", "/test-bureau/"));
        assertThat(limited.scope("test:fly").isEverywhere()).isTrue();
        assertThat(unlimited.scope("core:accounts").isEverywhere()).isTrue();
        assertThat(unlimited.scope("test:own").parts()).containsExactly(new Part("/", "/test-office/"));
        assertThat(viewer(Optional.empty(), Grant.of(role)).scope("test:own").isEverywhere())
                .isTrue();
    }

    @Test
    void tellWhoeverAsksWhatHeHoldsAndWhere() {
        String role = people.role("test:fly");
        AccountView account = account(Optional.of(TestTown.TEAM), grant(role, TestTown.WEST));

        Answer me = PeopleClient.at(port).bearer(people.token(account.id())).get("/api/core/v1/me");

        assertThat(me.json().at("/grants/0/area").asString()).isEqualTo(TestTown.WEST);
        assertThat(me.json().at("/rights/0/permission").asString()).isEqualTo("test:fly");
        assertThat(me.json().at("/rights/0/areaPath").asString()).isEqualTo(TestTown.WEST_PATH);
        assertThat(me.json().path("areaPath").asString()).isEqualTo(TestTown.WEST_PATH);
        assertThat(me.json().path("organisationPath").asString()).isEqualTo("/test-bureau/test-team/");
    }

    @Test
    void cannotBeGivenByWhoeverHoldsThemForASmallerPart() {
        String manager = people.role("core:accounts", "test:fly");
        String flying = people.role("test:fly");
        AccountView chief = account(
                Optional.empty(), grant(manager, TestTown.WEST), grant(people.role("core:accounts"), TestTown.EAST));
        PeopleClient west = PeopleClient.at(port).bearer(people.token(chief.id()));

        assertThat(west.post("/api/core/v1/accounts", wanted(flying, TestTown.WEST))
                        .status())
                .isEqualTo(201);
        assertThat(west.post("/api/core/v1/accounts", wanted(flying, TestTown.EAST))
                        .code())
                .isEqualTo("FORBIDDEN");
        assertThat(west.post("/api/core/v1/accounts", wanted(flying, TestTown.TOWN))
                        .code())
                .isEqualTo("FORBIDDEN");
        assertThat(west.post("/api/core/v1/accounts", wanted(flying, "atlantis"))
                        .code())
                .isEqualTo("BAD_REQUEST");
    }

    @Test
    void showAManagerOnlyAccountsThatLieWhollyInHisPart() {
        String role = people.role();
        AccountView west = account(Optional.of(TestTown.TEAM), grant(role, TestTown.WEST));
        AccountView both = account(Optional.empty(), grant(role, TestTown.WEST), grant(role, TestTown.EAST));
        AccountView office = account(Optional.of(TestTown.OFFICE), grant(role, TestTown.WEST));
        String manager = people.role("core:accounts");

        List<UUID> inWest = ids(viewer(Optional.empty(), grant(manager, TestTown.WEST)));
        List<UUID> ofBureau = ids(viewer(Optional.empty(), within(manager, TestTown.BUREAU)));

        assertThat(inWest).contains(west.id(), office.id()).doesNotContain(both.id());
        assertThat(ofBureau).contains(west.id()).doesNotContain(both.id(), office.id());
    }

    private List<UUID> ids(Viewer viewer) {
        return accounts.list(viewer).stream().map(AccountView::id).toList();
    }

    private static Map<String, Object> wanted(String role, String area) {
        return Map.of("name", "new-" + UUID.randomUUID(), "grants", List.of(Map.of("role", role, "area", area)));
    }

    private static Grant grant(String role, String area) {
        return new Grant(role, Optional.of(area), Optional.empty());
    }

    private static Grant within(String role, String organisation) {
        return new Grant(role, Optional.empty(), Optional.of(organisation));
    }

    private Viewer viewer(Optional<String> organisation, Grant... grants) {
        return accounts.viewerOf(account(organisation, grants).id());
    }

    private AccountView account(Optional<String> organisation, Grant... grants) {
        return accounts.create(
                new NewAccount("holder-" + UUID.randomUUID(), "", Optional.empty(), List.of(grants), organisation));
    }
}
