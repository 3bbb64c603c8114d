package org.chengshu.sense.link;

import java.util.Objects;
import org.chengshu.sense.Door;

/** Who connected: by which door, from where, under which name of its own, speaking what. Immutable. */
public record Caller(Door door, String address, String client, String protocol) {
    private static final int LONGEST = 200;

    public Caller {
        Objects.requireNonNull(door, "door");
        address = cut(address);
        client = cut(client);
        protocol = cut(protocol);
    }

    private static String cut(String text) {
        String clean = text.replace('\u0000', ' ');
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
