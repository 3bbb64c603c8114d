package org.chengshu.core.doctor.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthSource;
import org.chengshu.kernel.Text;

/** Whether the doors of a node that is to be started could open. */
public final class FreePorts implements HealthSource {
    private final CitySettings city;

    public FreePorts(CitySettings city) {
        this.city = city;
    }

    @Override
    public String name() {
        return "ports";
    }

    @Override
    public Text title() {
        return Text.of("端口", "Ports");
    }

    @Override
    public Finding look() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put("--http-port", city.httpPort());
        wanted.put("--device-port", city.devicePort());
        wanted.put("--mqtt-port", city.mqttPort());
        wanted.values().removeIf(port -> port == 0 || isFree(port));
        if (wanted.isEmpty()) {
            return Finding.ok(Text.of("所需端口均空闲", "All ports are free"));
        }
        return Finding.down(
                Text.of("已被其他程序占用：" + wanted, "Taken by other programs: " + wanted),
                Text.of(
                        "用 ss -ltnp 查看占用者并停止它，或改用别的端口",
                        "See with ss -ltnp who has them and stop it, or choose other ports"));
    }

    private boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(city.bind()), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
