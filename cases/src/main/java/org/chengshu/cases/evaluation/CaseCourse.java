package org.chengshu.cases.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.cases.clock.ClockLine;

/** Who is answerable for each line of a case's history; pure. */
final class CaseCourse {
    private static final Map<String, String> POSTS = Map.of(
            "accept",
            "acceptor",
            "file",
            "acceptor",
            "dispatch",
            "dispatcher",
            "handle",
            "handler",
            "verify",
            "verifier");

    // Other lines name a department that supports, or that a closer belongs to.
    private static final Set<String> LEADING = Set.of("dispatch", "transfer", "arbitrated");

    private final List<ClockLine> lines;
    private final List<Optional<String>> departments = new ArrayList<>();
    private final Map<String, Integer> last = new HashMap<>();

    private CaseCourse(List<ClockLine> lines) {
        this.lines = lines;
    }

    static CaseCourse of(JudgedCase one) {
        CaseCourse course = new CaseCourse(one.lines());
        boolean told = one.lines().stream().anyMatch(line -> leading(line).isPresent());
        Optional<String> department = told ? Optional.empty() : one.department();
        for (int i = 0; i < one.lines().size(); i++) {
            ClockLine line = one.lines().get(i);
            Optional<String> before = department;
            department = leading(line).or(() -> before);
            // Whoever sends a case back is answerable for that still.
            course.departments.add(department);
            if (line.from().equals("handle") && line.to().equals("dispatch")) {
                department = Optional.empty();
            }
            course.place(i, line);
        }
        return course;
    }

    private static Optional<String> leading(ClockLine line) {
        return LEADING.contains(line.action()) ? named(line) : Optional.empty();
    }

    private static Optional<String> named(ClockLine line) {
        return Optional.ofNullable(line.values().get("department")).map(Object::toString);
    }

    // A clock is answered for by the line that left its stage last, or that entered it.
    private void place(int i, ClockLine line) {
        if (!line.from().equals(line.to())) {
            last.put(line.from(), i);
            last.put(line.to(), i);
            last.put("whole", i);
        }
    }

    Optional<Integer> lastOf(String clock) {
        return Optional.ofNullable(last.get(clock));
    }

    /** Handled work that came back, by whoever. */
    boolean sentBack(ClockLine line) {
        boolean back = line.from().equals("verify") || line.from().equals("close");
        return back
                && (line.to().equals("handle") || line.to().equals("dispatch"))
                && !line.action().equals("unmerged");
    }

    /** A false closure counts against the closer's own; accepting and dispatching are no department's work. */
    Optional<String> department(int line, Measure measure) {
        return switch (measure) {
            case FALSE_CLOSURES -> closing(lines.get(line)).or(() -> departments.get(line));
            case ACCEPTED_ON_TIME, ACCEPT_HOURS, DISPATCHED_ON_TIME, DISPATCH_HOURS, VERIFIED_ON_TIME, VERIFY_HOURS ->
                Optional.empty();
            default -> departments.get(line);
        };
    }

    private static Optional<String> closing(ClockLine line) {
        return line.action().equals("false-closure") ? named(line) : Optional.empty();
    }

    Optional<String> post(int line, Measure measure) {
        return switch (measure) {
            case ACCEPTED_ON_TIME, ACCEPT_HOURS -> Optional.of(POSTS.get("accept"));
            case DISPATCHED_ON_TIME, DISPATCH_HOURS, RETURNS -> Optional.of(POSTS.get("dispatch"));
            case HANDLED_ON_TIME, HANDLE_HOURS, REWORK, SATISFACTION -> Optional.of(POSTS.get("handle"));
            case VERIFIED_ON_TIME, VERIFY_HOURS -> Optional.of(verifier(lines.get(line)));
            case FALSE_CLOSURES -> Optional.of(closer(lines.get(line)));
            case CLOSED_ON_TIME, CLOSE_HOURS, SUPERVISED -> Optional.empty();
        };
    }

    private static String closer(ClockLine line) {
        return Optional.ofNullable(line.values().get("post"))
                .map(Object::toString)
                .orElseGet(() -> line.from().equals("verify") ? verifier(line) : POSTS.get("handle"));
    }

    private static String verifier(ClockLine line) {
        if (line.action().equals("verified")) {
            return "sensor";
        }
        Object way = line.values().get("way");
        if (way == null) {
            return POSTS.get("verify");
        }
        return way.equals("callback") ? "operator" : "checker";
    }
}
