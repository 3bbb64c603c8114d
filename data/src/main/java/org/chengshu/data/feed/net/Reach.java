package org.chengshu.data.feed.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.chengshu.core.CoreError;
import org.chengshu.core.http.PrivateAddress;
import org.chengshu.core.settings.Settings;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Which hosts sources may be called on: public ones, and of private ones those of the networks that the setting
 * {@code data.allowed-networks} names. Every address that a name stands for is looked at, each time before it is called.
 */
@Component("sourceReach")
public final class Reach {
    private final List<Network> allowed;

    @Autowired
    Reach(Settings settings) {
        this(settings.get(ReachSettings.ALLOWED));
    }

    Reach(List<Network> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Faults with {@code ADDRESS_NOT_ALLOWED}, or {@code SOURCE_REFUSED} when the host is not known. */
    public void require(String host) {
        InetAddress[] addresses = lookUp(host);
        Arrays.stream(addresses)
                .filter(PrivateAddress::is)
                .filter(address -> allowed.stream().noneMatch(network -> network.holds(address)))
                .findFirst()
                .ifPresent(address -> {
                    throw new Fault(
                            CoreError.ADDRESS_NOT_ALLOWED,
                            host + " leads into a private network (" + address.getHostAddress()
                                    + "); the setting data.allowed-networks would allow it");
                });
    }

    private static InetAddress[] lookUp(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new Fault(DataError.SOURCE_REFUSED, "the host " + host + " is not known", e);
        }
    }
}
