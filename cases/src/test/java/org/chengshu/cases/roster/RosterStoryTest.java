package org.chengshu.cases.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.cases.testing.CasesWorld.CASES;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengshu.cases.testing.CaseOnHand;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.NewAccount;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CasesTest
class RosterStoryTest {
    private static final String ROSTERS = "/api/cases/v1/duty-rosters";

    @Autowired
    CasesWorld world;

    @Autowired
    Accounts accounts;

    @Test
    void aShiftHandsOverWhatIsOpenAndTheNextConfirmsIt() {
        PeopleClient keeper = world.with("cases:read", "cases:roster", "cases:report", "cases:dispatch");
        PeopleClient next = world.with("cases:read");
        CaseOnHand litter = litterOf("port");
        JsonNode roster = made(keeper, "port", "值班室" + UUID.randomUUID());
        String at = ROSTERS + "/" + roster.path("id").asString();

        assertThat(roster.path("now")).hasSize(1);
        assertThat(next.post(at + "/hand-overs", Map.of("words", "x")).code()).isEqualTo("HAND_OVER_NOT_NOW");
        JsonNode note = ok(keeper.post(at + "/hand-overs", Map.of("words", "码头有积水，请留意")), 201);
        assertThat(note.path("items").toString()).contains(litter.id());
        String taking = "/api/cases/v1/hand-overs/" + note.path("id").asString() + "/take-over";
        assertThat(keeper.post(taking, Map.of()).code()).isEqualTo("HAND_OVER_NOT_NOW");
        assertThat(next.get("/api/cases/v1/hand-overs?waiting=true").body())
                .contains(note.path("id").asString());
        ok(next.post(taking, Map.of("words", "已知悉")), 200);
        assertThat(next.post(taking, Map.of()).code()).isEqualTo("HAND_OVER_NOT_NOW");
        assertThat(keeper.post(at + "/hand-overs", Map.of("words", "再写")).code())
                .isEqualTo("HAND_OVER_NOT_NOW");
    }

    @Test
    void aFaultyRosterIsRefusedWithThePlaceOfTheFault() {
        PeopleClient keeper = world.with("cases:read", "cases:roster");
        assertThat(keeper.post(ROSTERS, Map.of("organisation", "port", "post", "岗", "week", Map.of()))
                        .body())
                .contains("week has no shift");
        assertThat(keeper.post(
                                ROSTERS,
                                Map.of(
                                        "organisation",
                                        "port",
                                        "post",
                                        "岗",
                                        "week",
                                        Map.of("monday", List.of(shift("25:00", "a")))))
                        .body())
                .contains("week.monday[0].from");
        assertThat(keeper.post(
                                ROSTERS,
                                Map.of(
                                        "organisation",
                                        "port",
                                        "post",
                                        "岗",
                                        "week",
                                        Map.of("monday", List.of(shift("08:00", "nobody-at-all")))))
                        .body())
                .contains("there is no account nobody-at-all");
        assertThat(world.officer().post(ROSTERS, Map.of()).status()).isEqualTo(403);
    }

    @Test
    void theSecondOfTwoWhoChangeARosterIsTold() {
        PeopleClient keeper = world.with("cases:read", "cases:roster");
        JsonNode roster = made(keeper, "housing", "夜班" + UUID.randomUUID());

        assertThat(keeper.put(ROSTERS + "/" + roster.path("id").asString(), Map.of("week", Map.of()))
                        .code())
                .isEqualTo("VERSION_NEEDED");
    }

    @Test
    void aDepartmentWithSomebodyOnDutyIsDispatchedToFirst() {
        made(world.with("cases:read", "cases:roster"), "port", "码头夜班" + UUID.randomUUID());

        for (int i = 0; i < 3; i++) {
            JsonNode slick = world.officer()
                    .post(CASES, Map.of("kind", "oil-slick", "title", "水面油污", "area", "dock"))
                    .json();
            assertThat(slick.path("department").asString()).isEqualTo("port");
        }
        JsonNode trial = world.officer()
                .get("/api/cases/v1/dispatch-trial?area=dock&kind=oil-slick")
                .json();
        assertThat(trial.path("candidates").valueStream().filter(one -> one.path("onDuty")
                        .asBoolean()))
                .extracting(one -> one.path("department").asString())
                .containsExactly("port");
    }

    private JsonNode made(PeopleClient keeper, String organisation, String post) {
        String name = "duty-" + UUID.randomUUID();
        accounts.create(
                new NewAccount(name, "值班员", Optional.empty(), List.of(), Optional.empty(), Optional.of(organisation)));
        Map<String, Object> week = Stream.of(DayOfWeek.values())
                .collect(Collectors.toMap(
                        day -> day.name().toLowerCase(Locale.ROOT), _ -> List.of(shift("00:00", name))));
        return ok(keeper.post(ROSTERS, Map.of("organisation", organisation, "post", post, "week", week)), 201);
    }

    private static Map<String, Object> shift(String from, String name) {
        return Map.of("from", from, "to", "00:00", "people", List.of(name));
    }

    private CaseOnHand litterOf(String department) {
        PeopleClient officer = world.officer();
        JsonNode made = officer.post(CASES, Map.of("kind", "litter", "title", "码头积水", "area", "dock"))
                .json();
        CaseOnHand litter = new CaseOnHand(world, made.path("id").asString()).does(officer, "accept", "file");
        litter.tries(officer, Map.of("action", "dispatch", "department", department));
        return litter;
    }

    private static JsonNode ok(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }
}
