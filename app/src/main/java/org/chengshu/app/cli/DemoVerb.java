package org.chengshu.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.chengshu.app.city.CityCard;
import org.chengshu.app.city.CityScenery;
import org.chengshu.app.node.Node;
import org.chengshu.app.node.NodeAddress;
import org.chengshu.app.node.NodeClient;
import org.chengshu.app.node.NodeOptions;
import org.chengshu.app.pack.PackFolder;
import org.chengshu.demo.DemoAccount;
import org.chengshu.demo.DemoCity;
import org.chengshu.demo.DemoOptions;
import org.chengshu.demo.DemoScenery;
import org.chengshu.demo.DemoTarget;
import org.chengshu.kernel.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a demonstration city that lives: devices, incidents, people who act. Ctrl-C stops it.",
            "The same seed makes the same city. The data folder keeps it for the next start."
        },
        footer = "%nExample: chengshu demo --seed 7 --devices 300 --rate 1")
final class DemoVerb implements Callable<Integer> {
    @Mixin
    NodeOptions options = new NodeOptions();

    @Option(names = "--seed", description = "what the city is made from (default: ${DEFAULT-VALUE})")
    long seed = 7;

    @Option(names = "--rate", description = "how many times faster devices report (default: ${DEFAULT-VALUE})")
    double rate = 1;

    @Option(names = "--devices", description = "how many devices (default: ${DEFAULT-VALUE})")
    int devices = 300;

    @Override
    public Integer call() throws InterruptedException {
        DemoOptions demo = new DemoOptions(seed, rate, devices);
        say("Starting the platform ...");
        Node node = Node.start(options.arguments(), card(), new CityScenery(DemoScenery.geoJson(demo)));
        applyPacks(node.address());
        DemoCity city = DemoCity.start(target(node.address()), demo, DemoVerb::say);
        Runtime.getRuntime().addShutdownHook(new Thread(city::close, "stop-demo"));
        welcome(node.address());
        node.awaitEnd();
        return 0;
    }

    private static void applyPacks(NodeAddress address) {
        Path packs = Path.of(System.getProperty("chengshu.packs", "packs"));
        try (NodeClient client = new NodeClient(address)) {
            for (String pack : List.of("city-base", "air-quality", "national-standards", "base-libraries")) {
                say("Applying the pack " + pack + " ...");
                PackFolder.at(packs.resolve(pack)).applyTo(client);
            }
        }
    }

    private static DemoTarget target(NodeAddress address) {
        int colon = address.mqtt().lastIndexOf(':');
        return new DemoTarget(
                address.http(),
                address.trust(),
                address.device(),
                address.mqtt().substring(0, colon),
                Integer.parseInt(address.mqtt().substring(colon + 1)),
                address.token());
    }

    private static CityCard card() {
        List<CityCard.DemoAccount> accounts = DemoAccount.all().stream()
                .map(account -> new CityCard.DemoAccount(account.name(), account.password(), account.title()))
                .toList();
        return new CityCard(Text.of("云川市（演示）", "Yunchuan (demo)"), true, accounts, DemoTour.steps());
    }

    private static void welcome(NodeAddress address) {
        say("");
        say("The city lives:  " + address.http());
        say("Devices speak:   MQTT " + address.mqtt() + "   HTTP " + address.device());
        say("Accounts (demonstration only, password "
                + DemoAccount.all().getFirst().password() + "):");
        DemoAccount.all()
                .forEach(account -> say(String.format(
                        "  %-14s %s  %s",
                        account.name(), account.title().zh(), account.title().en())));
        say("Ctrl-C stops it.");
    }

    private static void say(String words) {
        System.out.println(words);
    }
}
