package org.chengshu.bench.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.chengshu.app.node.Node;
import org.chengshu.app.node.NodeOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** An ordinary node but for its clock: each line of its standard input is a duration by which that is moved. */
@Command(name = "up")
final class MovableClockNode implements Callable<Integer> {
    @Mixin
    NodeOptions options = new NodeOptions();

    private final MovableClock clock = new MovableClock();

    public static void main(String[] words) {
        int code = new CommandLine(new MovableClockNode()).execute(Arrays.copyOfRange(words, 1, words.length));
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() throws IOException {
        try (Node _ = Node.start(options.arguments(), clock);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                clock.move(Duration.parse(line));
                System.out.println("the clock was moved by " + line);
            }
        }
        return 0;
    }
}
