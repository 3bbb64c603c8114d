package org.chengshu.core.http.internal.tls;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The names and addresses by which people may reach this machine. */
final class MachineNames {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    private MachineNames() {}

    static Set<String> list() {
        Set<String> names = new LinkedHashSet<>(Set.of("localhost", "127.0.0.1"));
        try {
            String host = InetAddress.getLocalHost().getHostName();
            if (HOST.matcher(host).matches()) {
                names.add(host);
            }
        } catch (UnknownHostException e) {
            // a machine without a name of its own is reached by its addresses
        }
        names.addAll(addresses());
        return names;
    }

    private static Set<String> addresses() {
        Set<String> addresses = new LinkedHashSet<>();
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(card -> card.getInterfaceAddresses().stream())
                    .map(InterfaceAddress::getAddress)
                    .filter(address -> !address.isLinkLocalAddress())
                    .forEach(address -> addresses.add(address.getHostAddress()));
        } catch (SocketException e) {
            // without a look at the network cards the certificate still serves localhost
        }
        return addresses;
    }
}
