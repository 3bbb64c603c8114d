package org.chengshu.sense.device;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;
import org.chengshu.sense.Device;
import org.chengshu.sense.Lifecycle;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads devices and their series row by row, both by number, so that a million need no more memory than one. */
final class DeviceReader {
    private static final TypeReference<Map<String, String>> TAGS = new TypeReference<>() {};
    private static final String NO_TAGS = "{}";
    private static final int ROWS_AT_ONCE = 5_000;
    private static final String DEVICES = """
            select d.id, d.code, d.product, d.title_zh, d.title_en, d.area, d.area_path, d.longitude, d.latitude, d.owner,
                d.tags::text, d.stage, d.retired, d.parent
            from cs_sense.device d where %s order by d.id""";
    private static final String SERIES = """
            select s.device, s.property, s.id from cs_sense.series s join cs_sense.device d on d.id = s.device
            where s.former_since is null and (%s) order by s.device""";

    private final JsonMapper json;

    DeviceReader(JsonMapper json) {
        this.json = json;
    }

    int read(Connection connection, DeviceStore.Which which, Consumer<DeviceStore.Stored> to) throws SQLException {
        try (PreparedStatement devices = prepare(connection, DEVICES, which);
                PreparedStatement series = prepare(connection, SERIES, which);
                ResultSet device = devices.executeQuery();
                ResultSet next = series.executeQuery()) {
            int count = 0;
            boolean more = next.next();
            while (device.next()) {
                int id = device.getInt(1);
                Map<String, Integer> its = new HashMap<>();
                while (more && next.getInt(1) <= id) {
                    if (next.getInt(1) == id) {
                        its.put(next.getString(2), next.getInt(3));
                    }
                    more = next.next();
                }
                to.accept(new DeviceStore.Stored(id, device(device), its));
                count++;
            }
            return count;
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, DeviceStore.Which which)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.formatted(which.condition()));
        statement.setFetchSize(ROWS_AT_ONCE);
        if (!which.keys().isEmpty()) {
            statement.setArray(1, connection.createArrayOf("text", which.keys().toArray()));
        }
        return statement;
    }

    private Device device(ResultSet row) throws SQLException {
        double longitude = row.getDouble(8);
        boolean placed = !row.wasNull();
        String tags = row.getString(11);
        return new Device(
                row.getString(2),
                row.getString(3),
                Text.of(row.getString(4), row.getString(5)),
                Optional.ofNullable(row.getString(6)),
                row.getString(7),
                placed ? Optional.of(new Position(longitude, row.getDouble(9))) : Optional.empty(),
                Optional.ofNullable(row.getString(10)),
                tags.equals(NO_TAGS) ? Map.of() : json.readValue(tags, TAGS),
                row.getBoolean(13)
                        ? Lifecycle.RETIRED
                        : Lifecycle.ofWord(row.getString(12)).orElse(Lifecycle.ACTIVE),
                Optional.ofNullable(row.getString(14)));
    }
}
