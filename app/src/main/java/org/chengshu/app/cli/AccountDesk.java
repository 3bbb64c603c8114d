package org.chengshu.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chengshu.app.node.NodeClient;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;
import tools.jackson.databind.JsonNode;

/** Accounts by their names, through the same routes as the screens. */
final class AccountDesk {
    private static final String ACCOUNTS = "/api/core/v1/accounts";

    private final NodeClient client;

    AccountDesk(NodeClient client) {
        this.client = client;
    }

    List<JsonNode> list(String find) {
        List<JsonNode> all = new ArrayList<>();
        String path = ACCOUNTS + "?limit=200" + (find.isBlank() ? "" : "&q=" + Urls.encode(find));
        for (String next = ""; next != null; ) {
            JsonNode page = client.get(path + (next.isEmpty() ? "" : "&cursor=" + Urls.encode(next)));
            page.path("items").forEach(all::add);
            next = page.path("next").asString(null);
        }
        return all;
    }

    void create(Map<String, Object> account) {
        client.post(ACCOUNTS, account);
    }

    void post(String name, String act) {
        client.post(ACCOUNTS + "/" + idOf(name) + "/" + act, Map.of());
    }

    /** The whole address of the page where the owner chooses a password. */
    String resetLink(String name) {
        JsonNode made = client.post(ACCOUNTS + "/" + idOf(name) + "/reset-password", Map.of());
        return UserVerb.address(client, made.path("link").asString());
    }

    String grant(String name, Map<String, String> grant) {
        JsonNode account = get(name);
        List<Map<String, String>> grants = grantsOf(account);
        if (!grants.contains(grant)) {
            grants.add(grant);
        }
        return change(account, grants);
    }

    String revoke(String name, Map<String, String> grant) {
        JsonNode account = get(name);
        List<Map<String, String>> grants = grantsOf(account);
        if (!grants.remove(grant)) {
            throw new Fault(
                    CoreError.NOT_FOUND, name + " does not hold " + words(grant) + "; it holds: " + grants(account));
        }
        return change(account, grants);
    }

    static Map<String, String> grant(String role, String area, String organisation) {
        Map<String, String> grant = new LinkedHashMap<>();
        grant.put("role", role);
        if (!area.isBlank()) {
            grant.put("area", area);
        }
        if (!organisation.isBlank()) {
            grant.put("organisation", organisation);
        }
        return grant;
    }

    static String grants(JsonNode account) {
        return grantsOf(account).stream().map(AccountDesk::words).collect(Collectors.joining(", "));
    }

    private static String words(Map<String, String> grant) {
        return grant.get("role")
                + (grant.containsKey("area") ? " in " + grant.get("area") : "")
                + (grant.containsKey("organisation") ? " for " + grant.get("organisation") : "");
    }

    private static List<Map<String, String>> grantsOf(JsonNode account) {
        List<Map<String, String>> grants = new ArrayList<>();
        account.path("grants")
                .forEach(one -> grants.add(grant(
                        one.path("role").asString(),
                        one.path("area").asString(""),
                        one.path("organisation").asString(""))));
        return grants;
    }

    private String change(JsonNode account, List<Map<String, String>> grants) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("displayName", account.path("displayName").asString());
        if (account.path("organisation").isString()) {
            body.put("organisation", account.path("organisation").asString());
        }
        body.put("grants", grants);
        JsonNode changed = client.put(
                ACCOUNTS + "/" + account.path("id").asString(),
                account.path("version").asLong(),
                body);
        return grants(changed);
    }

    private JsonNode get(String name) {
        return client.get(ACCOUNTS + "/" + idOf(name));
    }

    String idOf(String name) {
        return list(name).stream()
                .filter(account -> account.path("name").asString().equalsIgnoreCase(name))
                .findFirst()
                .map(account -> account.path("id").asString())
                .orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "there is no account " + name));
    }
}
