package org.chengshu.cases.kinds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.flow.CityCase;
import org.chengshu.flow.Stage;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Reads a case kind as its pack wrote it; the schema has been checked. */
final class CaseKindJson {
    /** What every case passes, whatever its kind leaves out. */
    static final List<Stage> ALWAYS = List.of(CityCase.REPORT, CityCase.HANDLE, CityCase.CLOSE);

    private CaseKindJson() {}

    static CaseKind read(JsonNode json) {
        return new CaseKind(
                json.path("id").asString(),
                Text.of(json.at("/title/zh").asString(), json.at("/title/en").asString()),
                stages(json),
                ClockPlanJson.read(json),
                CheckPlanJson.bySensor(json) ? duration(json.at("/verification/verifyFor")) : Optional.empty(),
                duration(json.path("reopenWithin")),
                automatic(json),
                json.path("closeWithoutHandling").asBoolean(false),
                CheckPlanJson.read(json));
    }

    private static List<Stage> stages(JsonNode json) {
        List<Stage> all = CityCase.PLAN.stages().stream()
                .filter(stage -> !CheckPlanJson.read(json).none() || !stage.equals(CityCase.VERIFY))
                .toList();
        if (json.path("stages").isMissingNode()) {
            return all;
        }
        Set<Stage> named = names(json.path("stages"));
        return all.stream().filter(named::contains).toList();
    }

    // A report is made the moment it is made: that stage never waits.
    private static Set<Stage> automatic(JsonNode json) {
        Set<Stage> automatic = names(json.path("automatic"));
        automatic.add(CityCase.REPORT);
        return automatic;
    }

    private static Set<Stage> names(JsonNode array) {
        List<Stage> stages = new ArrayList<>();
        array.forEach(name -> stages.add(new Stage(name.asString())));
        return new LinkedHashSet<>(stages);
    }

    private static Optional<Duration> duration(JsonNode text) {
        return text.isString() ? Optional.of(Duration.parse(text.asString())) : Optional.empty();
    }
}
