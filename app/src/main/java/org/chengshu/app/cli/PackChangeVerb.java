package org.chengshu.app.cli;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chengshu.app.node.NodeClient;
import org.chengshu.app.node.NodeOptions;
import org.chengshu.app.pack.PackSource;
import org.chengshu.app.pack.PackWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The verbs that change something: both show what they are about to do and ask on a terminal. */
final class PackChangeVerb {
    private static final int REFUSED = 1;

    private PackChangeVerb() {}

    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            description = "Shows what would change, then applies a pack, all of it or nothing.",
            footer = {
                "%nOn a terminal it asks first, --yes answers beforehand; in a script it does not ask.",
                "What was shown is what is applied: if things change in between, it is refused.",
                "Examples: chengshu pack apply packs/air-quality",
                "          chengshu pack apply air-quality@1.0.0     (back to an earlier version)"
            })
    static final class Apply implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Mixin
        PackWords words = new PackWords();

        @Option(
                names = {"-y", "--yes"},
                description = "does not ask")
        boolean yes;

        @Option(names = "--downgrade", description = "allows a version lower than the installed one")
        boolean downgrade;

        @Parameters(paramLabel = "FOLDER|ID@VERSION", description = "a folder, or a version that was applied before")
        String source = ".";

        @Override
        public Integer call() {
            try (RunningNode node = RunningNode.of(options)) {
                PackSource pack = PackSource.of(source, node.client());
                JsonNode diff = pack.diff();
                words.diff(diff);
                if (diff.path("kind").asString().equals("unchanged")) {
                    pack.apply(diff, downgrade);
                    return 0;
                }
                if (!diff.path("refused").asBoolean() && !agreed(words, yes, "应用", "Apply this")) {
                    return REFUSED;
                }
                words.applied(pack.apply(diff, downgrade));
                return 0;
            } catch (NodeClient.Refused refused) {
                words.faults(refused.problem());
                return REFUSED;
            }
        }
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Takes a pack away with everything it brought, unless something uses it.",
            footer = {
                "%nHistory stays, and so do its files: chengshu pack apply ID@VERSION brings it back.",
                "Example: chengshu pack remove air-quality --dry-run"
            })
    static final class Remove implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Mixin
        PackWords words = new PackWords();

        @Option(
                names = {"-y", "--yes"},
                description = "does not ask")
        boolean yes;

        @Option(names = "--dry-run", description = "only says what would go and what uses it; exit code 1 if refused")
        boolean dryRun;

        @Parameters(paramLabel = "ID", description = "the pack")
        String id = "";

        @Override
        public Integer call() {
            try (RunningNode node = RunningNode.of(options)) {
                String path = PackSource.PACKS + "/" + Urls.encode(id);
                JsonNode diff = node.client().get(path + "/removal");
                words.diff(diff);
                boolean refused = diff.path("refused").asBoolean();
                if (dryRun) {
                    return refused ? REFUSED : 0;
                }
                if (!refused && !agreed(words, yes, "移除", "Remove this")) {
                    return REFUSED;
                }
                node.client()
                        .delete(path + "?fingerprint="
                                + diff.path("fingerprint").asString());
                words.say("已移除 " + id, "removed " + id);
                return 0;
            } catch (NodeClient.Refused refused) {
                words.faults(refused.problem());
                return REFUSED;
            }
        }
    }

    private static boolean agreed(PackWords words, boolean yes, String zh, String en) {
        Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (yes || terminal.isEmpty()) {
            return true;
        }
        String answer = terminal.get().readLine("%s ", words.of(zh + "？[y/N]", en + "? [y/N]"));
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
