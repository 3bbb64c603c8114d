package org.chengshu.core.notices.internal.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.chengshu.core.http.PrivateAddress;

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
            return Arrays.stream(addresses).anyMatch(PrivateAddress::is)
                    ? Optional.of("it leads into a private network; notices.private-addresses would allow that")
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of("its host " + host + " is not known");
        }
    }
}
