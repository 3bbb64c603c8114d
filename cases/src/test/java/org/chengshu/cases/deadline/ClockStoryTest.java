package org.chengshu.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.cases.testing.CasesWorld.CASES;
import static org.chengshu.core.testing.Eventually.eventually;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.cases.testing.CaseOnHand;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CasesTest
class ClockStoryTest {

    @Autowired
    CasesWorld world;

    @Autowired
    Packs packs;

    @Autowired
    ClockRebuild rebuild;

    @Autowired
    DSLContext db;

    private PeopleClient officer;
    private PeopleClient handler;

    @BeforeEach
    void signIn() {
        officer = world.officer();
        handler = world.handlerOf("housing");
    }

    @Test
    void theClocksStandWhileAnOfficerHasGrantedIt() {
        CaseOnHand lamp = inHandling("lamp-out");

        Answer asked = ask(lamp, handler, Map.of("what", "suspend", "reason", "等待灯具到货"));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        assertThat(asked.json().at("/requests/0/state").asString()).isEqualTo("asked");
        assertThat(ask(lamp, handler, Map.of("what", "suspend", "reason", "再催")).code())
                .isEqualTo("CLOCK_NOT_NOW");
        JsonNode waiting = officer.get("/api/cases/v1/clock-requests?state=asked&limit=500")
                .json()
                .path("items");
        assertThat(waiting.valueStream().map(one -> one.path("caseId").asString()))
                .contains(lamp.id());

        assertThat(officer.get("/api/core/v1/tasks").body()).contains("等待灯具到货");

        assertThat(decide(lamp, officer, Map.of("granted", true)).status()).isEqualTo(200);
        assertThat(clock(lamp, "handle").path("state").asString()).isEqualTo("suspended");
        assertThat(clock(lamp, "whole").path("state").asString()).isEqualTo("suspended");
        assertThat(lamp.now().path("suspendedSince").isMissingNode()).isFalse();
        assertThat(lamp.now().path("colour").asString()).isEqualTo("green");
        assertThat(ids("clock=suspended&limit=500")).contains(lamp.id());

        Answer resumed = handler.post(path(lamp) + "/resume", Map.of("reason", "已到货"));
        assertThat(resumed.status()).as(resumed.body()).isEqualTo(200);
        assertThat(clock(lamp, "handle").path("state").asString()).isEqualTo("running");
        assertThat(ids("clock=green&limit=500")).contains(lamp.id());
        assertThat(handler.post(path(lamp) + "/resume", Map.of("reason", "再来")).code())
                .isEqualTo("CLOCK_NOT_NOW");
        assertThat(lamp.timeline()).endsWith("take", "ask-suspend", "grant", "resume");
    }

    @Test
    void moreTimeIsGrantedTwiceAtMostAndTheOfficerMayGrantLess() {
        CaseOnHand lamp = inHandling("lamp-out");
        Instant due = Instant.parse(clock(lamp, "handle").path("dueAt").asString());
        Instant whole = Instant.parse(clock(lamp, "whole").path("dueAt").asString());

        ask(lamp, handler, Map.of("what", "extend", "more", "P2D", "reason", "路面封闭"));
        decide(lamp, officer, Map.of("granted", true, "more", "P1D"));
        assertThat(clock(lamp, "handle").path("dueAt").asString())
                .isEqualTo(due.plus(Duration.ofDays(1)).toString());
        assertThat(clock(lamp, "whole").path("dueAt").asString())
                .isEqualTo(whole.plus(Duration.ofDays(1)).toString());

        ask(lamp, handler, Map.of("what", "extend", "more", "PT4H", "reason", "仍在封闭"));
        assertThat(decide(lamp, officer, Map.of("granted", false)).code()).isEqualTo("CASE_REASON_MISSING");
        decide(lamp, officer, Map.of("granted", false, "reason", "已够"));
        ask(lamp, handler, Map.of("what", "extend", "more", "PT4H", "reason", "仍在封闭"));
        decide(lamp, officer, Map.of("granted", true));

        assertThat(ask(lamp, handler, Map.of("what", "extend", "more", "PT4H", "reason", "第三次"))
                        .code())
                .isEqualTo("CLOCK_NOT_NOW");
    }

    @Test
    void aFaultyRequestSaysWhatIsWrong() {
        CaseOnHand lamp = inHandling("lamp-out");

        assertThat(ask(lamp, handler, Map.of("what", "extend", "more", "tomorrow", "reason", "雨"))
                        .code())
                .isEqualTo("CLOCK_REQUEST_WRONG");
        assertThat(ask(lamp, handler, Map.of("what", "stop", "reason", "雨")).code())
                .isEqualTo("CLOCK_REQUEST_WRONG");
        assertThat(ask(lamp, handler, Map.of("what", "suspend")).code()).isEqualTo("CASE_REASON_MISSING");
        assertThat(ask(lamp, world.handlerOf("port"), Map.of("what", "suspend", "reason", "雨"))
                        .code())
                .isEqualTo("CASE_NOT_YOURS");
        assertThat(officer.post(path(lamp) + "/requests/7/decision", Map.of("granted", true))
                        .code())
                .isEqualTo("CLOCK_REQUEST_UNKNOWN");
    }

