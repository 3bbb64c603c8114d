package org.chengshu.cases.desk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.NewAccount;
import org.chengshu.core.images.Pictures;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.RouteAccessContract;
import org.chengshu.core.testing.Sample;
import org.chengshu.core.testing.SampleMaker;
import org.springframework.beans.factory.annotation.Autowired;

@CasesTest
class CaseRoutesTest extends RouteAccessContract {
    private static final List<String> DISPATCHED = List.of("/transfer", "task", "disputes", "supervisions", "/urges");

    @Autowired
    CasesWorld world;

    @Autowired
    CitySettings city;

    @Autowired
    Accounts accounts;

    @Override
    protected List<String> modulePaths() {
        return List.of("/api/cases/", "/api/core/v1/tasks");
    }

    @Override
    protected SampleMaker samples() {
        return (route, district) -> {
            PeopleClient all = world.with("cases:*");
            String area = district.code();
            if (route.path().endsWith("/categories/counts")) {
                all.post("/api/cases/v1/reports", Map.of("category", "P0102", "description", "井盖", "area", area));
                return Optional.of(Sample.marked(""));
            }
            if (route.path().startsWith("/api/cases/v1/report")) {
                String report = all.post(
                                "/api/cases/v1/reports", Map.of("kind", "litter", "description", "巷口垃圾", "area", area))
                        .json()
                        .path("id")
                        .asString();
                return Optional.of(route.path().contains("{photo}") ? photoOf(all, report) : Sample.of("id", report));
            }
            if (route.path().startsWith("/api/cases/v1/check")) {
                return Optional.of(checkIn(all, area, route.path().contains("{photo}")));
            }
            if (route.path().contains("duty-rosters") || route.path().contains("hand-overs")) {
                return Optional.of(rosterOf(all, area, route.path()));
            }
            if (route.path().startsWith("/api/cases/") && DISPATCHED.stream().anyMatch(route.path()::contains)) {
                return Optional.of(dispatched(all, area, route.path()));
            }
            String id = all.post(CasesWorld.CASES, Map.of("kind", "litter", "title", "巷口垃圾", "area", area))
                    .json()
                    .path("id")
                    .asString();
            if (route.path().contains("photo")) {
                return Optional.of(casePhotoOf(all, id, route.path().contains("{photo}")));
            }
            if (route.path().contains("evaluation")) {
                return Optional.of(evaluationOf(all, id, route.path(), district.code()));
            }
            if (route.path().contains("/part")) {
                return Optional.of(partOf(all, id));
            }
            Map<String, String> variables =
                    route.path().contains("clock") ? Map.of("id", id, "seq", requestFor(all, id)) : Map.of("id", id);
            return Optional.of(new Sample(variables, "", id, body(route.path(), id)));
        };
    }

    private Sample rosterOf(PeopleClient all, String area, String path) {
        String name = "roster-" + UUID.randomUUID();
        accounts.create(
                new NewAccount(name, "值班员", Optional.empty(), List.of(), Optional.empty(), Optional.of("port")));
        Map<String, Object> shift = Map.of("from", "00:00", "to", "00:00", "people", List.of(name));
        Map<String, Object> week = Stream.of(DayOfWeek.values())
                .collect(Collectors.toMap(day -> day.name().toLowerCase(Locale.ROOT), _ -> List.of(shift)));
        Map<String, Object> draft = Map.of(
                "organisation",
                "port",
                "area",
                area,
                "post",
                name,
                "week",
                week,
                "words",
                "交班",
                "day",
                "2026-03-02",
                "shift",
                "00:00",
                "people",
                List.of(name),
                "reason",
                "换班");
        String roster =
                all.post("/api/cases/v1/duty-rosters", draft).json().path("id").asString();
        if (!path.contains("/hand-overs") || path.contains("{roster}")) {
            return new Sample(Map.of("roster", roster), "", roster, draft);
        }
        String note = all.post("/api/cases/v1/duty-rosters/" + roster + "/hand-overs", draft)
                .json()
                .path("id")
                .asString();
        return new Sample(Map.of("note", note), "", note, Map.of("words", "已知悉"));
    }

    private static Sample dispatched(PeopleClient all, String area, String path) {
        Map<String, Object> body = Map.of(
                "department",
                "port",
                "words",
                "清理",
                "reason",
                "理由",
                "level",
                1,
                "answerDue",
                Instant.now().plusSeconds(3600).toString());
        String id = all.post(CasesWorld.CASES, Map.of("kind", "litter", "title", "巷口垃圾", "area", area))
                .json()
                .path("id")
                .asString();
        String at = CasesWorld.CASES + "/" + id;
        all.post(at + "/actions", Map.of("action", "accept"));
        all.post(at + "/actions", Map.of("action", "file"));
        all.post(at + "/actions", Map.of("action", "dispatch", "department", "housing"));
        Map<String, String> variables = new HashMap<>(Map.of("id", id, "move", "take"));
        boolean names = path.contains("{")
                && !path.contains("}/tasks/{")
                && !path.contains("}/disputes/{")
                && !path.contains("}/supervisions/{");
        if (path.contains("task") && !(names && path.endsWith("/tasks"))) {
            variables.put("task", first(all.post(at + "/tasks", body)));
        } else if (path.contains("disputes") && !(names && path.endsWith("/disputes"))) {
            variables.put("dispute", first(all.post(at + "/disputes", body)));
        } else if (path.contains("supervisions") && !(names && path.endsWith("/supervisions"))) {
            variables.put("supervision", first(all.post(at + "/supervisions", body)));
        } else if (path.endsWith("/urges") && !names) {
            all.post(at + "/urges", body);
        }
        if (path.endsWith("judgement")) {
            all.post(at + "/supervisions/" + variables.get("supervision") + "/answer", body);
        }
        return new Sample(variables, "", id, body);
    }

