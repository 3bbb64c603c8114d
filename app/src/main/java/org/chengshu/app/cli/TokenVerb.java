package org.chengshu.app.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.chengshu.app.node.NodeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "API tokens.",
        subcommands = TokenVerb.Create.class)
final class TokenVerb {
    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Makes a token for a role; it is printed once, on the last line.",
            footer = "%nExample: chengshu token create --role administrator")
    static final class Create implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Option(names = "--role", required = true, description = "the role that the token acts as")
        String role = "";

        @Option(names = "--label", description = "what it is for (default: ${DEFAULT-VALUE})")
        String label = "command line";

        @Override
        public Integer call() {
            try (RunningNode node = RunningNode.of(options)) {
                JsonNode issued = node.client().post("/api/core/v1/tokens", Map.of("role", role, "label", label));
                System.out.println(issued.path("token").asString());
            }
            return 0;
        }
    }
}
