package org.chengshu.sense.topics;

import java.util.Optional;

/**
 * What a message that a device or gateway sends is, as its topic says. The device is empty where the topic says "me".
 * Which payload it holds follows from the kind and the dialect.
 */
public sealed interface Up {
    /** Values of one device. */
    record Telemetry(Optional<Named> of, Dialect dialect) implements Up {}

    /** Something that happened, with data. */
    record Happened(Optional<Named> of, String event) implements Up {}

    /** Values of several devices. */
    record GatewayTelemetry() implements Up {}

    /** How a device stands: the reported state. */
    record Reported(Optional<Named> of) implements Up {}

    /** How several devices stand. */
    record GatewayReported() implements Up {}

    /** A device asks for state, by the number of its question. */
    record Asked(String question) implements Up {}

    /** A gateway asks for a device's state. */
    record GatewayAsked() implements Up {}

    /** An answer to a command; its number stands in the topic or, where that is empty, in the message. */
    record Answered(Optional<Named> of, Dialect dialect, Optional<String> command) implements Up {}

    /** A gateway's answer to a command of one of its devices. */
    record GatewayAnswered() implements Up {}

    /** The values that a device was asked for or that it took over. */
    record Confirmed(Optional<Named> of, boolean written) implements Up {}

    /** A device calls the platform, by the number of its call. */
    record Called(String call) implements Up {}

    /** A device says of itself, or a gateway of its device, that it came or went. */
    record Presence(Optional<Named> of, boolean here) implements Up {}

    /** A gateway says in the message which of its devices came or went. */
    record GatewayPresence(boolean here) implements Up {}

    /** Nothing that is taken here. */
    record Foreign() implements Up {}

    /**
     * The device that a topic names: by its product where the topic does, and behind which gateway where it says so.
     */
    record Named(Optional<String> product, String device, Optional<String> behind) {}
}
