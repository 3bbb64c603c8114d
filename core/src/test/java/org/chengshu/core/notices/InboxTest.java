package org.chengshu.core.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengshu.core.testing.Eventually.eventually;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestTown;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InboxTest extends NoticeTown {
    private static final String INBOX = "/api/core/v1/notices";

    @Test
    void tellsWhoeverHoldsTheRoleWhereItIsAndNobodyElse() {
        Person west = person("watch", Optional.of(TestTown.WEST), Optional.empty());
        Person town = person("watch", Optional.empty(), Optional.empty());
        Person east = person("watch", Optional.of(TestTown.EAST), Optional.empty());
        Person head = person("head", Optional.empty(), Optional.empty());

        List<Climb> climbs = transactions.call(() -> notices.route(flood(key(), 2)));

        eventually("both are told", () -> west.unread() == 1 && town.unread() == 1);
        assertThat(east.unread()).isZero();
        assertThat(head.unread()).isZero();
        assertThat(climbs).singleElement().satisfies(climb -> {
            assertThat(climb.rule()).isEqualTo("floods");
            assertThat(climb.step()).isEqualTo(1);
            assertThat(climb.after()).hasMinutes(10);
        });
        JsonNode item = west.client().get(INBOX).json().path("items").path(0);
        assertThat(item.path("title").path("en").asString()).isEqualTo("Water <30 cm>");
        assertThat(item.path("rule").asString()).isEqualTo("floods");
        assertThat(item.path("page").asString()).isEqualTo("/floods/1");
    }

    @Test
    void tellsTheNextStepAndThenThereIsNone() {
        Person head = person("head", Optional.of(TestTown.TOWN), Optional.empty());

        Optional<Climb> next = transactions.call(() -> notices.climb(flood(key(), 3), "floods", 1));

        eventually("the head is told", () -> head.unread() == 1);
        assertThat(next).isEmpty();
        assertThat(head.client()
                        .get(INBOX)
                        .json()
                        .path("items")
                        .path(0)
                        .path("step")
                        .asInt())
                .isEqualTo(1);
        assertThat(transactions.call(() -> notices.climb(flood(key(), 3), "no-such-rule", 1)))
                .isEmpty();
    }

    @Test
    void passesOverWhatARuleDoesNotSpeakOf() {
        assertThat(transactions.call(() -> notices.route(flood(key(), 1)))).isEmpty();
    }

    @Test
    void tellsThePeopleOfAnOrganisationAndOfThoseBelow() {
        Person boss = person("head", Optional.empty(), Optional.of(TestTown.BUREAU));
        Person hand = person("head", Optional.empty(), Optional.of(TestTown.TEAM));
        Person other = person("head", Optional.empty(), Optional.of(TestTown.OFFICE));

        transactions.run(() ->
                notices.tell(flood(key(), 1), List.of(Recipient.organisation(TestTown.BUREAU)), Set.of(Channel.INBOX)));

        eventually("both are told", () -> boss.unread() == 1 && hand.unread() == 1);
        assertThat(other.unread()).isZero();
    }

    @Test
    void foldsRepeatsUntilTheyAreRead() {
        Person reader = person("head", Optional.empty(), Optional.empty());
        String key = key();
        tell(flood(key, 2), reader);
        tell(flood(key, 4), reader);
        eventually(
                "the second is folded in",
                () -> items(reader).path(0).path("times").asInt() == 2);
        assertThat(reader.unread()).isEqualTo(1);
        JsonNode counted = reader.client().get(INBOX + "/unread").json();
        assertThat(counted.path("worst").asInt()).isEqualTo(4);

        String id = items(reader).path(0).path("id").asString();
        assertThat(reader.client()
                        .post(INBOX + "/" + id + "/read", "")
                        .json()
                        .path("readAt")
                        .isString())
                .isTrue();
        tell(flood(key, 2), reader);
        eventually("a new entry comes", () -> items(reader).size() == 2);
        assertThat(reader.client().get(INBOX + "?unread=true").json().path("items"))
                .hasSize(1);
        assertThat(reader.client().get(INBOX + "?severity=3").json().path("items"))
                .hasSize(1);

        assertThat(reader.client()
                        .post(INBOX + "/read-all", "")
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        reader.client().post(INBOX + "/" + id + "/unread", "");
        assertThat(reader.unread()).isEqualTo(1);
    }

    @Test
    void countsOnceWhatTwoRulesTellOnePerson() {
        Person watch = person("watch", Optional.of(TestTown.WEST), Optional.empty());
        Notice flood = flood(key(), 3);
        transactions.run(() -> notices.route(new Notice(
                flood.matter(),
                flood.key(),
                flood.severity(),
                flood.title(),
                flood.text(),
                flood.page(),
                flood.areaPath(),
                Map.of("twice", "yes"))));

        eventually(
                "both rules were heard",
                () -> items(watch).path(0).path("rule").asString().equals("twice"));
        assertThat(items(watch)).hasSize(1);
        assertThat(items(watch).path(0).path("times").asInt()).isEqualTo(1);
    }

    @Test
    void showsNobodyTheInboxOfAnother() {
        Person reader = person("head", Optional.empty(), Optional.empty());
        Person stranger = person("head", Optional.empty(), Optional.empty());
        tell(flood(key(), 2), reader);
        eventually("it is there", () -> reader.unread() == 1);
        String id = items(reader).path(0).path("id").asString();

        assertThat(stranger.client().post(INBOX + "/" + id + "/read", "").status())
                .isEqualTo(404);
        assertThat(items(stranger)).isEmpty();
        assertThat(reader.unread()).isEqualTo(1);
    }

    @Test
    void pagesFromTheNewestOn() {
        Person reader = person("head", Optional.empty(), Optional.empty());
        for (int n = 0; n < 5; n++) {
            tell(flood(key(), 2), reader);
        }
        eventually("all are there", () -> reader.unread() == 5);

        PeopleClient.Answer first = reader.client().get(INBOX + "?limit=3");
        assertThat(first.json().path("items")).hasSize(3);
        String next = first.json().path("next").asString();
        assertThat(reader.client().get(INBOX + "?limit=3&cursor=" + next).json().path("items"))
                .hasSize(2);
    }

    @Test
    void tellsNothingOfARollback() {
        Person reader = person("head", Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> transactions.run(() -> {
                    notices.tell(flood(key(), 2), List.of(Recipient.account(reader.id())), Set.of(Channel.INBOX));
                    throw new IllegalStateException("thought better of it");
                }))
                .hasMessage("thought better of it");
        tell(flood(key(), 2), reader);

        eventually("the other one comes", () -> reader.unread() == 1);
        assertThat(items(reader)).hasSize(1);
    }

    @Test
    void anOpenScreenHearsOfItAtOnce() throws Exception {
        Person reader = person("head", Optional.of(TestTown.WEST), Optional.empty());
        List<String> heard = new CopyOnWriteArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + INBOX + "/live"))
                    .header("Authorization", "Bearer " + people.token(reader.id()))
                    .build();
            HttpResponse<Stream<String>> response = http.send(request, HttpResponse.BodyHandlers.ofLines());
            CompletableFuture<Void> reading =
                    CompletableFuture.runAsync(() -> response.body().forEach(heard::add));
            tell(flood(key(), 3), reader);

            eventually("it is heard", () -> heard.stream().anyMatch(line -> line.contains("flyover")));
            assertThat(heard).contains("event:notices");
            http.shutdownNow();
            reading.handle((done, broken) -> null).join();
        }
    }

    @Test
    void listsTheRulesAndRefusesFaultyOnesWithEveryFault() {
        JsonNode rules = office.get("/api/core/v1/notice-rules").json().path("items");
        assertThat(rules.findValuesAsString("id")).contains("floods", "calls");

        PeopleClient bureau = PeopleClient.at(port).bearer(people.token("core:packs"));
        String faulty = """
                notice-rules:
                  - id: wrong
                    title: {zh: 错, en: Wrong}
                    matter: flood
                    area: nowhere
                    quiet: {from: "07:00", to: "07:00"}
                    steps:
                      - to: [{role: wach}]
                      - {after: PT10M, to: [{organisation: test-burau}]}
                      - {after: PT5M, to: [{role: head}]}
                      - {after: Psoon, to: [{role: head}]}
                """;
        PeopleClient.Answer answer = bureau.post(
                "/api/core/v1/packs/check",
                Map.of(
                        "files",
                        Map.of(
                                "pack.yaml",
                                "id: faulty\nversion: 1.0.0\ntitle: {zh: 错, en: Wrong}\ndescription: {zh: 错, en: Wrong}\n",
                                "rules.yaml",
                                faulty)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("there is no area nowhere")
                .contains("quiet hours end when they begin")
                .contains("did you mean watch?")
                .contains("there is no organisation test-burau")
                .contains("each step comes later")
                .contains("such as PT10M");
    }

    private static JsonNode items(Person reader) {
        return reader.client().get(INBOX).json().path("items");
    }
}
