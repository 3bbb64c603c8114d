package org.chengshu.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The steps of a guide: its code blocks in order, a block of text being what the commands before it print. */
record Guide(List<Step> steps) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)([^\\n]*)\\n(.*?)^```$");

    /** What a reader does. */
    sealed interface Step {
        /** Writes a file. */
        record Write(String path, String content) implements Step {}

        /** Types commands, and sees this. */
        record Run(String commands, Optional<String> prints) implements Step {}

        /** Starts the city in another terminal. */
        record Start(String command) implements Step {}
    }

    static Guide read(Path file) throws IOException {
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(file));
        while (block.find()) {
            String more = block.group(2).strip();
            String content = block.group(3);
            switch (block.group(1)) {
                case "yaml" -> steps.add(new Step.Write(more.substring("file=".length()), content));
                case "sh" ->
                    steps.add(more.equals("up") ? new Step.Start(content) : new Step.Run(content, Optional.empty()));
                case "text" -> steps.addLast(shows((Step.Run) steps.removeLast(), content));
                default -> throw new IllegalArgumentException(file + ": what is to be done with " + block.group());
            }
        }
        return new Guide(List.copyOf(steps));
    }

    private static Step shows(Step.Run commands, String prints) {
        return new Step.Run(commands.commands(), Optional.of(prints));
    }

    /** Whether what was printed is what the guide shows; dots stand for anything, a line of dots for any lines. */
    static boolean fits(String shown, String printed) {
        String pattern = shown.strip()
                .lines()
                .map(line -> line.strip().equals("...")
                        ? "(?s:.*)"
                        : Pattern.quote(line.stripTrailing()).replace("...", "\\E.*\\Q"))
                .reduce((a, b) -> a + "\\s*?\\n" + b)
                .orElse("");
        return Pattern.compile("\\s*" + pattern + "\\s*").matcher(printed).matches();
    }
}
