package org.chengshu.cases.handling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CheckWay;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Duties;
import org.chengshu.core.access.Viewer;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;

/** Who may do what to a case, and when; pure. */
public final class CaseRights {
    public static final String READ = "cases:read";
    public static final String REPORT = "cases:report";
    public static final String CONTACT = "cases:contact";
    public static final String DISPATCH = "cases:dispatch";
    public static final String HANDLE = "cases:handle";
    public static final String OVERRIDE = "cases:override";
    public static final String CHECK = "cases:check";
    public static final String CALL_BACK = "cases:call-back";
    public static final String EVALUATE = "cases:evaluate";
    public static final String ARBITRATE = "cases:arbitrate";
    public static final String SUPERVISE = "cases:supervise";
    public static final String IMPORT = "cases:import";

    static final Duties VERIFYING = Duties.of(Text.of("核查该案件", "verify this case"));
    static final Text HANDLER = Text.of("处置过该案件的人", "whoever handled it");

    private static final List<CaseAction> ASKED = List.of(
            CaseAction.ACCEPT,
            CaseAction.FILE,
            CaseAction.DISPATCH,
            CaseAction.TAKE,
            CaseAction.HANDLED,
            CaseAction.CLOSE,
            CaseAction.RETURN,
            CaseAction.REOPEN,
            CaseAction.NOTE,
            CaseAction.OVERRIDE_CLOSE);

    private CaseRights() {}

    /** The actions that the viewer may do now. */
    public static List<String> actions(CaseFile file, CaseKind kind, Viewer viewer) {
        List<String> possible = new ArrayList<>();
        for (CaseAction action : ASKED) {
            if (refusal(action, file, kind, viewer).isEmpty() && !verifiesOwnWork(action, file, viewer)) {
                possible.add(action.word());
            }
        }
        return possible;
    }

    private static boolean verifiesOwnWork(CaseAction action, CaseFile file, Viewer viewer) {
        return action == CaseAction.CLOSE
                && file.stage().equals(CityCase.VERIFY)
                && !VERIFYING
                        .notBy(HANDLER, file.handlerId().stream().toList())
                        .objections(viewer)
                        .isEmpty();
    }

    /** Why the viewer may not do it now; the right comes before the time. */
    static Optional<Fault> refusal(CaseAction action, CaseFile file, CaseKind kind, Viewer viewer) {
        return lackOfRight(action, file, viewer).or(() -> wrongTime(action, file, kind));
    }

    private static Optional<Fault> lackOfRight(CaseAction action, CaseFile file, Viewer viewer) {
        return switch (action) {
            case NOTE ->
                isInArea(HANDLE, file, viewer) ? Optional.empty() : may(file, viewer, DISPATCH, HANDLE, REPORT);
            case OVERRIDE_CLOSE -> may(file, viewer, OVERRIDE);
            case TAKE, HANDLED -> handles(file, viewer);
            case RETURN -> work(file, viewer);
            default -> may(file, viewer, DISPATCH);
        };
    }

    private static Optional<Fault> may(CaseFile file, Viewer viewer, String... oneOf) {
        for (String permission : oneOf) {
            if (isWithin(permission, file, viewer)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Fault(CoreError.FORBIDDEN, String.join(" or ", oneOf)));
    }

    /** Faults unless the viewer is of the department that the case is with, or dispatches cases there. */
    public static void requireWork(CaseFile file, Viewer viewer) {
        throwing(work(file, viewer));
    }

    public static boolean worksOn(CaseFile file, Viewer viewer) {
        return work(file, viewer).isEmpty();
    }

    /** Faults unless the viewer dispatches cases there. */
    public static void requireDispatch(CaseFile file, Viewer viewer) {
        throwing(may(file, viewer, DISPATCH));
    }

    public static boolean dispatches(CaseFile file, Viewer viewer) {
        return may(file, viewer, DISPATCH).isEmpty();
    }

    /** Whether the viewer handles cases of the department that leads this one. */
    public static boolean leads(CaseFile file, Viewer viewer) {
        return file.departmentPath().isPresent() && isWithin(HANDLE, file, viewer);
    }

    private static void throwing(Optional<Fault> fault) {
        if (fault.isPresent()) {
            throw fault.get();
        }
    }

    private static Optional<Fault> work(CaseFile file, Viewer viewer) {
        return isWithin(DISPATCH, file, viewer) ? Optional.empty() : handles(file, viewer);
    }

    private static boolean isWithin(String permission, CaseFile file, Viewer viewer) {
        return viewer.scope(permission).contains(file.areaPath(), file.departmentPath());
    }

    private static boolean isInArea(String permission, CaseFile file, Viewer viewer) {
        return viewer.scope(permission).reaches(file.areaPath());
    }

    private static Optional<Fault> handles(CaseFile file, Viewer viewer) {
        return isInArea(HANDLE, file, viewer) ? notYours(file, viewer) : may(file, viewer, HANDLE);
    }

    private static Optional<Fault> notYours(CaseFile file, Viewer viewer) {
        return isWithin(HANDLE, file, viewer)
                ? Optional.empty()
                : Optional.of(new Fault(
                        CaseError.CASE_NOT_YOURS,
                        file.department().map(code -> "it belongs to " + code).orElse("it has no department yet")));
    }

    private static Optional<Fault> wrongTime(CaseAction action, CaseFile file, CaseKind kind) {
        if (action == CaseAction.NOTE) {
            return Optional.empty();
        }
        if (file.closedBy().filter(CaseTable.MERGED::equals).isPresent()) {
            return Optional.of(new Fault(CaseError.CASE_MERGE_WRONG, file.number() + " is merged into another case"));
        }
        if (file.closed() && action != CaseAction.REOPEN) {
            return Optional.of(new Fault(CaseError.CASE_ALREADY_CLOSED, file.number() + " is closed"));
        }
        if (action == CaseAction.TAKE) {
            return file.stage().equals(CityCase.HANDLE) ? Optional.empty() : Optional.of(notNow(action, file));
        }
        if (action == CaseAction.CLOSE && file.stage().equals(CityCase.VERIFY) && file.verifiedBySensor()) {
            return Optional.of(new Fault(
                    CaseError.CASE_VERIFIED_BY_SENSOR,
                    "it closes when the sensor has been content for "
                            + kind.verifyFor().orElseThrow()));
        }
        if (action == CaseAction.CLOSE && file.stage().equals(CityCase.VERIFY) && file.verifiedByRun()) {
            return Optional.of(
                    new Fault(CaseError.CASE_VERIFIED_BY_RUN, "it closes when a run of its quality rule passes"));
        }
        if (action == CaseAction.CLOSE && file.stage().equals(CityCase.VERIFY) && file.verifiedByCheck()) {
            return Optional.of(new Fault(
                    CaseError.CASE_VERIFIED_BY_CHECK,
                    "it closes when "
                            + kind.checks().ways().stream().map(CheckWay::word).collect(Collectors.joining(" and "))
                            + " found it put right"));
        }
        return CasePlan.of(kind.stages()).next(file.stage(), action).isPresent()
                ? Optional.empty()
                : Optional.of(notNow(action, file));
    }

    private static Fault notNow(CaseAction action, CaseFile file) {
        return new Fault(CaseError.CASE_ACTION_NOT_NOW, action.word() + " is not possible in stage " + file.stage());
    }
}
