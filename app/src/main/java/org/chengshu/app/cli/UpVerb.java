package org.chengshu.app.cli;

import java.util.concurrent.Callable;
import org.chengshu.app.node.FirstPassword;
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
        node.firstPassword().ifPresent(UpVerb::tell);
        System.out.println("Data folder: " + options.data() + "   Ctrl-C stops.");
        node.awaitEnd();
        return 0;
    }

    private static void tell(FirstPassword first) {
        System.out.println("First administrator (shown once): name " + first.name() + "  password " + first.password());
    }
}
