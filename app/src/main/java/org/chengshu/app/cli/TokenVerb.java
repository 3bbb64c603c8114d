package org.chengshu.app.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chengshu.app.node.NodeClient;
import org.chengshu.app.node.NodeOptions;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "API tokens.",
        footer = "%nExample: chengshu token create --role administrator",
        subcommands = {TokenVerb.Create.class, TokenVerb.ListTokens.class, TokenVerb.Revoke.class})
final class TokenVerb {
    private static final String TOKENS = "/api/core/v1/tokens";

    private TokenVerb() {}

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Makes a token for a role or an account; it is printed once, on the last line.",
            footer = "%nExample: chengshu token create --role administrator --label \"nightly export\" --days 90")
    static final class Create implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Option(names = "--role", description = "the role that the token acts as")
        String role = "";

        @Option(names = "--account", paramLabel = "NAME", description = "the account that the token acts as")
        String account = "";

        @Option(names = "--label", description = "what it is for (default: ${DEFAULT-VALUE})")
        String label = "command line";

        @Option(names = "--days", description = "ends after so many days (default: never)")
        int days;

        @Option(names = "--permission", description = "only this right of them, such as sense:read; may be repeated")
        List<String> permissions = List.of();

        @Override
        public Integer call() {
            if (role.isBlank() == account.isBlank()) {
                throw new IllegalArgumentException("give either --role or --account");
            }
            try (RunningNode node = RunningNode.of(options)) {
                JsonNode issued = node.client().post(TOKENS, order(node.client()));
                System.out.println(issued.path("token").asString());
            }
            return 0;
        }

        private Map<String, Object> order(NodeClient client) {
            Map<String, Object> order = new LinkedHashMap<>();
            order.put("label", label);
            if (role.isBlank()) {
                order.put("account", new AccountDesk(client).idOf(account));
            } else {
                order.put("role", role);
            }
            if (days > 0) {
                order.put(
                        "expires",
                        Clock.systemUTC().instant().plus(Duration.ofDays(days)).toString());
            }
            if (!permissions.isEmpty()) {
                order.put("scope", Map.of("permissions", permissions));
            }
            return order;
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the tokens of an account, never the secrets.",
            footer = "%nExample: chengshu token list --account li")
    static final class ListTokens implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Option(names = "--account", paramLabel = "NAME", description = "whose (default: those of the command line)")
        String account = "";

        @Override
        public Integer call() {
            try (RunningNode node = RunningNode.of(options)) {
                for (JsonNode token : tokens(node.client(), account)) {
                    System.out.printf(
                            "%s  %-30s  made %s  used %s  ends %s%n",
                            token.path("id").asString(),
                            token.path("label").asString(),
                            token.path("createdAt").asString(""),
                            token.path("lastUsed").asString("never"),
                            token.path("expires").asString("never"));
                }
            }
            return 0;
        }
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Ends a token at once.",
            footer = "%nExample: chengshu token revoke 0199...")
    static final class Revoke implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Parameters(paramLabel = "ID", description = "as 'token list' shows it")
        String id = "";

        @Option(names = "--account", paramLabel = "NAME", description = "whose it is (default: the command line's)")
        String account = "";

        @Override
        public Integer call() {
            if (!id.matches("[0-9a-f-]{36}")) {
                throw new IllegalArgumentException("'" + id + "' is no token's id; 'token list' shows them");
            }
            try (RunningNode node = RunningNode.of(options)) {
                node.client().delete(path(node.client(), account) + "/" + id);
            }
            System.out.println("token " + id + " is revoked");
            return 0;
        }
    }

    private static JsonNode tokens(NodeClient client, String account) {
        JsonNode items = client.get(path(client, account)).path("items");
        if (!items.isArray()) {
            throw new Fault(CoreError.INTERNAL, "the node's answer holds no list of tokens");
        }
        return items;
    }

    private static String path(NodeClient client, String account) {
        return account.isBlank()
                ? TOKENS
                : "/api/core/v1/accounts/" + new AccountDesk(client).idOf(account) + "/tokens";
    }
}