    @Test
    void nobodyDecidesOnWhatHeAskedForHimself() {
        CaseOnHand lamp = inHandling("lamp-out");
        ask(lamp, officer, Map.of("what", "suspend", "reason", "等待"));

        assertThat(decide(lamp, officer, Map.of("granted", true)).code()).isEqualTo("DUTIES_SEPARATED");
        assertThat(decide(lamp, handler, Map.of("granted", true)).status()).isEqualTo(403);
        assertThat(decide(lamp, world.officer(), Map.of("granted", true)).status())
                .isEqualTo(200);
    }

    @Test
    void whoeverHandlesIsToldOnceWhenHisTimeIsOver() {
        CaseOnHand spill = inHandling("spill");

        eventually(
                "the inbox", () -> inbox().contains(spill.now().path("number").asString() + " 处置已超时"));
        eventually("overdue", () -> ids("clock=overdue&limit=500").contains(spill.id()));
        assertThat(spill.now().path("colour").asString()).isEqualTo("overdue");
        assertThat(db.fetch("select 1 from cs_cases.clock_notice where case_id = cast(? as uuid) and told", spill.id()))
                .isNotEmpty();
    }

    @Test
    void keptClocksAreMadeAnewFromTheHistoryAlone() {
        CaseOnHand lamp = inHandling("lamp-out");
        lamp.does(handler, "return");
        officer.post(CASES + "/" + lamp.id() + "/actions", Map.of("action", "dispatch", "department", "housing"));
        String before = kept(lamp);
        db.execute("delete from cs_cases.clock where case_id = cast(? as uuid)", lamp.id());
        db.execute(
                "update cs_cases.case_file set due = null, soon = null, clocked_at = null where id = cast(? as uuid)",
                lamp.id());

        rebuild.look();

        eventually("the clocks", () -> kept(lamp).equals(before));
    }

    @Test
    void anOpenCaseFollowsItsCalendarWhenThatChanges() {
        apply("1.0.0", "08:00-18:00");
        CaseOnHand job = inHandling("crew-job");
        Instant long1 = Instant.parse(clock(job, "handle").path("dueAt").asString());

        apply("1.1.0", "08:00-10:00");
        rebuild.look();

        eventually("another due time", () -> Instant.parse(job.now().path("due").asString())
                .isAfter(long1.plus(Duration.ofDays(3))));
        JsonNode clock = clock(job, "handle");
        assertThat(clock.path("working").asBoolean()).isTrue();
        assertThat(clock.path("calendar").asString()).isEqualTo("crew");
        assertThat(clock.path("allowed").asString()).isEqualTo("PT20H");
    }

    private void apply(String version, String hours) {
        String manifest = """
                id: crew
                version: "%s"
                title: {zh: 班组, en: Crew}
                description: {zh: 班组日历, en: The calendar of a crew}
                """.formatted(version);
        String items = """
                work-calendars:
                  - id: crew
                    title: {zh: 班组, en: Crew}
                    week: {monday: ["%1$s"], tuesday: ["%1$s"], wednesday: ["%1$s"], thursday: ["%1$s"], friday: ["%1$s"], saturday: ["%1$s"], sunday: ["%1$s"]}
                case-kinds:
                  - id: crew-job
                    title: {zh: 班组任务, en: Job for a crew}
                    clock: {calendar: crew, counts: working}
                    deadlines: {handle: P2D}
                    verification: {by: officer}
                    automatic: [report, accept, file]
                """.formatted(hours);
        packs.apply(new PackFiles(Map.of("pack.yaml", manifest, "all.yaml", items)), Viewer.system());
    }

    private CaseOnHand inHandling(String kind) {
        Answer made = officer.post(CASES, Map.of("kind", kind, "title", "路灯不亮", "area", "dock"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        CaseOnHand one = new CaseOnHand(world, made.json().path("id").asString());
        one.tries(officer, Map.of("action", "dispatch", "department", "housing"));
        return one.does(handler, "take");
    }

    private Answer ask(CaseOnHand of, PeopleClient who, Map<String, Object> body) {
        return who.post(path(of) + "/requests", body);
    }

    private Answer decide(CaseOnHand of, PeopleClient who, Map<String, Object> body) {
        long seq = who.get(path(of))
                .json()
                .path("requests")
                .valueStream()
                .mapToLong(one -> one.path("seq").asLong())
                .max()
                .orElseThrow();
        return who.post(path(of) + "/requests/" + seq + "/decision", new HashMap<>(body));
    }

    private JsonNode clock(CaseOnHand of, String name) {
        return officer.get(path(of))
                .json()
                .path("clocks")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String path(CaseOnHand of) {
        return CASES + "/" + of.id() + "/clocks";
    }

    private List<String> ids(String query) {
        return officer.get(CASES + "?" + query)
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    private String inbox() {
        return handler.get("/api/core/v1/notices").body();
    }

    private String kept(CaseOnHand of) {
        return db.fetch("""
                        select (to_jsonb(c) - 'next_at')::text as one from cs_cases.clock c
                        where case_id = cast(? as uuid) order by c.clock
                        """, of.id()).getValues("one", String.class).toString();
    }
}
