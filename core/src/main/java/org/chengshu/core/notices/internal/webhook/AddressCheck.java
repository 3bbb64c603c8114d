package org.chengshu.core.notices.internal.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Keeps calls that an administrator asks for out of our own network: an address must lead to public hosts only, by https,
 * unless a setting allows more. Every address that the name stands for is looked at, each time before it is called.
 */
final class AddressCheck {
    private final boolean privateAllowed;

    AddressCheck(boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
    }

    /** Why it must not be called; empty when it may. */
    Optional<String> refuse(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return Optional.of("it is not a web address");
        }
        boolean secure = "https".equals(uri.getScheme());
        if (!secure && !(privateAllowed && "http".equals(uri.getScheme()))) {
            return Optional.of("it must begin with https://");
        }
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
            return Optional.of("it needs a host, and neither a user nor a fragment");
        }
        return privateAllowed ? Optional.empty() : refuseHost(uri.getHost());
    }

    private static Optional<String> refuseHost(String host) {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            return Arrays.stream(addresses).anyMatch(AddressCheck::isPrivate)
                    ? Optional.of("it leads into a private network; notices.private-addresses would allow that")
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of("its host " + host + " is not known");
        }
    }

    static boolean isPrivate(InetAddress address) {
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