    private static String first(PeopleClient.Answer answer) {
        return answer.json().at("/items/0/id").asString();
    }

    private static Sample partOf(PeopleClient all, String id) {
        String actions = CasesWorld.CASES + "/" + id + "/actions";
        all.post(actions, Map.of("action", "accept"));
        all.post(actions, Map.of("action", "file"));
        all.post(actions, Map.of("action", "dispatch", "department", "housing"));
        Map<String, Object> body = Map.of("words", "清点", "department", "port", "done", true, "note", "已清点");
        String part = all.post(CasesWorld.CASES + "/" + id + "/parts", body)
                .json()
                .at("/items/0/id")
                .asString();
        return new Sample(Map.of("id", id, "part", part), "", id, body);
    }

    private static String requestFor(PeopleClient all, String id) {
        return all.post(CasesWorld.CASES + "/" + id + "/clocks/requests", Map.of("what", "suspend", "reason", "等待"))
                .json()
                .at("/requests/0/seq")
                .asString();
    }

    private static Object body(String path, String id) {
        if (path.endsWith("/checklist/marks")) {
            return Map.of("item", "none");
        }
        if (path.endsWith("/assignment")) {
            return Map.of("person", id);
        }
        if (path.endsWith("/classification")) {
            return Map.of("category", "P0101", "reason", "更准确");
        }
        if (path.endsWith("merge")) {
            return Map.of("into", id, "reason", "重复");
        }
        if (path.contains("/clocks/")) {
            return Map.of("what", "suspend", "reason", "等待", "granted", true);
        }
        return Map.of("action", "note", "note", "看过了");
    }

    private Sample evaluationOf(PeopleClient all, String id, String path, String area) {
        String actions = CasesWorld.CASES + "/" + id + "/actions";
        all.post(actions, Map.of("action", "accept"));
        all.post(actions, Map.of("action", "file"));
        all.post(actions, Map.of("action", "dispatch", "department", "housing"));
        String evaluations = "/api/cases/v1/evaluations";
        String evaluation = all.post(evaluations, Map.of("scheme", "handling", "from", today(0), "to", today(1)))
                .json()
                .path("evaluation")
                .asString();
        Eventually.eventually("the evaluation", () -> all.get(evaluations + "/" + evaluation)
                .json()
                .path("state")
                .asString()
                .equals("done"));
        String mark = all.get(evaluations + "/" + evaluation + "/marks?measure=returns&limit=500")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("caseId").asString().equals(id))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        if (path.equals("/api/cases/v1/evaluation-appeals")) {
            all.post(evaluations + "/" + evaluation + "/appeals", Map.of("mark", mark, "reason", "不符"));
        }
        String shown = path.endsWith("rows") ? "\"" + area + "\"" : id;
        return new Sample(Map.of("id", evaluation), "", shown, Map.of("mark", mark, "reason", "不符"));
    }

    private String today(int plus) {
        return LocalDate.now(city.zone()).plusDays(plus).toString();
    }

    private Sample checkIn(PeopleClient all, String area, boolean photo) {
        String report = "/api/cases/v1/cases";
        String id = all.post(report, Map.of("kind", "tree-down", "title", "树木倒伏", "area", area))
                .json()
                .path("id")
                .asString();
        all.post(report + "/" + id + "/actions", Map.of("action", "handled"));
        String checks = "/api/cases/v1/checks?case=" + id;
        Eventually.eventually(
                "a check", () -> !all.get(checks).json().path("items").isEmpty());
        String check = all.get(checks).json().at("/items/0/id").asString();
        if (photo) {
            // Whoever handled a case does not check it.
            PeopleClient other = world.with("cases:*");
            String added = other.postBytes("/api/cases/v1/checks/" + check + "/photos", Pictures.jpeg())
                    .json()
                    .path("id")
                    .asString();
            return Sample.of("photo", added);
        }
        return Sample.of("id", check).with(Map.of("passed", true));
    }

    private static Sample casePhotoOf(PeopleClient all, String id, boolean photo) {
        String photos = CasesWorld.CASES + "/" + id + "/photos";
        String added = all.postBytes(photos + "?moment=before", Pictures.jpeg())
                .json()
                .path("id")
                .asString();
        return photo ? Sample.of("photo", added) : new Sample(Map.of("id", id), "?moment=before", added, Map.of());
    }

    private static Sample photoOf(PeopleClient all, String report) {
        String photo = all.postBytes("/api/cases/v1/reports/" + report + "/photos", Pictures.jpeg())
                .json()
                .path("id")
                .asString();
        return Sample.of("photo", photo).with(Map.of("published", true));
    }
}
