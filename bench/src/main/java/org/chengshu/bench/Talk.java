package org.chengshu.bench;

import java.time.Duration;

/** What a bench says while it goes: on standard error, with the time since it began. */
public final class Talk {
    private static final long BEGUN = System.nanoTime();

    private Talk() {}

    public static void say(String text) {
        Duration since = Duration.ofNanos(System.nanoTime() - BEGUN);
        System.err.printf("%3d:%02d  %s%n", since.toMinutes(), since.toSecondsPart(), text);
    }
}
