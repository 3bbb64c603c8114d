package org.chengshu.sense.device;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Scope;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.core.tree.Reach;
import org.chengshu.sense.DeviceStatus;
import org.chengshu.sense.testing.SenseAlone;
import org.chengshu.sense.testing.SenseWorld;
import org.chengshu.sense.words.WordQuery;
import org.jooq.DSLContext;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Fills a city with a million devices and prints how much memory they take, how long reading them takes at the start, and how
 * long searches take (median and worst of 21, the processor's time). Run with the test class path; the first argument is another number of devices.
 */
final class MillionDevices {
    private static final int ROUNDS = 21;

    private MillionDevices() {}

    public static void main(String[] args) {
        int count = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
        try (ConfigurableApplicationContext city = new SpringApplicationBuilder(
                        SenseAlone.class, TestCityConfiguration.class)
                .web(WebApplicationType.NONE)
                .run()) {
            String product = city.getBean(SenseWorld.class).freshProduct();
            fill(city.getBean(DSLContext.class), product, count);
            DeviceRegistry registry = city.getBean(DeviceRegistry.class);
            long before = used();
            long start = System.nanoTime();
            long startCpu = cpu();
            registry.reloadAllAfterCommit();
            long took = (System.nanoTime() - start) / 1_000_000;
            long mine = (cpu() - startCpu) / 1_000_000;
            System.out.printf(
                    "read %,d devices in %,d ms, %,d ms of it ours%n",
                    registry.all().size(), took, mine);
            System.out.printf("heap for them %,d MiB%n", (used() - before) >> 20);
            search(registry, product);
        }
    }

    private static void fill(DSLContext db, String product, int count) {
        db.execute("""
                insert into cs_sense.device (code, product, title_zh, title_en, area, area_path, longitude, latitude, owner,
                    tags, created_at, changed_at)
                select 'SH-' || lpad(to_hex(i), 8, '0'), ?,
                    (array['世纪大道','张杨路','浦东南路','陆家嘴环路','东方路'])[1 + i % 5] || (i / 5 % 1999) || '号'
                        || (array['井盖','路灯','烟感','水位计','空气站'])[1 + i / 7 % 5],
                    (array['Manhole','Street lamp','Smoke detector','Water level','Air station'])[1 + i / 7 % 5] || ' ' || i,
                    'a' || i % 200, '/city/d' || i % 16 || '/a' || i % 200 || '/', 121 + i % 1000 / 1000.0, 31, null,
                    jsonb_build_object('batch', 'B' || i % 5000, 'floor', (i % 30)::text), now(), now()
                from generate_series(1, ?) i""", product, count);
        db.execute("""
                insert into cs_sense.series (device, property, type)
                select d.id, p.id, 'number'
                from cs_sense.device d cross join (values ('pm25'), ('level'), ('on')) p (id)
                where d.product = ?""", product);
    }

    private static void search(DeviceRegistry registry, String product) {
        time(registry, "code begins", words("code:SH-000f4"));
        time(registry, "whole code", words("SH-00000007"));
        time(registry, "piece of a code", words("0abcd"));
        time(registry, "Chinese title, common", words("世纪大道"));
        time(registry, "Chinese title, rare", words("浦东南路1777号水位计"));
        time(registry, "English title, rare", words("detector 777777"));
        time(registry, "two words", words("空气站 1234号"));
        time(registry, "nothing found", words("不存在的设备"));
        time(registry, "two letters, nothing found", words("qx"));
        time(registry, "tag", query(WordQuery.none(), Map.of("batch", "B4321"), Optional.empty()));
        time(
                registry,
                "silent ones of a district",
                new DeviceQuery(
                        Optional.of(product),
                        Optional.of(Reach.of("/city/d3/")),
                        WordQuery.none(),
                        Map.of(),
                        Optional.of(DeviceStatus.SILENT),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        long[] took = new long[ROUNDS];
        int found = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = cpu();
            found = registry.count(words("路灯"), Scope.everywhere());
            took[i] = cpu() - start;
        }
        print("count of a word", took, found);
    }

    private static DeviceQuery words(String typed) {
        return query(WordQuery.of(typed), Map.of(), Optional.empty());
    }

    private static DeviceQuery query(WordQuery words, Map<String, String> tags, Optional<DeviceStatus> status) {
        return new DeviceQuery(
                Optional.empty(),
                Optional.empty(),
                words,
                tags,
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static void time(DeviceRegistry registry, String name, DeviceQuery query) {
        long[] took = new long[ROUNDS];
        List<KnownDevice> found = List.of();
        Scope seen = Scope.ofArea("/city/");
        for (int i = 0; i < ROUNDS; i++) {
            long start = cpu();
            found = registry.search(query, seen, Integer.MAX_VALUE, 51);
            took[i] = cpu() - start;
        }
        print(name, took, found.size());
    }

    private static void print(String name, long[] took, int found) {
        Arrays.sort(took);
        System.out.printf(
                "%-28s median %6.1f ms, worst %6.1f ms, %d found%n",
                name, took[ROUNDS / 2] / 1e6, took[ROUNDS - 1] / 1e6, found);
    }

    /** The processor's time of this thread, so that what else the machine does is not measured. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
