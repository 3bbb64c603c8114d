package org.chengshu.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;

/** A shell that stays open from command to command, as a person's does. */
final class Terminal implements AutoCloseable {
    private static final String END = "__end_of_output__";

    private final Process shell;
    private final Writer input;
    private final BufferedReader output;

    Terminal(Path folder, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "--noprofile", "--norc")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        shell = builder.start();
        input = shell.outputWriter();
        output = shell.inputReader();
    }

    /** What the commands print, errors and all. */
    String run(String commands) throws IOException {
        input.write(commands + "\necho\necho " + END + "\n");
        input.flush();
        StringBuilder printed = new StringBuilder();
        for (String line = output.readLine(); line != null && !line.equals(END); line = output.readLine()) {
            printed.append(line).append('\n');
        }
        return printed.toString();
    }

    @Override
    public void close() throws IOException {
        input.close();
        shell.destroy();
    }
}
