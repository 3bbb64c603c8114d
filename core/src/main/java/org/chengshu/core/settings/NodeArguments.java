package org.chengshu.core.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * With what a node is started: its data folder, the settings on its command line, and the environment, of which only names
 * that begin with {@code CHENGSHU_} are kept. Shows no values, since some are secret. Immutable.
 */
public record NodeArguments(Path dataFolder, List<Given> commandLine, Map<String, String> environment) {
    private static final String OURS = "CHENGSHU_";

    public NodeArguments {
        dataFolder = dataFolder.toAbsolutePath().normalize();
        commandLine = List.copyOf(commandLine);
        Map<String, String> ours = new TreeMap<>(environment);
        ours.keySet().removeIf(name -> !name.startsWith(OURS));
        environment = Map.copyOf(ours);
    }

    @Override
    public String toString() {
        return "NodeArguments[" + dataFolder + ", " + commandLine + "]";
    }

    /**
     * A setting on the command line.
     *
     * @param place the option by which it was given, such as {@code --http-port}
     */
    public record Given(String name, String text, String place) {
        public Given {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(place, "place");
        }

        /** From {@code name=value}. */
        public static Given of(String nameAndValue) {
            int equals = nameAndValue.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("--set takes name=value, not " + nameAndValue);
            }
            String name = nameAndValue.substring(0, equals).strip();
            return new Given(name, nameAndValue.substring(equals + 1), "--set " + name);
        }

        @Override
        public String toString() {
            return place;
        }
    }
}
