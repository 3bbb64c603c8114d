package org.chengshu.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chengshu.app.node.NodeClient;
import org.chengshu.app.node.NodeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = {
            "Accounts, from the machine itself: also when nobody can sign in any more.",
            "Whoever may read the data folder may do this; each act is in the audit."
        },
        footer = "%nExample: chengshu user reset-password admin",
        subcommands = {
            UserVerb.Create.class,
            UserVerb.ListUsers.class,
            UserVerb.Disable.class,
            UserVerb.Enable.class,
            UserVerb.Unlock.class,
            UserVerb.ResetPassword.class,
            UserVerb.GrantRole.class,
            UserVerb.RevokeRole.class
        })
final class UserVerb {
    private UserVerb() {}

    /** What all of them take; what they do with the account of that name. */
    abstract static class OfOne implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Parameters(paramLabel = "NAME", description = "the account's name")
        String name = "";

        abstract void act(AccountDesk desk);

        @Override
        public final Integer call() {
            try (RunningNode node = RunningNode.of(options)) {
                act(new AccountDesk(node.client()));
            }
            return 0;
        }
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description =
                    "Makes an account and prints the link by which its owner chooses a password (once, 24 hours).",
            footer = "%nExample: chengshu user create li --display 李雷 --role duty-officer --area 330100")
    static final class Create extends OfOne {
        @Option(names = "--display", paramLabel = "NAME", description = "the name that others see (default: NAME)")
        String display = "";

        @Option(names = "--role", required = true, description = "a role; may be repeated")
        List<String> roles = List.of();

        @Option(
                names = "--area",
                paramLabel = "CODE",
                description = "the roles hold in this area only (default: whole city)")
        String area = "";

        @Option(names = "--organisation", paramLabel = "CODE", description = "where the person belongs")
        String organisation = "";

        @Override
        void act(AccountDesk desk) {
            Map<String, Object> account = new LinkedHashMap<>();
            account.put("name", name);
            account.put("displayName", display.isBlank() ? name : display);
            account.put(
                    "grants",
                    roles.stream()
                            .map(role -> AccountDesk.grant(role, area, ""))
                            .toList());
            if (!organisation.isBlank()) {
                account.put("organisation", organisation);
            }
            desk.create(account);
            System.out.println("account " + name + " is made. Its owner chooses a password at (once, 24 hours):");
            System.out.println(desk.resetLink(name));
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists accounts with their roles and state.",
            footer = "%nExample: chengshu user list --find li")
    static final class ListUsers implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Option(names = "--find", paramLabel = "TEXT", description = "part of a name")
        String find = "";

        @Override
        public Integer call() {
            try (RunningNode node = RunningNode.of(options)) {
                for (JsonNode account : new AccountDesk(node.client()).list(find)) {
                    System.out.printf(
                            "%-20s  %-9s  %-20s  %s%n",
                            account.path("name").asString(),
                            account.path("state").asString("active"),
                            account.path("displayName").asString(""),
                            AccountDesk.grants(account));
                }
            }
            return 0;
        }
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            description = "Nobody signs in with it any more; its sessions end, its tokens stop.",
            footer = "%nExample: chengshu user disable li")
    static final class Disable extends OfOne {
        @Override
        void act(AccountDesk desk) {
            desk.post(name, "disable");
            System.out.println("account " + name + " is disabled");
        }
    }

    @Command(
            name = "enable",
            mixinStandardHelpOptions = true,
            description = "Lets a disabled account in again.",
            footer = "%nExample: chengshu user enable li")
    static final class Enable extends OfOne {
        @Override
        void act(AccountDesk desk) {
            desk.post(name, "enable");
            System.out.println("account " + name + " is enabled");
        }
    }

    @Command(
            name = "unlock",
            mixinStandardHelpOptions = true,
            description = "Lets an account in again that too many wrong passwords have locked.",
            footer = "%nExample: chengshu user unlock li")
    static final class Unlock extends OfOne {
        @Override
        void act(AccountDesk desk) {
            desk.post(name, "unlock");
            System.out.println("account " + name + " is unlocked");
        }
    }

    @Command(
            name = "reset-password",
            mixinStandardHelpOptions = true,
            description =
                    "Prints a link by which the owner chooses a new password (once, 24 hours); ends all sessions.",
            footer = "%nExample: chengshu user reset-password admin")
    static final class ResetPassword extends OfOne {
        @Override
        void act(AccountDesk desk) {
            System.out.println(desk.resetLink(name));
        }
    }

    /** A grant to add or to take. */
    abstract static class OfGrant extends OfOne {
        @Option(names = "--role", required = true, description = "the role")
        String role = "";

        @Option(names = "--area", paramLabel = "CODE", description = "the area it holds in (default: whole city)")
        String area = "";

        @Option(
                names = "--organisation",
                paramLabel = "CODE",
                description = "the organisation it holds for (default: all)")
        String organisation = "";

        Map<String, String> grant() {
            return AccountDesk.grant(role, area, organisation);
        }
    }

    @Command(
            name = "grant",
            mixinStandardHelpOptions = true,
            description = "Gives an account a further role.",
            footer = "%nExample: chengshu user grant li --role duty-officer --area 330100")
    static final class GrantRole extends OfGrant {
        @Override
        void act(AccountDesk desk) {
            System.out.println(name + " holds now: " + desk.grant(name, grant()));
        }
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Takes a role from an account.",
            footer = "%nExample: chengshu user revoke li --role duty-officer --area 330100")
    static final class RevokeRole extends OfGrant {
        @Override
        void act(AccountDesk desk) {
            System.out.println(name + " holds now: " + desk.revoke(name, grant()));
        }
    }

    static String address(NodeClient client, String link) {
        return client.address().http().resolve(link).toString();
    }
}
