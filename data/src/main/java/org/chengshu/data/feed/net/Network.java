package org.chengshu.data.feed.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of addresses, written {@code 10.20.0.0/16}. Immutable. */
record Network(InetAddress base, int bits) {
    /** Throws {@link IllegalArgumentException} when it is none; names are not looked up. */
    static Network of(String written) {
        int slash = written.indexOf('/');
        String address = slash < 0 ? written : written.substring(0, slash);
        if (!address.matches("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}")) {
            throw new IllegalArgumentException(written + " is no range of addresses such as 10.20.0.0/16");
        }
        try {
            InetAddress base = InetAddress.getByName(address);
            int all = base.getAddress().length * 8;
            int bits = slash < 0 ? all : Integer.parseInt(written.substring(slash + 1));
            if (bits < 0 || bits > all) {
                throw new IllegalArgumentException(written + " has a length beyond its address");
            }
            return new Network(base, bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(written + " is no address", e);
        }
    }

    boolean holds(InetAddress address) {
        byte[] ours = base.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
