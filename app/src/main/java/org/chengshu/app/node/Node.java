package org.chengshu.app.node;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.ApiTokens;
import org.chengshu.core.access.FirstAccount;
import org.chengshu.core.db.DataFolder;
import org.chengshu.core.doors.DoorPorts;
import org.chengshu.core.http.PeopleDoor;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.NodeArguments;
import org.chengshu.kernel.Fault;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One running node of the platform: its doors are open from {@link #start} to {@link #close}. */
public final class Node implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final CitySettings settings;
    private final NodeAddress address;
    private final Optional<URI> firstLink;
    private final CountDownLatch ended = new CountDownLatch(1);

    private Node(
            ConfigurableApplicationContext context,
            CitySettings settings,
            NodeAddress address,
            Optional<URI> firstLink) {
        this.context = context;
        this.settings = settings;
        this.address = address;
        this.firstLink = firstLink;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
    }

    /** Starts a city's node; faults name what stands in the way: faulty settings, a taken port, a used folder, a broken database. */
    public static Node start(NodeArguments arguments, Object... extraBeans) {
        DataFolder.take(arguments.dataFolder()).close();
        ConfigurableApplicationContext context =
                application(arguments, extraBeans).run();
        CitySettings settings = context.getBean(CitySettings.class);
        try {
            NodeAddress address = addressOf(settings, context);
            Optional<URI> first = context.getBean(FirstAccount.class).openLink().map(address.http()::resolve);
            address.writeTo(settings.dataFolder());
            return new Node(context, settings, address, first);
        } catch (IOException e) {
            context.close();
            throw new Fault(CoreError.INTERNAL, "cannot write the node's address: " + e.getMessage(), e);
        }
    }

    private static SpringApplication application(NodeArguments arguments, Object... extraBeans) {
        return new SpringApplicationBuilder(NodeApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(Map.of("spring.main.allow-circular-references", false))
                .initializers(context -> register((GenericApplicationContext) context, arguments, extraBeans))
                .build();
    }

    private static void register(GenericApplicationContext context, NodeArguments arguments, Object... extraBeans) {
        context.registerBean(NodeArguments.class, () -> arguments);
        for (Object bean : extraBeans) {
            registerAs(context, bean);
        }
    }

    @SuppressWarnings("unchecked") // the bean's own class
    private static <T> void registerAs(GenericApplicationContext context, T bean) {
        context.registerBean((Class<T>) bean.getClass(), () -> bean);
    }

    private static NodeAddress addressOf(CitySettings settings, ConfigurableApplicationContext context) {
        int http = ((WebServerApplicationContext) context).getWebServer().getPort();
        DoorPorts ports = context.getBean(DoorPorts.class);
        String token = context.getBean(ApiTokens.class)
                .issueFor("administrator", "node")
                .token();
        String host = settings.bind().equals("0.0.0.0") ? "127.0.0.1" : settings.bind();
        PeopleDoor people = context.getBean(PeopleDoor.class);
        return new NodeAddress(
                URI.create(people.scheme() + "://" + host + ":" + http),
                URI.create("http://" + host + ":" + ports.device()),
                host + ":" + ports.mqtt(),
                people.certificate(),
                token);
    }

    public NodeAddress address() {
        return address;
    }

    /** Where somebody makes himself the first administrator, while there is none. */
    public Optional<URI> firstLink() {
        return firstLink;
    }

    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public synchronized void close() {
        if (!context.isActive()) {
            return;
        }
        try {
            NodeAddress.removeFrom(settings.dataFolder());
        } catch (IOException e) {
            System.err.println("cannot remove the node's address: " + e);
        }
        context.close();
        ended.countDown();
    }
}
