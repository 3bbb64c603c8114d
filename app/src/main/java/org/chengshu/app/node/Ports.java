package org.chengshu.app.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chengshu.core.CoreError;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Fault;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks for the ports before anything else starts, so that a taken one is told at once and by its option's name. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Ports implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {
    private final CitySettings settings;

    Ports(CitySettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put("--http-port", settings.httpPort());
        wanted.put("--device-port", settings.devicePort());
        wanted.put("--mqtt-port", settings.mqttPort());
        wanted.forEach((option, port) -> {
            if (port != 0) {
                requireFree(settings.bind(), port, option);
            }
        });
    }

    private static void requireFree(String bind, int port, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
        } catch (IOException e) {
            throw new Fault(
                    CoreError.PORT_TAKEN,
                    "port " + port + " on " + bind + " is taken by another program; stop it or choose another with "
                            + option,
                    e);
        }
    }
}
