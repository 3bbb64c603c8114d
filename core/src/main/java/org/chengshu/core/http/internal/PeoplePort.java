package org.chengshu.core.http.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.chengshu.core.CoreError;
import org.chengshu.core.doors.DoorPorts;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Fault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens the people port where the settings say, and tells which port it got. */
@Component
@Order
class PeoplePort implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {
    private final CitySettings settings;
    private final ObjectProvider<DoorPorts> ports;

    PeoplePort(CitySettings settings, ObjectProvider<DoorPorts> ports) {
        this.settings = settings;
        this.ports = ports;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        factory.setPort(settings.httpPort());
        factory.setAddress(address());
    }

    @EventListener
    void opened(WebServerInitializedEvent event) {
        ports.ifAvailable(known -> known.httpOpenedAt(event.getWebServer().getPort()));
    }

    private InetAddress address() {
        try {
            InetAddress address = InetAddress.getByName(settings.bind());
            if (!address.isLoopbackAddress() && !settings.allowPlainHttp()) {
                throw new Fault(
                        CoreError.BAD_REQUEST,
                        "beyond loopback people need HTTPS: bind to 127.0.0.1 behind a TLS proxy, or allow plain HTTP");
            }
            return address;
        } catch (UnknownHostException e) {
            throw new Fault(CoreError.BAD_REQUEST, "cannot bind to " + settings.bind(), e);
        }
    }
}
