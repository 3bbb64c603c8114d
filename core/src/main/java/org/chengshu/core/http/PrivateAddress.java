package org.chengshu.core.http;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Tells addresses of private and special ranges from public ones, before somebody's address is called. Pure. */
public final class PrivateAddress {
    private PrivateAddress() {}

    /** Whether the address leads into a network that is not the public one. */
    public static boolean is(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isSpecial(address);
    }

    /** Ranges that the platform has no word for: unique local, carrier-grade NAT, 0/8, benchmarks, reserved, 6to4 and NAT64. */
    private static boolean isSpecial(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet6Address) {
            boolean uniqueLocal = (first & 0xfe) == 0xfc;
            boolean sixToFour = first == 0x20 && second == 0x02;
            boolean translated = first == 0x00 && second == 0x64;
            return uniqueLocal || sixToFour || translated || first == 0;
        }
        boolean carrier = first == 100 && (second & 0xc0) == 64;
        boolean benchmark = first == 198 && (second & 0xfe) == 18;
        boolean protocol = first == 192 && second == 0;
        return first == 0 || carrier || benchmark || protocol || first >= 240;
    }
}
