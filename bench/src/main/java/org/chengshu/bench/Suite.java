package org.chengshu.bench;

import java.util.List;

/** One bench: parts that each take some figures. */
public interface Suite {
    String name();

    /** The parts, by the names that {@code --only} takes. */
    List<String> parts();

    /** Takes the figures of the parts that are wanted; {@code place} hands out folders. */
    List<Figure> run(BenchOptions options, Workplace place) throws Exception;
}
