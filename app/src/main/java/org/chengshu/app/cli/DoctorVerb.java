package org.chengshu.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chengshu.app.node.NodeOptions;
import org.chengshu.core.CoreError;
import org.chengshu.core.db.Release;
import org.chengshu.core.doctor.stopped.StoppedNode;
import org.chengshu.kernel.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at everything that commonly goes wrong and says in words what to do; the node may run or not.",
            "Ends with 0 when all is well, 1 when something wants attention, 2 when something does not work."
        },
        footer = "%nExample: chengshu doctor --data /srv/city%n         chengshu doctor --bundle /tmp/city.zip")
final class DoctorVerb implements Callable<Integer> {
    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    @Mixin
    NodeOptions options = new NodeOptions();

    @Option(names = "--json", description = "print JSON instead of words")
    boolean json;

    @Option(names = "--zh", description = "print the words in Chinese")
    boolean chinese;

    @Option(
            names = "--bundle",
            paramLabel = "FILE.zip",
            description =
                    "also collect report, versions, settings without secrets, recent logs and threads for whoever helps")
    Path bundle;

    @Override
    public Integer call() {
        return RunningNode.find(options).map(this::ofRunning).orElseGet(this::ofStopped);
    }

    private int ofRunning(RunningNode running) {
        try (running) {
            JsonNode report = running.client().get("/api/core/v1/doctor");
            if (bundle != null) {
                try (DoctorBundle file = new DoctorBundle(bundle)) {
                    file.add("report.json", report.toPrettyString());
                    file.add("threads.txt", running.client().text("/api/core/v1/doctor/threads"));
                    file.add(
                            "settings.json",
                            running.client().get("/api/core/v1/settings").toPrettyString());
                    file.add(
                            "jobs.json",
                            running.client().get("/api/core/v1/jobs").toPrettyString());
                    file.addOfFolder(options.data());
                } catch (IOException e) {
                    throw unwritable(e);
                }
            }
            return print("The node runs at " + running.client().address().http(), report);
        }
    }

    private int ofStopped() {
        JsonNode report = JSON.valueToTree(
                java.util.Map.of("release", Release.CURRENT.name(), "items", StoppedNode.examine(options.arguments())));
        if (bundle != null) {
            try (DoctorBundle file = new DoctorBundle(bundle)) {
                file.add("report.json", report.toPrettyString());
                file.addOfFolder(options.data());
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
        return print("No node answers on " + options.data(), report);
    }

    private int print(String first, JsonNode report) {
        int worst = 0;
        if (json) {
            System.out.println(report.toPrettyString());
        } else {
            System.out.println(first + ", release " + report.path("release").asString() + ".");
        }
        for (JsonNode item : report.path("items")) {
            worst = Math.max(worst, degree(item));
            if (!json) {
                print(item);
            }
        }
        if (bundle != null && !json) {
            System.out.println("Collected in " + bundle + "; look into it before you give it away.");
        }
        return worst;
    }

    private void print(JsonNode item) {
        String language = chinese ? "zh" : "en";
        System.out.printf(
                "%-8s %s: %s%n",
                item.path("state").asString(),
                item.path("title").path(language).asString(),
                item.path("words").path(language).asString());
        if (item.path("remedy").isObject()) {
            System.out.println(
                    "           -> " + item.path("remedy").path(language).asString());
        }
    }

    private static int degree(JsonNode item) {
        return switch (item.path("state").asString()) {
            case "ok" -> 0;
            case "warning" -> 1;
            default -> 2;
        };
    }

    private Fault unwritable(IOException e) {
        return new Fault(CoreError.INTERNAL, "cannot write " + bundle + ": " + e, e);
    }
}
