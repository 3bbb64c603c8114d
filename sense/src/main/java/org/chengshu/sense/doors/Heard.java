package org.chengshu.sense.doors;

import java.util.List;
import java.util.function.Supplier;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.device.KnownDevice;

/** What is to be done with a message that came in. */
public sealed interface Heard {
    /** Offer it to the intake; the sender is told the verdict once that is committed. */
    record Readings(Delivery delivery, Verdict verdict) implements Heard {}

    /** Do it where blocking is allowed, in the order of the sender's messages. */
    record Work(Supplier<Done> work) implements Heard {}

    /** Note that a device behind this sender came or went. */
    record Presence(KnownDevice device, boolean here) implements Heard {}

    /** What came of work, and what to send back for it. */
    record Done(Verdict verdict, List<Message> answers) {
        public Done {
            answers = List.copyOf(answers);
        }

        static Done of(Verdict verdict) {
            return new Done(verdict, List.of());
        }
    }

    /** Something to send to who asked. */
    record Message(String topic, byte[] payload) {}
}
