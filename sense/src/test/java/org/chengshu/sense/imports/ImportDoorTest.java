package org.chengshu.sense.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chengshu.sense.Door;
import org.chengshu.sense.doors.DoorContract;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(ImportWorld.class)
class ImportDoorTest extends DoorContract {
    @Autowired
    ImportWorld imports;

    @Override
    protected Door door() {
        return Door.IMPORT;
    }

    @Override
    protected void send(List<Sent> values) {
        Map<Instant, Map<String, String>> rows = new TreeMap<>();
        values.forEach(sent -> rows.computeIfAbsent(sent.time(), time -> new TreeMap<>())
                .put(sent.property(), sent.raw().replace("\"", "")));
        StringBuilder csv = new StringBuilder("time,device,PM2.5,Level,On,Note\n");
        rows.forEach((time, row) -> csv.append(time)
                .append(',')
                .append(device)
                .append(',')
                .append(row.getOrDefault("pm25", ""))
                .append(',')
                .append(thousandfold(row.get("level")))
                .append(',')
                .append(row.getOrDefault("on", ""))
                .append(',')
                .append(row.getOrDefault("note", ""))
                .append('\n'));
        imports.run(product, csv.toString());
    }

    /** The mapping scales levels by a thousandth. */
    private static String thousandfold(String level) {
        return level == null ? "" : level + "000";
    }
}
