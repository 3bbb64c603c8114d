package org.chengshu.e2e;

import java.util.List;
import java.util.Map;
import org.chengshu.bench.NodeProcess;

/** Somebody with an account of his own, who signs in as people do. */
final class Officer {
    private static final String NAME = "officer";
    private static final String PASSWORD = "a-long-enough-password";

    private Officer() {}

    static void hire(NodeProcess node, String... roles) {
        node.post(
                "/api/core/v1/accounts",
                Map.of("name", NAME, "displayName", "林警官", "password", PASSWORD, "roles", List.of(roles)));
    }

    static void signIn(NodeProcess node, Screen screen) {
        screen.go(node.people("/").toString());
        screen.page().locator("#login-name").waitFor();
        screen.isAccessible();
        screen.page().locator("#login-name").fill(NAME);
        screen.page().locator("#login-password").fill(PASSWORD);
        screen.page().locator("button[type=submit]").click();
        screen.see("未解除的告警");
    }
}
