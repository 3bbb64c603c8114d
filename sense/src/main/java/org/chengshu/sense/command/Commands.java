package org.chengshu.sense.command;

import java.util.List;
import java.util.Optional;
import org.chengshu.sense.Door;
import org.chengshu.sense.device.KnownDevice;
import tools.jackson.databind.JsonNode;

/**
 * What a door needs to carry commands to devices. All of it asks the database: call it where blocking is allowed. Whatever
 * is taken is noted as sent before it comes back, so a command is sent at most once for each attempt it has.
 */
public interface Commands {
    /** Takes up to {@code most} commands that wait for the device, oldest first. */
    List<Command> take(KnownDevice device, Door door, int most);

    /** As above for a session that outlives its connection; each command has one of the packets, in order. */
    List<Published> take(KnownDevice device, Door door, long session, List<Integer> packets);

    /** What was published to the session, is not confirmed and still worth an answer. */
    List<Published> unconfirmed(long session);

    /** The session has the packet. */
    void confirmed(long session, int packet);

    /** The device's answer; false when it has no such command out. With an error it is a refusal. */
    boolean answer(KnownDevice device, int command, Optional<JsonNode> reply, Optional<String> error);

    /** A command under the number of its packet. */
    record Published(Command command, int packet) {}
}
