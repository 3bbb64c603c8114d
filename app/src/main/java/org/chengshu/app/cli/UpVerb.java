package org.chengshu.app.cli;

import java.net.URI;
import java.util.concurrent.Callable;
import org.chengshu.app.node.Node;
import org.chengshu.app.node.NodeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts an empty platform on a data folder or a database; Ctrl-C stops it.",
        footer = "%nExample: chengshu up --data /srv/city --http-port 8080")
final class UpVerb implements Callable<Integer> {
    @Mixin
    NodeOptions options = new NodeOptions();

    @Override
    public Integer call() throws InterruptedException {
        Node node = Node.start(options.arguments());
        System.out.println("Chengshu is ready: " + node.address().http() + "   devices: "
                + node.address().device() + "   MQTT: " + node.address().mqtt());
        node.firstLink().ifPresent(UpVerb::tell);
        System.out.println("Data folder: " + options.data() + "   Ctrl-C stops.");
        node.awaitEnd();
        return 0;
    }

    private static void tell(URI first) {
        System.out.println(
                "There is no administrator yet. Open this link to become the first (good once, for 24 hours):");
        System.out.println("  " + first);
    }
}
