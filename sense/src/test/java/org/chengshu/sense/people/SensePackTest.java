package org.chengshu.sense.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.sense.Device;
import org.chengshu.sense.Devices;
import org.chengshu.sense.testing.SenseWorld;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SenseTest
class SensePackTest {
    @Autowired
    Packs packs;

    @Autowired
    Devices devices;

    @Autowired
    SenseWorld world;

    @Test
    void everyFaultIsToldWithItsLine() {
        Map<String, String> files = new TreeMap<>();
        files.put("pack.yaml", pack("faulty"));
        files.put("all.yaml", """
                products:
                  - id: faulty-station
                    title: {zh: 站, en: Station}
                    properties:
                      - {id: pm25, title: {zh: 尘, en: Dust}, type: number, range: [10, 0]}
                      - {id: in, title: {zh: 内, en: In}, type: number}
                rules:
                  - id: faulty-rule
                    product: faulty-station
                    title: {zh: 规则, en: Rule}
                    severity: 3
                    when: pm24 > 3
                  - id: lost-rule
                    product: faulty-statoin
                    title: {zh: 规则, en: Rule}
                    severity: 3
                    when: pm25 > 3
                mappings:
                  - id: faulty-mapping
                    format: csv
                    time: {column: t, zone: nowhere}
                    device: {column: d}
                    columns:
                      "PM": {property: pm26}
                devices:
                  - code: faulty-1
                    product: faulty-station
                    title: {zh: 一, en: One}
                    area: nowhere
                """);

        List<String> faults = packs.check(new PackFiles(files)).faults().stream()
                .map(fault -> fault.place() + " " + fault.message().en())
                .toList();

        assertThat(faults).hasSize(7);
        assertThat(faults.get(0)).startsWith("all.yaml:5 the range's low end");
        assertThat(faults.get(1)).startsWith("all.yaml:6 in is a word");
        assertThat(faults.get(2)).startsWith("all.yaml:12 ").contains("pm24").contains("pm25");
        assertThat(faults.get(3)).startsWith("all.yaml:14 ").contains("did you mean faulty-station");
        assertThat(faults.get(4)).startsWith("all.yaml:21 the time is faulty");
        assertThat(faults.get(5)).startsWith("all.yaml:24 there is no property pm26");
        assertThat(faults.get(6)).startsWith("all.yaml:29 no nowhere among areas");
    }

    @Test
    void threeHundredDevicesComeInOnePack() {
        StringBuilder text = new StringBuilder("devices:\n");
        String product = world.freshProduct();
        for (int i = 0; i < 300; i++) {
            text.append("  - {code: many-").append(i).append(", product: ").append(product);
            text.append(", title: {zh: 站")
                    .append(i)
                    .append(", en: Station ")
                    .append(i)
                    .append("}}\n");
        }
        PackFiles pack = new PackFiles(Map.of("pack.yaml", pack("many"), "devices.yaml", text.toString()));
        packs.apply(pack, Viewer.system());
        int tokens = devices.issueTokens(
                        devices.list(Viewer.system()).stream()
                                .map(Device::code)
                                .filter(code -> code.startsWith("many-"))
                                .toList(),
                        Viewer.system())
                .size();

        assertThat(tokens).isEqualTo(300);
    }

    @Test
    void whatAPackNoLongerBringsIsRetired() {
        String product = world.freshProduct();
        String two =
                "devices:\n  - {code: r-1, product: P, title: {zh: 一, en: One}}\n  - {code: r-2, product: P, title: {zh: 二, en: Two}}\n"
                        .replace("P", product);
        packs.apply(new PackFiles(Map.of("pack.yaml", pack("retiring"), "d.yaml", two)), Viewer.system());
        assertThat(devices.find("r-2", Viewer.system())).isPresent();
        String one = two.substring(0, two.indexOf("  - {code: r-2"));
        packs.apply(new PackFiles(Map.of("pack.yaml", pack("retiring"), "d.yaml", one)), Viewer.system());

        assertThat(devices.find("r-1", Viewer.system())).isPresent();
        assertThat(devices.find("r-2", Viewer.system())).isEmpty();
    }

    @Test
    void theShippedAirQualityPackIsSound() {
        List<String> faults = packs.check(PackFiles.read(Path.of("../packs/air-quality"))).faults().stream()
                .filter(fault -> fault.place().matches("(products|rules|mappings/.*)\\.yaml.*"))
                .map(fault -> fault.place() + " " + fault.message().en())
                .toList();

        assertThat(faults).isEmpty();
    }

    private static String pack(String id) {
        return "id: " + id + "\nversion: 1.0.0\ntitle: {zh: 测试, en: Test}\ndescription: {zh: 测试, en: Test}\n";
    }
}
