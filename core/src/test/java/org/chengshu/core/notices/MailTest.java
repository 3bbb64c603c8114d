package org.chengshu.core.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.testing.PeopleClient;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class MailTest extends NoticeTown {
    private static final int NOTICES = 25;

    @Autowired
    DSLContext sql;

    @Test
    void writesToEachInTheirLanguageInPlainTextAndHtml() {
        Person wang = person("head", Optional.empty(), Optional.empty());
        Person smith = person("head", Optional.empty(), Optional.empty());
        wang.wants("zh", "wang@example.cn", "", "");
        smith.wants("en", "smith@example.com", "", "");

        tell(flood(key(), 4), wang, smith);
        transactions.run(() ->
                notices.tell(flood(key(), 1), List.of(Recipient.address("desk@example.org")), Set.of(Channel.EMAIL)));

        eventually(
                "all have mail",
                () -> MAIL.mailFor("wang@example.cn").size() == 1
                        && MAIL.mailFor("smith@example.com").size() == 1
                        && MAIL.mailFor("desk@example.org").size() == 1);
        MailOffice.Mail chinese = MAIL.mailFor("wang@example.cn").getFirst();
        assertThat(chinese.subject()).isEqualTo("[红色] 积水 <30 厘米>");
        assertThat(chinese.plain()).contains("西区立交桥下").contains("https://city.example.cn/floods/1");
        assertThat(chinese.html()).contains("积水 &lt;30 厘米&gt;").doesNotContain("<30");
        MailOffice.Mail english = MAIL.mailFor("smith@example.com").getFirst();
        assertThat(english.subject()).isEqualTo("[red] Water <30 cm>");
        assertThat(english.plain()).doesNotContain("西区");
        MailOffice.Mail both = MAIL.mailFor("desk@example.org").getFirst();
        assertThat(both.plain()).contains("西区立交桥下").contains("Under the western flyover");
    }

    @Test
    void losesNothingAndRepeatsNothingWhileTheMailServerIsAway() {
        Person reader = person("head", Optional.empty(), Optional.empty());
        reader.wants("en", "patient@example.com", "", "");
        MAIL.close();
        try {
            for (int n = 0; n < NOTICES; n++) {
                tell(flood(key(), 2), reader);
            }
            eventually("each was tried", () -> tried(reader) == NOTICES);
            assertThat(office.get("/api/core/v1/notice-deliveries/counts")
                            .json()
                            .path("waiting")
                            .asInt())
                    .isGreaterThanOrEqualTo(NOTICES);
        } finally {
            MAIL.open();
        }
        Instant back = Instant.now();

        eventually("all has come", () -> MAIL.mailFor("patient@example.com").size() >= NOTICES);
        assertThat(MAIL.mailFor("patient@example.com"))
                .extracting(MailOffice.Mail::id)
                .doesNotHaveDuplicates();
        eventually("all is marked as sent", () -> waiting(reader) == 0);
        assertThat(MAIL.mailFor("patient@example.com")).hasSize(NOTICES);
        System.out.printf(
                "%d mails waited for the server and had come %.1f s after it was back%n",
                NOTICES, Duration.between(back, Instant.now()).toMillis() / 1000.0);
    }

    @Test
    void doesNotMailARepeatWithinTheFoldUnlessItIsWorse() {
        Person reader = person("head", Optional.empty(), Optional.empty());
        reader.wants("en", "calm@example.com", "", "");
        String key = key();
        tell(flood(key, 2), reader);
        eventually("the first comes", () -> MAIL.mailFor("calm@example.com").size() == 1);

        tell(flood(key, 2), reader);
        tell(flood(key, 3), reader);

        eventually("the worse one comes", () -> MAIL.mailFor("calm@example.com").size() == 2);
        assertThat(MAIL.mailFor("calm@example.com").getLast().subject()).startsWith("[orange]");
        assertThat(deliveries("dropped").findValuesAsString("to")).contains("c****@example.com");
    }

    @Test
    void waitsForTheEndOfQuietHoursUnlessTheRuleLetsItThrough() {
        Person reader = person("watch", Optional.empty(), Optional.empty());
        reader.wants("en", "asleep@example.com", "00:00", "23:59");
        transactions.run(() -> notices.route(flood(key(), 3)));
        eventually("it waits", () -> waiting(reader) == 1);
        eventually("it is in the inbox all the same", () -> reader.unread() == 1);

        transactions.run(() -> notices.route(flood(key(), 4)));

        eventually("red goes through", () -> MAIL.mailFor("asleep@example.com").size() == 1);
        assertThat(MAIL.mailFor("asleep@example.com").getFirst().subject()).startsWith("[red]");
        eventually("only the other one waits", () -> waiting(reader) == 1);
    }

    @Test
    void sendsNoMailToWhoDoesNotWantIt() {
        Person reader = person("head", Optional.empty(), Optional.empty());
        reader.wants("en", "never@example.com", "", "");
        String preferences = "/api/core/v1/notices/preferences";
        PeopleClient.Answer now = reader.client().get(preferences);
        assertThat(reader.client()
                        .put(preferences, Map.of("language", "en", "emailOn", false))
                        .status())
                .isEqualTo(428);
        assertThat(reader.client()
                        .with("If-Match", "\"v77\"")
                        .put(preferences, Map.of("language", "en", "emailOn", false))
                        .status())
                .isEqualTo(412);
        PeopleClient tagged = reader.client().with("If-Match", now.header("ETag"));
        assertThat(tagged.put(preferences, Map.of("language", "en", "email", "no mail", "emailOn", true))
                        .status())
                .isEqualTo(400);
        assertThat(tagged.put(preferences, Map.of("language", "en", "email", "never@example.com", "emailOn", false))
                        .status())
                .isEqualTo(200);

        assertThat(sql.fetchValue("select email from cs_core.notice_preference where account_id = ?", reader.id()))
                .asString()
                .doesNotContain("never@example.com");

        tell(flood(key(), 4), reader);

        eventually("it is in the inbox", () -> reader.unread() == 1);
        assertThat(MAIL.mailFor("never@example.com")).isEmpty();
    }

    @Test
    void triesMailForWhoeverSetsItUp() {
        assertThat(office.post("/api/core/v1/notices/test-mail", Map.of("to", "trial@example.com"))
                        .status())
                .isEqualTo(200);
        assertThat(MAIL.mailFor("trial@example.com")).hasSize(1);
        assertThat(office.post("/api/core/v1/notices/test-mail", Map.of("to", "a\r\nBcc: b@c.d"))
                        .status())
                .isEqualTo(400);
    }

    private int tried(Person reader) {
        return sql.fetchSingle(
                        "select count(*) from cs_core.notice_delivery where account_id = ? and attempts > 0 and error is not null",
                        reader.id())
                .get(0, Integer.class);
    }

    private int waiting(Person reader) {
        return sql.fetchSingle(
                        "select count(*) from cs_core.notice_delivery where account_id = ? and state = 'waiting'",
                        reader.id())
                .get(0, Integer.class);
    }

    private JsonNode deliveries(String state) {
        return office.get("/api/core/v1/notice-deliveries?limit=500&state=" + state)
                .json()
                .path("items");
    }
}
