package org.chengshu.cases.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.cases.testing.CasesPost.MAIL;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.notices.MailOffice.Mail;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Residents follow what happens around them by mail, and are forgotten when they say so. */
@CasesTest
class SubscriptionStoryTest {
    private static final String PATH = "/api/cases/v1/mail-subscriptions";
    private static final Pattern LINK = Pattern.compile("#(confirm|end)=(\\S+)");

    @Autowired
    CasesWorld world;

    @Autowired
    DigestPost post;

    @Autowired
    MailingVault vault;

    @Autowired
    DSLContext db;

    @Autowired
    Clock clock;

    private final String address = "R-" + UUID.randomUUID() + "@example.cn";

    @Test
    void aResidentConfirmsIsToldOnceADayAndEndsItByALetter() {
        ask(address, "dock");
        Mail asked = awaitMail(1);
        assertThat(asked.plain()).contains("码头街道").contains("https://city.example.cn/resident/mail#confirm=");
        digest(Duration.ofSeconds(1));
        assertThat(mails()).hasSize(1);

        assertThat(world.client()
                        .post(PATH + "/confirm", Map.of("token", token(asked)))
                        .json()
                        .path("area")
                        .asString())
                .isEqualTo("dock");
        report("dock", "路边垃圾 13812341234");
        report("west", "别处的垃圾");
        digest(Duration.ofSeconds(1));
        Mail digest = mails().getLast();
        assertThat(mails()).hasSize(2);
        assertThat(digest.subject()).isEqualTo("码头街道：新增 1 件，办结 0 件");
        assertThat(digest.plain())
                .contains("街面不洁")
                .doesNotContain("13812341234")
                .doesNotContain("别处的垃圾");
        digest(Duration.ofSeconds(2));
        assertThat(mails()).as("nothing new, no letter").hasSize(2);

        assertThat(world.client()
                        .post(PATH + "/end", Map.of("token", token(digest)))
                        .status())
                .isEqualTo(200);
        assertThat(known()).isZero();
        report("dock", "又有垃圾");
        digest(Duration.ofSeconds(3));
        assertThat(mails()).hasSize(2);
    }

    @Test
    void aMailProgramEndsItByOneCall() {
        ask(address, "dock");
        world.client().post(PATH + "/confirm", Map.of("token", token(awaitMail(1))));
        report("dock", "路边垃圾");
        digest(Duration.ofSeconds(1));

        String token = token(mails().getLast());
        assertThat(world.client()
                        .with("Content-Type", "application/x-www-form-urlencoded")
                        .postBytes(
                                PATH + "/end-at-once?token=" + token,
                                "List-Unsubscribe=One-Click".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
        assertThat(known()).isZero();
    }

    @Test
    void keepsNoAddressInClearAndTellsNobodyWhoIsKnown() {
        Answer first = ask(address, "dock");
        awaitMail(1);
        Answer second = ask(address, "dock");

        assertThat(second.status()).isEqualTo(first.status()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body()).isEmpty();
        String rows = db.fetch("select * from cs_cases.mail_subscription").formatJSON();
        assertThat(rows).doesNotContainIgnoringCase(address);
        assertThat(db.fetch("select * from cs_core.audit").formatJSON()).doesNotContainIgnoringCase(address);
    }

    @Test
    void writesToAnAddressAtMostThreeTimesUntilSomebodyConfirms() {
        for (String area : List.of("dock", "east", "west", "city", "dock")) {
            ask(address, area);
        }
        awaitMail(3);
        post.confirmations();

        assertThat(mails()).hasSize(3);
        assertThat(known()).isEqualTo(3);
    }

    @Test
    void forgetsWhatNobodyConfirms() {
        ask(address, "dock");
        awaitMail(1);
        db.execute(
                "update cs_cases.mail_subscription set asked_at = asked_at - interval '3 days' where address_key = ?",
                vault.keyOf(address));

        post.confirmations();

        assertThat(known()).isZero();
        assertThat(world.client()
                        .post(PATH + "/confirm", Map.of("token", token(mails().getFirst())))
                        .code())
                .isEqualTo("MAILING_LINK_WRONG");
    }

    @Test
    void refusesWhatIsNoAddressNoAreaOrNoLinkOfOurs() {
        assertThat(ask("nobody", "dock").code()).isEqualTo("BAD_REQUEST");
        assertThat(ask(address, "atlantis").code()).isEqualTo("CASE_FILTER_WRONG");
        assertThat(world.client()
                        .post(PATH + "/confirm", Map.of("token", UUID.randomUUID() + ".abc"))
                        .code())
                .isEqualTo("MAILING_LINK_WRONG");
        ask(address, "dock");
        String forged = token(awaitMail(1));
        assertThat(world.client().post(PATH + "/end", Map.of("token", forged)).code())
                .as("a link to confirm does not end")
                .isEqualTo("MAILING_LINK_WRONG");
    }

    @Test
    void triesAgainWhenTheMailServerIsBack() {
        ask(address, "dock");
        world.client().post(PATH + "/confirm", Map.of("token", token(awaitMail(1))));
        report("dock", "路边垃圾");
        Instant until = clock.instant().plusSeconds(1);
        MAIL.close();
        try {
            post.digests(until);
        } finally {
            MAIL.open();
        }
        assertThat(mails()).isEmpty();

        post.digests(until);

        assertThat(mails()).hasSize(1);
    }

    private Answer ask(String email, String area) {
        return world.client().post(PATH, Map.of("email", email, "area", area, "language", "zh"));
    }

    private void report(String area, String words) {
        Answer answer = world.officer()
                .post("/api/cases/v1/reports", Map.of("kind", "street-dirt", "description", words, "area", area));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private void digest(Duration later) {
        post.digests(clock.instant().plus(later));
    }

    private List<Mail> mails() {
        return MAIL.mailFor(address);
    }

    private Mail awaitMail(int many) {
        Eventually.eventually("a letter", () -> mails().size() >= many);
        return mails().get(many - 1);
    }

    private int known() {
        return db.fetchSingle(
                        "select count(*)::int as n from cs_cases.mail_subscription where address_key = ?",
                        vault.keyOf(address))
                .get("n", Integer.class);
    }

    private static String token(Mail mail) {
        Matcher link = LINK.matcher(mail.plain());
        assertThat(link.find()).as(mail.plain()).isTrue();
        return link.group(2);
    }
}
