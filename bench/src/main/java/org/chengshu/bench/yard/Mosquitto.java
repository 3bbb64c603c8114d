package org.chengshu.bench.yard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.bench.Talk;
import org.chengshu.bench.Until;

/** Debian's MQTT broker with nothing to do but to acknowledge. */
public final class Mosquitto implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Process process;
    private final int port;

    private Mosquitto(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Finds it, or lets apt bring it when this is root on a Debian; empty, and said so, when there is none. */
    public static Optional<Path> find() throws IOException, InterruptedException {
        Optional<Path> found = look();
        if (found.isEmpty() && "root".equals(System.getProperty("user.name")) && isIn("apt-get")) {
            Talk.say("installing mosquitto with apt-get ...");
            new ProcessBuilder(
                            "sh",
                            "-c",
                            "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "
                                    + "--no-install-recommends mosquitto")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            found = look();
        }
        if (found.isEmpty()) {
            Talk.say("mosquitto is not here: no figure against it (Debian: sudo apt-get install mosquitto)");
        }
        return found;
    }

    public static Mosquitto start(Path program, Path folder) throws IOException {
        int port = freePort();
        Path settings = folder.resolve("mosquitto.conf");
        Files.writeString(settings, """
                listener %d 127.0.0.1
                allow_anonymous true
                persistence false
                log_dest none
                user root
                """.formatted(port));
        Process process = new ProcessBuilder(program.toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        Until.within(SOON, "mosquitto to listen", () -> answers(port));
        return new Mosquitto(process, port);
    }

    public int port() {
        return port;
    }

    private static boolean answers(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        }
    }

    private static Optional<Path> look() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "mosquitto"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isIn(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
