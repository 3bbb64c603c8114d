package org.chengshu.core.notices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.NewAccount;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.testing.CoreTestApp;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.core.testing.TestTown;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A node with a mail server beside it, in a town with rules of who is told what. */
@SpringBootTest(
        classes = {CoreTestApp.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class NoticeTown {
    static final MailOffice MAIL = new MailOffice();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String MANIFEST = """
            id: notice-town
            version: 1.0.0
            title: {zh: 通知, en: Notices}
            description: {zh: 谁被通知, en: Who is told}
            """;
    private static final String RULES = """
            roles:
              - {id: watch, title: {zh: 值守, en: Watch}, permissions: []}
              - {id: head, title: {zh: 主管, en: Head}, permissions: []}
            notice-rules:
              - id: floods
                title: {zh: 内涝, en: Floods}
                matter: flood
                severity: 2
                area: test-town
                channels: [inbox, email]
                quiet: {from: "00:00", to: "23:59", through: 4}
                steps:
                  - to: [{role: watch}]
                  - {after: PT10M, to: [{role: head}]}
              - id: twice
                title: {zh: 再说一次, en: Once more}
                matter: flood
                where: {twice: ["yes"]}
                steps:
                  - to: [{role: watch}]
              - id: calls
                title: {zh: 外部系统, en: Another system}
                matter: flood
                where: {call: [this]}
                steps:
                  - to: [{webhook: flood-desk}]
            """;

    static {
        MAIL.open();
    }

    @Autowired
    ApplicationContext context;

    @Autowired
    Notices notices;

    @Autowired
    Transactions transactions;

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    TestPeople people;
    PeopleClient office;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("chengshu.setting.mail.host", () -> "127.0.0.1");
        properties.add("chengshu.setting.mail.port", () -> Integer.toString(MAIL.port()));
        properties.add("chengshu.setting.mail.tls", () -> "none");
        properties.add("chengshu.setting.mail.from", () -> "city@example.cn");
        properties.add("chengshu.setting.notices.address", () -> "https://city.example.cn");
        properties.add("chengshu.setting.notices.private-addresses", () -> "true");
    }

    @BeforeEach
    void build() {
        TestTown.build(context);
        context.getBean(Packs.class)
                .apply(new PackFiles(Map.of("pack.yaml", MANIFEST, "rules.yaml", RULES)), Viewer.system());
        people = new TestPeople(context);
        office = PeopleClient.at(port).bearer(people.token("core:notices"));
    }

    /** Somebody who holds a role somewhere. */
    Person person(String role, Optional<String> area, Optional<String> organisation) {
        UUID id = accounts.create(new NewAccount(
                        "notice-" + NUMBER.incrementAndGet(),
                        "Person",
                        Optional.of(TestPeople.PASSWORD),
                        List.of(role),
                        area,
                        organisation))
                .id();
        return new Person(id, PeopleClient.at(port).bearer(people.token(id)));
    }

    static String key() {
        return "key-" + NUMBER.incrementAndGet();
    }

    static Notice flood(String key, int severity) {
        return new Notice(
                "flood",
                key,
                Severity.ofLevel(severity),
                Text.of("积水 <30 厘米>", "Water <30 cm>"),
                Text.of("西区立交桥下", "Under the western flyover"),
                Optional.of("/floods/1"),
                TestTown.WEST_PATH,
                Map.of());
    }

    void tell(Notice notice, Person... to) {
        List<Recipient> recipients = java.util.Arrays.stream(to)
                .map(one -> Recipient.account(one.id()))
                .toList();
        transactions.run(() -> notices.tell(notice, recipients, Set.of(Channel.INBOX, Channel.EMAIL)));
    }

    record Person(UUID id, PeopleClient client) {
        int unread() {
            return client.get("/api/core/v1/notices/unread")
                    .json()
                    .path("count")
                    .asInt();
        }

        void wants(String language, String email, String quietFrom, String quietTo) {
            String preferences = "/api/core/v1/notices/preferences";
            String tag = client.get(preferences).header("ETag");
            Map<String, Object> wish =
                    new java.util.HashMap<>(Map.of("language", language, "email", email, "emailOn", true));
            if (!quietFrom.isEmpty()) {
                wish.put("quietFrom", quietFrom);
                wish.put("quietTo", quietTo);
            }
            PeopleClient.Answer answer = client.with("If-Match", tag).put(preferences, wish);
            if (answer.status() != 200) {
                throw new AssertionError(answer.body());
            }
        }
    }
}
