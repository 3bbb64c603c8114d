package org.chengshu.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.chengshu.app.node.NodeClient;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.kernel.Fault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** All verbs of the command line, and how they fail: one line that says what is wrong and what to do. */
@Command(
        name = "chengshu",
        mixinStandardHelpOptions = true,
        version = "Chengshu 0.2.0",
        description = "Chengshu 城枢: the operating system of a city.",
        subcommands = {
            UpVerb.class,
            DemoVerb.class,
            ImportVerb.class,
            PackVerb.class,
            TokenVerb.class,
            BackupVerb.class,
            RestoreVerb.class,
            AuditVerb.class,
            UserVerb.class,
            DoctorVerb.class
        })
public final class Verbs {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Verbs() {}

    public static int run(String... words) {
        return new CommandLine(new Verbs())
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(Verbs::explain)
                .execute(words);
    }

    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult ignored) {
        PrintWriter err = command.getErr();
        switch (rootFault(e)) {
            case Fault fault -> err.println("chengshu: " + fault.getMessage());
            case FaultyInput faulty -> {
                err.println("chengshu: " + faulty.getMessage());
                Locale language = Locale.getDefault();
                boolean chinese = language.getLanguage().equals(Locale.CHINESE.getLanguage());
                for (PlacedFault fault : faulty.faults()) {
                    err.println("  " + fault.place() + "  "
                            + (chinese ? fault.detail().zh() : fault.detail().en()));
                }
            }
            case NodeClient.Refused refused -> {
                err.println("chengshu: " + refused.getMessage());
                for (JsonNode error : refused.problem().path("errors")) {
                    err.println("  " + error.path("place").asString("") + "  "
                            + error.path("detail").asString(""));
                }
            }
            case IllegalArgumentException wrong -> {
                err.println("chengshu: " + wrong.getMessage());
                return MISUSED;
            }
            case Throwable other -> {
                err.println("chengshu: " + other);
                other.printStackTrace(err);
            }
        }
        return FAILED;
    }

    private static Throwable rootFault(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault || cause instanceof FaultyInput || cause instanceof NodeClient.Refused) {
                return cause;
            }
        }
        return e;
    }
}
