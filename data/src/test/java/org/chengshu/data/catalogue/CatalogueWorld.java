package org.chengshu.data.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.NewAccount;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.core.testing.TestTown;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Departments and the bureau of a town, and what they enter into the catalogue. */
public final class CatalogueWorld {
    public static final String ENTRIES = "/api/data/v1/catalogue/entries";

    private final ApplicationContext context;
    private final TestPeople people;
    private final int port;

    public CatalogueWorld(ApplicationContext context, int port) {
        TestTown.build(context);
        this.context = context;
        this.people = new TestPeople(context);
        this.port = port;
    }

    /** Somebody who writes for a department. */
    public PeopleClient editor(String organisation) {
        return of(organisation, "data:read", EntryRights.EDIT);
    }

    /** Somebody of the bureau who reviews for all departments. */
    public PeopleClient reviewer() {
        return PeopleClient.at(port).bearer(people.token("data:read", EntryRights.REVIEW));
    }

    public PeopleClient reader() {
        return PeopleClient.at(port).bearer(people.token("data:read"));
    }

    /** Whoever may do everything with entries. */
    public PeopleClient both() {
        return PeopleClient.at(port).bearer(people.token("data:read", EntryRights.EDIT, EntryRights.REVIEW));
    }

    public PeopleClient of(String organisation, String... permissions) {
        return PeopleClient.at(port)
                .bearer(people.token(account(organisation, permissions).id()));
    }

    public AccountView account(String organisation, String... permissions) {
        String role = people.role(permissions);
        return context.getBean(Accounts.class)
                .create(new NewAccount(
                        "clerk-" + role,
                        "Clerk",
                        Optional.of(TestPeople.PASSWORD),
                        List.of(role),
                        Optional.empty(),
                        Optional.of(organisation)));
    }

    public PeopleClient as(AccountView account) {
        return PeopleClient.at(port).bearer(people.token(account.id()));
    }

    public static Map<String, Object> request(String organisation, String title, List<String> fields) {
        return Map.of("organisation", organisation, "content", content(title, fields));
    }

    public static Map<String, Object> content(String title, List<String> fields) {
        return Map.of(
                "title", title,
                "summary", title + "的摘要",
                "classCode", "102",
                "format", "database",
                "fields", fields.stream().map(CatalogueWorld::field).toList(),
                "sharing", "unconditional",
                "openness", "closed",
                "cycle", "daily");
    }

    public static Map<String, Object> field(String title) {
        return Map.of("name", title, "title", title, "type", "text", "length", 50, "sensitivity", 2);
    }

    /** Enters, hands in and publishes; answers the id. */
    public String published(String organisation, String title, List<String> fields) {
        PeopleClient editor = editor(organisation);
        String id = created(editor, organisation, title, fields);
        editor.post(ENTRIES + "/" + id + "/submit", Map.of());
        PeopleClient.Answer answer = reviewer().post(ENTRIES + "/" + id + "/publish", Map.of());
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
        return id;
    }

    public static String created(PeopleClient editor, String organisation, String title, List<String> fields) {
        PeopleClient.Answer answer = editor.post(ENTRIES, request(organisation, title, fields));
        if (answer.status() != 201) {
            throw new AssertionError(answer.body());
        }
        return answer.json().path("id").asString();
    }

    public static List<String> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
