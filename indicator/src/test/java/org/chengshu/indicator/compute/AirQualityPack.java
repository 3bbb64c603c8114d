package org.chengshu.indicator.compute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.chengshu.formula.Formula;
import org.chengshu.formula.Formulas;
import org.chengshu.formula.Signature;
import org.chengshu.formula.Type;
import org.chengshu.indicator.model.Definition;
import org.chengshu.indicator.model.DefinitionJson;
import org.chengshu.indicator.model.Source;
import org.chengshu.indicator.model.TableDefinition;
import org.chengshu.indicator.model.TableJson;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped pack's tables and indicators, computed by the engine itself. */
final class AirQualityPack {
    static final Instant MIDNIGHT = Instant.parse("2016-12-19T16:00:00Z");
    private static final ZoneId ZONE = ZoneOffset.ofHours(8);
    private static final Path FOLDER = Path.of("..", "packs", "air-quality");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DAY = 24;

    private final Library library =
            Library.of(items("tables.yaml", "tables").map(TableJson::read).toList());
    private final Map<String, Program> programs = new HashMap<>();
    private final Map<String, Formula> formulas = new HashMap<>();

    static AirQualityPack shipped() {
        return new AirQualityPack();
    }

    TableDefinition table(String id) {
        return library.find(id).orElseThrow();
    }

    Formula formula(String source) {
        return formulas.computeIfAbsent(
                source,
                text -> Formulas.compile(text, Signature.none().with("c", Type.NUMBER), Type.NUMBER, library.tables()));
    }

    double index(String table, double concentration) {
        return formula("roundUp(interpolate('" + table + "', c))").number(Map.of("c", concentration));
    }

    double unrounded(String table, double concentration) {
        return formula("interpolate('" + table + "', c)").number(Map.of("c", concentration));
    }

    /** What an indicator makes of its inputs; those not named are unknown. */
    Outcome told(String indicator, Map<String, Double> inputs) {
        Source.Series source = series(indicator);
        double[] numbers = source.inputs().stream()
                .mapToDouble(input -> inputs.getOrDefault(input.name(), Double.NaN))
                .toArray();
        return programs.computeIfAbsent(indicator, id -> Program.of(source, library))
                .run(numbers, 0);
    }

    /** The day's index of one station from 24 values a pollutant, NaN where the hour is missing. */
    Outcome day(Map<String, double[]> byProperty) {
        Instant end = MIDNIGHT.plusSeconds(3_600L * DAY);
        HourGrid grid = new HourGrid(Hours.between(MIDNIGHT, end, ZONE));
        byProperty.forEach((property, hours) -> {
            for (int hour = 0; hour < hours.length; hour++) {
                grid.put("station", "/", property + ".avg", MIDNIGHT.getEpochSecond() + 3_600L * hour, hours[hour]);
            }
        });
        Source.Series source = series("aqi-day");
        return new SeriesComputing(definition("aqi-day"), source, Program.of(source, library))
                .compute(grid, List.of(MIDNIGHT), end).stream()
                        .filter(computed -> computed.key().text().equals("device:station"))
                        .findFirst()
                        .orElseThrow()
                        .outcome();
    }

    static double[] hours(double value) {
        double[] hours = new double[DAY];
        Arrays.fill(hours, value);
        return hours;
    }

    static double[] without(double[] hours, int from, int to) {
        double[] some = hours.clone();
        Arrays.fill(some, from, to, Double.NaN);
        return some;
    }

    Source.Series series(String indicator) {
        return (Source.Series) definition(indicator).source();
    }

    Definition definition(String id) {
        return items("indicators.yaml", "indicators")
                .filter(item -> item.path("id").asString().equals(id))
                .map(DefinitionJson::read)
                .findFirst()
                .orElseThrow();
    }

    private static java.util.stream.Stream<JsonNode> items(String file, String section) {
        try {
            Object root =
                    new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FOLDER.resolve(file)));
            return StreamSupport.stream(JSON.valueToTree(root).path(section).spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
