package org.chengshu.bench.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports that stay the same when a node is started again. */
final class Ports {
    private Ports() {}

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
