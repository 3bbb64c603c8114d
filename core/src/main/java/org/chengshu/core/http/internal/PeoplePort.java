package org.chengshu.core.http.internal;

import static org.chengshu.core.http.internal.options.HttpSettings.CERTIFICATE;
import static org.chengshu.core.http.internal.options.HttpSettings.CERTIFICATE_KEY;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.doors.DoorPorts;
import org.chengshu.core.http.PeopleDoor;
import org.chengshu.core.http.internal.tls.PeopleCertificate;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.Settings;
import org.chengshu.kernel.Fault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Opens the people port where the settings say, and tells which port it got. Beyond loopback it speaks HTTPS, because
 * phones give camera and place to nothing else.
 */
@Component
@Order
class PeoplePort implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, PeopleDoor {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final CitySettings settings;
    private final ObjectProvider<DoorPorts> ports;
    private final InetAddress address;
    private final Optional<PeopleCertificate> certificate;

    PeoplePort(CitySettings city, Settings settings, ObjectProvider<DoorPorts> ports, Clock clock) {
        this.settings = city;
        this.ports = ports;
        this.address = address(city.bind());
        Optional<PeopleCertificate> given =
                PeopleCertificate.given(settings.get(CERTIFICATE), settings.get(CERTIFICATE_KEY));
        boolean plain = address.isLoopbackAddress() || city.allowPlainHttp();
        this.certificate = given.isPresent() || plain
                ? given
                : Optional.of(PeopleCertificate.inDataFolder(city.dataFolder(), clock.instant()));
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        factory.setPort(settings.httpPort());
        factory.setAddress(address);
        certificate.map(PeoplePort::tls).ifPresent(factory::setSsl);
    }

    private static Ssl tls(PeopleCertificate certificate) {
        Ssl ssl = new Ssl();
        ssl.setCertificate(certificate.certificate().toUri().toString());
        ssl.setCertificatePrivateKey(certificate.key().toUri().toString());
        ssl.setEnabledProtocols(PROTOCOLS.clone());
        return ssl;
    }

    @Override
    public Optional<Path> certificate() {
        return certificate.map(PeopleCertificate::certificate);
    }

    @EventListener
    void opened(WebServerInitializedEvent event) {
        ports.ifAvailable(known -> known.httpOpenedAt(event.getWebServer().getPort()));
    }

    private static InetAddress address(String bind) {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new Fault(CoreError.BAD_REQUEST, "cannot bind to " + bind, e);
        }
    }
}
