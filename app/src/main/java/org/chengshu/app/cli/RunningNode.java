package org.chengshu.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.chengshu.app.node.Node;
import org.chengshu.app.node.NodeAddress;
import org.chengshu.app.node.NodeClient;
import org.chengshu.app.node.NodeOptions;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;

/** The node that a verb acts on: the one running on the data folder, else one started for the verb alone. */
final class RunningNode implements AutoCloseable {
    private final NodeClient client;
    private final Optional<Node> own;

    private RunningNode(NodeClient client, Optional<Node> own) {
        this.client = client;
        this.own = own;
    }

    static RunningNode of(NodeOptions options) {
        Optional<RunningNode> running = find(options);
        if (running.isPresent()) {
            return running.get();
        }
        System.err.println("No node is running on " + options.data() + "; starting one for this command ...");
        Node node = Node.start(options.privately());
        return new RunningNode(new NodeClient(node.address()), Optional.of(node));
    }

    /** The node that runs on the data folder, if one answers. */
    static Optional<RunningNode> find(NodeOptions options) {
        return address(options.data())
                .map(NodeClient::new)
                .filter(NodeClient::answers)
                .map(client -> new RunningNode(client, Optional.empty()));
    }

    NodeClient client() {
        return client;
    }

    private static Optional<NodeAddress> address(Path dataFolder) {
        try {
            return NodeAddress.readFrom(dataFolder);
        } catch (IOException e) {
            throw new Fault(CoreError.INTERNAL, "cannot read the node's address in " + dataFolder + ": " + e, e);
        }
    }

    @Override
    public void close() {
        client.close();
        own.ifPresent(Node::close);
    }
}
