package org.chengshu.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.chengshu.demo.history.History;
import org.chengshu.demo.link.DemoError;
import org.chengshu.demo.link.HttpLink;
import org.chengshu.demo.town.Gadget;
import org.chengshu.demo.town.Town;
import org.chengshu.demo.town.TownPack;
import org.chengshu.kernel.Fault;
import tools.jackson.databind.JsonNode;

/** Brings an empty platform to the state of a city with a week behind it; on a later start it only renews the tokens. */
final class Setup {
    private static final int CONFLICT = 409;
    private static final int FIRST_ERROR = 400;
    private static final int TOKENS_AT_ONCE = 200;

    private final HttpLink link;
    private final Consumer<String> say;

    Setup(HttpLink link, Consumer<String> say) {
        this.link = link;
        this.say = say;
    }

    void applyTown(Town town) {
        say.accept("Building the city of " + town.name().en() + " "
                + town.name().zh() + " (" + town.gadgets().size() + " devices) ...");
        link.post("/api/core/v1/packs", Map.of("files", TownPack.files(town)));
    }

    /** Whether this is the platform's first day as the demonstration. */
    boolean createAccounts() {
        boolean created = false;
        for (DemoAccount account : DemoAccount.all()) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("name", account.name());
            body.put("displayName", account.title().zh());
            body.put("password", account.password());
            body.put("roles", List.of(account.role()));
            account.organisation().ifPresent(code -> body.put("organisation", code));
            int status = link.answerTo("/api/core/v1/accounts", body).statusCode();
            if (status >= FIRST_ERROR && status != CONFLICT) {
                throw new Fault(DemoError.DEMO_REFUSED, "the account " + account.name() + " was refused: " + status);
            }
            created |= status != CONFLICT;
        }
        return created;
    }

    Map<String, String> tokens(List<Gadget> gadgets) {
        Map<String, String> tokens = new HashMap<>();
        List<String> codes = gadgets.stream().map(Gadget::code).toList();
        for (int from = 0; from < codes.size(); from += TOKENS_AT_ONCE) {
            List<String> part = codes.subList(from, Math.min(codes.size(), from + TOKENS_AT_ONCE));
            for (JsonNode issued : link.post("/api/sense/v1/devices/tokens", Map.of("devices", part))) {
                tokens.put(
                        issued.path("device").asString(), issued.path("token").asString());
            }
        }
        return tokens;
    }

    void fillHistory(History history, List<Gadget> gadgets, Instant now) {
        for (Gadget.Sort sort : Gadget.Sort.values()) {
            String name = sort.name().toLowerCase(Locale.ROOT);
            say.accept("Importing seven days of " + sort.product() + " readings ...");
            JsonNode started = link.postCsv(
                    "/api/sense/v1/imports?product=" + sort.product() + "&mapping=demo-history-" + name
                            + "&name=history-" + name + ".csv&cases=true",
                    history.csv(sort, gadgets));
            follow(started.path("job").asString());
        }
        say.accept("Computing the indicators of these days ...");
        for (JsonNode indicator :
                link.get("/api/indicator/v1/indicators?limit=200").path("items")) {
            JsonNode started = link.post(
                    "/api/indicator/v1/indicators/" + indicator.path("id").asString() + "/compute",
                    Map.of("from", history.start().toString(), "to", now.toString()));
            follow(started.path("job").asString());
        }
    }

    /** Two reports by people, left for whoever tries the platform. */
    void reportByPeople(List<Gadget> gadgets) {
        Gadget near = gadgets.getFirst();
        for (String title : List.of("居民来电：巷口有人焚烧树叶", "网格员上报：工地围挡旁焚烧垃圾")) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("kind", "open-burning");
            body.put("title", title);
            body.put("description", "演示案件，等待受理、立案、派遣");
            body.put("area", near.area());
            body.put("position", near.point().coordinates());
            link.post("/api/cases/v1/cases", body);
        }
    }

    private void follow(String job) {
        while (true) {
            JsonNode view = link.get("/api/core/v1/jobs/" + job);
            switch (view.path("state").asString("")) {
                case "queued", "running" -> pause();
                case "done" -> {
                    return;
                }
                default -> throw new Fault(DemoError.DEMO_REFUSED, "a job ended badly: " + view);
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(DemoError.DEMO_UNREACHABLE, "interrupted", e);
        }
    }
}
