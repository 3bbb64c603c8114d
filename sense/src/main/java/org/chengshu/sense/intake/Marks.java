package org.chengshu.sense.intake;

import java.util.List;
import org.chengshu.sense.Delivery.Mark;

/** Keeps the marks of messages that are taken once, in the transaction that stores what they said. */
@FunctionalInterface
public interface Marks {
    void keep(List<Mark> marks);
}
